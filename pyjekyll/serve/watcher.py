"""Watch the source and build again when it changes (SRV-9, SRV-10)."""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyjekyll.errors import PyjekyllError

if TYPE_CHECKING:
    from pyjekyll.config import Config
    from pyjekyll.log import Log

_OWN = (".jekyll-cache", ".jekyll-metadata", ".sass-cache", ".git", "node_modules", ".venv", "__pycache__")


def watch(config: Config, log: Log) -> None:
    """Build again after each settled batch of changes until interrupted; a failed build is reported and the watch goes on."""
    from watchfiles import watch as changes

    log.info("Auto-regeneration:", f"enabled for '{config.source}'")
    ignored = _Ignored(config)
    try:
        for batch in changes(config.source, watch_filter=lambda _, path: not ignored(path), force_polling=config.force_polling or None):
            _rebuild(config, log, sorted({path for _, path in batch}))
    except KeyboardInterrupt:
        pass


class _Ignored:
    """Say which paths never start a build: the destination, the tool's own files, what is excluded."""

    def __init__(self, config: Config) -> None:
        from pyjekyll.read.filter import Patterns

        self._source, self._destination = config.source, config.destination
        self._excluded = Patterns(config.source, config.exclude)

    def __call__(self, path: str) -> bool:
        if path == self._destination or path.startswith(self._destination + os.sep):
            return True
        relative = os.path.relpath(path, self._source)
        return relative.split(os.sep)[0] in _OWN or relative.endswith("~") or self._excluded.match(relative)


def _rebuild(config: Config, log: Log, paths: Iterable[str]) -> None:
    from pyjekyll.build import build

    names = [os.path.relpath(path, config.source) for path in paths]
    now = datetime.datetime.fromtimestamp(time.time(), config.zone).strftime("%Y-%m-%d %H:%M:%S")
    log.info("Regenerating:", f"{len(names)} file(s) changed at {now}")
    for name in names:
        log.info("", name)
    start = time.perf_counter()
    try:
        build(config.renewed(), log)
    except PyjekyllError as error:
        log.error("Error:", str(error))
        return
    log.info("", f"...done in {round(time.perf_counter() - start, 3)} seconds.")
