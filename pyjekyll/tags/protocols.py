"""What the tags ask of the objects in the render registers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol


class SiteFile(Protocol):
    """Something that is written: what `link` points to."""

    relative_path: str

    @property
    def url(self) -> str:
        """Return the URL below baseurl."""


class Post(SiteFile, Protocol):
    """A post: what `post_url` points to."""

    date: datetime.datetime
    data: Mapping[str, Any]


class TagSite(Protocol):
    """`registers["site"]` as the tags use it."""

    config: Mapping[str, Any]
    source: str
    safe: bool
    includes_load_paths: Sequence[str]

    def note(self, *cell: str) -> None:
        """Hear what the page depends on, for incremental builds."""

    def each_site_file(self) -> Iterable[SiteFile]:
        """Yield what `link` may point to, in Jekyll's order."""
