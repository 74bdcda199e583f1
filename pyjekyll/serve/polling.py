"""Find changes by looking at every file again and again, where the system cannot tell of them.

watchfiles can do that, too, but compares times in whole seconds: a second edit within a second would never be seen.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator

Stamp = tuple[int, int, int]
# Seconds between two looks; between the looks of which the second shows that nothing changes any more.
_PAUSE, _SETTLE = 0.25, 0.02


def changes(roots: Iterable[str], ignored: Callable[[str], bool], stop: threading.Event) -> Iterator[set[str]]:
    """Yield the paths that changed, or an empty set, after each look, until stopped. The first look is taken at once."""
    folders = list(roots)
    before = look(folders, ignored)
    yield set()
    while not stop.wait(_PAUSE):
        after = look(folders, ignored)
        changed = difference(before, after)
        while changed and not stop.wait(_SETTLE):
            again = look(folders, ignored)
            more = difference(after, again)
            after = again
            if not more:
                break
            changed |= more
        before = after
        yield changed


def look(roots: Iterable[str], ignored: Callable[[str], bool]) -> dict[str, Stamp]:
    """Return the time, size and number of every file below the roots; ignored folders are not entered."""
    found: dict[str, Stamp] = {}
    pending = list(roots)
    while pending:
        try:
            entries = list(os.scandir(pending.pop()))
        except OSError:
            continue
        for entry in entries:
            if ignored(entry.path):
                continue
            try:
                there = entry.stat()
                if entry.is_dir():
                    pending.append(entry.path)
                    found[entry.path] = (0, 0, there.st_ino)
                else:
                    found[entry.path] = (there.st_mtime_ns, there.st_size, there.st_ino)
            except OSError:
                continue
    return found


def difference(before: dict[str, Stamp], after: dict[str, Stamp]) -> set[str]:
    """Return the paths that are new, gone, or other than they were."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
