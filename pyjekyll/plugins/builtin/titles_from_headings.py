"""jekyll-titles-from-headings 0.5: the first heading becomes the title of a page without one."""

from __future__ import annotations

import re
from typing import Any

from pyjekyll.plugins import Excerpt, generator
from pyjekyll.plugins.builtin._values import section
from pyjekyll.ruby.text import strip

_WS = r"[ \t\r\n\f\v]"
_TITLE = re.compile(rf"\A{_WS}*(?:\#{{1,3}}{_WS}+(.*)(?:{_WS}+\#{{1,3}})?|(.*)\r?\n[-=]+{_WS}*)$", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^[^\]]*\]")


@generator(priority="lowest")
def titles_from_headings(site: Any) -> None:
    """Set titles; a document's inferred title gives way to its heading."""
    options = section(site.config, "titles_from_headings")
    if options.get("enabled") is False:
        return
    items = list(site.pages)
    if options.get("collections") is True:
        items += [item for item in site.documents if item.is_document and item.written]
    for item in items:
        if site.is_markdown(item.ext) and (item.is_document or item.data["title"] is None):
            _set_title(site, item, options)


def _set_title(site: Any, item: Any, options: dict[str, Any]) -> None:
    match = _TITLE.search(item.content)
    item.data["title"] = _plain(site, match[1] or match[2] or "") if match else item.data["title"]
    wanted = item.data["strip_title"] if "strip_title" in item.data else options.get("strip_title")
    if wanted is True:
        item.content = strip(_TITLE.sub("", item.content))
        if item.is_document and item.collection.label == "posts" and item.excerpt_separator:
            item.data["excerpt"] = Excerpt(item)


def _plain(site: Any, heading: str) -> str:
    text: Any = site.markdown(heading)
    for name in ("strip_html", "normalize_whitespace"):
        text = site.apply_filter(name, text)
    return _FOOTNOTE.sub("", text)
