"""Read the layouts of the site, then those of its theme (LAY-1)."""

from __future__ import annotations

import os
from collections.abc import Callable

from pyjekyll.model.item import join_inside, leaves
from pyjekyll.model.layout import Layout
from pyjekyll.read.pages import read_front_matter
from pyjekyll.read.walk import require_folder
from pyjekyll.site import Site


def read_layouts(site: Site, accepts: Callable[[list[str], str], list[str]]) -> None:
    """Fill site.layouts; a layout of the site hides the theme's of the same name."""
    folder = join_inside(site.source, str(site.config.layouts_dir))
    for name, path in _layout_files(folder, site.source, site, accepts):
        site.layouts[name] = _read(site, name, path, site.source)
    if site.theme and site.theme.layouts_path:
        for name, path in _layout_files(site.theme.layouts_path, site.theme.root, site, accepts):
            if name not in site.layouts:
                site.layouts[name] = _read(site, name, path, site.theme.root)


def _layout_files(folder: str, root: str, site: Site, accepts: Callable[[list[str], str], list[str]]) -> list[tuple[str, str]]:
    require_folder(folder)
    found = []
    for base, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for file in sorted(files):
            relative = os.path.relpath(os.path.join(base, file), folder)
            if "." in file and not file.startswith("."):
                found.append(relative)
    paths = [(entry.rsplit(".", 1)[0], os.path.join(folder, entry)) for entry in accepts(sorted(found), "")]
    return [(name, path) for name, path in paths if not (site.safe and leaves(root, path))]


def _read(site: Site, name: str, path: str, base: str) -> Layout:
    site.log.debug("Reading:", path.replace(base, "", 1))
    data, content = read_front_matter(site, path)
    return Layout(name, path, path.replace(base, "", 1), data, content)
