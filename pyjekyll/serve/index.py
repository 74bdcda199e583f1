"""Find a few of a site's items and files by what they are made from, and by what is made from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyjekyll.model.item import Item
    from pyjekyll.model.static import StaticFile
    from pyjekyll.site import Site


class Index:
    """Look-ups over a site: who wants two pages of it need not go through all of them, which takes longer than rendering two."""

    def __init__(self, site: Site) -> None:
        self.items: dict[str, list[Item]] = {}
        self.files: dict[str, list[StaticFile]] = {}
        for item in site.items():
            self.items.setdefault(item.path, []).append(item)
        for file in site.static_files:
            self.files.setdefault(file.path, []).append(file)
        # Of several that share a destination the last one stays, documents after pages, as in the writer.
        self.written: dict[str, Item] = {item.destination(site.dest): item for item in (*site.pages, *site.docs) if item.written}
