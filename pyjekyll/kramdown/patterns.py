"""Regexes compiled when first used, and the pieces they are built from.

Ruby's `\\s`, `\\w` and `\\d` know ASCII only, `[[:alpha:]]`, `\\p{Word}` and `\\b` all of Unicode; Python's are neither. So
classes are written out. A class with all of Ruby's letters takes milliseconds to compile, and nearly all names in documents
are ASCII: patterns first take any character above ASCII for a letter (`NAME`), and whoever uses one looks again with the
exact class (`exact`) if the match holds such a character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

WS = r"[ \t\n\v\f\r]"
BLANKS = r"[ \t\v\f\r]*"  # white space that stays on the line
HIGH = "\\x80-\\U0010ffff"

_START = f"[A-Za-z_{HIGH}]"
_REST = f"[A-Za-z0-9._{HIGH}-]*"
NAME = f"(?:{_START}{_REST}:)?{_START}{_REST}"

ID = r"[A-Za-z0-9_][A-Za-z0-9_-]*"
BRACED = r"(?:\\\}|[^}])+"
BLOCK_IAL = rf"\{{:(?![:/])(?P<ial>{BRACED})\}}{BLANKS}\n"
SP3 = " {0,3}"


class Lazy:
    """Stand for a regex until one of its methods is first asked for; then the compiled method takes its place."""

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    sub: Callable[..., str]
    split: Callable[..., list[str]]
    finditer: Callable[..., Iterator[re.Match[str]]]

    def __init__(self, source: str | Callable[[], str], flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        source = self._source if isinstance(self._source, str) else self._source()
        method = getattr(re.compile(source, self._flags), name)
        setattr(self, name, method)
        return method
