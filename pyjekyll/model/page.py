"""Pages: any file with front matter outside collections, and pages that plugins make (DOC-7, DOC-16, VAR-3)."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pyjekyll.model.item import HTML_EXTENSIONS, Data, Item, has_liquid, split_ext
from pyjekyll.model.permalink import add_suffix, clean, fill_from_hash, unusable
from pyjekyll.ruby.hash import deep_merge, deep_merge_into
from pyjekyll.ruby.text import inspect, to_s, truthy

if TYPE_CHECKING:
    from pyjekyll.site import Site

_FINAL_DOTS = re.compile(r"\.*\Z")


class Page(Item):
    """A page, its front matter in `data` and its text in `content`. `directory` is its folder as Jekyll keeps it ("" or "/x")."""

    hook_owners = ("pages",)
    type = "pages"
    class_name = "Jekyll::Page"

    def __init__(self, site: Site, base: str, directory: str, name: str) -> None:
        self.site, self.base, self.directory, self.name = site, base, directory, name
        self.basename, self.ext = split_name(name)
        self.relative_path = f"{directory.rstrip('/')}/{name}".lstrip("/") if directory else name.removeprefix("/")
        self.path = os.path.join(base, self.relative_path)
        self.data = Data(self)
        self.content = ""
        self._excerpt: Any = None

    @property
    def shown_path(self) -> str:
        """Return the path that messages name: relative to the source, or what the front matter says."""
        return to_s(self.data.get("path") or self.relative_path)

    @property
    def dir(self) -> str:
        """Return the folder part of the URL, with its final slash."""
        url = self.url
        if url.endswith("/"):
            return url
        parent = os.path.dirname(url)
        return parent if parent.endswith("/") else parent + "/"

    @property
    def template(self) -> str:
        """Return the URL template that applies without a permalink."""
        if not self.is_html:
            return "/:path/:basename:output_ext"
        if self.basename == "index":
            return "/:path/"
        return add_suffix("/:path/:basename", self.site.config.permalink_style)

    @property
    def is_html(self) -> bool:
        """Say whether the output is HTML."""
        return self.output_ext in HTML_EXTENSIONS

    @property
    def url(self) -> str:
        """Return the page's URL, computed once."""
        if self._url is None:
            permalink = self.permalink
            if permalink is not None and permalink is not False and not isinstance(permalink, str):
                raise unusable("permalink", permalink, self.path)
            values = {"path": self.directory, "basename": self.basename, "output_ext": self.output_ext}
            self._url = clean(fill_from_hash(permalink if isinstance(permalink, str) else self.template, values))
        return self._url

    @url.setter
    def url(self, value: str | None) -> None:
        self._url = value

    def destination(self, base: str) -> str:
        """Return the output file: `index` + extension for a URL with a final slash, the extension appended where missing."""
        path = self._destination_path(base, "index")
        return path if path.endswith(self.output_ext) else path + self.output_ext

    @property
    def render_with_liquid(self) -> bool:
        """Say whether the page's own text goes through Liquid."""
        return self.data["render_with_liquid"] is not False and has_liquid(self.content)

    @property
    def place_in_layout(self) -> bool:
        """Say whether layouts apply at all."""
        return not self.is_asset and self.data["layout"] != "none"

    @property
    def written(self) -> bool:
        """Pages are always written."""
        return True

    @property
    def excerpt(self) -> Any:
        """Return the front matter's excerpt as text, an excerpt object where the site makes them for pages, or None."""
        if self._excerpt is None:
            value = self.data["excerpt"]
            self._excerpt = None if value is None or value is False else to_s(value)
        return self._excerpt

    @property
    def excerpt_separator(self) -> str:
        """Return what ends the page's excerpt; the defaults are asked too late to say so."""
        own = self.data.get("excerpt_separator")
        return to_s(own if truthy(own) else self.site.config.excerpt_separator)

    def to_liquid(self, without: str = "") -> dict[str, Any]:
        """Return the hash that templates see: defaults, front matter, then the six attributes, which win."""
        values = {name: attribute(self) for name, attribute in _ATTRIBUTES.items() if name != without}
        own = deep_merge(dict(self.data), values)
        merged = deep_merge(self.site.defaults.all(self.relative_path, self.type), own)
        return merged if self.site.recorder is None else self.site.recorder.hash_of(self, merged)

    def ruby_inspect(self) -> str:
        """Print as Ruby does within a list or hash."""
        return f"#<{self.class_name} @relative_path={inspect(self.relative_path)}>"

    def value_in_liquid(self, key: str) -> Any:
        """Return one value of what templates see, the others not made: `where` asks each page for one only."""
        if type(self).to_liquid is not Page.to_liquid:
            return self.to_liquid().get(key)
        if self.site.recorder is not None:
            self.site.recorder.read(self, key)
        attribute = _ATTRIBUTES.get(key)
        value = None if attribute is None else attribute(self)
        value = self.data.get(key) if value is None else value
        if value is not None and not isinstance(value, dict):
            return value
        default = self.site.defaults.all(self.relative_path, self.type)
        return deep_merge_into(default, {key: value}).get(key)


# What a page's front matter cannot change, unless the attribute is nil.
_ATTRIBUTES: dict[str, Callable[[Page], Any]] = {
    "content": lambda page: page.content,
    "dir": lambda page: page.dir,
    "excerpt": lambda page: page.excerpt,
    "name": lambda page: page.name,
    "path": lambda page: page.data.get("path", page.relative_path),
    "url": lambda page: page.url,
}


class GeneratedPage(Page):
    """A page that a plugin makes: no file is read, `data` and `content` are given.

    `dir` is its folder ("" or "/x/"), `name` its file name; both decide the URL unless data holds a permalink.
    """

    class_name = "Jekyll::PageWithoutAFile"

    def __init__(
        self,
        site: Site,
        base: str | None = None,
        dir: str = "",
        name: str = "index.html",
        data: dict[str, Any] | None = None,
        content: str = "",
    ) -> None:
        super().__init__(site, site.source if base is None else base, dir, name)
        self.data.update(data or {})
        self.content = content
        site.registry.fire_item(self, "post_init")


class SourceMapPage(Page):
    """The source map of a sheet. It shares the sheet's front matter: a permalink there is the map's, too, as in Ruby."""

    class_name = "Jekyll::SourceMapPage"

    def __init__(self, sheet: Page, content: str) -> None:
        super().__init__(sheet.site, sheet.site.source, sheet.dir, f"{sheet.basename}.css.map")
        self.data = sheet.data
        self.content = self.source_text = content
        self.sheet = sheet
        self.site.registry.fire_item(self, "post_init")

    @property
    def render_with_liquid(self) -> bool:
        """The map is written as it is."""
        return False

    @property
    def place_in_layout(self) -> bool:
        """The sheet's layout is not the map's."""
        return False


def split_name(name: str) -> tuple[str, str]:
    """Split a file name into the basename without its final dots, and the extension."""
    stem, ext = split_ext(name)
    return _FINAL_DOTS.sub("", stem, count=1), ext
