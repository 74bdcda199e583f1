"""The build, told from its first stage to its last."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from pyjekyll.cache import Store, load_sealed, save_sealed
from pyjekyll.errors import ConfigError, PyjekyllError
from pyjekyll.model.item import join_inside
from pyjekyll.places import place_in_config, place_of_key
from pyjekyll.plugins import github_pages
from pyjekyll.plugins.loader import is_old, load
from pyjekyll.plugins.registry import Registry
from pyjekyll.read import read
from pyjekyll.read.defaults import FrontmatterDefaults
from pyjekyll.render.converters import make_converters
from pyjekyll.render.environment import make_environment
from pyjekyll.render.renderer import Renderer, render
from pyjekyll.render.sheets import Sheets
from pyjekyll.site import Site
from pyjekyll.theme import find_theme
from pyjekyll.write.writer import Report, write

if TYPE_CHECKING:
    from pyjekyll.config import Config
    from pyjekyll.deps import Trace
    from pyjekyll.log import Log
    from pyjekyll.render.reuse import Reuse
    from pyjekyll.theme import Theme

T = TypeVar("T")
_TRACE = os.path.join("pyjekyll", "trace.json")
_RELATIVE_PERMALINKS = (
    "Since v3.0, permalinks for pages in subfolders must be relative to the site source directory, not the parent directory. "
    "Check https://jekyllrb.com/docs/upgrading/ for more info."
)


class Build:
    """One build, stage by stage; `timings` holds the seconds of each, for `--profile`."""

    def __init__(self, config: Config, log: Log, store: Store | None = None, trace: Trace | None = None) -> None:
        # What is kept on disk is the user's own affair: the safety that github-pages forces is none of the cache's.
        self.config, self.log = github_pages.applied(config), log
        self.trace = open_trace(config) if trace is None and config.incremental else trace
        self.reuse: Reuse | None = None
        self.store = open_store(config) if store is None else store
        self.timings: dict[str, float] = {}

    def run(self, announce: Callable[[], None] = lambda: None) -> Report:
        """Build the site that the configuration describes and say what changed on disk; `announce` is called once plugins and theme are there."""
        site = self.site = self.stage("RESET", self.start)
        announce()
        try:
            self.stage("READ", lambda: self.read(site))
            if not self.store.warm:
                self.renderer.compile_sheets_ahead()
            self.stage("GENERATE", lambda: generate(site))
            self.stage("RENDER", lambda: self.render(site))
        finally:
            self.renderer.close()
        report = self.stage("WRITE", lambda: write(site, site.registry))
        if not self.store.warm:
            self.store.save(self.partial)
        if self.config.incremental and self.trace is not None:
            save_trace(self.config, self.trace)
        return report

    @property
    def partial(self) -> bool:
        """Say whether the last build's items were taken over."""
        return self.reuse is not None and self.trace is not None and self.trace.kept > 0

    def stage(self, name: str, work: Callable[[], T]) -> T:
        """Run one stage and note its seconds."""
        start = time.perf_counter()
        try:
            result = work()
        except PyjekyllError as error:
            if not place_of_key(error):
                place_in_config(error, self.config.files)
            raise
        self.timings[name] = time.perf_counter() - start
        return result

    def start(self) -> Site:
        """Load the plugins and make the site."""
        theme = find_theme(self.config, self.log)
        registry = load(self.config, self.log, theme)
        site = make_site(self.config, registry, self.log, self.store, theme)
        site.memory = self.store.live.get(f"read {site.config.encoding} {site.config.timezone}")
        registry.fire("site", "after_init", site)
        registry.fire("site", "after_reset", site)
        self.renderer = site.renderer = Renderer(site, registry, make_environment(site, registry, self.store))
        if self.trace is not None:
            from pyjekyll.render.reuse import Reuse

            self.reuse = Reuse(site, self.renderer, self.trace)
        return site

    def read(self, site: Site) -> None:
        """Read everything."""
        read(site)
        site.registry.fire("site", "post_read", site)

    def render(self, site: Site) -> None:
        """Render everything into memory: nothing is written before all of it succeeded."""
        if site.config.relative_permalinks and not is_old(site.config):
            raise ConfigError(_RELATIVE_PERMALINKS, key="relative_permalinks", hint="Remove `relative_permalinks`.")
        payload = self.renderer.payload
        seal(site, self.renderer)
        render(site, self.renderer, self.store, self.reuse)
        site.registry.fire("site", "post_render", site, payload)


def build(config: Config, log: Log, *, store: Store | None = None) -> Report:
    """Build the site that config describes and say what changed on disk."""
    return Build(config, log, store).run()


def open_store(config: Config) -> Store:
    """Return the store in the site's cache folder; in memory only where the configuration is safe or wants none on disk."""
    if config.safe or config.disable_disk_cache:
        return Store()
    return Store(join_inside(config.source, config.cache_dir))


def open_trace(config: Config) -> Trace:
    """Return what the last incremental build left in the cache folder; nothing where `open_store` keeps nothing on disk."""
    from pyjekyll.deps import Trace

    if config.safe or config.disable_disk_cache:
        return Trace()
    return Trace(load_sealed(os.path.join(join_inside(config.source, config.cache_dir), _TRACE)))


def save_trace(config: Config, trace: Trace) -> None:
    """Leave a trace for the next incremental build."""
    if not (config.safe or config.disable_disk_cache):
        save_sealed(join_inside(config.source, config.cache_dir), _TRACE, trace.values())


def make_site(config: Config, registry: Registry, log: Log, store: Store, theme: Theme | None = None) -> Site:
    """Compose a site: its theme, its converters, its front matter defaults."""
    if theme is not None:
        config = theme.merge_config(config, log)
    site = Site(config, registry, log, FrontmatterDefaults(config, log))
    site.theme = theme
    if theme is not None and theme.includes_path:
        site.includes_load_paths.append(theme.includes_path)
    site.converters = make_converters(site, registry, Sheets(site, store), store)
    return site


def seal(site: Site, renderer: Renderer) -> None:
    """Fix the items, their order and their text."""
    site.registry.fire("site", "pre_render", site, renderer.payload)
    site.seal()
    site.forget()


def generate(site: Site) -> None:
    """Run the generators, highest priority first."""
    for run in site.registry.generators:
        run(site)


def read_and_generate(config: Config, log: Log) -> Site:
    """Return the site read and generated, for commands that look without building."""
    work = Build(config, log)
    site = work.start()
    work.read(site)
    generate(site)
    return site


__all__: list[Any] = ["Build", "build", "generate", "make_site", "read_and_generate", "seal"]
