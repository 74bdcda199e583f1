"""Render a few items ahead of a build, into memory: what was edited and what is being looked at.

The items are rendered out of order; what they see of earlier items is what the last build made of them, where those have not
changed. That is nearly always what the build will give. Nothing depends on it: the build renders everything again.
"""

from __future__ import annotations

import io
import os
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple

from pyjekyll.build import Build, generate, seal
from pyjekyll.config import DEFAULT_NAMES
from pyjekyll.deps import Trace
from pyjekyll.log import Log
from pyjekyll.model.page import SourceMapPage
from pyjekyll.model.static import GeneratedFile, StaticFile
from pyjekyll.render.environment import make_environment
from pyjekyll.render.renderer import Renderer
from pyjekyll.serve.edited import take_edits
from pyjekyll.write.writer import output_bytes

if TYPE_CHECKING:
    from pyjekyll.cache import Store
    from pyjekyll.config import Config
    from pyjekyll.site import Site

# Bytes: a larger file than this waits for the build, which copies it.
_LARGE = 16 << 20
_STYLES = (".scss", ".sass", ".css", *DEFAULT_NAMES)


class Shown(NamedTuple):
    """A file of a preview, the URL it has, and the source file's path relative to the source."""

    body: bytes
    url: str
    source: str


class Preview:
    """What previews need to know of the last build."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._site: Site | None = None
        self._converted: dict[str, tuple[str, str]] = {}
        self._maps: dict[str, SourceMapPage] = {}

    def remember(self, site: Site) -> None:
        """Keep the site of a build, the source maps of its sheets, and each item's converted text with what it was made from."""
        self._site = site
        self._maps = {page.sheet.path: page for page in site.pages if isinstance(page, SourceMapPage)}
        self._converted = {item.path: (item.source_text, item.content) for item in site.items()}
        for item in site.items():
            item.output = None  # it is written

    def render(self, config: Config, paths: Collection[str], wanted: Collection[str]) -> dict[str, Shown]:
        """Return the files made from the changed paths, and those wanted by their path below the destination.

        What fails here fails in the build as well, and is reported there: then, there is no preview.
        """
        silent = Log("error", io.StringIO(), io.StringIO())
        try:
            renderer = self._edit(config, frozenset(paths), silent) or self._read(config, silent)
            try:
                return self._render(renderer, frozenset(paths), frozenset(wanted))
            finally:
                renderer.close()
        except Exception:
            return {}

    def _edit(self, config: Config, paths: frozenset[str], log: Log) -> Renderer | None:
        """Put the edits into the last site, once: another preview before the next build reads everything."""
        site, self._site = self._site, None
        if site is None or site.time != config.time or not paths.isdisjoint(config.files) or not take_edits(site, paths):
            return None
        site.log, site.config.sealed = log, False
        renderer = site.renderer = Renderer(site, site.registry, make_environment(site, site.registry, self._store))
        seal(site, renderer)
        return renderer

    def _read(self, config: Config, log: Log) -> Renderer:
        work = Build(config, log, self._store, Trace())
        work.trace = None  # nothing is recorded out of order
        site = work.start()
        try:
            work.read(site)
            generate(site)
            seal(site, work.renderer)
        except Exception:
            work.renderer.close()
            raise
        return work.renderer

    def _render(self, renderer: Renderer, paths: frozenset[str], wanted: frozenset[str]) -> dict[str, Shown]:
        site = renderer.site
        shown: dict[str, Shown] = {}
        # Of several that share a path the last one stays, documents after pages, as in the writer.
        last = {item.destination(site.dest): item for item in (*site.pages, *site.docs) if item.written}
        looked_at = {id(last[path]) for path in wanted if path in last}
        # A sheet that somebody looks at is compiled for a change of style only: to find out that it is the same takes its time, too.
        styled = any(path.endswith(_STYLES) for path in paths)
        for item in site.items():
            if item.path in paths or (id(item) in looked_at and (styled or not item.is_sass)):
                renderer.render(item)
                path = item.destination(site.dest)
                if last.get(path) is item:
                    shown[path] = Shown(output_bytes(site, item), item.url, item.relative_path)
                continue
            before = self._converted.get(item.path)
            if before is not None and before[0] == item.source_text:
                item.content = before[1]
            if (page := self._maps.get(item.path)) is not None:
                page.content = page.source_text
                site.pages.append(page)  # a list of pages has it from here on
        for file in site.static_files:
            if file.path in paths and (body := _body(file)) is not None:
                shown[file.destination(site.dest)] = Shown(body, file.url, file.relative_path)
        return shown


def _body(file: Any) -> bytes | None:
    if isinstance(file, GeneratedFile) or not isinstance(file, StaticFile) or os.path.islink(file.path) or os.path.getsize(file.path) > _LARGE:
        return None
    with open(file.path, "rb") as source:
        return source.read()
