"""Formulas of their own: `$$` ... `$$` between block boundaries."""

from __future__ import annotations

from pyjekyll.kramdown.block_parser import KramdownBlockParser, before_block_boundary
from pyjekyll.kramdown.characters import STRIPPED
from pyjekyll.kramdown.patterns import BLANKS, SP3, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState

_REST_OF_LINE = Lazy(rf"{BLANKS}\n")


def parse_block_math(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int | None:
    """Take a formula; an escaped one alone on its lines loses its backslash and so becomes a span in a paragraph."""
    src = state.src
    end = state.find("$$", m.end())
    if end < 0 or not state.after_block_boundary():
        return None
    rest = _REST_OF_LINE.match(src, end + 2)
    if m["math_escape"]:
        if rest:
            state.cursor = m.end("math_escape")
        return None
    position = rest.end() if rest else end + 2
    if not before_block_boundary(src, position):
        return None
    state.new_token({"type": "math", "raw": src[m.end() : end].strip(STRIPPED), "category": "block"})
    return position


RULE = Rule("block_math", rf"{SP3}(?P<math_escape>\\)?\$\$", parse_block_math, "$\\")
