"""Warnings about layouts that are not there, and about chains of layouts that run in a circle."""

from __future__ import annotations

from pyjekyll.errors import LayoutError
from pyjekyll.failures import details
from pyjekyll.model.item import Item
from pyjekyll.model.layout import Layout
from pyjekyll.ruby.text import to_s
from pyjekyll.site import Site


class LayoutWarnings:
    """Say what is wrong with a layout, and once for each, where: a theme that is missing would repeat it on every page."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._told: set[str] = set()

    def missing(self, name: str, item: Item) -> None:
        """Warn of an item's layout that does not exist, in Jekyll's words."""
        error = LayoutError(f"Layout '{name}' requested in {item.relative_path} does not exist.", path=item.path, key="layout")
        self._site.log.warn("Build Warning:", error.message)
        self._explain(name, error, self._choice())

    def end_of_chain(self, layout: Layout, parent: Layout | None) -> None:
        """Say what ends a chain of layouts other than its outermost layout, which Jekyll passes over in silence.

        Themes name a parent that they do not bring, and their sites are fine: that is said to who asks for more only.
        """
        wanted = layout.data.get("layout")
        if wanted is None or (parent is None and wanted == "none") or layout.path in self._told:
            return
        named = f"'{to_s(wanted)}', which {layout.relative_path.lstrip('/')} names,"
        if parent is None:
            self._site.log.debug("Layout:", f"{named} does not exist.")
            return
        error = LayoutError(f"{named} is in use already: the chain of layouts ends here.", path=layout.path, key="layout")
        self._site.log.warn("Layout:", error.message)
        self._explain(layout.path, error, "Take `layout` out of the front matter of the outermost one.")

    def _explain(self, key: str, error: LayoutError, hint: str) -> None:
        if key in self._told:
            return
        self._told.add(key)
        error.hint = hint
        for topic, text in details(error):
            self._site.log.warn(topic, text)

    def _choice(self) -> str:
        layouts = self._site.layouts
        if self._site.theme is None and self._site.config.remote_theme:
            return "The site has a `remote_theme`: name jekyll-remote-theme under `plugins`, which GitHub Pages does by itself."
        return f"The layouts are {', '.join(sorted(layouts))}." if layouts else "The site has no layouts."
