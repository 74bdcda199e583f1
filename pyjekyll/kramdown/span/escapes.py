"""Backslash escapes."""

from __future__ import annotations

from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownInlineState

ESCAPED = r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=-])"


def parse_escape(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int:
    """Take the character after the backslash as text."""
    state.flush(m.start())
    state.pending = m.start() + 1
    return m.end()


RULE = Rule("escaped_chars", ESCAPED, parse_escape, "\\")
GFM_RULE = Rule("escaped_chars", r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=\-~])", parse_escape, "\\")
