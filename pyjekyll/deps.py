"""What each render read, so that the next build renders only what could come out differently.

A `Trace` lives from build to build, in memory or as `values()` on disk. Hand one to every build of a site:

    trace = Trace()                          # `pyjekyll serve` keeps it; `--incremental` reads it from the site's cache folder
    Build(config, log, store, trace).run()   # and again, and again, with any configuration
    trace.rendered, trace.kept               # how many items the last build rendered and took over

While an item renders, a `Recorder` notes what it reads as cells: ("field", item, "title"), ("list", "posts"), ("include", name).
`render/reuse.py` says what a cell's value is; the trace holds a digest of each. An item is taken over when its own source and every
cell that it read are what they were. Everything else is rendered, and whatever the recorder cannot follow empties the trace: the
next build is a full one. So the output is always a full build's, byte for byte.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

Cell = tuple[str, ...]
# In place of a key: the keys themselves, and everything under any of them.
KEYS, ALL = "\0keys", "\0all"
# Tags whose counters travel from item to item, and names of what an item leaves in the payload for the next one.
COUNTERS, TRAVELLING = frozenset({"increment", "decrement"}), frozenset({"content", "layout"})
# An item that reads one key of more items than this depends on that key of every item.
_MANY = 24


class Undigestible(Exception):
    """Say that a value cannot be compared from build to build."""


class Kept(NamedTuple):
    """What is known of one rendered item: a digest of its source, the cells that it read, its text and its output.

    `left` is the `content` that it left for the next item, where any item of the site reads that.
    """

    own: str
    cells: list[Cell]
    content: str
    output: str
    left: str | None = None


class Trace:
    """The items and cells of the last build. `world` is a digest of what every item depends on: configuration, plugins, version."""

    def __init__(self, values: dict[str, Any] | None = None) -> None:
        self.world = ""
        self.items: dict[str, Kept] = {}
        self.cells: dict[Cell, str] = {}
        # Some item reads what the one before it left.
        self.travels = False
        self.rendered = self.kept = 0
        try:
            self._take(values or {})
        except (KeyError, TypeError, ValueError, IndexError, AttributeError):
            self.forget()  # it is not what `values` gives

    def forget(self) -> None:
        """Forget everything: the next build renders every item."""
        self.world = ""
        self.items, self.cells = {}, {}

    def values(self) -> dict[str, Any]:
        """Return the trace as data for JSON."""
        numbers = {cell: number for number, cell in enumerate(self.cells)}
        items = {name: [kept.own, [numbers[cell] for cell in kept.cells], *kept[2:]] for name, kept in self.items.items()}
        return {"world": self.world, "travels": self.travels, "cells": [[digest, *cell] for cell, digest in self.cells.items()], "items": items}

    def _take(self, values: dict[str, Any]) -> None:
        if not values:
            return
        cells = [tuple(cell) for _, *cell in values["cells"]]
        self.world, self.travels = values["world"], values["travels"]
        self.cells = {cell: row[0] for cell, row in zip(cells, values["cells"], strict=True)}
        self.items = {
            name: Kept(own, [cells[number] for number in numbers], *texts) for name, (own, numbers, *texts) in values["items"].items()
        }


class Recorder:
    """Note what the item that is being rendered reads. `lost` says why the build cannot be followed, once it cannot."""

    def __init__(self) -> None:
        self.reader: Any = None
        self.cells: set[Cell] = set()
        self.lost: str | None = None
        # The item's tags or filters do what nobody can follow: it is rendered by every build.
        self.volatile = False
        self.in_body = self.in_fragment = False

    @contextmanager
    def reading(self, item: Any) -> Iterator[None]:
        """Record what is read while the `with` block renders the item."""
        self.reader, self.cells, self.volatile = item, set(), False
        try:
            yield
        finally:
            self.reader = None

    @contextmanager
    def fragment(self) -> Iterator[set[Cell]]:
        """Record what an excerpt reads, for its first reader and all later ones; yield its cells."""
        outer, body, inside = self.cells, self.in_body, self.in_fragment
        cells: set[Cell] = set()
        self.cells, self.in_fragment = cells, True
        try:
            yield cells
        finally:
            self.cells, self.in_body, self.in_fragment = outer, body, inside
            outer |= cells

    def note(self, *cell: str) -> None:
        """Note that the reader depends on a cell."""
        if self.reader is not None:
            self.cells.add(cell)

    def lose(self, reason: str) -> None:
        """Give up on this build: what is going on cannot be followed."""
        if self.reader is not None and self.lost is None:
            self.lost = reason

    def read(self, item: Any, key: Any) -> None:
        """Note that the reader read a key of an item. What an item is itself made of needs no note."""
        reader = self.reader
        if reader is None or (item is reader and not self.in_fragment and key not in ("next", "previous")):
            return
        if key in ("content", "output"):
            self._read_text(item, key)
        elif key in ("next", "previous") and item.is_document:
            self.cells.add((key, item.identity))
        else:
            self.cells.add(("field", item.identity, key if key.__class__ is str else ALL))

    def _read_text(self, item: Any, key: str) -> None:
        if self.in_fragment:
            # What it sees depends on when it is first read.
            self.lose(f"an excerpt reads the {key} of {item.relative_path}")
        earlier = item.position < self.reader.position
        self.cells.add(("order",))
        self.cells.add((key if earlier else "source", item.identity))

    def drop(self, kind: type[Any], item: Any) -> Any:
        """Return what templates see of an item: the ordinary drop."""
        return kind(item)

    def hash_of(self, page: Any, values: dict[str, Any]) -> dict[str, Any]:
        """Return what templates see of a page: its ordinary hash."""
        return values

    def keeps(self, name: str) -> bool:
        """Say whether what items have under a name may be read once for many readers: not if it wants to know of each."""
        return False

    def dates(self, document: Any) -> None:
        """Learn that a document without a date is asked for one, which it has from then on."""

    def orders_undated(self) -> None:
        """Learn that documents are put in order of which some have no date yet."""

    def pages_read(self) -> None:
        """Learn that the list of pages is read, which grows while the site renders."""

    def summary(self) -> list[Cell]:
        """Return the reader's cells, one key of many items as that key of all of them."""
        count: dict[str, int] = {}
        for cell in self.cells:
            if cell[0] == "field":
                count[cell[2]] = count.get(cell[2], 0) + 1
        return sorted({("fields", cell[2]) if cell[0] == "field" and count[cell[2]] > _MANY else cell for cell in self.cells})


def digest(value: Any) -> str:
    """Return a digest of plain data, and of site items by their identity. Raises Undigestible."""
    from hashlib import blake2b

    parts: list[str] = []
    _spell(value, parts.append, 0)
    return blake2b("".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _spell(value: Any, say: Any, depth: int) -> None:
    kind = value.__class__
    if depth > 100:
        raise Undigestible
    if kind is str:
        say(f"s{len(value)}:{value}")
    elif value is None or kind in (bool, int, float):
        say(f"{kind.__name__}{value!r};")
    elif isinstance(value, dict):
        say(f"d{len(value)}:")
        for key, item in value.items():
            _spell(key, say, depth + 1)
            _spell(item, say, depth + 1)
    elif isinstance(value, (list, tuple)):
        say(f"l{len(value)}:")
        for item in value:
            _spell(item, say, depth + 1)
    elif isinstance(value, datetime.datetime):
        say(f"t{value.isoformat()} {value.tzname()};")
    elif isinstance(value, datetime.date):
        say(f"D{value.isoformat()};")
    elif isinstance(identity := getattr(value, "identity", None), str):
        say(f"i{len(identity)}:{identity}")
    else:
        raise Undigestible
