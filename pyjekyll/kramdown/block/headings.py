"""Headings: `#` before the text (atx) or a line of `=` or `-` below it (setext)."""

from __future__ import annotations

from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.characters import STRIPPED
from pyjekyll.kramdown.patterns import BLANKS, SP3, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState

# XML's name characters, in which an explicit id is written.
_NAME_START = (
    ":A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf"
    "\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME_REST = _NAME_START + ".0-9\xb7\u0300-\u036f\u203f\u2040-"
_EXPLICIT_ID = Lazy(rf"[\t ]\{{#(?P<id>[{_NAME_START}][{_NAME_REST}]*)\}}\Z")


def parse_atx_heading(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int | None:
    """Take an atx heading after a boundary; a closing run of `#` needs no space before it."""
    if not state.after_block_boundary():
        return None
    text, heading_id = split_id(m["atx_text"])
    if text.endswith("#"):
        body = text.rstrip("#")
        # The first of them is kept if a backslash stands before it.
        text = text[: len(body) + 1] if body.endswith("\\") else body.rstrip(STRIPPED)
    return add_heading(state, m, len(m["atx_level"]), text, heading_id)


def parse_setext_heading(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int | None:
    """Take a line with an underline after a boundary; the underline may mix `=` and `-`, its first character counts."""
    if not state.after_block_boundary():
        return None
    text, heading_id = split_id(m["setext_text"])
    return add_heading(state, m, 1 if m["setext_level"] == "=" else 2, text, heading_id)


def split_id(text: str) -> tuple[str, str | None]:
    """Cut an explicit `{#id}` off the end of a heading's text."""
    text = text.rstrip(STRIPPED)
    if text.endswith("}") and (found := _EXPLICIT_ID.search(text)):
        return text[: found.start()].rstrip(STRIPPED), found["id"]
    return text, None


def add_heading(state: KramdownBlockState, m: Match, level: int, text: str, heading_id: str | None) -> int | None:
    """Append a heading; a line without text is none."""
    if not text:
        return None
    heading = state.new_token({"type": "heading", "level": level, "raw_text": text, "text": text, "at": state.place()})
    if heading_id is not None:
        heading["attrs"] = {"id": heading_id}
    return m.end()


ATX = Rule("atx_heading", r"(?P<atx_level>#{1,6})[\t ]*(?P<atx_text>[^ \t].*)\n", parse_atx_heading, "#")
SETEXT = Rule(
    "setext_heading",
    # The underline is looked for first: it tells lines of text from headings at once.
    rf"(?=.*\n[=-]){SP3}(?P<setext_text>[^ \t].*)\n(?P<setext_level>[=-])[=-]*{BLANKS}\n",
    parse_setext_heading,
)
