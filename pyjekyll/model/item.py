"""What pages and documents have in common: data with defaults behind it, layout and Liquid tests, output extension."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from pyjekyll.ruby.inspect import to_s
from pyjekyll.ruby.url import unescape_path

if TYPE_CHECKING:
    from pyjekyll.site import Site

SASS_EXTENSIONS = (".sass", ".scss")
INVALID_BYTES = re.compile("[\udc80-\udcff]")  # what `surrogateescape` makes of bytes that are no text
HTML_EXTENSIONS = (".html", ".xhtml", ".htm")


class Data(dict[str, Any]):
    """Front matter whose missing keys are looked up among the site's defaults, as Ruby's default procs do.

    `data[key]` never raises; `data.get(key)` and `key in data` see the item's own front matter only.
    """

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._item = item

    def __missing__(self, key: str) -> Any:
        item = self._item
        return item.site.defaults.find(item.relative_path, item.type, key)


def has_liquid(text: str | None) -> bool:
    """Say whether text could hold Liquid at all: without braces it never meets the engine."""
    return bool(text) and ("{%" in text or "{{" in text)  # type: ignore[operator]


def split_ext(name: str) -> tuple[str, str]:
    """Split a file name as Ruby's File.extname does: a leading dot or a final dot starts no extension."""
    base = name.rsplit("/", 1)[-1]
    bare = base.lstrip(".")
    dot = bare.rfind(".")
    if dot <= 0 or dot == len(bare) - 1:
        return name, ""
    ext = bare[dot:]
    return name[: -len(ext)], ext


class Item:
    """Base of pages and documents."""

    site: Site
    path: str
    relative_path: str
    ext: str
    type: str
    data: Data
    content: str
    output: str | None = None
    source_text: str = ""
    # What another item sees of this one depends on their positions; -1 until the site is sealed.
    position: int = -1
    hook_owners: tuple[str, ...] = ()
    pager: Any = None
    is_document = False
    shares_destination = False  # true for what may stand where other items do without a warning
    _output_ext: str | None = None
    _url: str | None = None

    def __getitem__(self, key: str) -> Any:
        return self.data[key]

    def take(self, text: str) -> None:
        """Make a text the item's content."""
        self.content = text

    @property
    def identity(self) -> str:
        """Return the item's name among those of all builds of the site."""
        return f"{'document' if self.is_document else 'page'} {self.relative_path}"

    @property
    def permalink(self) -> Any:
        """Return the permalink of the front matter or the defaults."""
        return self.data["permalink"]

    @property
    def output_ext(self) -> str:
        """Return the extension of the output: the permalink's, else the converters'."""
        if self._output_ext is None:
            self._output_ext = self._permalink_ext() or self.site.output_ext(self.ext)
        return self._output_ext

    def _permalink_ext(self) -> str:
        permalink = self.permalink
        if not isinstance(permalink, str) or not permalink or permalink.endswith("/"):
            return ""
        return split_ext(permalink)[1]

    @property
    def is_sass(self) -> bool:
        """Say whether the file is a Sass sheet."""
        return self.ext in SASS_EXTENSIONS

    @property
    def is_asset(self) -> bool:
        """Say whether layouts never apply: Sass and CoffeeScript."""
        return self.is_sass or self.ext == ".coffee"

    @property
    def published(self) -> bool:
        """Say whether the front matter lets the item be published (`published: false` only)."""
        return self.data.get("published", True) is not False

    @property
    def url(self) -> str:
        """Return the URL of the output."""
        raise NotImplementedError

    @property
    def render_with_liquid(self) -> bool:
        """Say whether the item's own text goes through Liquid."""
        raise NotImplementedError

    @property
    def place_in_layout(self) -> bool:
        """Say whether layouts apply at all."""
        raise NotImplementedError

    @property
    def written(self) -> bool:
        """Say whether the item is written."""
        raise NotImplementedError

    @property
    def shown_path(self) -> str:
        """Return the path that messages about the item's text name."""
        return self.path

    @property
    def id(self) -> str:
        """Return what excerpts are named after."""
        return self.relative_path

    @property
    def related_posts(self) -> Any:
        """Return the related posts: only documents have them."""
        return None

    @property
    def excerpt_separator(self) -> str:
        """Return the text that ends the excerpt."""
        own = self.data["excerpt_separator"]
        return to_s(self.site.config.excerpt_separator if own is None or own is False else own)

    def to_liquid(self) -> Any:
        """Return what templates see of the item."""
        raise NotImplementedError

    def destination(self, base: str) -> str:
        """Return the absolute path of the output below base."""
        raise NotImplementedError

    def _destination_path(self, base: str, index: str) -> str:
        url = self.url
        path = join_inside(base, unescape_path(url))
        if url.endswith("/"):
            return f"{path}/{index}" if path != "/" else f"/{index}"
        # A permalink such as "." is the folder itself: what an extension is added to must not leave it.
        return f"{base}/" if path == base else path


def join_inside(base: str, path: str) -> str:
    """Join path to base so that it can never leave base (Jekyll.sanitized_path)."""
    clean = os.path.normpath("/" + path.lstrip("/")) if path else "/"
    clean = "/" + clean.lstrip("/")
    if clean == base or clean.startswith(base + "/"):
        return clean
    return base if clean == "/" else base + clean


def leaves(folder: str, path: str) -> bool:
    """Say whether a path leads out of a folder through a symbolic link."""
    base = os.path.realpath(folder)
    return not os.path.realpath(path).startswith(base.rstrip("/") + "/")
