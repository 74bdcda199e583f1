"""Take over from the last build every item that would come out the same (see pyjekyll.deps)."""

from __future__ import annotations

import datetime
import json
import os
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from pyjekyll.deps import ALL, COUNTERS, KEYS, TRAVELLING, Cell, Kept, Trace, Undigestible, digest
from pyjekyll.liquid.drop import Drop
from pyjekyll.liquid.values import to_liquid
from pyjekyll.model.drops import ThemeDrop
from pyjekyll.model.excerpt import Excerpt
from pyjekyll.model.static import StaticFile
from pyjekyll.model.watched import Watch, WatchedTime, plain_time
from pyjekyll.plugins.registry import Registry
from pyjekyll.render.environment import TIMED
from pyjekyll.render.parallel import is_own
from pyjekyll.render.payload import make_payload
from pyjekyll.version import VERSION

_WHOLE_DATE = re.compile(r"\d{4}-\d\d?-\d\d?")


class Reuse:
    """Render the items of one build, or take them over. It listens to the templates as the environment's recorder."""

    def __init__(self, site: Any, renderer: Any, trace: Trace) -> None:
        self.site, self.renderer, self.trace = site, renderer, trace
        self.watch = site.recorder = Watch(site)
        renderer.environment.recorder = self
        renderer.payload.update(make_payload(site))  # with a site that is watched
        self.digests: dict[Cell, str] = {}
        self.kept: dict[str, Kept] = {}
        self._named: dict[str, list[Any]] = {}
        self._hashes: dict[int, dict[str, Any]] = {}
        self._shared: set[str] = set()
        self._sealed = 0
        self._travels = False
        self.values: dict[str, Callable[..., Any]] = {
            "config": lambda key: _asked(site.config.get(key)),
            "content": lambda name: [item.content for item in self._items(name)],
            "data": self._data,
            "date": self._date,
            "field": lambda name, key: [self._field(item, key) for item in self._items(name)],
            "fields": lambda key: [self._field(item, key) for item in self._everything()],
            "include": self._include,
            "layout": self._layout,
            "link": self._link,
            "list": self._list,
            "next": lambda name: [item.next_doc for item in self._items(name)],
            "order": lambda: site.items()[: self._sealed],
            "output": lambda name: [item.output for item in self._items(name)],
            "posts": lambda: [[post.relative_path, post.url, post.data["slug"], str(post.date)] for post in site.posts.docs],
            "previous": lambda name: [item.previous_doc for item in self._items(name)],
            "related": lambda name: [item.related_posts for item in self._items(name)],
            "relative": lambda path: _bytes(site.in_source(path)),
            "source": lambda name: [item.source_text for item in self._items(name)],
            "time": lambda: site.time,
            "volatile": _undigestible,
        }

    # --- the build ------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Look at the sealed site: forget the trace where it is another one's, or where something cannot be followed."""
        site = self.site
        self._sealed, self.watch.sealed_pages = len(site.items()), len(site.pages)
        keys = Counter(self.renderer.template_key(item) for item in site.items())
        self._shared = {key for key, count in keys.items() if count > 1}
        world = self._world()
        obstacle = self._obstacle() or self._template_conflict(keys)
        if obstacle:
            site.log.debug("Incremental build:", f"everything is rendered: {obstacle}")
            self.watch.lost = obstacle
        if obstacle or self.trace.world != world:
            self.trace.forget()
        self.trace.world = world
        self.trace.rendered = self.trace.kept = 0

    def render(self, item: Any) -> None:
        """Render an item, or take over what the last build made of it."""
        own = self._own(item) if self.watch.lost is None and self._traceable(item) else None
        old = self.trace.items.get(item.identity) if own is not None else None
        if old is not None and old.own == own and self._unchanged(old):
            item.content, item.output = old.content, old.output
            if self.trace.travels:
                self.renderer.leave(item, old.left)
            self.kept[item.identity] = old
            self.trace.kept += 1
            return
        log = self.site.log
        said = log.warnings
        with self.watch.reading(item):
            self.renderer.render(item)
        self.trace.rendered += 1
        # What warned does so in every build.
        if own is not None and log.warnings == said:
            self._keep(item, own)

    def finish(self) -> bool:
        """Make this build's items the trace; return False if the build has to be done again, all of it."""
        if self._travels and not self.trace.travels and self.trace.kept:
            self.watch.lost = "a text reads what the item before it left as `content` or `layout`"
        if self.watch.lost is not None:
            again = self.trace.kept > 0
            self.site.log.debug("Incremental build:", f"everything is rendered: {self.watch.lost}")
            self.trace.forget()
            return not again
        if not self._travels:
            self.kept = {name: kept._replace(left=None) for name, kept in self.kept.items()}
        self.trace.travels = self._travels
        used = {cell for kept in self.kept.values() for cell in kept.cells}
        self.trace.items = self.kept
        self.trace.cells = {cell: self.digests[cell] for cell in sorted(used)}
        return True

    def reset(self) -> None:
        """Put the site back to where it was when it was sealed."""
        site, renderer = self.site, self.renderer
        site.unrender()
        site.forget_excerpts()
        renderer.payload.clear()
        renderer.payload.update(make_payload(site))
        renderer.environment.partials.clear()
        renderer.stats.clear()
        self.trace.kept = self.trace.rendered = 0

    # --- what can be followed -------------------------------------------------------------------------------------------

    def _world(self) -> str:
        site = self.site
        config = []
        for key, value in site.config.items():
            try:
                config.append([key, digest(value)])
            except Undigestible:
                config.append([key, None])  # who reads it notes it
        theme = [site.theme.name, ThemeDrop(site.theme).to_h()] if site.theme else None
        plugins = [[name, _file_digest(module)] for name, module in site.registry.loaded.items()]
        shell = {name: value for name, value in os.environ.items() if name.startswith(("JEKYLL_", "PAGES_"))}
        return digest([VERSION, site.source, site.environment, site.safe, config, theme, plugins, shell])

    def _obstacle(self) -> str | None:
        registry: Registry = self.site.registry
        config = self.site.config
        if listener := registry.impure_listener():
            return listener
        if config.page_excerpts:
            return "pages have excerpts"
        if not is_own(registry.markdown_processors.get(str(config.markdown))):
            return f"the Markdown processor {config.markdown} is a plugin's"
        return next((f"{item.relative_path} is a plugin's" for item in self.site.items() if not is_own(type(item))), None)

    def _template_conflict(self, keys: Counter[str]) -> str | None:
        # Templates are kept by path: a file that is a page as well as an include shows what came first.
        used = {layout.path for layout in self.site.layouts.values()}
        used |= {self.site.in_source(cell[1]) for cell in self.trace.cells if cell[0] == "relative"}
        used |= {path for cell in self.trace.cells if cell[0] == "include" and (path := self._located(cell[1]))}
        return next((f"{path} is a page and a template" for path in sorted(used) if path in keys), None)

    def _traceable(self, item: Any) -> bool:
        if item.position < 0 or item.is_asset or item.pager is not None or self.renderer.template_key(item) in self._shared:
            return False
        return all(is_own(type(converter)) for converter in self.renderer.converters_for(item))

    def _own(self, item: Any) -> str | None:
        try:
            if not item.is_document:
                return digest([type(item).__name__, item.output_ext, self._hash(item), item.data])
            data = self._own_data(item)
            return digest([item.identity, item.url, item.output_ext, item.source_text, data, item.collection.label])
        except Undigestible:
            return None

    def _own_data(self, document: Any) -> list[Any]:
        data = dict(document.data)
        if data.get("date") == self.site.time:
            data["date"] = "site.time"  # who reads it notes the time
        return [data, self.site.defaults.all(document.relative_path, document.type)]

    def _unchanged(self, old: Kept) -> bool:
        try:
            return all(self._digest(cell) == self.trace.cells[cell] for cell in old.cells)
        except Undigestible:
            return False

    def _keep(self, item: Any, own: str) -> None:
        cells = self.watch.summary()
        try:
            for cell in cells:
                self._digest(cell)
        except Undigestible:
            return
        self.kept[item.identity] = Kept(own, cells, item.content, item.output, self.renderer.payload["content"])

    def _digest(self, cell: Cell) -> str:
        if cell not in self.digests:
            self.digests[cell] = digest(self.values[cell[0]](*cell[1:]))
        return self.digests[cell]

    # --- what templates tell --------------------------------------------------------------------------------------------

    def template(self, template: Any, in_body: bool | None = None) -> None:
        """Note a template that is about to be rendered; in_body says whether it is an item's own text or a layout."""
        watch = self.watch
        if in_body is not None:
            watch.in_body = in_body
        if template.tags & COUNTERS:
            watch.lose("counters travel from item to item")
        if watch.in_body and not watch.in_fragment and template.names & TRAVELLING:
            watch.note("volatile")
            self._travels = True
        if template.tags & self.site.registry.impure_tags:
            watch.note("volatile")

    def included(self, template: Any, name: str, relative: bool) -> None:
        """Note a file that a template includes: its name, for `include_relative` its path."""
        cell = ("relative", os.path.relpath(name, self.site.source)) if relative else ("include", name)
        self.watch.note(*cell)
        if self.watch.reader is not None:
            self._digest(cell)  # now, while the file is what was parsed
        self.template(template)

    def apply(self, name: str, arguments: tuple[Any, ...], apply: Callable[[Any, Any], Any], context: Any, value: Any) -> Any:
        """Apply a filter and note what it reads beside its arguments."""
        if name not in TIMED:
            self.watch.note("volatile")
            return apply(context, value)
        timed = value.__class__ is WatchedTime
        if not timed and (value.__class__ is not str or _WHOLE_DATE.match(value)):
            return apply(context, value)
        # The build's time, or a word such as "now": what is printed of it may stay the same for long, as a year does.
        result = apply(context, plain_time(value))
        if result.__class__ is str and all(argument.__class__ in (str, int) for argument in arguments):
            self._note_date(("date", name, json.dumps(arguments), "" if timed else value), result)
        else:
            self.watch.note("time" if timed else "volatile")
        return result

    def _note_date(self, cell: Cell, result: Any) -> None:
        self.watch.note(*cell)
        if self.watch.reader is not None and self.digests.setdefault(cell, digest(result)) != digest(result):
            self.watch.note("volatile")  # the clock went on

    # --- the cells' values ----------------------------------------------------------------------------------------------

    def _items(self, identity: str) -> list[Any]:
        if not self._named:
            for item in self._everything():
                self._named.setdefault(item.identity, []).append(item)
        return self._named.get(identity, [])

    def _everything(self) -> list[Any]:
        files = [file for collection in self.site.collections.values() for file in collection.files]
        return [*self.site.items()[: self._sealed], *self.site.static_files, *files]

    def _field(self, item: Any, key: str) -> Any:
        if item.is_document:
            return self._document_field(item, key)
        values = item.to_liquid() if isinstance(item, StaticFile) else self._hash(item)
        if key == ALL:
            return [[name, values[name]] for name in values.keys() if name != "content"]  # noqa: SIM118 a drop is no mapping
        return list(values.keys()) if key == KEYS else values[key] if key in values else None  # noqa: SIM401

    def _document_field(self, document: Any, key: str) -> Any:
        excerpt = document.data["excerpt"] if key == "excerpt" else None
        if key == ALL:
            return self._own_data(document)
        if isinstance(excerpt, Excerpt):
            return [excerpt.source_text, self._own_data(document)]
        drop = document.to_liquid()
        value = drop.keys() if key == KEYS else drop[key]
        return "site.time" if key == "date" and value == self.site.time else value

    def _hash(self, page: Any) -> dict[str, Any]:
        if id(page) not in self._hashes:
            self._hashes[id(page)] = page.to_liquid()
        return self._hashes[id(page)]

    def _data(self, key: str) -> Any:
        data = self.site.site_data
        return list(data) if key == KEYS else data if key == ALL else [key in data, data.get(key)]

    def _list(self, name: str, label: str) -> Any:
        site = self.site
        if name in ("docs", "files"):
            return getattr(site.collections[label], name)
        return site.pages[: self.watch.sealed_pages + int(label)] if name == "pages" else self.renderer.payload["site"][name]

    def _date(self, name: str, arguments: str, value: str) -> Any:
        time: datetime.datetime | str = value or self.site.time
        return self.renderer.apply_filter(name, time, *json.loads(arguments))

    def _include(self, name: str) -> Any:
        path = self._located(name)
        return None if path is None else [path, _bytes(path)]

    def _located(self, name: str) -> str | None:
        from pyjekyll.liquid.errors import LiquidError
        from pyjekyll.tags.include import locate

        try:
            return locate(name, self.site.includes_load_paths, self.site.safe)
        except LiquidError:
            return None

    def _layout(self, name: str) -> Any:
        layout = self.site.layouts.get(name)
        return None if layout is None else [layout.path, layout.content, layout.data]

    def _link(self, path: str) -> Any:
        found = next((item for item in self.site.each_site_file() if item.relative_path in (path, "/" + path.lstrip("/"))), None)
        return None if found is None else found.url


def _asked(value: Any) -> Any:
    value = to_liquid(value)
    return [[key, value[key]] for key in value.keys()] if isinstance(value, Drop) else value  # noqa: SIM118 a drop is no mapping


def _undigestible() -> Any:
    raise Undigestible


def _bytes(path: str) -> str | None:
    try:
        with open(path, "rb") as file:
            return file.read().decode("latin-1")
    except OSError:
        return None


def _file_digest(module: Any) -> str | None:
    # A built-in plugin changes with the version only.
    path = getattr(module, "__file__", None)
    return _bytes(path) if path and not str(module.__name__).startswith("pyjekyll.") else None
