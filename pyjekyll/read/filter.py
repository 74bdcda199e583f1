"""Which entries of a folder Jekyll looks at: `include`, `exclude`, special names and backups (RD-2 to RD-4)."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyjekyll.config import Config
    from pyjekyll.log import Log

_SPECIAL = (".", "_", "#", "~")
_MAGIC = frozenset("*?[\\")


class EntryFilter:
    """Reject the entries of a folder that Jekyll does not read.

    Built once a build: the patterns are prepared for all entries.
    """

    def __init__(self, config: Config, log: Log | None = None) -> None:
        self._source = str(config.source)
        self._real_source = os.path.realpath(self._source)
        self._safe = config.safe
        self._log = log
        self._included = Patterns(self._source, config.include)
        self._excluded = Patterns(self._source, [pattern for pattern in config.exclude if pattern not in config.include])

    def filter(self, entries: Iterable[str], base: str) -> list[str]:
        """Keep what is to be read of the entries (names or relative paths) of the folder `base`."""
        folder = base[len(self._source) :] if base.startswith(self._source) else base
        return [entry for entry in entries if self._wanted(entry, folder, base)]

    def _wanted(self, entry: str, folder: str, base: str) -> bool:
        if entry.endswith("."):
            return False
        name = entry.rpartition("/")[2]
        # `include` is tested against the source root whatever the folder is, so it admits a name at any depth.
        included = self._included.match(entry) or (name != entry and self._included.match(name))
        if not included and self._is_excluded(join(folder, entry)):
            return False
        if self._safe and self.leaves_source(os.path.join(base, entry)):
            return False
        return included or not (entry.startswith(_SPECIAL) or name.startswith(_SPECIAL) or entry.endswith("~"))

    def _is_excluded(self, entry: str) -> bool:
        excluded = self._excluded.match(entry)
        if excluded and self._log is not None:
            self._log.debug("EntryFilter:", f"excluded {entry}")
        return excluded

    def leaves_source(self, path: str) -> bool:
        """Tell whether a path is a symbolic link to something outside the source, which safe mode does not follow."""
        if not os.path.islink(path):
            return False
        target = os.path.realpath(path)
        return target != self._real_source and not target.startswith(self._real_source.rstrip("/") + "/")


class Patterns:
    """The strings of `include` or `exclude`: each a glob over the whole path, a plain prefix, or `folder/`.

    All are anchored at the source. What is no string never matches.
    """

    def __init__(self, source: str, patterns: Iterable[object]) -> None:
        joined = [join(source, pattern) for pattern in patterns if isinstance(pattern, str)]
        self._source = source
        self._prefixes = tuple(joined)
        self._folders = frozenset(pattern for pattern in joined if pattern.endswith("/"))
        # Without glob characters File.fnmatch? is equality, which the prefix test covers.
        self._globs = [pattern for pattern in joined if not _MAGIC.isdisjoint(pattern)]

    def match(self, entry: str) -> bool:
        """Tell whether an entry, relative to the source, matches any pattern."""
        path = join(self._source, entry)
        if path.startswith(self._prefixes):
            return True
        if self._folders and f"{path}/" in self._folders and os.path.isdir(path):
            return True
        if not self._globs:
            return False
        from pyjekyll.ruby.fnmatch import fnmatch

        return any(fnmatch(pattern, path) for pattern in self._globs)


def join(base: str, entry: str) -> str:
    """Join like Ruby's File.join: an absolute second part stays below the first."""
    return base.rstrip("/") + entry if entry.startswith("/") else f"{base.rstrip('/')}/{entry}"
