"""The processes that render one site, seen from the first of them: what it takes over, and what it renders itself (see parallel.py)."""

from __future__ import annotations

import io
import marshal
import mmap
import os
import signal
import sys
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from pyjekyll.deps import COUNTERS, TRAVELLING, Recorder
from pyjekyll.log import Log
from pyjekyll.model.document import Document
from pyjekyll.render.parallel import is_own, weight
from pyjekyll.render.worker import HEADER, Result, work
from pyjekyll.ruby.text import to_s

if TYPE_CHECKING:
    from pyjekyll.cache import Store
    from pyjekyll.model.item import Item
    from pyjekyll.render.renderer import Renderer
    from pyjekyll.site import Site

# Into how many pieces the work is cut for each process, and what marks a piece as the first one's.
_PIECES, _MINE = 8, 255


class _Travels(BaseException):
    """A text reads what the item before it left, which another process rendered. No `except Exception` on the way may stop it."""


class _Left(NamedTuple):
    """What the item at a position left in the payload for the next one."""

    position: int
    content: Any
    layout: Any


class Team:
    """The processes that render a site's items from position `first` on, seen from the first of them."""

    def __init__(self, site: Site, renderer: Renderer, store: Store, first: int, size: int) -> None:
        self.site, self.renderer, self.store, self._items = site, renderer, store, site.items()
        self._starts = _pieces(self._items, first, size * _PIECES)
        self._state = mmap.mmap(-1, len(self._starts))
        self._readers: dict[int, Any] = {}
        self._children: list[int] = []
        self._results: dict[int, dict[int, Result]] = {}
        # Whether what the last item left in the payload is not there, and when it last was: after which item, and what it was.
        self.stale = False
        self._left = _Left(first - 1, renderer.payload["content"], renderer.payload["layout"])
        self._alone = self._filling = False
        self._taken: list[Item] = []
        unfit = _unfit(site, renderer, first)
        sys.stdout.flush()
        sys.stderr.flush()
        for number in range(1, size):
            if not self._start(number, unfit):
                break
        site.recorder = renderer.environment.recorder = _Lookout(self)

    def _start(self, number: int, unfit: set[int]) -> bool:
        """Start one more process, if the system has one."""
        try:
            reader, writer = os.pipe()
        except OSError:
            return False
        try:
            child = os.fork()
        except OSError:
            os.close(reader)
            os.close(writer)
            return False
        if child == 0:
            os.close(reader)
            bounds = [*self._starts, len(self._items)]
            work(self.site, self.renderer, self.store, bounds, self._state, number, writer, unfit)
        os.close(writer)
        self._readers[number] = os.fdopen(reader, "rb")
        self._children.append(child)
        return True

    def render(self, item: Item) -> None:
        """Render an item, or take over what another process made of it."""
        result = self._result(item)
        if result is None or self.renderer.template_key(item) in self.renderer.environment.partials:
            self._render(item)
            return
        item.content, item.output, kept, dated = result
        if dated:
            assert isinstance(item, Document)
            _ = item.date  # which gives it one
        for key, value in kept.items():
            if self.store.get(key) != value:
                self.store.set(key, value)
        self.stale = True
        self._taken.append(item)
        if self._filling:
            self._fill(item)

    def _render(self, item: Item) -> None:
        payload = self.renderer.payload
        before = dict(payload)
        try:
            self.renderer.render(item)
        except _Travels:
            payload.clear()
            payload.update(before)  # with the counters as they were
            self._recall(item.position)
            self.renderer.render(item)
        self.stale = self.stale and not self._settles(item)
        if not self.stale:
            self._left = _Left(item.position, payload["content"], payload["layout"])

    # --- what the others made -------------------------------------------------------------------------------------------

    def _result(self, item: Item) -> Result | None:
        if self._alone or item.position < 0:
            return None
        piece = bisect_right(self._starts, item.position) - 1
        if self._starts[piece] == item.position:
            self._results.pop(piece - 1, None)
        if not self._state[piece]:
            self._state[piece] = _MINE
        return self._received(piece).get(item.position) if self._state[piece] != _MINE else None

    def _received(self, piece: int) -> dict[int, Result]:
        """Return the results of a piece, waiting for them; nothing if the process that had it has failed."""
        reader = self._readers[self._state[piece]]
        while piece not in self._results:
            size = int.from_bytes(reader.read(HEADER), "big")
            data = reader.read(size) if size else b""
            if not data or len(data) < size:
                return self._results.setdefault(piece, {})
            number, results = marshal.loads(data)
            self._results[number] = results
        return self._results[piece]

    def go_on_alone(self) -> None:
        """Take nothing over any more: counters travel from item to item."""
        self._alone = True

    def close(self) -> None:
        """End the other processes."""
        self.site.recorder = self.renderer.environment.recorder = None
        for child in self._children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        for reader in self._readers.values():
            reader.close()
        self._state.close()

    # --- what travels from item to item ---------------------------------------------------------------------------------

    def _settles(self, item: Item) -> bool:
        """Say whether an item sets all that it leaves: one with a layout does."""
        return item.place_in_layout and to_s(item.data["layout"]) in self.site.layouts

    def _recall(self, position: int) -> None:
        """Let the payload hold what the items before the position left there."""
        self.stale = False
        log, self.site.log = self.site.log, Log("error", io.StringIO(), io.StringIO())
        start, content, layout = self._left
        self.renderer.payload.update(content=content, layout=layout)
        try:
            for place in range(position - 1, start, -1):
                if self._settles(self._items[place]):
                    self._run_again(self._items[place])
                    start = place
                    break
            for item in self._items[start + 1 : position]:
                self.renderer.leave(item, None)
        finally:
            self.site.log = log

    def _run_again(self, item: Item) -> None:
        content, output = item.content, item.output
        item.content = item.source_text
        self.renderer.run(item, self.renderer.payload)
        item.content, item.output = content, output

    def fill_partials(self) -> None:
        """Keep the templates of the items that were taken over, too: who includes such a file by its path gets the item's text."""
        if not self._filling:
            self._filling = True
            for item in self._taken:
                self._fill(item)

    def _fill(self, item: Item) -> None:
        content, item.content = item.content, item.source_text
        if item.render_with_liquid:
            environment = self.renderer.environment
            environment.partials.setdefault(self.renderer.template_key(item), environment.parse(item.source_text))
        item.content = content


class _Lookout(Recorder):
    """Look at the templates that the first process renders."""

    def __init__(self, team: Team) -> None:
        super().__init__()
        self._team = team

    def keeps(self, _name: str) -> bool:
        """Say that values may be read once for many: who asks for texts is rendered here, each in its place."""
        return True

    def template(self, template: Any, in_body: bool | None = None) -> None:
        """See a template that is about to be rendered; in_body says whether it is an item's own text or a layout."""
        self.in_body = self.in_body if in_body is None else in_body
        if template.tags & COUNTERS:
            self._team.go_on_alone()
        if "include_relative" in template.tags:
            self._team.fill_partials()
        # An excerpt has a payload of its own.
        if self.in_body and not self.in_fragment and self._team.stale and template.names & TRAVELLING:
            raise _Travels

    def included(self, template: Any, _name: str, relative: bool) -> None:
        """See a file that a template includes."""
        self.template(template)

    def apply(self, _name: str, _arguments: Any, apply: Any, context: Any, value: Any) -> Any:
        """Apply a filter."""
        return apply(context, value)


def _pieces(items: list[Item], first: int, count: int) -> list[int]:
    """Return where the pieces begin into which the items from `first` on are cut, which cost about the same."""
    size = max(sum(weight(item) for item in items[first:]) // count, 1)
    starts, work_so_far = [first], 0
    for item in items[first:]:
        if work_so_far >= size:
            starts.append(item.position)
            work_so_far = 0
        work_so_far += weight(item)
    return starts


def _unfit(site: Site, renderer: Renderer, first: int) -> set[int]:
    """Return the positions of items that the first process renders: sheets, what foreign code converts, what shares its path."""
    keys = Counter(renderer.template_key(item) for item in site.items())

    def is_fit(item: Item) -> bool:
        own = all(is_own(type(converter)) for converter in renderer.converters_for(item))
        return own and not item.is_asset and keys[renderer.template_key(item)] == 1

    return {item.position for item in site.items()[first:] if not is_fit(item)}
