"""Which reload messages a browser gets for what changed (SRV-5)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from pyjekyll.serve.mime import bare_type

# What is shown as a page of its own: such a file concerns only the browser that shows it.
_PAGES = frozenset(("text/html", "application/xhtml+xml", "application/xml", "application/atom+xml", "text/plain", "text/xml", "application/pdf"))


class Change(NamedTuple):
    """A changed file: its URL, and its source file's path relative to the source."""

    url: str
    source: str


def messages(page: str | None, changes: Mapping[str, Change], stale: Collection[str]) -> list[str]:
    """Return the URLs to tell a browser that shows `page`; the script swaps style sheets and images, and reloads for the rest.

    `stale` are the changes to files that some browser was given. A browser that has not said what it shows hears of every
    change, pages first, as all of Jekyll's do.
    """
    if page is None:
        return [changes[path].url for path in sorted(changes, key=lambda path: (not is_page(path), path))]
    if page in stale:
        return [changes[page].url]
    parts = [path for path in sorted(stale) if not is_page(path)]
    swapped = [changes[path].url for path in parts if path.endswith((".css", ".png", ".jpg", ".jpeg", ".gif"))]
    others = [changes[path].url for path in parts if not path.endswith((".css", ".png", ".jpg", ".jpeg", ".gif", ".map"))]
    return others[:1] or swapped


def is_page(path: str) -> bool:
    """Say whether a file is shown by itself, rather than as a part of a page."""
    return bare_type(path) in _PAGES
