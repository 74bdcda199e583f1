"""Ruby's order: `<=>`, `==`, and Array#sort, which on the reference platform is a stable merge sort."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable
from typing import Any

from pyjekyll.ruby.errors import RubyComparisonError
from pyjekyll.ruby.inspect import class_name, inspect

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_NUMBERS = frozenset({int, float})
_UNIFORM = ({str}, {int})  # lists of one of these types sort by Python's own order


def compare(left: Any, right: Any) -> int | None:
    """Return Ruby's `left <=> right`: negative, 0, positive, or None when the two have no order."""
    kind = left.__class__
    if kind is str or isinstance(left, str):
        return _sign(left, right) if isinstance(right, str) else None
    if kind in _NUMBERS:
        return _compare_numbers(left, right) if right.__class__ in _NUMBERS else None
    if isinstance(left, datetime.datetime):
        return _sign(instant(left), instant(right)) if isinstance(right, datetime.datetime) else None
    if isinstance(left, datetime.date):
        return _compare_date(left, right)
    if isinstance(left, (list, tuple)):
        return _compare_lists(left, right) if isinstance(right, (list, tuple)) else None
    spaceship = getattr(left, "ruby_compare", None)
    if spaceship is not None:
        return spaceship(right)  # type: ignore[no-any-return]
    return 0 if left is right or equal(left, right) else None


def _sign(left: Any, right: Any) -> int:
    return bool(left > right) - bool(left < right)


def _compare_numbers(left: Any, right: Any) -> int | None:
    return None if left != left or right != right else _sign(left, right)


def _compare_date(left: datetime.date, right: Any) -> int | None:
    if isinstance(right, datetime.date) and not isinstance(right, datetime.datetime):
        return _sign(left, right)
    if right.__class__ in _NUMBERS:  # a Date compares with an astronomical Julian day
        return _sign(left.toordinal() + 1721424.5, right)
    return None


def _compare_lists(left: Any, right: Any) -> int | None:
    for a, b in zip(left, right, strict=False):
        order = compare(a, b)
        if order != 0:
            return order
    return _sign(len(left), len(right))


def instant(value: datetime.datetime) -> datetime.timedelta:
    """Return a time's distance from the epoch; two times of one zone would else be compared by their clocks."""
    return value - _EPOCH if value.tzinfo is not None else value.replace(tzinfo=datetime.UTC) - _EPOCH


def equal(left: Any, right: Any) -> bool:
    """Return Ruby's `left == right`: true is not 1, a Date is not a Time, 1 is 1.0."""
    if left is right:
        return not (left.__class__ is float and left != left)
    kind, other = left.__class__, right.__class__
    if kind is other:
        return _equal_alike(left, right)
    if kind in _NUMBERS and other in _NUMBERS:
        return bool(left == right)
    if kind is bool or other is bool or left is None or right is None:
        return False
    if isinstance(left, datetime.date) or isinstance(right, datetime.date):
        return isinstance(left, datetime.datetime) == isinstance(right, datetime.datetime) and bool(left == right)
    if isinstance(left, (list, dict)) and isinstance(right, (list, dict)):
        return isinstance(left, list) == isinstance(right, list) and _equal_alike(left, right)
    return bool(left == right)


def _equal_alike(left: Any, right: Any) -> bool:
    if isinstance(left, (list, tuple)):
        return len(left) == len(right) and all(map(equal, left, right))
    if isinstance(left, dict):
        return len(left) == len(right) and all(key in right and equal(item, right[key]) for key, item in left.items())
    if isinstance(left, datetime.datetime):
        return instant(left) == instant(right)
    return bool(left == right)


def hash_key(value: Any) -> Any:
    """Return a key that two values share when Ruby's `eql?` holds: 1, 1.0 and true differ, equal lists and hashes do not."""
    kind = value.__class__
    if kind is str or value is None:
        return value
    if kind in (int, float, bool):
        return (kind, value)
    if isinstance(value, (list, tuple)):
        return ("list", *map(hash_key, value))
    if isinstance(value, dict):
        return ("hash", frozenset((hash_key(key), hash_key(item)) for key, item in value.items()))
    if isinstance(value, datetime.datetime):
        return ("time", instant(value))
    if isinstance(value, datetime.date):
        return ("date", value)
    return value


def comparison_error(left: Any, right: Any) -> RubyComparisonError:
    """Return Ruby's complaint about two values without an order: nil, booleans and numbers by value, others by class."""
    named = inspect(right) if right is None or isinstance(right, (bool, int, float)) else class_name(right)
    return RubyComparisonError(f"comparison of {class_name(left)} with {named} failed")


def require_order(left: Any, right: Any) -> int:
    """Return `left <=> right`, or raise RubyComparisonError."""
    order = compare(left, right)
    if order is None:
        raise comparison_error(left, right)
    return order


def sort(values: Iterable[Any], key: Callable[[Any], Any] | None = None) -> list[Any]:
    """Return the values in Ruby's order, optionally by a key (Array#sort, #sort_by).

    Raises RubyComparisonError, for the pair that Ruby would meet first.
    """
    items = list(values)
    keys = items if key is None else [key(item) for item in items]
    if {*map(type, keys)} in _UNIFORM:
        return sorted(items, key=key)
    if key is None:
        return merge_sort(items, require_order)
    pairs = list(zip(keys, items, strict=True))
    return [item for _, item in merge_sort(pairs, lambda a, b: require_order(a[0], b[0]))]


def stable_sort(values: Iterable[Any], order: Callable[[Any, Any], int]) -> list[Any]:
    """Return the values sorted by a consistent comparison."""
    return sorted(values, key=functools.cmp_to_key(order))


def merge_sort(values: list[Any], order: Callable[[Any, Any], int]) -> list[Any]:
    """Sort as the C library under Ruby does: halve, sort both, merge, the left one first when they are equal.

    The sequence of comparisons is part of the result where `order` is inconsistent (Liquid's nil-safe ones) or raises.
    """
    if len(values) <= 1:
        return list(values)
    middle = len(values) // 2
    left, right = merge_sort(values[:middle], order), merge_sort(values[middle:], order)
    merged: list[Any] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if order(left[i], right[j]) <= 0:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]
