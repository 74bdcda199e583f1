"""From a request's path to a file of the destination, as WEBrick and Jekyll's servlet find it (SRV-2, SRV-4)."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote_to_bytes

# A folder's page, best first; `.cgi` and `.rhtml` are shown like any file, where WEBrick runs them.
INDEX_NAMES = ("index.htm", "index.html", "index.rhtml", "index.xht", "index.xhtml", "index.cgi", "index.xml", "index.json")
_SUFFIXES = ("", ".html", ".xhtml")
_PLAIN = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")
# Ruby 3.1's regexes read \Z and \z alike here: a name has no line feed at its end that they could differ in.
_AMBIGUOUS = re.compile(r"[. ]+\Z|::\$DATA\Z")


class BadPath(Exception):
    """A path that is no URL's, or leads above the root."""


class NotThere(Exception):
    """A path that leads to nothing that may be shown."""


class Found(NamedTuple):
    """What a path leads to: a "file", a "folder" to list, or a folder whose URL lacks its slash ("redirect")."""

    kind: str
    path: str


def decoded(raw: str) -> str:
    """Return a request's path with its escapes resolved and without empty and dot segments.

    Raises BadPath for what is no URL path, and for one that leads above the root.
    """
    if not raw.startswith("/") or _PLAIN.fullmatch(raw) is None:
        raise BadPath(raw)
    path = unquote_to_bytes(raw).decode("utf-8", "surrogateescape")
    if "\0" in path:
        raise BadPath(raw)
    segments: list[str] = []
    *before, last = path.split("/")
    for segment in (*before, last):
        if segment == "..":
            if not segments:
                raise BadPath(raw)
            segments.pop()
        elif segment not in ("", "."):
            segments.append(segment)
    slash = "/" if segments and last in ("", ".", "..") else ""
    return "/" + "/".join(segments) + slash


def below(path: str, baseurl: str) -> str:
    """Return the part of a path after the site's baseurl, which begins with a slash. Raises NotThere outside of it."""
    base = baseurl.rstrip("/")
    if not path.startswith(f"{base}/"):
        raise NotThere(path)
    return path[len(base) :]


class Tree:
    """The destination's files, with those of a preview over them. Nothing outside the destination is in it, links included."""

    def __init__(self, root: str, preview: Mapping[str, Any]) -> None:
        self.root, self.preview = root, preview
        self._inside = os.path.realpath(root).rstrip(os.sep) + os.sep
        self._folders = {folder for path in preview for folder in _folders(path, root)}

    def is_file(self, path: str) -> bool:
        """Say whether the path is a file that may be shown."""
        return path in self.preview or (os.path.isfile(path) and self._contains(path))

    def is_folder(self, path: str) -> bool:
        """Say whether the path is a folder that may be entered."""
        return path in self._folders or (os.path.isdir(path) and self._contains(path))

    def _contains(self, path: str) -> bool:
        return os.path.realpath(path).startswith(self._inside)


def _folders(path: str, root: str) -> list[str]:
    found = []
    while (path := os.path.dirname(path)) != root and len(path) > len(root):
        found.append(path)
    return found


def look_up(tree: Tree, path: str, show_listing: bool = False) -> Found:
    """Find what a path below the baseurl leads to. Raises NotThere.

    A name without extension finds `NAME.html` and `NAME.xhtml`; a folder finds its index, then the file of its own name with
    one of these extensions; what follows a file's name is ignored. With `show_listing` folders have no index.
    """
    segments = re.findall(r"/[^/]*", path)
    place = tree.root
    while segments and segments[0] != "/" and tree.is_folder(place + segments[0]):
        place = _step(place, segments.pop(0))
    if not segments:
        return Found("redirect", place)
    if segments[0] == "/":
        names = [*(() if show_listing else ("/" + name for name in INDEX_NAMES)), ".html", ".xhtml"]
    else:
        names = [segments[0]]
    for name in names:
        for suffix in _SUFFIXES:
            if tree.is_file(place + name + suffix):
                return Found("file", _step(place, name + suffix))
    if segments[0] == "/":
        return Found("folder", place)
    raise NotThere(path)


def _step(place: str, segment: str) -> str:
    path = place + segment
    if hidden(os.path.basename(path)):
        raise NotThere(path)
    return path


def hidden(name: str) -> bool:
    """Say whether a name is never shown: Apache's own files, those of `~users`, and what Windows takes for another name."""
    return name[:3].lower() == ".ht" or name.startswith("~") or _AMBIGUOUS.search(name) is not None
