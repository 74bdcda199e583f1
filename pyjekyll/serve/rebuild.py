"""Build a site again and again over one warm store, and say what that changed (SRV-9).

A rebuild is a whole build. Before a long one, a preview renders what is being looked at, into memory only: the page that was
edited is there at once, and the build that follows has the last word.
"""

from __future__ import annotations

import datetime
import gc
import os
import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from pyjekyll.build import Build, open_store, open_trace
from pyjekyll.deps import ALL, KEYS, Cell, Trace
from pyjekyll.failures import report_failure
from pyjekyll.log import Log
from pyjekyll.read.memory import Memory
from pyjekyll.serve.preview import Preview, Shown

if TYPE_CHECKING:
    from pyjekyll.config import Config
    from pyjekyll.serve.watcher import Watcher
    from pyjekyll.write.writer import Report

# A site that builds in fewer seconds than this needs no preview.
_SHORT = 0.1


class Audience(Protocol):
    """Who is told about rebuilds."""

    def wanted(self) -> Collection[str]:
        """Return the paths below the destination that are being looked at."""

    def show(self, preview: Mapping[str, Shown]) -> None:
        """Take files that show what is to come, by their path."""

    def wait_for_browsers(self) -> None:
        """Return when a preview has been fetched, or soon."""

    def settle(self, report: Report, config: Config) -> None:
        """Take what a build changed; it replaces every preview."""

    def fail(self, error: Exception, config: Config) -> None:
        """Take the reason why the site is still the last good one."""


class Nobody:
    """The audience of `build --watch`."""

    def wanted(self) -> Collection[str]:
        """Look at nothing."""
        return ()

    def show(self, preview: Mapping[str, Shown]) -> None:
        """Do nothing."""

    def wait_for_browsers(self) -> None:
        """Do nothing."""

    def settle(self, report: Report, config: Config) -> None:
        """Do nothing."""

    def fail(self, error: Exception, config: Config) -> None:
        """Do nothing."""


class _Clock(NamedTuple):
    """The time of a build, kept for those that follow it."""

    moment: datetime.datetime
    due: datetime.datetime | None


class Rebuilder:
    """One site's builds. `load` reads the configuration anew."""

    def __init__(self, config: Config, log: Log, load: Callable[[], Config], audience: Audience | None = None) -> None:
        self.config, self.log, self._load = config, log, load
        self.audience: Audience = audience or Nobody()
        self.store = open_store(config)
        self.trace = open_trace(config) if config.incremental else Trace()
        self._preview = Preview(self.store) if audience else None
        self._clock: _Clock | None = None
        self._seconds = 0.0
        self._traceable = True
        self._turn = threading.Lock()

    def build(self, paths: Collection[str] = (), announce: Callable[[], None] = lambda: None) -> Build:
        """Build the site, after changes to the paths, and return the build, finished. Raises what a build raises."""
        start = time.perf_counter()
        self.config = self._timed(self.config)
        self._remember(self.config)
        work = Build(self.config, self.log, self.store, self._trace(paths))
        self.report = work.run(announce)
        self._clock = _Clock(work.site.time, work.site.next_due)
        self.store.forget_unused(work.partial)
        if self._preview is not None:
            self._preview.remember(work.site)
        if not work.partial:
            self._seconds = time.perf_counter() - start
        if work.reuse is not None and not self.trace.items:
            self._traceable = False  # the site has what cannot be followed: noting what is read would be time lost
        return work

    def _trace(self, paths: Collection[str]) -> Trace | None:
        """Return the trace for a build after changes to the paths; None where nearly everything will be rendered anyway."""
        if self.config.incremental:
            return self.trace
        return self.trace if paths and self._traceable and not mostly_affected(self.trace, self.config, paths) else None

    def _remember(self, config: Config) -> None:
        name = f"read {config.encoding} {config.timezone}"
        if name not in self.store.live:
            self.store.live[name] = Memory()

    def rebuild(self, paths: list[str]) -> bool:
        """Build again after changes to the paths, with Jekyll's lines; a failure is reported, and the last site stays."""
        names = [os.path.relpath(path, self.config.source) for path in paths]
        now = datetime.datetime.fromtimestamp(time.time(), self.config.zone).strftime("%Y-%m-%d %H:%M:%S")
        self.log.info("Regenerating:", f"{len(names)} file(s) changed at {now}")
        for name in names:
            self.log.info("", name)
        start = time.perf_counter()
        try:
            self._configure(paths)
            self._show_first(paths)
            self.build(paths)
        except Exception as error:
            report_failure(error, self.log)
            self.audience.fail(error, self.config)
            self.log.info("")
            return False
        self.audience.settle(self.report, self.config)
        self.log.info("", f"...done in {round(time.perf_counter() - start, 3)} seconds.")
        self.log.info("")
        return True

    def follow(self, watcher: Watcher) -> None:
        """Rebuild after each batch of changes until the watcher is stopped."""
        for batch in watcher.batches():
            before = self.config
            with self._turn:
                self.rebuild(batch)
            if self.config is not before:
                watcher.obey(self.config)

    def close(self) -> None:
        """Leave what was made in the site's cache folder, unless a build is under way; rebuilds write nothing there."""
        if self._turn.acquire(blocking=False):
            self.store.save(partial=True)
            self._turn.release()

    def _configure(self, paths: Iterable[str]) -> None:
        """Read the configuration again if one of its files changed: Ruby's Jekyll has to be started again for that."""
        if any(path in self.config.files or _is_default(path, self.config.source) for path in paths):
            self.config = self._load()
            self._traceable = True

    def _show_first(self, paths: Collection[str]) -> None:
        if self._preview is None or self._seconds < _SHORT:
            return
        gc.disable()  # it would take longer than the preview
        try:
            shown = self._preview.render(self._timed(self.config), paths, self.audience.wanted())
            if shown:
                self.audience.show(shown)
                self.audience.wait_for_browsers()
        finally:
            gc.enable()

    def _timed(self, config: Config) -> Config:
        """Let the site's time stand still, so that pages that print it stay as they are: until midnight, or until a post is due."""
        if self._clock is None:
            return config.renewed()
        now = config.next_time()
        moment, due = self._clock
        same_day = now.date() == moment.astimezone(config.zone).date()
        if not same_day or (due is not None and now >= due) or now < moment:
            return config.renewed()
        return config if config.time == moment else config.renewed(moment)


def mostly_affected(trace: Trace, config: Config, paths: Collection[str]) -> bool:
    """Say whether changes to the paths mean that most items have to be rendered, as far as their names tell."""
    cells: set[Cell] = set()
    for path in paths:
        relative = os.path.relpath(path, config.source).replace(os.sep, "/")
        folder, _, name = relative.partition("/")
        if path in config.files or any(path.startswith(plugins) for plugins in config.plugins_dirs):
            return True
        if folder == config.includes_dir:
            cells.add(("include", name))
        elif folder == config.layouts_dir:
            cells.add(("layout", os.path.splitext(name)[0]))
        elif folder == config.data_dir:
            cells |= {("data", os.path.splitext(name.partition("/")[0])[0]), ("data", KEYS), ("data", ALL)}
    affected = sum(not cells.isdisjoint(kept.cells) for kept in trace.items.values())
    return affected * 2 > len(trace.items) or (bool(cells) and not trace.items)


def _is_default(path: str, source: str) -> bool:
    from pyjekyll.config import DEFAULT_NAMES

    return os.path.dirname(path) == source and os.path.basename(path) in DEFAULT_NAMES
