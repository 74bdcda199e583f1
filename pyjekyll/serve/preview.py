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
from pyjekyll.serve.index import Index
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


class _Earlier(NamedTuple):
    """What an item that was rendered shows to later ones: its converted text, and its source map among the pages."""

    content: str | None
    map: SourceMapPage | None


class _Rewound(NamedTuple):
    """The last build's site as it was before its templates ran, and what a preview would have to go through all of it for."""

    site: Site
    files: Index
    earlier: list[_Earlier]


class _Sealed(NamedTuple):
    """A site whose templates can run."""

    renderer: Renderer
    files: Index
    earlier: list[_Earlier]


class Preview:
    """What previews need to know of the last build."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._last: _Rewound | None = None
        self._converted: dict[str, tuple[str, str]] = {}
        self._maps: dict[str, SourceMapPage] = {}

    def remember(self, site: Site) -> None:
        """Keep the site of a build that is written, the source maps of its sheets, and each item's text with what it was made from."""
        self._maps = {page.sheet.path: page for page in site.pages if isinstance(page, SourceMapPage)}
        self._converted = {item.path: (item.source_text, item.content) for item in site.items()}
        site.unrender()
        self._last = None if site.registry.impure_listener() else _Rewound(site, Index(site), self._earlier(site))

    def render(self, config: Config, paths: Collection[str], wanted: Collection[str]) -> dict[str, Shown]:
        """Return the files made from the changed paths, and those wanted by their path below the destination.

        What fails here fails in the build as well, and is reported there: then, there is no preview.
        """
        silent = Log("error", io.StringIO(), io.StringIO())
        try:
            sealed = self._edit(config, frozenset(paths), silent) or self._read(config, silent)
            try:
                return _render(sealed, paths, wanted)
            finally:
                sealed.renderer.close()
        except Exception:
            return {}

    def _edit(self, config: Config, paths: frozenset[str], log: Log) -> _Sealed | None:
        """Put the edits into the last site, once: another preview before the next build reads everything."""
        last, self._last = self._last, None
        if last is None or last.site.time != config.time or not paths.isdisjoint(config.files) or not take_edits(last.site, last.files, paths):
            return None
        site = last.site
        site.log, site.config.sealed = log, False
        renderer = site.renderer = Renderer(site, site.registry, make_environment(site, site.registry, self._store))
        # Pure listeners leave the items alone: they are sealed as they are.
        site.registry.fire("site", "pre_render", site, renderer.payload)
        site.config.sealed = True
        return _Sealed(renderer, last.files, last.earlier)

    def _read(self, config: Config, log: Log) -> _Sealed:
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
        return _Sealed(work.renderer, Index(site), self._earlier(site))

    def _earlier(self, site: Site) -> list[_Earlier]:
        """Return what the last build made of each item that has not changed."""
        found = []
        for item in site.items():
            source, converted = self._converted.get(item.path, (None, None))
            found.append(_Earlier(converted if source == item.source_text else None, self._maps.get(item.path)))
        return found


def _render(sealed: _Sealed, paths: Collection[str], wanted: Collection[str]) -> dict[str, Shown]:
    renderer, index, earlier = sealed
    site, shown = renderer.site, {}
    chosen = _chosen(index, paths, wanted)
    for position, item in enumerate(site.items()[: max(chosen, default=-1) + 1]):
        if position in chosen:
            renderer.render(item)
            path = item.destination(site.dest)
            if index.written.get(path) is item:
                shown[path] = Shown(output_bytes(site, item), item.url, item.relative_path)
            continue
        content, page = earlier[position]
        if content is not None:
            item.content = content
        if page is not None:
            page.content = page.source_text
            site.pages.append(page)  # a list of pages has it from here on
    for path in paths:
        for file in index.files.get(path, ()):
            if (body := _body(file)) is not None:
                shown[file.destination(site.dest)] = Shown(body, file.url, file.relative_path)
    return shown


def _chosen(index: Index, paths: Collection[str], wanted: Collection[str]) -> set[int]:
    """Return the positions of the items that are rendered: what was edited, and what is looked at."""
    # A sheet that somebody looks at is compiled for a change of style only: to find out that it is the same takes its time, too.
    styled = any(path.endswith(_STYLES) for path in paths)
    edited = {item.position for path in paths for item in index.items.get(path, ())}
    looked_at = (index.written[path] for path in wanted if path in index.written)
    return edited | {item.position for item in looked_at if styled or not item.is_sass}


def _body(file: Any) -> bytes | None:
    if isinstance(file, GeneratedFile) or not isinstance(file, StaticFile) or os.path.islink(file.path) or os.path.getsize(file.path) > _LARGE:
        return None
    with open(file.path, "rb") as source:
        return source.read()
