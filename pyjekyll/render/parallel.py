"""Render in several processes what the first one has not come to yet.

The first process renders item after item, as Jekyll does. Where what is left takes long it forks. Its children render pieces of the
rest, from the end backwards, and it takes over what they made when it comes to that. A child leaves alone whatever depends on items
before it that it does not have (see render/worker.py); the first process renders that itself. So the bytes are those of one process.
"""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyjekyll.cache import Store
    from pyjekyll.model.item import Item
    from pyjekyll.render.renderer import Renderer
    from pyjekyll.render.team import Team
    from pyjekyll.site import Site

# Seconds of rendering before anybody thinks of forking, and seconds of rendering left for which it pays.
_AFTER, _WORTH = 0.1, 0.2
# How many processes there are at most, and how many whoever says so may have.
_MOST, _MOST_WANTED = 8, 64
# What an item costs beside its text, as so many characters.
_FIXED = 2000


def processes() -> int:
    """Return how many processes may render: PYJEKYLL_JOBS, or one for each processor that this process may use."""
    wanted = os.environ.get("PYJEKYLL_JOBS", "")
    if wanted.isdecimal():
        return min(int(wanted), _MOST_WANTED)
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST)


class Parallel:
    """Render the items of a sealed site in position order, from some point on with the help of others."""

    def __init__(self, site: Site, renderer: Renderer, store: Store) -> None:
        self.site, self.renderer, self.store = site, renderer, store
        self._processes = processes()
        self._team: Team | None = None
        self._left, self._done = sum(map(weight, site.items())), 0
        self._start = time.perf_counter()

    def render(self, item: Item) -> None:
        """Render the next item, or take over what another process made of it."""
        if self._team is not None:
            self._team.render(item)
            return
        self.renderer.render(item)
        size = weight(item)
        self._done, self._left = self._done + size, self._left - size
        if self._processes > 1 and item.position >= 0 and self._pays():
            self._fork(item.position + 1)

    def close(self) -> None:
        """End the other processes."""
        if self._team is not None:
            self._team.close()

    def _pays(self) -> bool:
        seconds = time.perf_counter() - self._start
        return seconds > _AFTER and seconds * self._left / self._done > _WORTH

    def _fork(self, first: int) -> None:
        plugin = _plugin_in_the_way(self.site)
        if plugin:
            self.site.log.debug("Rendering:", f"in one process: {plugin}")
        if plugin or not _may_fork(self.site):
            self._processes = 1
        elif first < len(self.site.items()):
            from pyjekyll.render.team import Team

            self._team = Team(self.site, self.renderer, self.store, first, self._processes)


def weight(item: Item) -> int:
    """Return about how much work an item is, in characters of text."""
    return len(item.source_text) + _FIXED


def _plugin_in_the_way(site: Site) -> str | None:
    """Return which plugin keeps the site in one process, if one does."""
    registry, markdown = site.registry, str(site.config.markdown)
    if listener := registry.serial_listener():
        return str(listener)
    if not is_own(registry.markdown_processors.get(markdown)):
        return f"the Markdown processor {markdown} is a plugin's"
    return next((f"{item.relative_path} is a plugin's" for item in site.items() if not is_own(type(item))), None)


def _may_fork(site: Site) -> bool:
    """Say whether the site itself may be rendered by several processes, by this one."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return False  # a child of a process with threads may wait for ever for what one of them held
    if site.log.enabled("debug") or site.config.profile or site.config.page_excerpts:
        return False
    # A page that is a template, too, shows what was parsed first.
    templates = [site.in_source(str(site.config.layouts_dir)), *site.includes_load_paths]
    folders = tuple(folder.rstrip(os.sep) + os.sep for folder in templates)
    return not any(item.path.startswith(folders) for item in site.items())


def is_own(value: Any) -> bool:
    """Say whether a class or function is this program's, or None."""
    return value is None or str(value.__module__).startswith("pyjekyll.")
