"""Excerpts: the head of a document, rendered on its own when a template first asks for it (EXC-1 to EXC-4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pyjekyll.errors import LayoutError
from pyjekyll.model.item import Data, Item, has_liquid
from pyjekyll.ruby.text import inspect

if TYPE_CHECKING:
    from pyjekyll.model.document import Document
    from pyjekyll.model.page import Page

_TAG = re.compile(r"\{%-?[ \t\n\v\f\r]*(\w+)[ \t\n\v\f\r]*.*?-?%\}", re.DOTALL | re.ASCII)
_ITSELF = "This excerpt prints itself: take the tag out of the post's first paragraph, or print `content` in its place."
_LINK_DEFINITION = re.compile(r"^ {0,3}(?:(\[[^\]]+\])(:.+))$", re.MULTILINE)


class Excerpt(Item):
    """The excerpt of a document or page. It renders once, in the payload of whoever reads it first.

    `cells` is what it read, for whoever reads it later (see pyjekyll.deps).
    """

    cells: Any = ()
    _rendering = False

    def __init__(self, doc: Document | Page) -> None:
        self.doc, self.site, self.ext = doc, doc.site, doc.ext
        self.type = doc.type
        self.path = f"{doc.path}/#excerpt"
        self.relative_path = f"{doc.relative_path}/#excerpt"
        self.is_document = False
        self.content = self.source_text = self._extract(doc.content)
        self.output = None

    @property
    def data(self) -> Data:  # type: ignore[override]
        """Return the document's data without layout and excerpt, as it is at the first reading."""
        if "_data" not in self.__dict__:
            copy = Data(self.doc)
            copy.update(self.doc.data)
            copy.pop("layout", None)
            copy.pop("excerpt", None)
            self.__dict__["_data"] = copy
        return self.__dict__["_data"]  # type: ignore[no-any-return]

    @property
    def shown_path(self) -> str:
        """Return the path that messages about the text name."""
        return f"{self.doc.shown_path}/#excerpt"

    @property
    def place_in_layout(self) -> bool:
        """Excerpts have no layout."""
        return False

    @property
    def written(self) -> bool:
        """Excerpts are no files."""
        return False

    @property
    def url(self) -> str:
        """Return the document's URL."""
        return self.doc.url

    @property
    def id(self) -> str:
        """Return the document's id, marked."""
        return f"{self.doc.id}#excerpt" if self.doc.is_document else self.relative_path

    @property
    def render_with_liquid(self) -> bool:
        """Say whether the excerpt goes through Liquid."""
        if self.data["render_with_liquid"] is False or self.ext in (".coffee", ".yaml", ".yml"):
            return False
        return has_liquid(self.content)

    @property
    def identity(self) -> str:
        """Return what the excerpt is made from: it has no name of its own."""
        return f"excerpt {self.source_text}"

    def forget(self) -> None:
        """Go back to the state before the first reading."""
        self.content, self.output, self.cells = self.source_text, None, ()
        self.__dict__.pop("_data", None)

    def text(self) -> str:
        """Return the rendered excerpt; raises LayoutError where it asks for itself, over which Ruby never ends."""
        if self.output is None:
            if self._rendering:
                raise LayoutError("stack level too deep", hint=_ITSELF)
            self._rendering = True
            try:
                self.output = self.site.render_excerpt(self)
            finally:
                self._rendering = False
        elif self.site.recorder is not None:
            self.site.recorder.cells.update(self.cells)
        return self.output or self.content

    def ruby_to_s(self) -> str:
        """Print as the rendered text."""
        return self.text()

    def ruby_inspect(self) -> str:
        """Print as Jekyll prints an excerpt."""
        return f"<Jekyll::Excerpt id={self.id}>"

    def to_liquid(self) -> Any:
        """Return the drop that templates see: the document's, with a layout and without neighbours of its own."""
        from pyjekyll.model.drops import ExcerptDrop

        return self.site.watched(ExcerptDrop, self)

    def _extract(self, text: str) -> str:
        head, separator, tail = text.partition(self.doc.excerpt_separator)
        if not separator or not tail:
            return head
        if "{%" in head:
            head = self._close_blocks(head)
        if "[" not in head or "]:" not in tail:
            return head  # the search below looks at every line
        definitions = ["".join(found) for found in _LINK_DEFINITION.findall(tail) if found[0] in head]
        return head + "\n\n" + "\n".join(definitions) if definitions else head

    def _close_blocks(self, head: str) -> str:
        closed = head
        for name in reversed(_TAG.findall(head)):
            if self.site.is_liquid_block(name) and not re.search(r"\{%-?[ \t\n\v\f\r]*end" + name + r".*?[ \t\n\v\f\r]*-?%\}", closed, re.DOTALL):
                closed += "\n{% end" + name + " %}"
        if closed is not head:
            self._warn()
        return closed

    def _warn(self) -> None:
        log = self.site.log
        log.warn("Warning:", f"Excerpt modified in {self.doc.relative_path}!")
        log.warn("", f"Found a Liquid block containing the excerpt separator {inspect(self.doc.excerpt_separator)}.")
        log.warn("", "The block has been modified with the appropriate closing tag.")
        log.warn("", "Feel free to define a custom excerpt or excerpt_separator in the")
        log.warn("", "document's Front Matter if the generated excerpt is unsatisfactory.")


class PageExcerpt(Excerpt):
    """The excerpt of a page: templates see the page's own hash, without `excerpt`."""

    def to_liquid(self) -> Any:
        """Return the page's hash without its excerpt."""
        return self.doc.to_liquid("excerpt")  # type: ignore[call-arg]

    def ruby_inspect(self) -> str:
        """Print as Jekyll prints a page's excerpt."""
        return f"#<Jekyll::PageExcerpt id={inspect(self.id)}>"
