"""Block quotes."""

from __future__ import annotations

from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.patterns import SP3, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState

_MARKER = Lazy(rf"(?m:^){SP3}> ?")


def parse_block_quote(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int:
    """Take all lines up to a lazy end, whether they have the marker or not."""
    start = state.cursor
    end = parser.lazy_end(state.src, start).end()
    text = _MARKER.sub("", state.src[start:end])
    quote = state.new_token({"type": "block_quote"})
    parser.parse_inside(state, quote, text)
    return end


RULE = Rule("block_quote", rf"{SP3}>", parse_block_quote, ">")
