"""What templates see of the site while a recorder listens: the same values, and a note of each that is read (see pyjekyll.deps)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from pyjekyll.deps import ALL, KEYS, Recorder, Undigestible, digest
from pyjekyll.model.drops import CollectionDrop, DocumentDrop, ExcerptDrop, JekyllDrop, SiteDrop, StaticFileDrop

_LISTS = ("categories", "documents", "html_pages", "pages", "posts", "static_files", "tags")


class Watch(Recorder):
    """The recorder of one site: it hands out what templates see, watched."""

    def __init__(self, site: Any) -> None:
        super().__init__()
        self.site = site
        # Source maps of style sheets join the pages while the site renders.
        self.sealed_pages = 0

    def drop(self, kind: type[JekyllDrop], item: Any) -> JekyllDrop:
        """Return the watched drop for one of the ordinary class."""
        return _WATCHED[kind](item) if kind in _WATCHED else kind(item)

    def hash_of(self, page: Any, values: dict[str, Any]) -> dict[str, Any]:
        """Return a page's hash; the reader's own needs no watching."""
        if self.reader is None or (page is self.reader and not self.in_fragment):
            return values
        return WatchedHash(values, lambda key: self.read(page, key))

    def seen(self, value: Any) -> Any:
        """Return a value as templates get it: the build's time notes what is made of it."""
        if value.__class__ is datetime.datetime and value == self.site.time and self.reader is not None:
            return WatchedTime.of(value, lambda: self.note("time"))
        return value


class _Watched(JekyllDrop):
    """A drop that notes each key that is read. No look-up is kept by its class: each one has to come by."""

    @classmethod
    def getter_of(cls, key: str) -> Callable[[Any], Any] | None:
        return None

    def note(self, key: Any) -> None:
        """Note that a key is read."""
        raise NotImplementedError

    def __getitem__(self, key: Any) -> Any:
        self.note(key)
        return self.item.site.recorder.seen(super().__getitem__(key))

    def __contains__(self, key: object) -> bool:
        self.note(KEYS)
        return super().__contains__(key)

    def keys(self) -> list[Any]:
        self.note(KEYS)
        return super().keys()


class WatchedDocumentDrop(_Watched, DocumentDrop):
    """A document, watched."""

    def note(self, key: Any) -> None:
        self.item.site.recorder.read(self.item, key)


class WatchedExcerptDrop(_Watched, ExcerptDrop):
    """An excerpt as its own templates see it: its text is part of what its reader read, the rest is the document's."""

    def note(self, key: Any) -> None:
        if key not in ("content", "output", "excerpt"):
            self.item.site.recorder.read(self.item.doc, key)


class WatchedStaticFileDrop(_Watched, StaticFileDrop):
    """A static file, watched."""

    def note(self, key: Any) -> None:
        self.item.site.recorder.note("field", self.item.identity, key if key.__class__ is str else ALL)


class WatchedCollectionDrop(_Watched, CollectionDrop):
    """A collection, watched: all but its files comes from the configuration."""

    def note(self, key: Any) -> None:
        if key in ("docs", "files"):
            self.item.site.recorder.note("list", key, self.item.label)

    def ruby_to_s(self) -> str:
        self.note("docs")
        return super().ruby_to_s()


class WatchedSiteDrop(SiteDrop):
    """The site, watched: its lists, its data, its time. What comes from the configuration is the same for every reader."""

    @classmethod
    def getter_of(cls, key: str) -> Callable[[Any], Any] | None:
        return None

    def __getitem__(self, key: Any) -> Any:
        site = self.item
        watch: Watch = site.recorder
        value = super().__getitem__(key)
        if watch.reader is None or key.__class__ is not str:
            return value
        if key != "posts" and key in site.collections:
            watch.note("list", "docs", key)
        elif key in _LISTS:
            watch.note("list", key, str(len(site.pages) - watch.sealed_pages) if key == "pages" else "")
        elif key == "related_posts":
            watch.note("related", watch.reader.identity)
        elif key == "data":
            note = lambda name: watch.note("data", name if name.__class__ is str else ALL)  # noqa: E731
            return WatchedHash(value, note) if isinstance(value, dict) else value
        elif key not in self.getters and key in site.config:
            _note_strange(watch, key, value)
        return watch.seen(value)


def _note_strange(watch: Watch, key: str, value: Any) -> None:
    # A plugin's object that finds its values out when it is asked.
    try:
        digest(value)
    except Undigestible:
        watch.note("config", key)


_WATCHED: dict[type[JekyllDrop], type[JekyllDrop]] = {
    DocumentDrop: WatchedDocumentDrop,
    ExcerptDrop: WatchedExcerptDrop,
    StaticFileDrop: WatchedStaticFileDrop,
    CollectionDrop: WatchedCollectionDrop,
    SiteDrop: WatchedSiteDrop,
}


class WatchedHash(dict[Any, Any]):
    """A hash that notes each key that is read; whoever takes it as a whole reads all of them.

    `__iter__` is overridden so that `dict(...)` and `{**...}` come by, too.
    """

    def __init__(self, values: dict[Any, Any], note: Callable[[Any], None]) -> None:
        super().__init__(values)
        self._note = note

    def _all(self) -> WatchedHash:
        self._note(KEYS)
        for key in super().__iter__():
            self._note(key)
        return self

    def __getitem__(self, key: Any) -> Any:
        self._note(key)
        return super().__getitem__(key)

    def get(self, key: Any, default: Any = None) -> Any:
        self._note(key)
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note(KEYS)
        return super().__contains__(key)

    def __iter__(self) -> Iterator[Any]:
        self._note(KEYS)
        return super().__iter__()

    def __len__(self) -> int:
        self._note(KEYS)
        return super().__len__()

    def keys(self) -> Any:
        self._note(KEYS)
        return super().keys()

    def values(self) -> Any:
        self._all()
        return super().values()

    def items(self) -> Any:
        self._all()
        return super().items()

    def copy(self) -> dict[Any, Any]:
        return dict(self._all())

    def __eq__(self, other: object) -> bool:
        self._all()
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None

    def __or__(self, other: Any) -> Any:
        return dict(self._all()) | other

    def __repr__(self) -> str:
        self._all()
        return super().__repr__()


_SILENT = ("__class__", "to_liquid", "to_liquid_value")


class WatchedTime(datetime.datetime):
    """The build's time: it notes any use but a date filter's, which takes `plain` and notes what it printed (see render/reuse.py)."""

    @classmethod
    def of(cls, time: datetime.datetime, note: Callable[[], None]) -> WatchedTime:
        """Return the time, watched."""
        made = cls(*time.timetuple()[:6], time.microsecond, time.tzinfo, fold=time.fold)
        object.__setattr__(made, "plain", time)
        object.__setattr__(made, "note", note)
        return made

    def __getattribute__(self, name: str) -> Any:
        if name not in _SILENT:
            object.__getattribute__(self, "note")()
        return super().__getattribute__(name)

    def __eq__(self, other: object) -> Any:
        return self._noted() == other

    def __ne__(self, other: object) -> Any:
        return self._noted() != other

    def __lt__(self, other: Any) -> Any:
        return self._noted() < other

    def __le__(self, other: Any) -> Any:
        return self._noted() <= other

    def __gt__(self, other: Any) -> Any:
        return self._noted() > other

    def __ge__(self, other: Any) -> Any:
        return self._noted() >= other

    def __sub__(self, other: Any) -> Any:
        return self._noted() - other

    def __rsub__(self, other: Any) -> Any:
        return other - self._noted()

    def __add__(self, other: Any) -> Any:
        return self._noted() + other

    def __hash__(self) -> int:
        return hash(self._noted())

    def __str__(self) -> str:
        return str(self._noted())

    def __repr__(self) -> str:
        return repr(self._noted())

    def _noted(self) -> datetime.datetime:
        plain: datetime.datetime = self.plain  # which notes  # type: ignore[attr-defined]
        return plain


def plain_time(value: Any) -> Any:
    """Return the time behind a watched one, without a note; other values as they are."""
    return object.__getattribute__(value, "plain") if value.__class__ is WatchedTime else value
