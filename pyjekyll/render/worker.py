"""Render pieces of a site in a forked child, and leave alone what only the first process can render.

What an item shows of others depends on their order: the text of an earlier one is converted. A child has the items that were rendered
when it was forked, and those before it in its own piece; it abandons an item that reads the text of any other earlier one. It abandons
whatever else depends on the order, too, what warns, and what fails, so that the first process says so in its place.
"""

from __future__ import annotations

import gc
import io
import marshal
import os
import queue
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any, NoReturn

from pyjekyll.deps import ALL, COUNTERS, TRAVELLING, Recorder
from pyjekyll.model.watched import WatchedHash
from pyjekyll.render.environment import TIMED

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyjekyll.cache import Store
    from pyjekyll.model.item import Item
    from pyjekyll.render.renderer import Renderer
    from pyjekyll.site import Site

# An item's content and output, what the store kept of making them, and whether a document without a date got one.
Result = tuple[str, str, dict[str, Any], bool]
# Bytes before each message, which say how long it is.
HEADER = 8
_TEXTS = frozenset({"content", "output", ALL})
# What a document without a date has once it was asked for it.
_OF_DATES = frozenset({"date", "draft"})


class _Abandoned(BaseException):
    """This item is not a child's to render. No `except Exception` on the way may stop it."""


class Guard(Recorder):
    """Listen to the templates of a child, and abandon the item that reads what the child does not have."""

    def __init__(self, site: Site, first: int) -> None:
        super().__init__()
        self._first = first
        # The positions of the current piece that this child has rendered.
        self.rendered: set[int] = set()
        # The documents that got their date in this piece.
        self.dated: set[Any] = set()
        self._refused_tags = COUNTERS | {"include_relative"} | site.registry.serial_tags
        self._first_sheet = min((page.position for page in site.pages if page.is_sass and page.position >= first), default=sys.maxsize)

    # --- what the site and its drops tell ---------------------------------------------------------------------------------

    def hash_of(self, page: Any, values: dict[str, Any]) -> dict[str, Any]:
        """Return a page's hash, watched if its text is not to be read."""
        return WatchedHash(values, lambda key: self.read(page, key)) if self._lacks(page) or self.in_fragment else values

    def read(self, item: Any, key: Any) -> None:
        """Abandon the item that reads a text which the child does not have; what an excerpt reads depends on who reads it first."""
        if key in _TEXTS and self.reader is not None and (self._lacks(item) or self.in_fragment):
            raise _Abandoned

    def keeps(self, name: str) -> bool:
        """Say that values may be read once for many; abandon the item that asks for texts, which are those of the first one to ask."""
        if name in _TEXTS:
            raise _Abandoned
        return True

    def dates(self, document: Any) -> None:
        """Abandon the item that gives another document its date; the item's own travels with the result."""
        if self.reader is not None and document is not self.reader:
            raise _Abandoned
        self.dated.add(document)

    def orders_undated(self) -> None:
        """Abandon the item for which documents are put in order that may have a date by then."""
        if self.reader is not None:
            raise _Abandoned

    def pages_read(self) -> None:
        """Abandon the item whose list of pages would have the source map of a sheet, or may have it: in an excerpt."""
        if self.reader is not None and self._first_sheet < (sys.maxsize if self.in_fragment else self.reader.position):
            raise _Abandoned

    def _lacks(self, item: Any) -> bool:
        return self.reader is not None and self._first <= item.position < self.reader.position and item.position not in self.rendered

    # --- what the environment tells ---------------------------------------------------------------------------------------

    def template(self, template: Any, in_body: bool | None = None) -> None:
        """Abandon the item whose template cannot be rendered out of order."""
        self.in_body = self.in_body if in_body is None else in_body
        if template.tags & self._refused_tags or (self.in_body and not self.in_fragment and template.names & TRAVELLING):
            raise _Abandoned

    def included(self, template: Any, _name: str, relative: bool) -> None:
        """Look at an included file as at any template."""
        self.template(template)

    def apply(self, name: str, _arguments: Any, apply: Callable[[Any, Any], Any], context: Any, value: Any) -> Any:
        """Apply a filter, unless nobody knows what it looks at, or it needs a compiler that is the first process's."""
        if name not in TIMED:
            raise _Abandoned
        return apply(context, value)


class _Sender:
    """Write messages to a pipe in a thread of its own: its reader may be busy for long."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._queue: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="sender", daemon=True)
        self._thread.start()

    def send(self, message: Any) -> None:
        """Send a message some time."""
        data = marshal.dumps(message)
        self._queue.put(len(data).to_bytes(HEADER, "big") + data)

    def finish(self) -> None:
        """Return when everything is sent, or nobody listens any more."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        try:
            with os.fdopen(self._pipe, "wb") as pipe:
                while (data := self._queue.get()) is not None:
                    pipe.write(data)
                    pipe.flush()
        except OSError:
            os._exit(1)  # the first process has ended


class Worker:
    """One child's work on a site."""

    def __init__(self, site: Site, renderer: Renderer, store: Store, first: int, unfit: set[int]) -> None:
        self._site, self._renderer, self._store, self._items, self._unfit = site, renderer, store, site.items(), unfit
        self._guard = Guard(site, first)
        site.recorder = renderer.environment.recorder = self._guard
        site.log.redirect(io.StringIO(), io.StringIO())

    def render(self, start: int, end: int) -> dict[int, Result]:
        """Return the results for the items of a piece that could be rendered, by position."""
        results: dict[int, Result] = {}
        piece = [(item, dict(item.data)) for item in self._items[start:end]]
        for item, data in piece:
            result = None if item.position in self._unfit else self._attempt(item, data)
            if result is None:
                _reset(item, data)
            else:
                results[item.position] = result
                self._guard.rendered.add(item.position)
        # Whoever comes before this piece sees it as it was.
        self._guard.rendered.clear()
        self._guard.dated.clear()
        for item, data in piece:
            _reset(item, data)
        return results

    def _attempt(self, item: Item, data: dict[str, Any]) -> Result | None:
        log, self._store.touched = self._site.log, {}
        said = log.warnings, log.errors
        try:
            with self._guard.reading(item):
                self._renderer.render(item)
        except BaseException:
            return None
        dated = item in self._guard.dated
        # A listener may have changed data that others read.
        if said != (log.warnings, log.errors) or not _is_same(item.data, data, _OF_DATES if dated else frozenset()):
            return None
        return item.content, str(item.output), self._store.touched, dated


def _reset(item: Item, data: dict[str, Any]) -> None:
    item.content, item.output = item.source_text, None
    if not _is_same(item.data, data):
        item.data.clear()
        item.data.update(data)


def _is_same(data: dict[str, Any], before: dict[str, Any], but: frozenset[str] = frozenset()) -> bool:
    return data.keys() - but == before.keys() - but and all(data[key] is value for key, value in before.items() if key not in but)


def work(
    site: Site, renderer: Renderer, store: Store, bounds: list[int], state: Any, number: int, writer: int, unfit: set[int]
) -> NoReturn:
    """Run in a child: render pieces that nobody has begun, the last one first, send them, and leave without the parent's clean-up."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        gc.freeze()
        worker, sender = Worker(site, renderer, store, bounds[0], unfit), _Sender(writer)
        for piece in reversed(range(len(state))):
            if not state[piece]:
                state[piece] = number
                sender.send((piece, worker.render(bounds[piece], bounds[piece + 1])))
        sender.finish()
        sys.stdout.flush()
        sys.stderr.flush()
        status = 0
    finally:
        os._exit(status)
