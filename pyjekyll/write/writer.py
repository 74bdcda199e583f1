"""Write what a build made: a file is touched only when its bytes differ (RD-9, URL-7)."""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
import stat
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple

from pyjekyll.errors import PyjekyllError
from pyjekyll.model.static import GeneratedFile, StaticFile
from pyjekyll.plugins.registry import Registry
from pyjekyll.site import Site
from pyjekyll.write.cleaner import clean, find_obsolete
from pyjekyll.write.stage import Stage


class Report(NamedTuple):
    """Say what a build changed on disk: the items it wrote, by their path below the destination, and the paths it removed."""

    written: dict[str, Any]
    unchanged: int
    removed: list[str]


def write(site: Site, registry: Registry) -> Report:
    """Remove obsolete files and write every item that differs; fires on_obsolete, post_write and site:post_write.

    Nothing changes in the destination before every file that will is there, whole. Raises PyjekyllError and OSError.
    """
    items = list(site.written_items())
    warn_of_conflicts(site, items)
    # Of several items that share a path the last one stays: writing the others would change the file in every build.
    last = {item.destination(site.dest): item for item in items}
    _require_folders(last)
    obsolete = find_obsolete(site, items)
    written: dict[str, Any] = {}
    with Stage(site.dest) as stage:
        for path, item in last.items():
            _prepare(stage, site, item, path)
        clean(site, obsolete, registry)
        for path, item in last.items():
            if stage.place(path) or (obsolete and _restored(stage, site, item, path)):
                written[os.path.relpath(path, site.dest)] = item
    for item in items:
        if not isinstance(item, StaticFile):
            site.log.debug("Writing:", item.destination(site.dest))
            registry.fire_item(item, "post_write")
    registry.fire("site", "post_write", site)
    return Report(written, len(items) - len(written), obsolete)


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


def _restored(stage: Stage, site: Site, item: Any, path: str) -> bool:
    """Write what was there, behind a link or to a listener's displeasure, and has been removed."""
    return not os.path.lexists(path) and _prepare(stage, site, item, path) and stage.place(path)


def _prepare(stage: Stage, site: Site, item: Any, path: str) -> bool:
    """Make what is to be at path unless it is there already; say whether anything was made."""
    if isinstance(item, StaticFile) and not isinstance(item, GeneratedFile):
        there, fill = partial(_is_copied, site, item, path), partial(_copy, site, item)
    else:
        body = item.body if isinstance(item, GeneratedFile) else output_bytes(site, item)
        there, fill = partial(_holds, path, body), partial(_write_bytes, body)
    if _is_so(there):
        return False
    stage.make(path, fill)
    return True


def _is_so(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except IsADirectoryError:
        raise
    except OSError:
        return False


def output_bytes(site: Site, item: Any) -> bytes:
    """Return the bytes of a rendered item."""
    return encoded(item.output or "", site.codec)


def encoded(text: str, encoding: str) -> bytes:
    """Return text in the encoding that the site was read in; in UTF-8 where that has no such character."""
    try:
        return text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogateescape")


def _holds(path: str, body: bytes) -> bool:
    """Say whether a file has that body; a link is to be replaced by a file."""
    with open(path, "rb") as file:
        return os.fstat(file.fileno()).st_size == len(body) and file.read() == body and not os.path.islink(path)


def _write_bytes(body: bytes, part: str) -> None:
    with open(part, "wb") as file:
        file.write(body)


def _stays_link(site: Site, source: str) -> bool:
    """Say whether a symlink is copied as one: outside production, as in Jekyll."""
    return os.path.islink(source) and not site.safe and site.environment != "production"


def _is_copied(site: Site, item: StaticFile, path: str) -> bool:
    """Say whether a static file is there with its mode and whole-second time.

    A copy of the same size and second is compared where the source may have been changed after it was made.
    """
    source = item.path
    there = os.lstat(path)
    if stat.S_ISDIR(there.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if _stays_link(site, source):
        return os.path.islink(path) and os.readlink(path) == os.readlink(source)
    wanted = os.stat(source)
    same = there.st_size == wanted.st_size and there.st_mode == wanted.st_mode and int(there.st_mtime) == int(wanted.st_mtime)
    return same and (wanted.st_ctime_ns < there.st_ctime_ns or filecmp.cmp(source, path, shallow=False))


def _copy(site: Site, item: StaticFile, part: str) -> None:
    """Copy a static file with its mode and time."""
    source = item.path
    if _stays_link(site, source):
        os.symlink(os.readlink(source), part)
        return
    shutil.copyfile(source, part)
    shutil.copymode(source, part)
    os.utime(part, (item.mtime, item.mtime))


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
