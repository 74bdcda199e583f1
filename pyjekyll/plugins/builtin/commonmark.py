"""jekyll-commonmark 1.4: `markdown: CommonMark`, by the C library that the gem uses, too (the package cmarkgfm)."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

from pyjekyll.errors import MissingDependencyError
from pyjekyll.highlight import find
from pyjekyll.highlight.formatters import html
from pyjekyll.plugins import hook
from pyjekyll.ruby.text import upcase

Convert = Callable[[str], str]

# The bits of cmark's options, in the order in which the gem lists them.
_OPTIONS = {
    "DEFAULT": None,
    "SOURCEPOS": 1,
    "UNSAFE": 17,
    "VALIDATE_UTF8": 9,
    "SMART": 10,
    "LIBERAL_HTML_TAG": 12,
    "FOOTNOTES": 13,
    "STRIKETHROUGH_DOUBLE_TILDE": 14,
    "HARDBREAKS": 2,
    "NOBREAKS": 4,
    "GITHUB_PRE_LANG": 11,
    "TABLE_PREFER_STYLE_ATTRIBUTES": 15,
    "FULL_INFO_STRING": 16,
}
_EXTENSIONS = ("table", "strikethrough", "autolink", "tagfilter", "tasklist")
# The gem takes the start tags of these out of raw HTML, and leaves their end tags.
_UNWANTED = re.compile("<(title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)", re.IGNORECASE)
# Positions mark what the library made; HTML of the text itself has none.
POSITION = re.compile(r' data-sourcepos="[0-9:-]+"')
CODE = re.compile(
    r'<pre(?P<position> data-sourcepos="[0-9:-]+")(?: lang="(?P<pre>[^"]*)")?(?: data-meta="[^"]*")?>'
    r'<code(?: class="language-(?P<code>[^"]*)")?(?: data-meta="[^"]*")?>(?P<text>[^<]*)</code></pre>'
)


def make(config: Any) -> Convert:
    """Return the function that converts a site's Markdown."""
    convert, options = renderer(config)
    keep = "SOURCEPOS" in options
    return lambda text: finish(CODE.sub(lambda found: _code_block(found, options, keep), convert(text)), keep)


def renderer(config: Any) -> tuple[Convert, frozenset[str]]:
    """Return the library's conversion with a site's options, positions on, and the options' names."""
    try:
        from cmarkgfm import cmark
    except ImportError:
        raise MissingDependencyError(
            f"markdown: {config.get('markdown')} needs the package cmarkgfm, which is not installed.",
            hint="pip install cmarkgfm (or pyjekyll-ssg[commonmark]), or set `markdown: kramdown`.",
        ) from None
    options = frozenset(name for name in _wanted(config, "options") if name in _OPTIONS)
    extensions = [name for name in _wanted(config, "extensions") if name in _EXTENSIONS]
    bits = sum(1 << bit for name in options | {"SOURCEPOS"} if (bit := _OPTIONS[name]) is not None)
    filtered = "tagfilter" in extensions

    def convert(text: str) -> str:
        made = str(cmark.markdown_to_html_with_extensions(text, bits, [name for name in extensions if name != "tagfilter"]))
        return _UNWANTED.sub(r"&lt;\1", made) if filtered else made

    return convert, options


def _wanted(config: Any, key: str) -> list[str]:
    own = config.get("commonmark")
    named = own.get(key) if isinstance(own, dict) else None
    names = [str(each) for each in named] if isinstance(named, list) else []
    return [upcase(name) for name in names] if key == "options" else names


@hook("site", "pre_render")
def check(site: Any, _payload: Any) -> None:
    """Warn of options and extensions that cmark does not know."""
    if not str(site.config.get("markdown")).startswith("CommonMark"):
        return
    for kind, known in (("option", tuple(_OPTIONS)), ("extension", _EXTENSIONS)):
        for name in _wanted(site.config, kind + "s"):
            if name not in known:
                site.log.warn("CommonMark:", f"{name} is not a valid {kind}")
                site.log.info(f"Valid {kind}s:", ", ".join(known))


def finish(text: str, keep_positions: bool) -> str:
    """Return the HTML without positions, unless they were asked for."""
    return text if keep_positions else POSITION.sub("", text)


def _code_block(found: re.Match[str], options: frozenset[str], keep: bool) -> str:
    language = found["pre"] or found["code"]
    language = None if language is None else unescape(language)
    code = unescape(found["text"])
    data = f' data-lang="{language}"' if language else ""
    on_pre, on_code = (data, "") if "GITHUB_PRE_LANG" in options else ("", data)
    classes = f"language-{language} highlighter-rouge" if language else "highlighter-rouge"
    position = found["position"] if keep else ""
    inner = highlighted(language, code)
    return f'<div class="{classes}"><div class="highlight"><pre{position} class="highlight"{on_pre}><code{on_code}>{inner}</code></pre></div></div>'


def highlighted(language: str | None, code: str) -> str:
    """Return code in spans, as plain text where the language is unknown."""
    lexer = find(language, code) or find("plaintext")
    assert lexer is not None
    return html(list(lexer.lex(code)))


MARKDOWN_PROCESSORS = {"CommonMark": make}
