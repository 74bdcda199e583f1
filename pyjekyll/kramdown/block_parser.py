"""The block pass: from text to a tree of blocks whose spans are not parsed yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pyjekyll.kramdown.patterns import BLANKS, BLOCK_IAL, SP3, WS, Lazy
from pyjekyll.kramdown.rules import Match, Rule, RuleParser
from pyjekyll.kramdown.states import KramdownBlockState
from pyjekyll.kramdown.tokens import Token, add_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyjekyll.kramdown.inline_parser import KramdownInlineParser

LineSearch = Callable[[str, int], Match]

# Before a block boundary: blank lines, an end-of-block marker, an attribute list for the block, or nothing.
_BOUNDARY = Lazy(rf"{WS}*\n|\^{BLANKS}\n|{SP3}{BLOCK_IAL}|\n?\Z")


class KramdownBlockParser(RuleParser[KramdownBlockState]):
    """Parses blocks by an ordered table of rules.

    mistune's loop takes the first rule whose pattern matches. kramdown's rules may look and decline, then the next is asked;
    the last, `paragraph`, takes nearly every line.
    """

    state_cls = KramdownBlockState

    def __init__(
        self, rules: Iterable[Rule], inline: KramdownInlineParser, paragraph_end: LineSearch, lazy_end: LineSearch
    ) -> None:
        super().__init__(rules)
        self.inline = inline  # tables ask it where code is
        # Each finds the line feed after which a paragraph (a quote) is over.
        self.paragraph_end = paragraph_end
        self.lazy_end = lazy_end

    def parse(self, state: KramdownBlockState, rules: list[str] | None = None) -> None:
        """Parse from the state's cursor to the end of its text, or to the end tag of the HTML element it fills.

        The loop is the hot spot of the block pass and therefore does the dispatch itself.
        """
        src, length = state.src, state.cursor_max
        dispatch = self._dispatch
        while state.cursor < length and not state.closed:
            position = state.cursor
            char = src[position]
            if char == " ":
                char = _first_char(src, position)
            for match, method in dispatch.get(char) or self.rules_for(char):
                found = match(src, state.cursor)
                if found is not None:
                    end = method(found, state)
                    if end is not None:
                        state.cursor = end
                        break
            else:
                _take_stray_line(state)

    def parse_inside(self, state: KramdownBlockState, container: Token, src: str) -> None:
        """Parse text taken from the state's as the children of a container."""
        tokens: list[Token] = []
        container["children"] = tokens
        self.parse(state.enter(container, src, tokens, state.place()))


def _first_char(src: str, position: int) -> str:
    """Return the first character after up to three spaces; a tab stands for deeper indentation."""
    for offset in (1, 2, 3):
        if src[position + offset] != " ":
            return src[position + offset]
    return "\t"


def _take_stray_line(state: KramdownBlockState) -> None:
    """Add a line that no rule accepts (spaces, then a tab, then text) as bare text to the container, as kramdown does."""
    state.document.warn("Warning: this should not occur - no block parser handled the line")
    end = state.find_line_end()
    add_text(state.tokens, state.get_text(end), "raw_text")
    state.cursor = end


def before_block_boundary(src: str, position: int) -> bool:
    """Tell whether a block that needs a boundary after it may end at the position."""
    return _BOUNDARY.match(src, position) is not None
