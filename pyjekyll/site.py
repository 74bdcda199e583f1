"""The site: its items and the look-ups over them. It reads nothing, renders nothing and parses no configuration.

What it needs from later stages is handed to it: the converters, the renderer, the Liquid environment.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pyjekyll.config import Config
from pyjekyll.errors import ConfigError, PluginError
from pyjekyll.model.collection import Collection
from pyjekyll.model.document import Document, in_order
from pyjekyll.model.excerpt import Excerpt
from pyjekyll.model.item import Item, join_inside
from pyjekyll.model.layout import Layout
from pyjekyll.model.page import Page
from pyjekyll.model.static import StaticFile
from pyjekyll.ruby.hash import as_key
from pyjekyll.ruby.inspect import inspect

if TYPE_CHECKING:
    from pyjekyll.log import Log

T = TypeVar("T")


class Defaults(Protocol):
    """The front matter defaults, as items ask for them."""

    def find(self, path: str, type: str | None, setting: str) -> Any:
        """Return one default value."""

    def all(self, path: str, type: str | None) -> dict[str, Any]:
        """Return every default that applies."""


class ItemRenderer(Protocol):
    """The renderer, as items ask for it while templates run."""

    def excerpt(self, excerpt: Any) -> str:
        """Render an excerpt."""

    def markdown(self, text: str) -> str:
        """Convert Markdown as the site does."""

    def convert(self, name: str, text: str, us_ascii: bool = False) -> str:
        """Convert text by a named converter: markdown, smartify, sass or scss; Ruby's string may be one of US-ASCII."""

    def apply_filter(self, name: str, value: Any, *arguments: Any) -> Any:
        """Apply a Liquid filter outside a template."""


class Overlay(Config):
    """The site's own copy of the configuration, which plugins may set keys of until the site is sealed."""

    sealed = False

    def __init__(self, config: Config) -> None:
        super().__init__(config, config.environment, config.files)
        self._zone, self._time, self.github_pages = config.zone, config.time, config.github_pages

    def __setitem__(self, key: str, value: Any) -> None:
        if self.sealed:
            raise PluginError(
                f"site.config[{key!r}] cannot be set any more: the site is being rendered.", hint="Set it in a generator or an earlier hook."
            )
        self._values[key] = value


class Site:
    """One build's site. `config` is an overlay that plugins may set until the site is sealed."""

    renderer: ItemRenderer | None = None
    related_posts: Any = None
    theme: Any = None
    # What earlier builds over the same store have read; None where there are none to follow.
    memory: Any = None
    # The date of the first document that is held back: from then on, another build gives another site.
    next_due: datetime.datetime | None = None
    # What listens to the templates for incremental builds; without it nothing is watched.
    recorder: Any = None

    def __init__(self, config: Config, registry: Any, log: Log, defaults: Defaults) -> None:
        self.config, self.registry, self.log, self.defaults = Overlay(config), registry, log, defaults
        self.source: str = str(config.source)
        self.dest: str = str(config.destination)
        self.zone: datetime.tzinfo = config.zone
        self.time: datetime.datetime = config.time
        self.environment: str = config.environment
        self.safe: bool = config.safe
        self.codec = config.codec or "utf-8"
        if config.codec is None:
            log.warn("Encoding:", f"unsupported encoding {config.encoding} ignored")
        folder = config.collections_dir
        self.collections_path = os.path.join(self.source, folder) if folder else self.source
        self.markdown_extensions = tuple(f".{ext.lower()}" for ext in config.markdown_ext.split(","))
        self.pages: list[Page] = []
        # What `where` read of a list of this site's, by the list's identity and the property's name.
        self.kept_values: dict[tuple[int, str], tuple[Any, Any]] = {}
        self.static_files: list[StaticFile] = []
        self.layouts: dict[str, Layout] = {}
        self.data: dict[str, Any] = {}
        self.converters: list[Any] = []
        self.collections: dict[str, Collection] = {}
        for label in config.collections:
            if not isinstance(label, str):
                hint = "YAML reads yes, no, on and off as true or false: put the label in quotes."
                raise ConfigError(f"the collection label {inspect(label)} is not a text", key="collections", hint=hint)
            self.collections[label] = Collection(self, label)
        includes = join_inside(self.source, str(config.includes_dir))
        # The source itself has a slash at its end in the message about a missing include, as in Ruby.
        self.includes_load_paths: list[str] = [f"{includes}/" if includes == self.source else includes]
        self.block_tags: Callable[[str], bool] = lambda name: False
        self._output_exts: dict[str, str] = {}
        self._cached: dict[str, Any] = {}

    # --- items -------------------------------------------------------------------------------------------------------

    @property
    def posts(self) -> Collection:
        """Return the collection of posts."""
        return self.collections["posts"]

    @property
    def documents(self) -> list[Any]:
        """Return every collection's documents and static files, collection by collection."""
        return [item for collection in self.collections.values() for item in (*collection.docs, *collection.files)]

    @property
    def docs(self) -> Iterator[Document]:
        """Yield the documents in the order of rendering."""
        return (doc for collection in self.collections.values() for doc in collection.docs)

    def items(self) -> list[Item]:
        """Return what is rendered, in order: documents, then pages."""
        return [*self.docs, *self.pages]

    def written_items(self) -> Iterator[Any]:
        """Yield what is written, each once, in Jekyll's order: pages, static files, documents."""
        seen: set[int] = set()
        for item in (*self.pages, *self.static_files, *self.documents):
            if id(item) not in seen and item.written:
                seen.add(id(item))
                yield item

    def each_site_file(self) -> Iterator[Any]:
        """Yield what the `link` tag can find: everything that is written."""
        return self.written_items()

    def limit_posts(self) -> None:
        """Keep the newest posts only, where `limit_posts` says so (DOC-6)."""
        if self.config.limit_posts > 0:
            self.posts.docs = self.posts.docs[-self.config.limit_posts :]

    def seal(self) -> None:
        """Give every item its position and keep its text as `source_text`: from here on neither changes."""
        self.config.sealed = True
        for position, item in enumerate(self.items()):
            item.position = position
            item.source_text = item.content

    def unrender(self) -> None:
        """Go back to the texts of the sealed site; what rendering appended to the pages is gone."""
        self.pages[:] = [page for page in self.pages if page.position >= 0]
        for item in self.items():
            item.content, item.output = item.source_text, None
        self.forget()

    def forget_excerpts(self) -> None:
        """Let every excerpt be rendered again."""
        for item in self.items():
            excerpt = item.data.get("excerpt")
            if isinstance(excerpt, Excerpt):
                excerpt.forget()

    # --- look-ups ----------------------------------------------------------------------------------------------------

    def publishes(self, item: Any) -> bool:
        """Say whether an item may appear: neither unpublished nor, for documents, in the future."""
        published = item.data.get("published", True)
        if (published is None or published is False) and not self.config.unpublished:
            return False
        return not self.hidden_in_future(item)

    def hidden_in_future(self, item: Any) -> bool:
        """Say whether a document is held back because of its date."""
        if not item.is_document or self.config.future or item.seconds <= int(self.time.timestamp()):
            return False
        self.next_due = item.date if self.next_due is None else min(self.next_due, item.date)
        return True

    def output_ext(self, ext: str) -> str:
        """Return the extension of the output of files with the given one: the converters decide."""
        if ext not in self._output_exts:
            exts = [out for converter in self.converters_for(ext) if (out := converter.output_ext(ext)) is not None]
            self._output_exts[ext] = exts[-1] if len(exts) == 1 else exts[-2]
        return self._output_exts[ext]

    def converters_for(self, ext: str) -> list[Any]:
        """Return the converters of files with that extension, in the order in which they run."""
        return [converter for converter in self.converters if converter.matches(ext)]

    @property
    def tags(self) -> dict[Any, list[Document]]:
        """Return the posts of each tag, newest first."""
        return dict(self.cached("tags", lambda: self.post_attributes("tags")))

    @property
    def categories(self) -> dict[Any, list[Document]]:
        """Return the posts of each category, newest first."""
        return dict(self.cached("categories", lambda: self.post_attributes("categories")))

    def post_attributes(self, key: str) -> dict[Any, list[Document]]:
        """Map each value of a list in the posts' data to its posts; a value named twice lists its post twice."""
        table: dict[Any, list[Document]] = {}
        for post in self.posts.docs:
            for value in post.data[key] or ():
                table.setdefault(as_key(value), []).append(post)
        return {value: in_order(posts)[::-1] for value, posts in table.items()}

    def posts_newest_first(self) -> list[Document]:
        """Return the posts as templates see them."""
        return in_order(self.posts.docs)[::-1]

    def html_pages(self) -> list[Page]:
        """Return the pages whose output is HTML or whose URL is a folder."""
        return [page for page in self.pages if page.is_html or page.url.endswith("/")]

    @property
    def site_data(self) -> Any:
        """Return the data files, or the legacy `data` key of the configuration in their place."""
        legacy = self.config.legacy_data
        return self.data if legacy is None else legacy

    def cached(self, name: str, compute: Callable[[], Any]) -> Any:
        """Return a value computed once the site is being rendered."""
        if name not in self._cached:
            self._cached[name] = compute()
        return self._cached[name]

    def forget(self) -> None:
        """Drop cached look-ups: the items changed."""
        self._cached.clear()
        self.kept_values.clear()

    def watched(self, kind: type[T], item: Any) -> T:
        """Return a drop of that kind for an item; while somebody records what templates read, one that tells."""
        return kind(item) if self.recorder is None else self.recorder.drop(kind, item)  # type: ignore[call-arg]

    def note(self, *cell: str) -> None:
        """Tell whoever records it what the item that is being rendered depends on."""
        if self.recorder is not None:
            self.recorder.note(*cell)

    def note_read(self, item: Any, *keys: str) -> None:
        """Tell whoever records it that a template reads these keys of an item."""
        if self.recorder is not None:
            for key in keys:
                self.recorder.read(item, key)

    def is_liquid_block(self, name: str) -> bool:
        """Say whether a Liquid tag of that name has an end tag."""
        return self.block_tags(name)

    def in_source(self, *parts: str) -> str:
        """Join path parts below the source; nothing leaves it."""
        path = self.source
        for part in parts:
            path = join_inside(path, part)
        return path

    # --- what templates ask while they run -----------------------------------------------------------------------------

    def render_excerpt(self, excerpt: Any) -> str:
        """Render an excerpt."""
        assert self.renderer is not None, "excerpts are rendered while the site renders"
        if self.recorder is None:
            return self.renderer.excerpt(excerpt)
        with self.recorder.fragment() as cells:
            text = self.renderer.excerpt(excerpt)
        excerpt.cells = frozenset(cells)
        return text

    def markdown(self, text: str) -> str:
        """Convert Markdown as the site does."""
        assert self.renderer is not None
        return self.renderer.markdown(text)

    def convert(self, name: str, text: str, us_ascii: bool = False) -> str:
        """Convert text by a named converter: markdown, smartify, sass or scss; Ruby's string may be one of US-ASCII."""
        assert self.renderer is not None
        return self.renderer.convert(name, text, us_ascii)

    def apply_filter(self, name: str, value: Any, *arguments: Any) -> Any:
        """Apply a Liquid filter outside a template: `site.apply_filter("absolute_url", "/a/")`."""
        assert self.renderer is not None
        return self.renderer.apply_filter(name, value, *arguments)

    def is_markdown(self, ext: str) -> bool:
        """Say whether files with that extension are Markdown."""
        return ext.lower() in self.markdown_extensions
