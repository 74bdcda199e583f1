"""Indented code blocks."""

from __future__ import annotations

from pyjekyll.kramdown.block.lazy_ends import BLOCK_TAG_OR_IAL, is_lazy_stop
from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.patterns import BLANKS, SP3, WS, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState

_TEXT_LINE = r"[ \t]*[^ \t\n\v\f\r].*\n"
_INDENTED_LINES = Lazy(rf"(?>{WS}*\n)?(?:(?:\t| {{4}}){_TEXT_LINE})+")
_LAZY_LINE = Lazy(_TEXT_LINE)
_STOP = Lazy(rf"{SP3}{BLOCK_TAG_OR_IAL}|\^{BLANKS}\n")
_INDENT = Lazy(r"(?m:^)(?:\t| {4})")
_UNDER_INDENTED = Lazy(r"\n(?= {0,3}[^ \t\n\v\f\r])")


def parse_code_block(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int | None:
    """Take indented lines, blank lines between them, and the lines that lazily follow them."""
    end = indented_extent(state.src, state.cursor)
    if end == state.cursor:
        return None  # indentation, then a vertical tab or a form feed: Ruby never returns from such a line
    # A lazy line is glued to the line above.
    code = _UNDER_INDENTED.sub(" ", state.src[state.cursor : end])
    state.new_token({"type": "block_code", "raw": dedent(code), "lang": None})
    return end


def indented_extent(src: str, position: int) -> int:
    """Return where indented lines, with what belongs to them, end; the position itself if there are none."""
    while found := _INDENTED_LINES.match(src, position):
        position = found.end()
        while (line := _LAZY_LINE.match(src, position)) and not _stops(src, position):
            position = line.end()
    return position


def dedent(text: str) -> str:
    """Remove one indent from the start of every line."""
    return _INDENT.sub("", text)


def _stops(src: str, position: int) -> bool:
    found = _STOP.match(src, position)
    return found is not None and is_lazy_stop(found)


RULE = Rule("block_code", r"\t| {4}", parse_code_block, "\t")
