"""Emphasis and strong emphasis."""

from __future__ import annotations

from pyjekyll.kramdown.characters import WHITE_SPACE, is_alnum, is_alpha
from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import EMPHASIS, STRONG, KramdownInlineState


def parse_emphasis(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int:
    """Take emphasis if its end is found; `**` without one may still be `*` followed by more."""
    src, start, end = state.src, m.start(), m.end()
    delimiter = m.group()
    kind = STRONG if len(delimiter) == 2 else EMPHASIS
    if state.kinds & kind or src[end : end + 1] in WHITE_SPACE or (delimiter[0] == "_" and _inside_word(src, start)):
        return end
    closed = _parse_inside(parser, state, delimiter, end)
    if closed is None and kind == STRONG and state.container != "emphasis":
        closed = _parse_inside(parser, state, delimiter[0], start + 1)
    return end if closed is None else closed


def _inside_word(src: str, position: int) -> bool:
    """Tell whether a letter stands before the position, or a letter and a hyphen; digits do not count."""
    if not position:
        return False
    before = src[position - 1]
    return is_alpha(src[position - 2]) if before == "-" and position > 1 else is_alpha(before)


def _parse_inside(parser: KramdownInlineParser, state: KramdownInlineState, delimiter: str, start: int) -> int | None:
    """Parse from `start` to the closing delimiter; return the position after it, None if there is none."""
    strong = len(delimiter) == 2
    inner = state.nested("strong" if strong else "emphasis", start, STRONG if strong else EMPHASIS)
    closer = _Closer(delimiter, inner)
    end = parser.run(inner, closer, delimiter[0] + "<")
    if end < 0:
        closer.remember_failure()
        return None
    state.append_token({"type": inner.container, "children": inner.tokens})
    return end + len(delimiter)


class _Closer:
    """Decides where emphasis ends.

    A run that fails has looked at every later delimiter. Another run that comes by one of these, with the same delimiter and
    inside the same kinds, goes on like the first and fails as well: so a text is not parsed to its end for each delimiter.
    """

    __slots__ = ("dead", "delimiter", "kinds", "mark", "passed", "start")

    def __init__(self, delimiter: str, state: KramdownInlineState) -> None:
        self.delimiter = delimiter
        self.mark = delimiter[0]
        self.kinds = state.kinds
        self.start = state.start
        self.dead = state.source.dead
        self.passed: list[int] = []

    def __call__(self, state: KramdownInlineState, position: int) -> int:
        src, delimiter = state.src, self.delimiter
        if src[position] == "<":
            return -1 if state.is_dead_end(position) else 0
        if src.startswith(delimiter, position) and self._closes(state, src, position):
            return 1
        if position > self.start:
            if (delimiter, self.kinds, position) in self.dead:
                return -1
            if not state.is_empty(position):
                self.passed.append(position)
        return 0

    def _closes(self, state: KramdownInlineState, src: str, position: int) -> bool:
        if src[position - 1] in WHITE_SPACE or state.is_empty(position):
            return False
        mark = self.mark
        if self.delimiter == mark and src.startswith(mark + mark, position) and src[position + 2 : position + 3] != mark:
            return False  # two of them open strong emphasis in here, three close this first
        if mark == "_":
            after = src[position + len(self.delimiter) : position + len(self.delimiter) + 1]
            return not (after and is_alnum(after))
        return True

    def remember_failure(self) -> None:
        self.dead.update((self.delimiter, self.kinds, position) for position in self.passed)


RULE = Rule("emphasis", r"\*\*?|__?", parse_emphasis, "*_", r"\*|_")
