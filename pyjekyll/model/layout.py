"""Layouts: a template, its front matter and its path (LAY-1)."""

from __future__ import annotations

from typing import Any


class Layout:
    """A layout file. Its Markdown is never converted; `data` may name a parent layout."""

    __slots__ = ("content", "data", "name", "path", "relative_path")

    def __init__(self, name: str, path: str, relative_path: str, data: dict[str, Any], content: str) -> None:
        self.name, self.path, self.relative_path, self.data, self.content = name, path, relative_path, data, content
