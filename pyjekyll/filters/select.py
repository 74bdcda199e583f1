"""Jekyll's filters that search lists: where, find, and their forms with an expression."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pyjekyll.filters.items import Property, is_enumerable, items_or_values, parse_number
from pyjekyll.liquid.expression import MethodLiteral
from pyjekyll.ruby.hash import as_key
from pyjekyll.ruby.inspect import to_s
from pyjekyll.ruby.range import Range

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context


# What of a document stays as it is while the site renders.
_FIXED = frozenset(("collection", "id", "path", "relative_path", "url"))
# How the text of a number begins: such a target is found in strings that spell the number otherwise.
_PRINTED_NUMBER = re.compile("-?(?:[0-9]|Inf)")


def where(value: Any, property_: Any, target: Any, /) -> Any:
    """Return the items whose property is, or contains, the target; both are compared as strings, nil finds what is missing.

    A list or hash as target, or no property, leaves the value alone.
    """
    if property_ is None or property_ is False or isinstance(target, (list, dict)) or not is_enumerable(value):
        return value
    return list(_found(value, property_, target))


def find(value: Any, property_: Any, target: Any, /) -> Any:
    """Return the first item that `where` would find, nil without one."""
    if property_ is None or property_ is False or isinstance(target, (list, dict)) or not is_enumerable(value):
        return value
    return next(_found(value, property_, target), None)


def _found(value: Any, property_: Any, target: Any) -> Iterator[Any]:
    items, wanted = items_or_values(value), Property(property_)
    column = _kept(value, items, wanted)
    if column is not None and target is not None and not isinstance(target, MethodLiteral):
        return (items[place] for place in column.places(to_s(target)))
    matches, values = _matcher(target), map(wanted.raw, items) if column is None else column.values
    return (item for item, found in zip(items, values, strict=True) if matches(found))


class Column:
    """What each item of a list has under one name."""

    def __init__(self, values: list[Any]) -> None:
        self.values = values
        self._places: dict[str, list[int]] | None = None

    def places(self, text: str) -> list[int]:
        """Return which items have the text, in one look however long the list is: themes ask for every page on every page."""
        if self._places is None:
            self._places = {}
            for place, value in enumerate(self.values):
                for each in dict.fromkeys(_texts(parse_number(value))):
                    self._places.setdefault(each, []).append(place)
        return self._places.get(text, [])


def _kept(value: Any, items: list[Any], wanted: Property) -> Column | None:
    """Return what each item of one of the site's own lists has, read once; None of any other list."""
    site = getattr(items[0], "site", None) if items else None
    if site is None or not _may_keep(site, wanted.name):
        return None
    if value is not site.pages and not (wanted.name in _FIXED and _is_list_of_documents(value, items[0])):
        return None
    key = (id(value), wanted.name)
    kept: Column | None = site.kept_values.get(key, (None, None))[1]
    if kept is None or len(kept.values) != len(items):
        kept = Column(list(map(wanted.raw, items)))
        site.kept_values[key] = value, kept  # with the list, so that no other one gets its identity
    return kept


def _may_keep(site: Any, name: str) -> bool:
    """Say whether what items have may be read once for many: not where somebody wants to know who reads it."""
    if not hasattr(site, "recorder"):
        return False
    return site.recorder is None or bool(site.recorder.keeps(name))


def _is_list_of_documents(value: Any, document: Any) -> bool:
    collection = getattr(document, "collection", None)
    return collection is not None and (value is collection.docs or value is document.site.cached("posts", document.site.posts_newest_first))


def _matcher(target: Any) -> Callable[[Any], bool]:
    if target is None:
        return lambda value: value is None
    if isinstance(target, MethodLiteral):
        return lambda value: _is_empty(parse_number(value))
    text = to_s(target)
    if _PRINTED_NUMBER.match(text):
        return lambda value: _has(parse_number(value), text)
    return lambda value: value == text if value.__class__ is str else _has(value, text)


def _is_empty(value: Any) -> bool:
    """Tell whether a value matches `empty` and `blank`: what makes an empty string when joined."""
    return value == "" if isinstance(value, str) else not any(map(_printed, _as_list(value)))


def _printed(value: Any) -> bool:
    return any(map(_printed, value)) if isinstance(value, list) else to_s(value) != ""


def _has(value: Any, text: str) -> bool:
    return text in _texts(value)


def _texts(value: Any) -> Iterable[str]:
    """Yield what a value is found by."""
    if value.__class__ is str:
        return (value,)
    return map(to_s, _as_list(value))


def _as_list(value: Any) -> list[Any]:
    """Return Ruby's Array(value): a hash's pairs, a time's ten parts."""
    if isinstance(value, list):
        return value
    if value is None:
        return []
    if isinstance(value, dict):
        return [[key, item] for key, item in value.items()]
    if isinstance(value, (datetime.datetime, Range)):
        from pyjekyll.liquid.filters.array import items_of

        return items_of(value)
    return [value]


def where_exp(context: Context, value: Any, variable: Any, expression: Any, /) -> Any:
    """Return the items for which an expression about a variable holds; `and` and `or` group from the right.

    Raises LiquidSyntaxError for what is no strict condition.
    """
    if not is_enumerable(value):
        return value
    return list(_holding(context, value, variable, expression))


def find_exp(context: Context, value: Any, variable: Any, expression: Any, /) -> Any:
    """Return the first item for which an expression holds, nil without one."""
    if not is_enumerable(value):
        return value
    return next(_holding(context, value, variable, expression), None)


def _holding(context: Context, value: Any, variable: Any, expression: Any) -> Iterator[Any]:
    holds = context.environment.parse_condition(expression).evaluate
    with context.scope():
        for item in items_or_values(value):
            context[as_key(variable)] = item
            if holds(context):
                yield item


where_exp.wants_context = True  # type: ignore[attr-defined]
find_exp.wants_context = True  # type: ignore[attr-defined]
