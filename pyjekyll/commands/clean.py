"""`clean`: remove what builds have written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pyjekyll.config import load

if TYPE_CHECKING:
    from pyjekyll.log import Log


def run(options: dict[str, Any], words: list[str], log: Log) -> int:
    """Remove the destination, the metadata of incremental builds, and both caches."""
    config = load(options, log)
    _remove(str(config["destination"]), os.path.isdir, log)
    _remove(os.path.join(str(config["source"]), ".jekyll-metadata"), os.path.isfile, log)
    cache = os.path.join(str(config["source"]), config.cache_dir)
    if os.path.abspath(cache).startswith(os.path.join(config.source, "")):  # Jekyll would remove any folder named here
        _remove(cache, os.path.isdir, log)
    _remove(".sass-cache", os.path.isdir, log)
    return 0


def _remove(path: str, exists: Callable[[str], bool], log: Log) -> None:
    if not exists(path):
        log.info("Cleaner:", f"Nothing to do for {path}.")
        return
    log.info("Cleaner:", f"Removing {path}...")
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        os.remove(path)
