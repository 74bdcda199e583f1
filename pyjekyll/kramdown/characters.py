"""Ruby's ideas of white space and letters."""

from __future__ import annotations

import re
from bisect import bisect_right

# What Ruby's strip removes: its six white space characters and NUL.
STRIPPED = " \t\n\v\f\r\0"
WHITE_SPACE = frozenset(" \t\n\v\f\r")


class _CharacterClass:
    """The characters above ASCII in one of Ruby's classes, found by bisection: a regex with so many takes long to compile."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._starts: list[str] = []
        self._ends: list[str] = []

    def __contains__(self, char: str) -> bool:
        if not self._starts:
            self._load()
        index = bisect_right(self._starts, char) - 1
        return index >= 0 and char <= self._ends[index]

    def _load(self) -> None:
        from pyjekyll.ruby import unicode_tables

        ranges: str = getattr(unicode_tables, self._name)
        # The class reads like the inside of [...]; sorted, as its parts are joined from several.
        pairs = sorted((m[1], m[2] or m[1]) for m in re.finditer(r"([^\x00-\x7f])(?:-(.))?", ranges))
        self._starts = [first for first, _ in pairs]
        self._ends = [last for _, last in pairs]


_ALPHA = _CharacterClass("ALPHA")
_ALNUM = _CharacterClass("ALNUM")
_WORD = _CharacterClass("WORD")
_BOUNDARY_WORD = _CharacterClass("BWORD")


def is_alpha(char: str) -> bool:
    """Tell whether Ruby's [[:alpha:]] matches the character."""
    return char.isalpha() if char < "\x80" else char in _ALPHA


def is_alnum(char: str) -> bool:
    """Tell whether Ruby's [[:alnum:]] matches the character."""
    return char.isalnum() if char < "\x80" else char in _ALNUM


def is_boundary_word(char: str) -> bool:
    r"""Tell whether Ruby's \b and \B count the character as part of a word."""
    return (char.isalnum() or char == "_") if char < "\x80" else char in _BOUNDARY_WORD


def is_word(char: str) -> bool:
    r"""Tell whether Ruby's \p{Word} matches the character."""
    return (char.isalnum() or char == "_") if char < "\x80" else char in _WORD
