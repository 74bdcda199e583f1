"""Rules of one's own, through mistune's interface. The first is the worked example of the manual."""

from __future__ import annotations

import sys
from typing import Any

from pyjekyll.kramdown import Converter


def wiki_links(markdown: Any) -> None:
    """Add `[[Page]]`, a link to /wiki/Page."""

    def parse(parser: Any, m: Any, state: Any) -> int:
        state.append_token({"type": "wiki_link", "raw": m["wiki_page"]})
        end: int = m.end()
        return end

    def render(renderer: Any, page: str) -> str:
        return f'<a href="/wiki/{page}">{page}</a>'

    markdown.inline.register("wiki_link", r"\[\[(?P<wiki_page>[A-Za-z ]+)\]\]", parse, before="link")
    markdown.renderer.register("wiki_link", render)


def notices(markdown: Any) -> None:
    """Add paragraphs that begin with `!!!`."""

    def parse(parser: Any, m: Any, state: Any) -> int:
        state.append_token({"type": "notice", "attrs": {"kind": m["notice_kind"]}, "text": m["notice_text"]})
        end: int = m.end()
        return end

    def render(renderer: Any, text: str, kind: str) -> str:
        return f'<aside class="{kind}">{text}</aside>\n'

    markdown.block.register("notice", r"!!! (?P<notice_kind>[a-z]+) (?P<notice_text>.*)\n", parse, before="setext_heading")
    markdown.renderer.register("notice", render)


def convert(text: str, *plugins: Any) -> str:
    converter = Converter({"input": "GFM"}, highlighter=None)
    for plugin in plugins:
        converter.use(plugin)
    return converter.convert(text).html


def test_span_rule() -> None:
    """The rule works next to kramdown's, also inside other spans."""
    assert convert("*See [[Home]]* and [x](y).\n", wiki_links) == (
        '<p><em>See <a href="/wiki/Home">Home</a></em> and <a href="y">x</a>.</p>\n'
    )


def test_block_rule() -> None:
    """The text of a plugin's block is parsed for spans like any other."""
    assert convert("!!! tip Do *this*.\n", notices) == '<aside class="tip">Do <em>this</em>.</aside>\n'


def test_plugins_do_not_leak() -> None:
    """A converter has the rules given to it and no others."""
    convert("[[Home]]\n", wiki_links)
    assert convert("[[Home]]\n") == "<p>[[Home]]</p>\n"


def test_a_rule_can_be_removed() -> None:
    """The rules are an ordered list of names."""
    converter = Converter({"input": "GFM"}, highlighter=None)
    converter.document.inline.remove("smart_quotes")
    assert converter.convert('"a"\n').html == '<p>"a"</p>\n'


def test_mistunes_own_plugins() -> None:
    """A plugin of mistune's that adds a rule of its own kind of syntax works as it is."""
    from mistune.plugins.formatting import mark

    assert convert("a ==b *c*== d\n", mark) == "<p>a <mark>b <em>c</em></mark> d</p>\n"


def test_the_package_mistune_stays_unimported() -> None:
    """Only its core is needed; the rest costs ten times as much to import."""
    import subprocess

    script = "import pyjekyll.kramdown, sys; print('mistune' in sys.modules, 'mistune.core' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
