"""jekyll-relative-links 0.7: Markdown links to source files become links to their pages."""

from __future__ import annotations

import os
import re
from typing import Any
from urllib.parse import unquote_plus

from pyjekyll.model.permalink import as_list
from pyjekyll.plugins import Excerpt, generator
from pyjekyll.plugins.builtin._values import section
from pyjekyll.read.filter import Patterns

_WS = r"[ \t\r\n\f\v]"
_REST = rf"""(#.+?|)?({_WS}+"(?:\\"|[^"])*(?<!\\)"|{_WS}+"(?:\\'|[^'])*(?<!\\)')?"""
_LINK = re.compile(rf"\[(.*?)\]\(([^)]+?){_REST}\)|^{_WS}*?\[(.*?)\]: (.+?){_REST}{_WS}*?$", re.MULTILINE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@generator(priority="lowest")
def relative_links(site: Any) -> None:
    """Rewrite the links of Markdown pages and, with `collections: true`, of documents."""
    options = section(site.config, "relative_links")
    if options.get("enabled") is False:
        return
    documents = [item for item in site.documents if item.is_document and item.written]
    targets: dict[str, Any] = {}
    for target in (*site.pages, *site.static_files, *documents):
        targets.setdefault(target.relative_path.removeprefix("/"), target)
    excluded = Patterns(site.source, as_list(options.get("exclude")))
    for item in [*site.pages, *(documents if options.get("collections") is True else [])]:
        if site.is_markdown(item.ext) and not excluded.match(item.relative_path):
            _rewrite(site, item, targets)


def _rewrite(site: Any, item: Any, targets: dict[str, Any]) -> None:
    folder = os.path.dirname(item.relative_path)

    def replace(match: re.Match[str]) -> str:
        text, path, fragment, title = match.groups()[:4] if match[2] is not None else match.groups()[4:]
        if path.startswith("#") or _SCHEME.match(path):
            return match[0]
        target = targets.get(_from_root(path, folder))
        if target is None:
            return match[0]
        url = f"{site.apply_filter('relative_url', target.url)}{fragment or ''}"
        return f"[{text}]({url}{title or ''})" if match[2] is not None else f"\n[{text}]: {url}{title or ''}"

    item.content = _LINK.sub(replace, item.content)
    if item.data["excerpt"] is not None and item.data["excerpt"] is not False and item.is_document:
        item.data["excerpt"] = Excerpt(item)


def _from_root(path: str, folder: str) -> str:
    """Return the file that a link names, counted from the source; one that starts outside or leads there keeps its `/` or `..`."""
    base = "" if path.startswith("/") else folder
    return unquote_plus(os.path.normpath(os.path.join(base, path.removeprefix("/"))))
