"""Read a theme: its assets as pages and files of the site, its data below the site's (LAY-2, LAY-3, DATA-4)."""

from __future__ import annotations

import os
from typing import Any

from pyjekyll.model.page import Page
from pyjekyll.model.static import StaticFile
from pyjekyll.read.data import read_data_folder
from pyjekyll.read.frontmatter import starts_file
from pyjekyll.read.pages import read_page
from pyjekyll.ruby.hash import deep_merge
from pyjekyll.site import Site


def read_theme_assets(site: Site) -> None:
    """Add the theme's assets that the site has no file of its own for; symlinked ones are ignored."""
    theme = site.theme
    if theme is None or not theme.assets_path:
        return
    for folder, names, files in os.walk(theme.assets_path):
        names.sort()
        for name in sorted(files):
            path = os.path.join(folder, name)
            if os.path.islink(path):
                site.log.warn("Theme reader:", f"Ignored symlinked asset: {path}")
            else:
                _read_asset(site, theme.root, os.path.relpath(folder, theme.root), name, path)


def _read_asset(site: Site, root: str, directory: str, name: str, path: str) -> None:
    if starts_file(path):
        page = Page(site, root, directory, name)
        if all(other.relative_path != page.relative_path for other in site.pages):
            site.pages.append(read_page(site, page))
        return
    file = StaticFile(site, root, f"/{directory}", name)
    if all(other.relative_path != file.relative_path for other in site.static_files):
        site.static_files.append(file)


def theme_data(site: Site, own: dict[str, Any]) -> dict[str, Any]:
    """Return the site's data merged over its theme's."""
    if site.theme is None or not site.theme.data_path:
        return own
    return deep_merge(read_data_folder(site.theme.data_path, site.config, site.log), own)
