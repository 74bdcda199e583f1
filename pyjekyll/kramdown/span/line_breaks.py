"""Hard line breaks; the line feed itself stays text."""

from __future__ import annotations

from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownInlineState


def parse_line_break(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int:
    """Take two spaces, or two backslashes, at a line's end."""
    state.append_token({"type": "linebreak"})
    return m.end()


RULE = Rule("line_break", r"(?:  |\\\\)(?=\n)", parse_line_break, " \\", r"  (?=\n)|\\\\(?=\n)")
