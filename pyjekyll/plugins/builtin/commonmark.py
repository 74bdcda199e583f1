"""jekyll-commonmark 1.4: `markdown: CommonMark`, by the C library that the gem uses, too (the package cmarkgfm)."""

from __future__ import annotations

import itertools
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
    "TABLE_PREFER_STYLE_ATTRIBUTES": None,  # known, and without effect: the gem writes `align`
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


_OMITTED = "<!-- raw HTML omitted -->"
_EMPTIED = re.compile('(href|src)=""')
_REFERENCE = re.compile('<sup class="footnote-ref"><a href="#fn-[^"]*" id="fnref-[^"]*" data-footnote-ref>([0-9]+)</a></sup>')
_BACK = '<a href="#fnref-[^"]*" class="footnote-backref" data-footnote-backref data-footnote-backref-idx="'
_WAY_BACK = re.compile(
    f'{_BACK}([0-9]+)" aria-label="[^"]*">↩</a>'
    f'(?: {_BACK}[0-9]+-[0-9]+" aria-label="[^"]*">↩<sup class="footnote-ref">[0-9]+</sup></a>)*'
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
    unsafe = 1 << (_OPTIONS["UNSAFE"] or 0)

    def library(text: str, bits: int) -> str:
        return str(cmark.markdown_to_html_with_extensions(text, bits, [name for name in extensions if name != "tagfilter"]))

    def convert(text: str) -> str:
        made = library(text, bits)
        if not bits & unsafe and _EMPTIED.search(made):
            made = with_addresses(made, library(text, bits | unsafe))
        if "FOOTNOTES" in options:
            made = footnotes(made)
        return _UNWANTED.sub(r"&lt;\1", made) if filtered else made

    return convert, options


def with_addresses(made: str, unsafe: str) -> str:
    """Put back the addresses that the library takes out with raw HTML (`javascript:` and the like): the gem leaves them."""
    shape = re.escape(made).replace(re.escape(_OMITTED), "(?:.*?)")
    shape = re.sub(r'(href|src)=""', r'\1="([^"]*)"', shape)
    addresses = re.fullmatch(shape, unsafe, re.DOTALL)
    if addresses is None:
        return made
    given = iter(addresses.groups())
    return _EMPTIED.sub(lambda found: f'{found[1]}="{next(given)}"', made)


def footnotes(text: str) -> str:
    """Number footnotes as the gem does: by their place, whatever their names, and with one way back."""
    text = _REFERENCE.sub(r'<sup class="footnote-ref"><a href="#fn\1" id="fnref\1">\1</a></sup>', text)
    text = _WAY_BACK.sub(lambda found: f'<a href="#fnref{found[1]}" class="footnote-backref">↩</a>', text)
    before, start, notes = text.rpartition('<section class="footnotes" data-footnotes>')
    if not start:
        return text
    number = itertools.count(1)
    notes = re.sub('^<li id="fn-[^"]*">$', lambda _: f'<li id="fn{next(number)}">', notes, flags=re.MULTILINE)
    return f'{before}<section class="footnotes">{notes}'


def _wanted(config: Any, key: str) -> list[str]:
    own = config.get("commonmark")
    named = own.get(key) if isinstance(own, dict) else None
    names = [str(each) for each in named] if isinstance(named, list) else []
    return [upcase(name) for name in names] if key == "options" else names


@hook("site", "pre_render", pure=True)
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
