"""Put edits into the site of the last build, in place of reading all of it again.

Reading a large site takes longer than rendering a page of it. This is for edits after which everything else is what it was: of the
text below the front matter, of values in the front matter that only templates look at, of includes and layouts, of static files.
Where more of the front matter, data or the configuration changed, where files came or went, and where plugins look at who knows
what, the site has to be read.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple

from pyjekyll.model.document import Document
from pyjekyll.model.excerpt import Excerpt
from pyjekyll.model.item import INVALID_BYTES, Item, join_inside
from pyjekyll.model.page import Page
from pyjekyll.read import reread_layouts, yaml
from pyjekyll.read.frontmatter import split, starts_file
from pyjekyll.read.pages import read_text
from pyjekyll.ruby.text import decoded, inspect, truthy

if TYPE_CHECKING:
    from pyjekyll.serve.index import Index
    from pyjekyll.site import Site

# Front matter that decides where an item goes, which lists it is in and in which order, and what generators make of it.
_STRUCTURAL = frozenset((
    *("categories", "category", "date", "draft", "excerpt", "excerpt_separator", "ext", "hidden", "pagination", "path", "permalink"),
    *("published", "redirect_from", "redirect_to", "slug", "tag", "tags"),
))  # fmt: skip


class _Edit(NamedTuple):
    """What an item's file holds now: its text, and the values of its front matter that changed."""

    item: Item
    text: str
    values: dict[str, Any]


def take_edits(site: Site, index: Index, paths: Collection[str]) -> bool:
    """Put what the files at the paths hold now into a site that is back where it was sealed.

    Returns False, and leaves the site alone, where that would not be all. Raises ReadError, YamlError.
    """
    edits = _edits(site, index, paths)
    if edits is None:
        return False
    for edit in edits:
        _put(edit)
    layouts = _layout_folders(site)
    if any(_is_within(path, layouts) for path in paths):
        reread_layouts(site)
    if any(_is_within(path, [*layouts, *site.includes_load_paths]) for path in paths):
        site.forget_excerpts()
    return True


def _edits(site: Site, index: Index, paths: Collection[str]) -> list[_Edit] | None:
    """Return what became of the items among the paths; None if more changed."""
    templates = [*_layout_folders(site), *site.includes_load_paths]
    edits: list[_Edit] = []
    for path in paths:
        if not os.path.isfile(path):
            return None
        if items := index.items.get(path):
            edit = _edit(site, items[0]) if len(items) == 1 else None
            if edit is None:
                return None
            edits.append(edit)
        elif not _is_within(path, templates) and (path not in index.files or starts_file(path)):
            return None
    return edits


def _edit(site: Site, item: Item) -> _Edit | None:
    """Return what became of an item; None if more changed, or if a plugin had changed the text."""
    before = site.memory.files.get(item.path) if type(item) in (Page, Document) else None
    if before is None:
        return None
    block, old = split(decoded(before, site.codec))
    new_block, new = split(read_text(site, item.path))
    if old != item.source_text or INVALID_BYTES.search(new):
        return None
    values = {} if block == new_block else _new_values(item, block, new_block)
    return None if values is None else _Edit(item, new, values)


def _new_values(item: Item, before: str | None, now: str | None) -> dict[str, Any] | None:
    """Return the values of the front matter that changed; None if not only values did, or if more than templates looks at them."""
    if before is None or now is None or INVALID_BYTES.search(now):
        return None
    old, new = (yaml.load(block, item.site.zone, item.path) for block in (before, now))
    if not isinstance(old, dict) or not isinstance(new, dict) or list(old) != list(new):
        return None
    changed = {key: value for key, value in new.items() if not _same(value, old[key])}
    structural = _STRUCTURAL | ({item.collection.metadata.get("sort_by")} if isinstance(item, Document) else set())
    for key, value in changed.items():
        # Not what stands for nothing, and not what was merged with defaults or changed by a plugin.
        if key in structural or isinstance(value, dict) or not truthy(value) or not _same(item.data.get(key), old[key]):
            return None
    return changed


def _same(value: Any, other: Any) -> bool:
    return inspect(value) == inspect(other)  # 1, 1.0 and true are not the same


def _put(edit: _Edit) -> None:
    item = edit.item
    item.content = item.source_text = edit.text
    item.data.update(edit.values)
    excerpt = item.data.get("excerpt")
    if isinstance(excerpt, Excerpt):
        item.data["excerpt"] = type(excerpt)(item)  # type: ignore[arg-type]


def _layout_folders(site: Site) -> list[str]:
    own = join_inside(site.source, str(site.config.layouts_dir))
    return [own, site.theme.layouts_path] if site.theme and site.theme.layouts_path else [own]


def _is_within(path: str, folders: list[str]) -> bool:
    return any(path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)
