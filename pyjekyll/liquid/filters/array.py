"""Liquid's filters on lists.

What they are given is made a list first: nested lists are flattened, a hash is one item, nil none, and a time its ten parts
(Ruby's Array(time)).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from pyjekyll.liquid.drop import Drop, TableDrop
from pyjekyll.liquid.errors import LiquidArgumentError
from pyjekyll.liquid.values import PLAIN, command, to_liquid
from pyjekyll.ruby.errors import RubyNoMethodError, RubyTypeError
from pyjekyll.ruby.hash import flatten
from pyjekyll.ruby.index import has_index, index
from pyjekyll.ruby.inspect import to_s
from pyjekyll.ruby.order import compare, equal, hash_key, merge_sort
from pyjekyll.ruby.range import Range
from pyjekyll.ruby.text import casefold, truthy


def items_of(value: Any) -> list[Any]:
    """Return the items that a list filter works on."""
    if isinstance(value, (list, tuple)):
        return _liquid_items(flatten(list(value)))
    if value is None:
        return []
    if isinstance(value, (dict, str)):
        return [value]
    if isinstance(value, Range):
        return list(value)
    if isinstance(value, datetime.datetime):
        return _time_parts(value)
    if isinstance(value, Drop) and not isinstance(value, TableDrop):
        return _liquid_items(list(value))
    return [value]


def _liquid_items(items: list[Any]) -> list[Any]:
    for item in items:
        if item.__class__ not in PLAIN:
            return [to_liquid(item) for item in items]
    return items


def _time_parts(time: datetime.datetime) -> list[Any]:
    from pyjekyll.ruby.strftime import zone_name

    clock = [time.second, time.minute, time.hour, time.day, time.month, time.year]
    return [*clock, time.isoweekday() % 7, time.timetuple().tm_yday, bool(time.dst()), zone_name(time) or None]


def size(value: Any, /) -> int:
    """Return the length of a string, list, hash or range; an integer's is its bytes, 8; everything else has 0."""
    found = command(value, "size")
    return found if isinstance(found, int) else 0


def first(value: Any, /) -> Any:
    """Return the first item, of a hash its first pair."""
    return command(value, "first")


def last(value: Any, /) -> Any:
    """Return the last item of a list or range."""
    return command(value, "last")


def join(value: Any, glue: Any = " ", /) -> str:
    """Join the items into a string."""
    separator = to_s(glue)
    return separator.join([item if item.__class__ is str else _joined(item, separator) for item in items_of(value)])


def _joined(item: Any, separator: str) -> str:
    return separator.join([_joined(each, separator) for each in item]) if isinstance(item, list) else to_s(item)


def concat(value: Any, other: Any, /) -> list[Any]:
    """Return the items of both lists; raises LiquidArgumentError when the other is none."""
    if not isinstance(other, list):
        raise LiquidArgumentError("concat filter requires an array argument")
    return [*items_of(value), *other]


def reverse(value: Any, /) -> list[Any]:
    """Return the items in reverse order."""
    return items_of(value)[::-1]


def default(value: Any, replacement: Any = "", options: Any = None, /) -> Any:
    """Return the value, or the replacement for nil, false and what is empty; with `allow_false: true` false stays."""
    allow_false = isinstance(options, dict) and truthy(options.get("allow_false"))
    if value is None or (value is False and not allow_false):
        return replacement
    return replacement if isinstance(value, (str, list, dict)) and not value else value


def map(value: Any, property_: Any, /) -> list[Any]:
    """Return a property of each item; raises LiquidArgumentError for items that cannot have it, such as numbers."""
    items = items_of(value)
    if property_ == "to_liquid":
        return items
    try:
        return [
            item.get(property_) if item.__class__ is dict and property_.__class__ is str else index(item, property_) if has_index(item) else None
            for item in items
        ]
    except RubyTypeError:
        raise _property_error(property_) from None


def _property_error(property_: Any) -> LiquidArgumentError:
    return LiquidArgumentError(f"cannot select the property '{to_s(property_)}'")


def _property(item: Any, name: Any) -> Any:
    try:
        return index(item, name)
    except RubyTypeError:
        raise _property_error(name) from None


def _or_nil(filter_: Callable[[], list[Any]]) -> list[Any] | None:
    """Return the result of a filter, nil when it met an item without properties."""
    try:
        return filter_()
    except RubyNoMethodError:
        return None


def compact(value: Any, property_: Any = None, /) -> list[Any] | None:
    """Return the items that are not nil, or whose property is not."""
    items = items_of(value)
    if property_ is None:
        return [item for item in items if item is not None]
    return _or_nil(lambda: [item for item in items if _property(item, property_) is not None])


def uniq(value: Any, property_: Any = None, /) -> list[Any] | None:
    """Return the items without repetitions, or one for each value of a property; 1 and 1.0 differ."""
    items = items_of(value)
    if property_ is None:
        return _distinct(items, lambda item: item)
    if len(items) <= 1:
        return items  # Ruby does not even look at the property
    return _or_nil(lambda: _distinct(items, lambda item: _property(item, property_)))


def _distinct(items: list[Any], key: Callable[[Any], Any]) -> list[Any]:
    seen: dict[Any, Any] = {}
    for item in items:
        seen.setdefault(hash_key(key(item)), item)
    return list(seen.values())


def where(value: Any, property_: Any, target: Any = None, /) -> list[Any] | None:
    """Return the items whose property equals the target, or is true without one. (Jekyll has its own.)"""
    items = items_of(value)
    if target is None:
        return _or_nil(lambda: [item for item in items if truthy(_property(item, property_))])
    return _or_nil(lambda: [item for item in items if equal(_property(item, property_), target)])


def sort(value: Any, property_: Any = None, /) -> list[Any] | None:
    """Return the items in order, nils last. (Jekyll has its own.)"""
    items = items_of(value)
    if property_ is None:
        return merge_sort(items, _compare_nils_last)
    if not all(has_index(item) for item in items):
        return None
    return merge_sort(items, lambda a, b: _compare_nils_last(_property(a, property_), _property(b, property_)))


def sort_natural(value: Any, property_: Any = None, /) -> list[Any] | None:
    """Return the items in the order of their strings, case ignored, nils last."""
    items = items_of(value)
    if property_ is not None and not all(has_index(item) for item in items):
        return None
    if len(items) <= 1:
        return items
    # A page is compared by the text of all its data: that is made once.
    keys = items if property_ is None else [_property(item, property_) for item in items]
    pairs = [(None if key is None else casefold(to_s(key)), item) for key, item in zip(keys, items, strict=True)]
    return [item for _, item in merge_sort(pairs, _compare_natural)]


def _compare_nils_last(left: Any, right: Any) -> int:
    result = compare(left, right)
    if result is not None:
        return result
    if left is None or right is None:
        return 1 if left is None else -1
    raise LiquidArgumentError("cannot sort values of incompatible types")


def _compare_natural(left: tuple[bytes | None, Any], right: tuple[bytes | None, Any]) -> int:
    if left[0] is None or right[0] is None:  # two nils: the left one is greater, so that they change places
        return 1 if left[0] is None else -1
    return (left[0] > right[0]) - (left[0] < right[0])
