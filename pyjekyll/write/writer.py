"""Write what a build made: a file is touched only when its bytes differ (RD-9, URL-7)."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterable
from typing import Any, NamedTuple

from pyjekyll.errors import PyjekyllError
from pyjekyll.model.static import GeneratedFile, StaticFile
from pyjekyll.plugins.registry import Registry
from pyjekyll.site import Site
from pyjekyll.write.cleaner import clean


class Report(NamedTuple):
    """Say what a build changed on disk: the items it wrote, by their path below the destination, and the paths it removed."""

    written: dict[str, Any]
    unchanged: int
    removed: list[str]


def write(site: Site, registry: Registry) -> Report:
    """Remove obsolete files, then write every item that differs; fires on_obsolete, post_write and site:post_write."""
    items = list(site.written_items())
    warn_of_conflicts(site, items)
    # Of several items that share a path the last one stays: writing the others would change the file in every build.
    last = {item.destination(site.dest): item for item in items}
    _require_folders(last)
    removed = clean(site, items, registry)
    written: dict[str, Any] = {}
    for item in items:
        path = item.destination(site.dest)
        if last[path] is item and _write_item(site, item, path):
            written[os.path.relpath(path, site.dest)] = item
        if not isinstance(item, StaticFile):
            site.log.debug("Writing:", path)
            registry.fire_item(item, "post_write")
    registry.fire("site", "post_write", site)
    return Report(written, len(items) - len(written), removed)


def _require_folders(items: dict[str, Any]) -> None:
    """Raise PyjekyllError where an item is written to what has to be another's folder: Ruby finds out when it has written half the site."""
    checked: set[str] = set()
    for path, item in items.items():
        folder = os.path.dirname(path)
        while folder not in checked and folder != os.path.dirname(folder):
            checked.add(folder)
            if folder in items:
                message = f"File exists @ dir_s_mkdir - {folder}"
                hint = f"{item.relative_path} is written below it: give one of the two another permalink."
                raise PyjekyllError(message, path=items[folder].path, hint=hint)
            folder = os.path.dirname(folder)


def _write_item(site: Site, item: Any, path: str) -> bool:
    if isinstance(item, GeneratedFile):
        return write_bytes(path, item.body)
    if isinstance(item, StaticFile):
        return _copy(site, item, path)
    return write_bytes(path, output_bytes(site, item))


def output_bytes(site: Site, item: Any) -> bytes:
    """Return the bytes of a rendered item."""
    return encoded(item.output or "", site.codec)


def encoded(text: str, encoding: str) -> bytes:
    """Return text in the encoding that the site was read in; in UTF-8 where that has no such character."""
    try:
        return text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogateescape")


def write_bytes(path: str, body: bytes) -> bool:
    """Write body to path through a temporary file unless it is there already; say whether anything was written."""
    try:
        with open(path, "rb") as file:
            if os.fstat(file.fileno()).st_size == len(body) and file.read() == body and not os.path.islink(path):
                return False
    except OSError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    partial = f"{path}.{os.getpid()}.part"
    with open(partial, "wb") as file:
        file.write(body)
    os.replace(partial, path)
    return True


def _copy(site: Site, item: StaticFile, path: str) -> bool:
    """Copy a static file with mode and whole-second time; outside production a symlink stays one, as in Jekyll.

    A copy of the same size and second is compared where the source may have been changed after it was made.
    """
    source = item.path
    keep_link = os.path.islink(source) and not site.safe and site.environment != "production"
    try:
        there = os.lstat(path)
        wanted = os.lstat(source) if keep_link else os.stat(source)
        if keep_link and os.path.islink(path) and os.readlink(path) == os.readlink(source):
            return False
        same = there.st_size == wanted.st_size and there.st_mode == wanted.st_mode and int(there.st_mtime) == int(wanted.st_mtime)
        if same and not keep_link and (wanted.st_ctime_ns < there.st_ctime_ns or filecmp.cmp(source, path, shallow=False)):
            return False
    except OSError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    # Beside it and renamed: a server that reads the file meanwhile gets the old one or the new one, whole.
    partial = f"{path}.{os.getpid()}.part"
    if keep_link:
        os.symlink(os.readlink(source), partial)
    else:
        shutil.copyfile(source, partial)
        shutil.copymode(source, partial)
        os.utime(partial, (item.mtime, item.mtime))
    os.replace(partial, path)
    return True


def warn_of_conflicts(site: Site, items: Iterable[Any]) -> None:
    """Warn of every destination that several sources share."""
    sources: dict[str, list[str]] = {}
    for item in items:
        if item.shares_destination:
            continue
        path = item.path if item.is_document or isinstance(item, StaticFile) else _page_path(item)
        sources.setdefault(item.destination(site.dest), []).append(path)
    for destination, paths in sources.items():
        if len(paths) > 1:
            site.log.warn("Conflict:", "The following destination is shared by multiple files.")
            site.log.warn("", "The written file may end up with unexpected contents.")
            site.log.warn("", destination)
            for path in paths:
                site.log.warn("", f" - {path}")


def _page_path(page: Any) -> str:
    return str(page.data.get("path", page.relative_path))
