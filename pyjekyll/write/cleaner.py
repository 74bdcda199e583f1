"""Remove from the destination what this build did not make (INC-4, RD-11)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from typing import Any

from pyjekyll.model.item import join_inside
from pyjekyll.plugins.registry import Registry
from pyjekyll.site import Site


def find_obsolete(site: Site, items: Iterable[Any]) -> list[str]:
    """Return the files and folders that no item makes; `keep_files` are textual prefixes below the destination."""
    new_files = {item.destination(site.dest) for item in items}
    new_folders = {folder for path in new_files for folder in _parents(path, site.dest)}
    obsolete = [path for path in _existing(site) if path not in new_files and path not in new_folders]
    # What stands where a folder is needed goes, too; nothing is written through a link unless keep_files names it.
    kept = _kept(site)
    obsolete += [folder for folder in sorted(new_folders) if os.path.isfile(folder) or (os.path.islink(folder) and not folder.startswith(kept))]
    return obsolete


def clean(site: Site, obsolete: list[str], registry: Registry) -> None:
    """Remove obsolete files and folders, and what listeners add to the list."""
    registry.fire("clean", "on_obsolete", obsolete)
    for path in obsolete:
        # A plugin may have added to the list: nothing outside the destination is ever removed.
        if path.startswith(site.dest + "/"):
            _remove(path)


def _existing(site: Site) -> list[str]:
    kept = _kept(site)
    kept_folders = {folder for name in site.config.keep_files for folder in _parents(join_inside(site.dest, str(name)), site.dest)}
    found: list[str] = []
    for folder, names, files in os.walk(site.dest):
        for name in (*names, *files):
            path = f"{folder}/{name}"
            if not (kept and path.startswith(kept)) and path not in kept_folders:
                found.append(path)
    return found


def _kept(site: Site) -> tuple[str, ...]:
    return tuple(f"{site.dest}/{name}" for name in site.config.keep_files)


def _parents(path: str, base: str) -> list[str]:
    folders = []
    while (path := os.path.dirname(path)) != base and len(path) > len(base):
        folders.append(path)
    return folders


def _remove(path: str) -> None:
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path, ignore_errors=True)
    elif os.path.lexists(path):
        os.unlink(path)
