"""Watch what a site is made of, and hand over what changed in settled batches (SRV-9, SRV-10)."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pyjekyll.serve import polling

if TYPE_CHECKING:
    from pyjekyll.config import Config
    from pyjekyll.log import Log

# What this tool, Jekyll and version control write beside a site's own files.
_OWN = frozenset((".jekyll-cache", ".jekyll-metadata", ".sass-cache", ".git", ".hg", ".svn", "node_modules", ".venv", "__pycache__"))
# Vim, Emacs and friends write beside the file, then rename: only the name that lasts counts.
_EDITORS = re.compile(r"~\Z|\A\.#|\A#.*#\Z|\.sw[a-z]\Z|\.swpx\Z|\A4913\Z|\A\.goutputstream-|___jb_(?:tmp|old)___\Z")
# Milliseconds: changes this close together are one batch, which is handed over after the second at the latest.
_STEP, _DEBOUNCE = 8, 150
_WAKE = 100


class Ignored:
    """Say which paths never start a build: the destination, the tool's own files, what is excluded, what editors leave behind."""

    def __init__(self, config: Config) -> None:
        from pyjekyll.read.filter import Patterns

        self._source, self._destination = config.source, config.destination
        self._own = {config.destination, os.path.join(config.source, config.cache_dir)}
        self._excluded = Patterns(config.source, [pattern for pattern in config.exclude if pattern not in config.include])
        self._streams = _redirected()

    def __call__(self, path: str) -> bool:
        if any(path == own or path.startswith(own + os.sep) for own in self._own):
            return True
        if not path.startswith(self._source + os.sep):
            return bool(_EDITORS.search(os.path.basename(path)))
        relative = path[len(self._source) + 1 :]
        if not _OWN.isdisjoint(relative.split(os.sep)) or _EDITORS.search(os.path.basename(path)):
            return True
        return self._excluded.match(relative.replace(os.sep, "/")) or self._is_log(path)

    def _is_log(self, path: str) -> bool:
        """Say whether the path is the file that this process's own words go to."""
        if not self._streams:
            return False
        try:
            there = os.stat(path)
        except OSError:
            return False
        return (there.st_dev, there.st_ino) in self._streams


def _redirected() -> set[tuple[int, int]]:
    import stat

    found = set()
    for descriptor in (1, 2):
        try:
            there = os.fstat(descriptor)
        except OSError:
            continue
        if stat.S_ISREG(there.st_mode):
            found.add((there.st_dev, there.st_ino))
    return found


class Watcher:
    """Collect changes in a thread of its own; `batches` hands them over.

    It remembers the files as they are when it is made, so that `start` may come after a build, which forks and wants no threads.

    Watched are the source, and what lies outside of it: the theme's folder, plugin folders, configuration files named by flags.
    """

    def __init__(self, config: Config, log: Log) -> None:
        self._log, self._polling = log, config.force_polling or _cannot_tell()
        self._ignored = Ignored(config)
        self._roots = _roots(config)
        self._files = [path for path in config.files if not _within(path, self._roots)]
        self._stamps = self._stamp()
        self._first: dict[str, polling.Stamp] | None = polling.look(self._roots, self._is_ignored)
        self._changed: dict[str, None] = {}
        self._news = threading.Condition()
        self._stop, self._again = threading.Event(), threading.Event()
        self._ready = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to watch."""
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)
        self._thread.start()

    def wait_until_ready(self) -> None:
        """Return once changes are seen, or when that takes too long."""
        self._ready.wait(3)

    def stop(self) -> None:
        """End the watching, and whoever waits for changes."""
        self._stop.set()
        self._again.set()
        with self._news:
            self._news.notify_all()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(2)

    def obey(self, config: Config) -> None:
        """Go by another configuration from now on: what it excludes, and where its theme and plugins are."""
        self._ignored = Ignored(config)
        roots = _roots(config)
        if roots != self._roots:
            self._roots = roots
            self._again.set()

    def batches(self) -> Iterator[list[str]]:
        """Yield what changed since the last time, sorted, each time there is something, until stopped."""
        while not self._stop.is_set():
            with self._news:
                # Waiting without end would keep Ctrl-C from a main thread on some systems.
                while not self._changed and not self._stop.is_set():
                    self._news.wait(0.5)
                batch, self._changed = sorted(self._changed), {}
            if batch:
                yield batch

    def _run(self) -> None:
        while not self._stop.is_set():
            self._again.clear()
            try:
                self._watch()
            except OSError as error:
                # No more watches to be had (inotify's limit), or a file system that cannot tell.
                reason = f"the system cannot watch the files ({error}): they are looked at again and again instead."
                self._log.warn("Auto-regeneration:", reason)
                self._polling = True

    def _watch(self) -> None:
        roots = [root for root in self._roots if os.path.isdir(root)]
        for batch in polling.changes(roots, self._is_ignored, self._again) if self._polling else self._native(roots):
            paths = batch | self._changed_files() | self._missed()
            if paths:
                with self._news:
                    self._changed.update(dict.fromkeys(paths))
                    self._news.notify_all()
            self._ready.set()  # the first time, perhaps, after an empty batch

    def _missed(self) -> set[str]:
        """Return what changed before the system began to tell."""
        if self._first is None:
            return set()
        first, self._first = self._first, None
        return polling.difference(first, polling.look(self._roots, self._is_ignored))

    def _native(self, roots: list[str]) -> Iterator[set[str]]:
        from watchfiles import watch

        # Some systems name the real paths of what lies behind a link.
        real = {os.path.realpath(root): root for root in roots}

        def named(path: str) -> str:
            return next((root + path[len(place) :] for place, root in real.items() if path.startswith(place + os.sep)), path)

        options: dict[str, Any] = {"debounce": _DEBOUNCE, "step": _STEP, "rust_timeout": _WAKE, "yield_on_timeout": True}
        for batch in watch(*real, watch_filter=lambda _, path: not self._ignored(named(path)), stop_event=self._again, **options):
            yield {named(path) for _, path in batch}

    def _is_ignored(self, path: str) -> bool:
        return self._ignored(path)

    def _changed_files(self) -> set[str]:
        """Return the single files outside the watched folders that are not what they were."""
        if not self._files:
            return set()
        before, self._stamps = self._stamps, self._stamp()
        return {path for path in self._files if before[path] != self._stamps[path]}

    def _stamp(self) -> dict[str, tuple[int, int] | None]:
        return {path: _stamp(path) for path in self._files}


def _cannot_tell() -> bool:
    """Say whether this is Windows' Linux, which does not hear of changes that Windows' programs make."""
    import platform

    return "microsoft-standard" in platform.release()


def _roots(config: Config) -> list[str]:
    return _outermost([config.source, *config.plugins_dirs, *_theme_folders(config)])


def _theme_folders(config: Config) -> list[str]:
    """Return the folder of the site's theme, where it is not the site's own."""
    import io

    from pyjekyll.errors import PyjekyllError
    from pyjekyll.log import Log
    from pyjekyll.theme import find_theme

    try:
        theme = find_theme(config, Log("error", io.StringIO(), io.StringIO()))
    except PyjekyllError:
        return []
    return [theme.root] if theme else []


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        there = os.stat(path)
    except OSError:
        return None
    return there.st_mtime_ns, there.st_size


def _within(path: str, folders: list[str]) -> bool:
    return any(path == folder or path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)


def _outermost(folders: list[str]) -> list[str]:
    """Leave out the folders that lie in another one."""
    found: list[str] = []
    for folder in sorted(set(folders), key=len):
        if not _within(folder, found):
            found.append(folder)
    return found
