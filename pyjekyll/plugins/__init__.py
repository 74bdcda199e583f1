"""What a plugin imports: the decorators, the Converter base class, and the items that it may add to a site."""

from typing import TYPE_CHECKING, Any

from pyjekyll.plugins.registry import Converter, Registry, command, filter, generator, hook, tag

if TYPE_CHECKING:
    from pyjekyll.model.excerpt import Excerpt
    from pyjekyll.model.page import GeneratedPage as Page
    from pyjekyll.model.page import Page as FilePage
    from pyjekyll.model.static import GeneratedFile, StaticFile
    from pyjekyll.read.pages import read_page

__all__ = [
    "Converter",
    "Excerpt",
    "FilePage",
    "GeneratedFile",
    "Page",
    "Registry",
    "StaticFile",
    "command",
    "filter",
    "generator",
    "hook",
    "read_page",
    "tag",
]


def __getattr__(name: str) -> Any:
    if name == "Page":
        from pyjekyll.model.page import GeneratedPage

        return GeneratedPage
    if name == "read_page":
        from pyjekyll.read.pages import read_page

        return read_page
    if name == "FilePage":
        from pyjekyll.model.page import Page

        return Page
    if name == "Excerpt":
        from pyjekyll.model.excerpt import Excerpt

        return Excerpt
    if name in ("StaticFile", "GeneratedFile"):
        from pyjekyll.model import static

        return getattr(static, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
