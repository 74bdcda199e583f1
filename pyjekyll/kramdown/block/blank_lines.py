"""Blank lines, and the `^` that ends a block without leaving a trace."""

from __future__ import annotations

from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.patterns import BLANKS, WS
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState


def parse_blank_line(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int:
    """Take all blank lines; only a new blank, not one joined to the last, swallows a pending attribute list."""
    if state.tokens and state.tokens[-1]["type"] == "blank_line":
        state.tokens[-1]["raw"] += m.group()
    else:
        state.new_token({"type": "blank_line", "raw": m.group()})
    return m.end()


def parse_eob_marker(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int:
    """Take an end-of-block marker."""
    state.new_token({"type": "eob"})
    return m.end()


BLANK_LINE = Rule("blank_line", rf"{WS}*\n", parse_blank_line, "\t\n\v\f\r")
EOB_MARKER = Rule("eob_marker", rf"\^{BLANKS}\n", parse_eob_marker, "^")
