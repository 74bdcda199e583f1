"""Put edited texts into the site of the last build, in place of reading all of it again.

Reading a large site takes longer than rendering a page of it. This is for edits after which everything else is what it was: of the
text below the front matter, of includes and layouts, of static files. Where front matter, data or the configuration changed, where
files came or went, and where plugins look at who knows what, the site has to be read.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING

from pyjekyll.model.document import Document
from pyjekyll.model.excerpt import Excerpt
from pyjekyll.model.item import INVALID_BYTES, Item, join_inside
from pyjekyll.model.page import Page
from pyjekyll.read import reread_layouts
from pyjekyll.read.frontmatter import split, starts_file
from pyjekyll.read.pages import read_text
from pyjekyll.ruby.text import decoded

if TYPE_CHECKING:
    from pyjekyll.site import Site


def take_edits(site: Site, paths: Collection[str]) -> bool:
    """Put a rendered site back to where it was sealed, with what the files at the paths hold now.

    Returns False, and leaves the site alone, where that would not be all. Raises ReadError, YamlError.
    """
    texts = None if site.registry.impure_listener() else _texts(site, paths)
    if texts is None:
        return False
    site.unrender()
    for item, text in texts:
        _replace(item, text)
    layouts = _layout_folders(site)
    if any(_is_within(path, layouts) for path in paths):
        reread_layouts(site)
    if any(_is_within(path, [*layouts, *site.includes_load_paths]) for path in paths):
        site.forget_excerpts()
    return True


def _texts(site: Site, paths: Collection[str]) -> list[tuple[Item, str]] | None:
    """Return the items among the paths with their new texts; None if more than texts changed."""
    items, static = _items(site), {file.path for file in site.static_files}
    templates = [*_layout_folders(site), *site.includes_load_paths]
    texts: list[tuple[Item, str]] = []
    for path in paths:
        if not os.path.isfile(path):
            return None
        if path in items:
            item = items[path]
            text = _new_text(site, item) if item is not None else None
            if item is None or text is None:
                return None
            texts.append((item, text))
        elif not _is_within(path, templates) and (path not in static or starts_file(path)):
            return None
    return texts


def _items(site: Site) -> dict[str, Item | None]:
    """Return the items by their path; None where several are made of one file."""
    items: dict[str, Item | None] = {}
    for item in site.items():
        if item.position >= 0:
            items[item.path] = None if item.path in items else item
    return items


def _new_text(site: Site, item: Item) -> str | None:
    """Return what is now below an item's front matter; None if that changed, too, or if a plugin had changed the text."""
    if type(item) not in (Page, Document):
        return None
    before = site.memory.files.get(item.path)
    if before is None:
        return None
    front, old = split(decoded(before, site.codec))
    now, new = split(read_text(site, item.path))
    same = front is not None and front == now and old == item.source_text and not INVALID_BYTES.search(new)
    return new if same else None


def _replace(item: Item, text: str) -> None:
    item.content = item.source_text = text
    excerpt = item.data.get("excerpt")
    if isinstance(excerpt, Excerpt):
        item.data["excerpt"] = type(excerpt)(item)  # type: ignore[arg-type]


def _layout_folders(site: Site) -> list[str]:
    own = join_inside(site.source, str(site.config.layouts_dir))
    return [own, site.theme.layouts_path] if site.theme and site.theme.layouts_path else [own]


def _is_within(path: str, folders: list[str]) -> bool:
    return any(path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)
