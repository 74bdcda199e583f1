"""Content types by file name (SRV-3): the types and extensions that Jekyll's server knows."""

from __future__ import annotations

import functools
import os
import re

_LAST = re.compile(r"\.(\w+)\Z", re.ASCII)
_LAST_BUT_ONE = re.compile(r"\.(\w+)\.[\w-]+\Z", re.ASCII)


@functools.cache
def _table() -> dict[str, tuple[str, bool]]:
    with open(os.path.join(os.path.dirname(__file__), "mime_types.txt"), encoding="ascii") as file:
        lines = [line.split() for line in file if not line.startswith("#")]
    return {extension: (kind.rstrip("*"), kind.endswith("*")) for kind, *extensions in lines for extension in extensions}


def bare_type(path: str) -> str:
    """Return the type of a file by its last extension, or by the one before where the last is unknown."""
    return _find(path)[0]


def content_type(path: str, encoding: str) -> str:
    """Return the type with the charset of the site's encoding, where the type is one of text."""
    kind, has_charset = _find(path)
    return f"{kind}; charset={encoding}" if has_charset else kind


def _find(path: str) -> tuple[str, bool]:
    for pattern in (_LAST, _LAST_BUT_ONE):
        found = pattern.search(path)
        if found and found[1].lower() in _table():
            return _table()[found[1].lower()]
    return "application/octet-stream", False
