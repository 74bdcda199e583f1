"""What Jekyll's list filters share: an item's property, and which values count as lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pyjekyll.liquid.drop import Drop, TableDrop
from pyjekyll.liquid.values import PLAIN, to_liquid
from pyjekyll.ruby.index import has_index, index
from pyjekyll.ruby.inspect import to_s
from pyjekyll.ruby.numbers import to_f, to_i
from pyjekyll.ruby.range import Range
from pyjekyll.ruby.text import split

_NUMBER_LIKE = re.compile(r"[ \t\n\v\f\r]*-?(?:[0-9]+\.?[0-9]*|(\.)[0-9]+)[ \t\n\v\f\r]*")


def is_enumerable(value: Any) -> bool:
    """Tell whether Ruby would let a value be searched and grouped: lists, hashes, ranges and Jekyll's drops."""
    return isinstance(value, (list, tuple, dict, Range)) or (isinstance(value, Drop) and not isinstance(value, TableDrop))


def items_of(value: Any) -> list[Any]:
    """Return the items of such a value: a hash's and a drop's are [key, value] pairs."""
    if isinstance(value, dict):
        return [[key, item] for key, item in value.items()]
    if isinstance(value, Drop):
        return [[key, value[key]] for key in value]
    return list(value)


def items_or_values(value: Any) -> list[Any]:
    """Return the items, of a hash its values, as `where` and its kin want them."""
    return list(value.values()) if isinstance(value, dict) else items_of(value)


class Property:
    """A property of items, by a name that may be a dotted path; numbers in strings become numbers."""

    __slots__ = ("_get", "_kind", "name", "path")

    def __init__(self, name: Any) -> None:
        self.name = to_s(name)
        self.path = split(self.name, ".") if "." in self.name else None
        # The class of objects with a drop that was met last, and its drops' function for the name.
        self._kind: type | None = None
        self._get: Callable[[Any], Any] = _nothing

    def of(self, item: Any) -> Any:
        """Return the item's property, None when it has none; through a missing parent a path gives false."""
        value = self.raw(item)
        return value if value.__class__ is bool or value is None else parse_number(value)

    def raw(self, item: Any) -> Any:
        """Return the same with numbers in strings left as they are."""
        if item.__class__ is self._kind:
            return self._get(item)
        if self.path is None and hasattr(item, "value_in_liquid"):
            self._kind, self._get = item.__class__, lambda page: page.value_in_liquid(self.name)
            return self._get(item)
        seen = item if item.__class__ in PLAIN else to_liquid(item)
        if self.path is not None:
            return self._follow(seen, self.path)
        if seen.__class__ is dict:
            return seen.get(self.name)
        if not isinstance(seen, Drop):
            return index(seen, self.name)
        getter = seen.getter_of(self.name)
        if getter is not None and seen.item is item:
            self._kind, self._get = item.__class__, getter
        return seen[self.name]

    @staticmethod
    def _follow(item: Any, path: list[str]) -> Any:
        for key in path:
            if not has_index(item):
                return False
            item = index(item, key)
        return item


def _nothing(item: Any) -> Any:
    return None


def parse_number(value: Any) -> Any:
    """Return the number that a string spells, any other value as it is: "007" is 7, "1.0" is 1.0."""
    if value.__class__ is not str or _NUMBER_LIKE.fullmatch(value) is None:
        return value
    return to_f(value) if "." in value else to_i(value)
