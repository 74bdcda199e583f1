"""Jekyll's filters that order, group and change lists; each returns a new one."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from pyjekyll.filters.items import Property, is_enumerable, items_of
from pyjekyll.ruby.errors import RubyArgumentError
from pyjekyll.ruby.hash import as_key
from pyjekyll.ruby.index import no_method
from pyjekyll.ruby.inspect import to_s
from pyjekyll.ruby.numbers import integer
from pyjekyll.ruby.order import compare, hash_key, instant, merge_sort
from pyjekyll.ruby.order import sort as sort_values

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context


def sort(value: Any, property_: Any = None, nils: Any = "first", /) -> Any:
    """Return the items in order, or in the order of a property; nils come first, or last.

    Without a property mixed types raise RubyComparisonError; with one they compare as strings.
    """
    if value is None:
        raise RubyArgumentError("Cannot sort a null object.")
    if property_ is None:
        if not is_enumerable(value):
            raise no_method("sort", value)
        return sort_values(items_of(value))
    if nils not in ("first", "last"):
        raise RubyArgumentError(f"Invalid nils order: '{to_s(nils)}' is not a valid nils order. It must be 'first' or 'last'.")
    if not is_enumerable(value):
        raise no_method("map", value)
    return _sort_by(items_of(value), Property(property_), -1 if nils == "first" else 1)


def _sort_by(items: list[Any], property_: Property, nil_order: int) -> list[Any]:
    keyed = [(property_.of(item), item) for item in items]
    kinds = {*(key.__class__ for key, _ in keyed)}
    if kinds == {str} or kinds == {int}:
        return [item for _, item in sorted(keyed, key=_key)]
    if kinds == {datetime.datetime}:
        return [item for _, item in sorted(keyed, key=_instant)]

    def order(left: tuple[Any, Any], right: tuple[Any, Any]) -> int:
        a, b = left[0], right[0]
        if a is None or b is None:
            return 0 if a is b else nil_order if a is None else -nil_order
        found = compare(a, b)
        return found if found is not None else compare(to_s(a), to_s(b)) or 0

    return [item for _, item in merge_sort(keyed, order)]


def _key(pair: tuple[Any, Any]) -> Any:
    return pair[0]


def _instant(pair: tuple[Any, Any]) -> datetime.timedelta:
    return instant(pair[0])


def group_by(value: Any, property_: Any, /) -> Any:
    """Return the items in groups, one for each value of a property, named by its string."""
    if not is_enumerable(value):
        return value
    read = Property(property_).of
    groups: dict[str, list[Any]] = {}
    for item in items_of(value):
        groups.setdefault(to_s(read(item)), []).append(item)
    return [_group(name, items) for name, items in groups.items()]


def group_by_exp(context: Context, value: Any, variable: Any, expression: Any, /) -> Any:
    """Return the items in groups, one for each value of an expression about a variable, named by that value."""
    if not is_enumerable(value):
        return value
    evaluate = context.environment.parse_variable(expression).evaluate
    groups: dict[Any, tuple[Any, list[Any]]] = {}
    with context.scope():
        for item in items_of(value):
            context[as_key(variable)] = item
            name = evaluate(context)
            groups.setdefault(hash_key(name), (name, []))[1].append(item)
    return [_group(name, items) for name, items in groups.values()]


group_by_exp.wants_context = True  # type: ignore[attr-defined]


def _group(name: Any, items: list[Any]) -> dict[str, Any]:
    return {"name": name, "items": items, "size": len(items)}


def push(value: Any, item: Any, /) -> Any:
    """Return the list with an item added at its end; what is no list stays as it is."""
    return [*value, item] if isinstance(value, list) else value


def unshift(value: Any, item: Any, /) -> Any:
    """Return the list with an item added at its start; what is no list stays as it is."""
    return [item, *value] if isinstance(value, list) else value


def pop(value: Any, count: Any = 1, /) -> Any:
    """Return the list without its last items; what is no list stays as it is."""
    return value[: max(0, len(value) - _size(count))] if isinstance(value, list) else value


def shift(value: Any, count: Any = 1, /) -> Any:
    """Return the list without its first items; what is no list stays as it is."""
    return value[_size(count) :] if isinstance(value, list) else value


def _size(count: Any) -> int:
    number = integer(count)
    if number < 0:
        raise RubyArgumentError("negative array size")
    return number


def sample(value: Any, count: Any = 1, /) -> Any:
    """Return an item picked by chance, or a list of several; what is no list stays as it is."""
    if not isinstance(value, list):
        return value
    import random

    try:
        number = integer(count)
    except RubyArgumentError:
        number = 1
    if number == 1:
        return random.choice(value) if value else None
    if number < 0:
        raise RubyArgumentError("negative sample number")
    return random.sample(value, min(number, len(value)))
