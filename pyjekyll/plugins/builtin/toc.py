"""jekyll-toc 0.18: the filters `toc`, `toc_only` and `inject_anchors`, and the tag `{% toc %}`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pyjekyll.plugins import filter, tag
from pyjekyll.plugins.builtin._fragment import Element, parse
from pyjekyll.plugins.builtin._values import look
from pyjekyll.ruby.errors import RubyArgumentError
from pyjekyll.ruby.numbers import to_i
from pyjekyll.ruby.text import cgi_escape, downcase, escape_html, to_s, truthy
from pyjekyll.ruby.unicode_tables import WORD, in_class

_DEFAULTS = {
    "min_level": 1,
    "max_level": 6,
    "ordered_list": False,
    "no_toc_section_class": "no_toc_section",
    "list_id": "toc",
    "list_class": "section-nav",
    "sublist_class": "",
    "item_class": "toc-entry",
    "item_prefix": "toc-",
}


@filter(context=True, pure=True)
def toc_only(context: Any, html: Any) -> Any:
    """Return the list of contents, nothing without `toc: true` in the front matter."""
    return Contents(html, context).listing() if _enabled(context) else ""


@filter(context=True, pure=True)
def inject_anchors(context: Any, html: Any) -> Any:
    """Return the text with a link in front of each heading."""
    return Contents(html, context).anchored() if _enabled(context) else html


@filter(context=True, pure=True)
def toc(context: Any, html: Any) -> Any:
    """Return the list and the text with links."""
    if not _enabled(context):
        return html
    contents = Contents(html, context)
    return contents.listing() + contents.anchored()


@tag("toc", parallel=True, pure=True)
def toc_tag(context: Any, _markup: str) -> str:
    """Return the list for the page's own content, which for a page is its source."""
    page = context.registers["page"]
    return Contents(look(page, "content"), context).listing() if truthy(look(page, "toc")) else ""


def _enabled(context: Any) -> bool:
    return look(context.registers["page"], "toc") is True


class Entry(NamedTuple):
    """One heading."""

    id: str
    text: str
    level: int
    element: Element


class Contents:
    """The headings of a text."""

    def __init__(self, html: Any, context: Any) -> None:
        own = context.registers["site"].config.get("toc")
        self.options: dict[str, Any] = {**_DEFAULTS, **(own if isinstance(own, dict) else {})}
        self.names = {key: to_s(self.options[key]) for key in ("list_id", "list_class", "item_class", "item_prefix", "sublist_class")}
        self.tree = parse(to_s(html))
        self.entries = list(self._headings())
        self.tag = "ol" if truthy(self.options["ordered_list"]) else "ul"

    def _headings(self) -> Iterator[Entry]:
        names = {f"h{level}" for level in _levels(self.options["min_level"], self.options["max_level"])}
        quiet = self.options["no_toc_section_class"]
        quiet = {to_s(name) for name in (quiet if isinstance(quiet, list) else [quiet])}
        seen: dict[str, int] = {}
        for node in self.tree.walk():
            if not isinstance(node, Element) or node.name not in names or "no_toc" in _classes(node):
                continue
            if any(quiet.intersection(_classes(above)) for above in node.ancestors()):
                continue
            given = node.attributes.get("id")
            if given is None:
                given = _id(node.text)
                seen[given] = seen.get(given, -1) + 1
                given += f"-{seen[given]}" if seen[given] else ""
            yield Entry(given, escape_html(node.text), int(node.name[1]), node)

    def anchored(self) -> str:
        """Return the text with a link in front of each heading's text."""
        for entry in self.entries:
            link = parse(f'<a class="anchor" href="#{entry.id}" aria-hidden="true"><span class="octicon octicon-link"></span></a>')
            if entry.element.children:
                first = entry.element.children[0]
                entry.element.replace(first, [*link.children, first])
        return self.tree.html()

    def listing(self) -> str:
        """Return the list."""
        opened = f'<{self.tag} id="{self.names["list_id"]}" class="{self.names["list_class"]}">'
        return f"{opened}\n{self._items(self.entries)}</{self.tag}>"

    def _items(self, entries: list[Entry]) -> str:
        top = min((entry.level for entry in entries), default=0)
        items, index = [], 0
        while index < len(entries):
            below = self._below(entries, index + 1 if entries[index].level == top else index, top)
            if entries[index].level != top:
                items.append(self._items(below))
                index += len(below)
                continue
            items.append(self._item(entries[index], below))
            index += 1 + len(below)
        return "".join(items)

    @staticmethod
    def _below(entries: list[Entry], start: int, top: int) -> list[Entry]:
        stop = start
        while stop < len(entries) and entries[stop].level > top:
            stop += 1
        return entries[start:stop]

    def _item(self, entry: Entry, below: list[Entry]) -> str:
        name = f"{self.names['item_class']} {self.names['item_prefix']}h{entry.level}"
        sub = self.names["sublist_class"]
        opened = f'<{self.tag} class="{sub}">' if sub else f"<{self.tag}>"
        nested = f"\n{opened}\n{self._items(below)}</{self.tag}>\n" if below else ""
        return f'<li class="{name}"><a href="#{entry.id}">{entry.text}</a>{nested}</li>\n'


def _levels(lowest: Any, highest: Any) -> range:
    """Return the levels of the list; numbers in quotes will do, too. Raises RubyArgumentError for anything else."""
    if isinstance(lowest, str) and isinstance(highest, str):
        lowest, highest = to_i(lowest), to_i(highest)
    if type(lowest) is not int or type(highest) is not int:
        raise RubyArgumentError("bad value for range")
    return range(lowest, highest + 1)


def _classes(element: Element) -> set[str]:
    return set((element.attributes.get("class") or "").split())


def _id(text: str) -> str:
    kept = [char for char in downcase(text) if char in "- _" or in_class(char, WORD)]
    return cgi_escape("".join(kept).replace(" ", "-"))
