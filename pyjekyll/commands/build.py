"""`build`: read the configuration, build the site once, and perhaps go on watching it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pyjekyll.config import Config, load

if TYPE_CHECKING:
    from pyjekyll.build import Build
    from pyjekyll.log import Log


def run(options: dict[str, Any], words: list[str], log: Log) -> int:
    """Build the site that the flags and its configuration describe. Further words are ignored, as Jekyll does."""
    log.adjust_verbosity()
    config = load({**options, "serving": False}, log)
    if config.watch and not config.detach:
        return _watch(config, log, lambda: load({**options, "serving": False}, log))
    build_once(config, log)
    if config.detach:
        log.info("Auto-regeneration:", "disabled when running server detached.")
    else:
        log.info("Auto-regeneration:", "disabled. Use --watch to enable.")
    return 0


def _watch(config: Config, log: Log, load_again: Callable[[], Config]) -> int:
    import signal
    import threading

    from pyjekyll.serve.rebuild import Rebuilder
    from pyjekyll.serve.watcher import Watcher

    # Also where a shell started the command in the background, with interrupts ignored: Jekyll listens there, too.
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)
    rebuilder = Rebuilder(config, log, load_again)
    watcher = Watcher(config, log)
    build_once(config, log, lambda announce: rebuilder.build(announce=announce))
    watcher.start()
    watcher.wait_until_ready()
    log.info("Auto-regeneration:", f"enabled for '{config.source}'")
    try:
        rebuilder.follow(watcher)
    except KeyboardInterrupt:
        watcher.stop()
        rebuilder.close()
        log.info("", "Halting auto-regeneration.")
    return 0


def build_once(config: Config, log: Log, build: Callable[[Callable[[], None]], Build] | None = None) -> None:
    """Build the site and write Jekyll's lines around it; with `skip_initial_build` only say so."""
    if config.skip_initial_build:
        log.warn("Build Warning:", "Skipping the initial build. This may result in an out-of-date site.")
        return
    start = time.perf_counter()

    def announce() -> None:
        # Jekyll says this once its site object is there: a theme or plugin that cannot be found stops it before.
        log.info("Source:", config.source)
        log.info("Destination:", config.destination)
        log.info("Incremental build:", "enabled" if config.incremental else "disabled. Enable with --incremental")
        log.info("Generating...")
        if config.lsi:
            log.warn("LSI:", "Relating posts by their content is not available: the latest posts are taken.")

    work = _build(config, log, announce) if build is None else build(announce)
    if config.profile:
        from pyjekyll.profile import report

        report(log, work.timings, work.renderer.stats)
    log.info("", f"done in {round(time.perf_counter() - start, 3)} seconds.")


def _build(config: Config, log: Log, announce: Callable[[], None]) -> Build:
    from pyjekyll.build import Build

    work = Build(config, log)
    work.run(announce)
    return work
