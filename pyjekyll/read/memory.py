"""What was read from files' bytes, kept from build to build over one store: front matter, content, data."""

from __future__ import annotations

from typing import Any


class Memory:
    """Keep parsed values by what they were parsed from; whoever asks gets a copy that is its own.

    `files` has the bytes that the last build which ended read of each page, document and layout, by path.
    """

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._read: dict[str, bytes] = {}
        self._used: dict[Any, tuple[Any, str]] = {}
        self._earlier: dict[Any, tuple[Any, str]] = {}

    def note(self, path: str, data: bytes) -> None:
        """Note what was read of a file."""
        self._read[path] = data

    def find(self, key: Any) -> tuple[Any, str] | None:
        """Return the value and the text that were kept under key, or None."""
        kept = self._used.get(key)
        if kept is None and (kept := self._earlier.pop(key, None)) is not None:
            self._used[key] = kept
        return None if kept is None else (_copied(kept[0]), kept[1])

    def keep(self, key: Any, value: Any, text: str = "") -> None:
        """Keep a value. One with aliases in it is not kept: its copy would be another value."""
        if _is_tree(value, set()):
            self._used[key] = (_copied(value), text)

    def forget_unused(self, _partial: bool = False) -> None:
        """End a build: what it did not use is dropped before the next one ends. A partial build reads everything, too."""
        self._earlier, self._used = self._used, {}
        self.files, self._read = self._read, {}


def _copied(value: Any) -> Any:
    if type(value) is dict:
        return {key: _copied(each) for key, each in value.items()}
    if type(value) is list:
        return [_copied(each) for each in value]
    return value


def _is_tree(value: Any, seen: set[int]) -> bool:
    if type(value) not in (dict, list):
        return True
    if id(value) in seen:
        return False
    seen.add(id(value))
    return all(_is_tree(each, seen) for each in (value.values() if type(value) is dict else value))
