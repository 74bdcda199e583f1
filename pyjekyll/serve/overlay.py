"""What the browser shows of a build that failed: message, file, line, source excerpt, include stack."""

from __future__ import annotations

import os
from typing import Any

from pyjekyll.errors import PyjekyllError
from pyjekyll.places import place_of_key

_AROUND = 3


def describe(error: Exception, source: str) -> dict[str, Any]:
    """Return the error as plain data; paths are relative to the source, lines count from the top of the file."""
    if not isinstance(error, PyjekyllError):
        path = getattr(error, "filename", None)
        return {"message": f"{type(error).__name__}: {error}", "path": _shown(path, source), "line": None, "excerpt": [], "stack": [], "hint": None}
    place_of_key(error)
    path, line = error.where
    lines = _lines(path)
    return {
        "message": str(error),
        "path": _shown(path, source),
        "line": line,
        "excerpt": _excerpt(lines, line) or ([[None, error.excerpt]] if error.excerpt else []),
        "stack": [_shown(place, source) for place in error.stack],
        "hint": error.hint,
    }


def _shown(path: Any, source: str) -> str | None:
    return None if path is None else str(path).removeprefix(source.rstrip(os.sep) + os.sep)


def _lines(path: str | None) -> list[str]:
    if not path or not os.path.isfile(path):
        return []
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read().split("\n")


def _excerpt(lines: list[str], line: int | None) -> list[list[Any]]:
    if line is None or not 0 < line <= len(lines):
        return []
    first = max(1, line - _AROUND)
    return [[number, lines[number - 1]] for number in range(first, min(len(lines), line + _AROUND) + 1)]
