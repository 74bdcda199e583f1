"""Read collections: documents, static files, order (DOC-8, DOC-9)."""

from __future__ import annotations

import os
from collections.abc import Callable

from pyjekyll.model.collection import Collection
from pyjekyll.model.document import Document
from pyjekyll.model.item import join_inside
from pyjekyll.model.static import StaticFile
from pyjekyll.read.frontmatter import starts_file
from pyjekyll.read.posts import read_document
from pyjekyll.site import Site

Accepts = Callable[[list[str], str], list[str]]


def read_collection(site: Site, collection: Collection, accepts: Accepts) -> None:
    """Read a collection's folder into its documents and files, and sort the documents."""
    directory = collection.directory
    if os.path.isdir(directory) and not (site.safe and os.path.islink(directory)):
        for entry in accepts(_entries(directory), directory):
            path = os.path.join(directory, entry)
            if os.path.isdir(path) or (site.safe and os.path.islink(path)):
                continue
            _read_entry(site, collection, entry, path)
    site.static_files.extend(collection.files)
    collection.sort()


def _read_entry(site: Site, collection: Collection, entry: str, path: str) -> None:
    if starts_file(path):
        document = Document(site, path, collection)
        read_document(site, document)
        if site.config.unpublished or document.published:
            collection.docs.append(document)
    else:
        folder = os.path.dirname(entry)
        place = join_inside(collection.relative_directory, folder) if folder else collection.relative_directory
        collection.files.append(StaticFile(site, site.source, place, os.path.basename(entry), collection))


def _entries(directory: str) -> list[str]:
    found: list[str] = []
    for folder, names, files in os.walk(directory):
        names.sort()
        relative = os.path.relpath(folder, directory)
        prefix = "" if relative == "." else relative + "/"
        found.extend(prefix + name for name in files)
    return sorted(found)
