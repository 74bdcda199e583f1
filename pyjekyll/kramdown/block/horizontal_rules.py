"""Horizontal rules: three or more of one of `*`, `-`, `_`."""

from __future__ import annotations

from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.patterns import SP3, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState

_SOURCE = rf"{SP3}(?P<mark>[*_-])[ \t]*(?P=mark)[ \t]*(?P=mark)(?:(?P=mark)|[ \t])*\n"
HORIZONTAL_RULE = Lazy(_SOURCE)


def parse_horizontal_rule(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int:
    """Take a rule; it needs no boundary, but a paragraph before it takes the line unless the line looks like a list item."""
    state.new_token({"type": "thematic_break"})
    return m.end()


RULE = Rule("horizontal_rule", _SOURCE, parse_horizontal_rule, "*-_")
