"""Definitions of footnotes."""

from __future__ import annotations

from pyjekyll.kramdown.block.code_blocks import dedent, indented_extent
from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.patterns import ID, SP3
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import Footnote, KramdownBlockState
from pyjekyll.kramdown.tokens import Token


def parse_footnote_definition(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int:
    """Take the rest of the line and the indented lines after it as blocks; the last definition of a name wins."""
    src, name, document = state.src, m["footnote_id"], state.document
    end = indented_extent(src, m.end())
    place = state.place()
    content: Token = {"type": "footnote_def", "children": []}
    parser.parse(state.enter(content, dedent(src[m.start("footnote_text") : end]), content["children"], place))
    if name in document.footnotes:
        document.warn(f"Duplicate footnote name '{name}' on line {place.line} - overwriting")
    state.new_token({"type": "eob", "kind": "footnote_def"})
    document.footnotes[name] = Footnote(content, place)
    return end


RULE = Rule("footnote_definition", rf"{SP3}\[\^(?P<footnote_id>{ID})\]:(?P<footnote_text>.*\n)", parse_footnote_definition, "[")
