"""`{% link path/to/file.md %}`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.errors import ForeignError
from pyjekyll.liquid.tag import Tag
from pyjekyll.liquid.values import STRIPPED
from pyjekyll.tags.include import render_text

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context
    from pyjekyll.liquid.parsing import ParseContext


class Link(Tag):
    """Print the URL, below baseurl, of a page, document or static file that is written."""

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        self.path = markup.strip(STRIPPED)

    def render(self, context: Context) -> str:
        """Return the URL.

        Raises ForeignError (ArgumentError): nothing that is written has that path.
        """
        path = render_text(context, self.path)
        context.registers["site"].note("link", path)
        with_slash = "/" + path.lstrip("/")
        for item in context.registers["site"].each_site_file():
            if item.relative_path in (path, with_slash):
                return relative_url(context, item)
        raise ForeignError(
            f"Could not find document '{path}' in tag '{self.name}'.\n\nMake sure the document exists and the path is correct.\n",
            "ArgumentError",
            hint=_hint(path, context.registers["site"]),
        )


def relative_url(context: Context, item: Any) -> str:
    """Return an item's URL below baseurl, by the filter of that name."""
    url = context.invoke("relative_url", item.url)
    return "" if url is None else str(url)


def _hint(path: str, site: Any) -> str:
    from pyjekyll.liquid.hints import file_hint

    known = [str(item.relative_path) for item in site.each_site_file()]
    return file_hint(path, known) or "Write the source file's path from the site's folder, extension included."
