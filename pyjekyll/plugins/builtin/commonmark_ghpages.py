"""jekyll-commonmark-ghpages: `markdown: CommonMarkGhPages`, CommonMark with kramdown's heading ids and code blocks."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from pyjekyll.highlight import find
from pyjekyll.plugins import hook, tag
from pyjekyll.plugins.builtin import commonmark
from pyjekyll.ruby.text import downcase
from pyjekyll.tags.highlight import Highlight

# Line ends inside {% highlight %} would end the HTML block that it is to CommonMark, so they travel as this element.
_LINE_END = "<br data-jekyll-commonmark-ghpages>"
_HEADING = re.compile(r'<h(?P<level>[1-6])(?P<position> data-sourcepos="[0-9:-]+")>(?P<text>.*?)</h(?P=level)>', re.DOTALL)


def make(config: Any) -> commonmark.Convert:
    """Return the function that converts a site's Markdown."""
    convert, options = commonmark.renderer(config)
    keep = "SOURCEPOS" in options

    def to_html(text: str) -> str:
        used: dict[str, int] = {}
        made = _HEADING.sub(lambda found: _heading(found, used), convert(text))
        made = commonmark.CODE.sub(_code_block, made)
        # The gem's renderer forgets the line end between two blocks of code that it does not highlight.
        made = re.sub("(?<=</code></pre>)\n(?=<pre data-sourcepos=|<table data-sourcepos=|</blockquote>|</li>|\\Z)", "", made)
        return commonmark.finish(made, keep).replace(_LINE_END, "\n")

    return to_html


def _heading(found: re.Match[str], used: dict[str, int]) -> str:
    plain = re.sub("[^a-zA-Z0-9 -]", "", re.sub("^[^a-zA-Z]+", "", found["text"], flags=re.MULTILINE))
    name = downcase(plain.replace(" ", "-")) or "section"
    used[name] = used.get(name, -1) + 1
    name += f"-{used[name]}" if used[name] else ""
    return f'<h{found["level"]}{found["position"]} id="{name}">{found["text"]}</h{found["level"]}>'


def _code_block(found: re.Match[str]) -> str:
    language = re.split(r"[\s,]", unescape(found["pre"] or found["code"] or ""))[0]
    if not language or find(language, unescape(found["text"])) is None:
        return found[0]
    inner = commonmark.highlighted(language, unescape(found["text"]))
    return f'<div class="language-{language} highlighter-rouge"><div class="highlight"><pre class="highlight"><code>{inner}</code></pre></div></div>'


@hook("site", "pre_render", pure=True)
def check(site: Any, payload: Any) -> None:
    """Warn of options and extensions that cmark does not know."""
    commonmark.check(site, payload)


@tag("highlight", parallel=True, pure=True)
class HighlightForCommonMark(Highlight):
    """The `highlight` tag, its lines joined where CommonMarkGhPages will take them apart again."""

    def render(self, context: Any) -> str:
        """Return the figure."""
        text = super().render(context)
        if context.registers["site"].config.get("markdown") != "CommonMarkGhPages":
            return text
        before, start, figure = text.partition("<figure")
        figure, end, after = figure.rpartition("</figure>")
        return before + start + re.sub(r"\r?\n", _LINE_END, figure) + end + after


MARKDOWN_PROCESSORS = {"CommonMarkGhPages": make}
