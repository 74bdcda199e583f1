"""Collections: their settings, their documents and the order of these (DOC-8 to DOC-12)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pyjekyll.model.document import Document, compare, in_order
from pyjekyll.model.permalink import add_suffix
from pyjekyll.ruby.order import compare as ruby_compare
from pyjekyll.ruby.order import merge_sort
from pyjekyll.ruby.text import truthy

if TYPE_CHECKING:
    from pyjekyll.model.static import StaticFile
    from pyjekyll.site import Site


class Collection:
    """A collection: `docs` in order, `files` without front matter, and `metadata` from the configuration."""

    def __init__(self, site: Site, label: str) -> None:
        self.site = site
        self.label = re.sub(r"[^A-Za-z0-9_\-.]", "", label)
        self.metadata: dict[str, Any] = site.config.collections.get(self.label) or {}
        self.docs: list[Document] = []
        self.files: list[StaticFile] = []
        self.relative_directory = f"_{self.label}"
        self.directory = os.path.join(site.collections_path, self.relative_directory)
        self._places: dict[int, int] = {}
        self._drop: Any = None

    def __iter__(self) -> Iterator[Document]:
        return iter(self.docs)

    @property
    def output(self) -> bool:
        """Say whether the documents are written."""
        return truthy(self.metadata.get("output"))

    @property
    def url_template(self) -> str:
        """Return the collection's permalink, or the default one with the site style's suffix."""
        if "permalink" in self.metadata:
            return str(self.metadata["permalink"])
        return add_suffix("/:collection/:path", self.site.config.permalink_style)

    def neighbour(self, document: Document, step: int) -> Document | None:
        """Return the document step places on, or None at the end or for a stranger."""
        if len(self._places) != len(self.docs):
            self._places = {id(doc): place for place, doc in enumerate(self.docs)}
        place = self._places.get(id(document))
        if place is None or not (0 <= place < len(self.docs)) or self.docs[place] is not document:
            self._places = {id(doc): at for at, doc in enumerate(self.docs)}
            place = self._places.get(id(document))
        if place is None or not 0 <= place + step < len(self.docs):
            return None
        return self.docs[place + step]

    def sort(self) -> None:
        """Put the documents in the collection's order: `order`, else `sort_by`, else date and path."""
        if isinstance(self.metadata.get("order"), list):
            self._rearrange(self.metadata["order"])
        elif isinstance(self.metadata.get("sort_by"), str):
            self._sort_by(self.metadata["sort_by"])
        else:
            self.docs = in_order(self.docs)

    def _rearrange(self, order: list[Any]) -> None:
        table = {doc.relative_path: doc for doc in in_order(self.docs)}
        first = [f"{self.relative_directory}/{str(entry).lstrip('/')}" for entry in order]
        named = [path for path in dict.fromkeys(first) if path in table]
        self.docs = [table.pop(path) for path in named] + list(table.values())

    def _sort_by(self, key: str) -> None:
        def by_key(left: Document, right: Document) -> int:
            first, second = left.data[key], right.data[key]
            if (first is None) != (second is None):
                without = left if first is None else right
                self.site.log.warn("Sort warning:", f"'{key}' not defined in {without.relative_path}")
                return 1 if first is None else -1
            return ruby_compare(first, second) or compare(left, right)

        self.docs = merge_sort(self.docs, by_key)

    def to_liquid(self) -> Any:
        """Return the drop that templates see."""
        if self._drop is None:
            from pyjekyll.model.drops import CollectionDrop

            self._drop = self.site.watched(CollectionDrop, self)
        return self._drop
