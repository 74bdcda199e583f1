"""Walk the source: one listing a folder, split into folders, pages and static files (RD-1 to RD-6)."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from pyjekyll.errors import ReadError
from pyjekyll.model.document import DATED_NAME, DATELESS_NAME
from pyjekyll.model.item import join_inside, leaves
from pyjekyll.model.page import Page
from pyjekyll.model.static import StaticFile
from pyjekyll.read.frontmatter import starts_file
from pyjekyll.read.pages import read_page
from pyjekyll.read.posts import read_documents
from pyjekyll.site import Site


def read_directories(site: Site, accepts: Callable[[list[str], str], list[str]], directory: str = "") -> None:
    """Read a folder and those below it into the site's pages, posts and static files.

    Entries come in the file system's own order, as in Ruby: it decides among pages of one name, which are sorted by that only.
    """
    base = join_inside(site.source, directory)
    if not os.path.isdir(base):
        return
    folders: list[str] = []
    pages: list[str] = []
    files: list[str] = []
    for entry in accepts(os.listdir(base), base):
        path = join_inside(base, entry)
        if os.path.isdir(path):
            folders.append(entry)
        else:
            (pages if starts_file(path) else files).append(entry)
    _retrieve_posts(site, accepts, directory)
    for entry in folders:
        if join_inside(base, entry) != site.dest.rstrip("/"):
            read_directories(site, accepts, f"{directory}/{entry}")
    add_pages(site, directory, pages)
    site.static_files.extend(StaticFile(site, site.source, directory, name) for name in files)


def add_pages(site: Site, directory: str, names: list[str]) -> None:
    """Read the named pages of a folder and keep the published ones."""
    pages = (read_page(site, Page(site, site.source, directory, name)) for name in names)
    site.pages.extend(page for page in pages if site.publishes(page))


def _retrieve_posts(site: Site, accepts: Callable[[list[str], str], list[str]], directory: str) -> None:
    folder = site.config.collections_dir
    if folder and not (directory == f"/{folder}" or directory.startswith(f"/{folder}/")):
        return
    kinds: list[tuple[str, Any]] = [("_posts", DATED_NAME)]
    if site.config.show_drafts:
        kinds.append(("_drafts", DATELESS_NAME))
    for name, pattern in kinds:
        base = join_inside(join_inside(site.source, directory), name)
        require_folder(base)
        if os.path.isdir(base) and not (site.safe and leaves(site.source, base)):
            site.posts.docs.extend(read_documents(site, base, _entries(accepts, base), pattern))


def require_folder(path: str) -> None:
    """Raise ReadError for a file in the place of a folder: Ruby cannot enter it."""
    if os.path.isfile(path):
        raise ReadError(f"Not a directory @ dir_chdir - {path}", path=path, hint="A folder has to stand here: move or rename the file.")


def _entries(accepts: Callable[[list[str], str], list[str]], base: str) -> list[str]:
    """List the files below base as Dir["**/*"] does: no dot files, links to folders not entered."""
    found: list[str] = []
    for folder, names, files in os.walk(base):
        names[:] = sorted(name for name in names if not name.startswith("."))
        relative = os.path.relpath(folder, base)
        prefix = "" if relative == "." else relative + "/"
        found.extend(prefix + name for name in files if not name.startswith("."))
    return [entry for entry in accepts(sorted(found), base) if not os.path.isdir(os.path.join(base, entry))]


def read_included(site: Site, accepts: Callable[[list[str], str], list[str]]) -> None:
    """Read the files that `include` names one by one, even inside excluded folders (RD-4)."""
    for entry in site.config.include:
        path = join_inside(site.source, str(entry))
        if not os.path.isfile(path) or (site.safe and os.path.islink(path)):
            continue
        relative = os.path.relpath(path, site.source)
        directory, name = os.path.split(relative)
        place = f"/{directory}" if directory else ""
        if starts_file(path):
            if all(page.relative_path != relative for page in site.pages):
                add_pages(site, place, [name])
        elif all(file.relative_path.lstrip("/") != relative for file in site.static_files):
            site.static_files.append(StaticFile(site, site.source, place, name))
