"""What holds for any text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from pyjekyll.kramdown import Converter

GFM = Converter({"input": "GFM"}, highlighter=None)
KRAMDOWN = Converter({"input": "kramdown"}, highlighter=None)
NATIVE = Converter({"input": "GFM", "html_to_native": True, "parse_block_html": True}, highlighter=None)

PIECES = st.sampled_from(
    [
        *"*_`[]()<>|:#>-+=~^$\\\"'!&{}. \n\t", "**", "![", "](u)", "[^1]", "[^1]: ", "[a]: b", "*[a]: b", "<b>", "</b>", "<div>", "</div>",
        "<!--", "-->", "{:.a}", "{:toc}", "{::comment}", "{:/}", "    ", "\n\n", "1. ", "| a | b |\n|--|--|\n", "```\n", "~~~ x\n", "$$",
        "é", "中", "\x0b", "\x0c", "\0", "<td>", "<tr>", "<table>", "<p>", "<h1>", "<pre>", "text",
    ]
)  # fmt: skip
DOCUMENTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@given(DOCUMENTS)
def test_never_raises(text: str) -> None:
    """Every text is Markdown."""
    for converter in (GFM, KRAMDOWN, NATIVE):
        assert isinstance(converter.convert(text).html, str)


@given(DOCUMENTS)
def test_a_converter_keeps_nothing(text: str) -> None:
    """The same text comes out the same again, and other texts after it are not touched by it."""
    before = GFM.convert("# a\n\n[b] x[^1]\n").html
    assert GFM.convert(text) == GFM.convert(text)
    assert GFM.convert("# a\n\n[b] x[^1]\n").html == before


@given(st.text(alphabet="abcXYZ \n"))
def test_words_come_out_once_and_in_order(text: str) -> None:
    """Of text without any markup no word is lost, doubled or moved."""
    for converter in (GFM, KRAMDOWN):
        html = re.sub(r"</?(?:p|pre|code)>|<br />", " ", converter.convert(text).html)
        assert html.split() == text.split()


@given(DOCUMENTS)
def test_line_ends_do_not_matter(text: str) -> None:
    """CR LF and lone CR are line feeds."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    assert GFM.convert(unix.replace("\n", "\r\n")) == GFM.convert(unix)
