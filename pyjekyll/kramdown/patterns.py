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


_OPEN_CLASS = re.compile(r"\[([^][^]*)\\x80-\\U0010ffff([^][]*)\]")


def quick_to_compile(source: str) -> str:
    """Write each class that holds every character above ASCII as the complement of the ASCII characters that it lacks.

    Python builds a table of all of Unicode for a class that ends at its last character: milliseconds a time.
    """
    return _OPEN_CLASS.sub(_complement, source)


def _complement(found: re.Match[str]) -> str:
    has = re.compile(f"[{found[1]}{found[2]}]") if found[1] or found[2] else None
    return "[^" + "".join(f"\\x{code:02x}" for code in range(128) if has is None or not has.match(chr(code))) + "]"


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
        method = getattr(re.compile(quick_to_compile(source), self._flags), name)
        setattr(self, name, method)
        return method
