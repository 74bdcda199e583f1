"""Disk to Site: everything that is read from the source tree is read below this folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyjekyll.site import Site

__all__ = ["read", "reread_layouts"]


def read(site: Site) -> None:
    """Read layouts, folders, collections, theme assets and data files into the site, in Jekyll's order (RD-1)."""
    from pyjekyll.model.document import in_order
    from pyjekyll.read.collections import read_collection
    from pyjekyll.read.data import read_data
    from pyjekyll.read.layouts import read_layouts
    from pyjekyll.read.theme import read_theme_assets, theme_data
    from pyjekyll.read.walk import read_directories, read_included

    accepts = _filter(site)
    read_layouts(site, accepts)
    read_directories(site, accepts)
    read_included(site, accepts)
    site.posts.docs = in_order(site.posts.docs)
    site.pages.sort(key=lambda page: page.name)
    site.static_files.sort(key=lambda file: file.relative_path)
    for collection in site.collections.values():
        if collection.label not in ("posts", "data"):
            read_collection(site, collection, accepts)
    read_theme_assets(site)
    site.data = theme_data(site, read_data(site.config, site.log, site.memory))
    site.limit_posts()


def reread_layouts(site: Site) -> None:
    """Read the layouts of a site again; those that plugins made stay."""
    from pyjekyll.read.layouts import read_layouts

    made = {name: layout for name, layout in site.layouts.items() if not (os.path.isabs(layout.path) and os.path.isfile(layout.path))}
    site.layouts.clear()
    read_layouts(site, _filter(site))
    site.layouts.update(made)


def _filter(site: Site) -> Callable[[list[str], str], list[str]]:
    from pyjekyll.read.filter import EntryFilter

    return EntryFilter(site.config, site.log).filter
