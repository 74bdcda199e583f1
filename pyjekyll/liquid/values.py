"""How templates take values apart: look-ups, commands, loops, numbers, output."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from pyjekyll.liquid.drop import Drop
from pyjekyll.liquid.errors import LiquidArgumentError
from pyjekyll.ruby.errors import RubyArgumentError, RubyFloatDomainError, RubyNoMethodError
from pyjekyll.ruby.inspect import class_name, float_to_s, inspect, to_s
from pyjekyll.ruby.numbers import integer as strict_integer
from pyjekyll.ruby.numbers import to_i
from pyjekyll.ruby.range import Range

# Values that Liquid uses as they are. Everything else is a drop or has a `to_liquid`.
PLAIN = frozenset({str, int, float, bool, type(None), list, dict, datetime.date, datetime.datetime, Range})
COMMANDS = frozenset({"size", "first", "last"})
STRIPPED = " \t\n\v\f\r\0"  # what Ruby's strip removes: ASCII white space and NUL


def to_liquid(value: Any) -> Any:
    """Return what a template sees of a value, as Ruby's to_liquid does."""
    if value.__class__ in PLAIN or isinstance(value, Drop):
        return value
    convert = getattr(value, "to_liquid", None)
    return value if convert is None else convert()


def fetch(value: Any, key: Any) -> Any:
    """Return `value[key]` as a template sees it, None where there is nothing; commands are not tried."""
    if isinstance(value, Drop):
        return value[key]
    if isinstance(value, dict):
        return _dict_item(value, key)
    if isinstance(value, (list, tuple)):
        return value[key] if key.__class__ is int and -len(value) <= key < len(value) else None
    if isinstance(value, (str, bytes)) or not hasattr(value, "__getitem__"):
        return None
    try:
        return value[key]
    except (LookupError, TypeError):
        return None


def _dict_item(value: dict[Any, Any], key: Any) -> Any:
    kind = key.__class__
    if kind is str or kind is int:
        return value.get(key)
    # Ruby compares keys by eql?: neither 1.0 nor true finds 1. Lists and hashes are keys there, too.
    return next((item for name, item in value.items() if name.__class__ is kind and name == key), None)


def has_key(value: Any, key: Any) -> bool:
    """Say whether a look-up of key would find something, be it nil."""
    if isinstance(value, (Drop, Mapping)):
        try:
            return key in value
        except TypeError:
            return False
    return isinstance(value, (list, tuple)) and key.__class__ is int


def command(value: Any, name: str) -> Any:
    """Answer `value.size`, `value.first` or `value.last` where no key of that name exists."""
    if isinstance(value, (list, tuple)):
        if name == "size":
            return len(value)
        return (value[0] if name == "first" else value[-1]) if value else None
    if isinstance(value, Drop):
        return value.command(name)
    if name == "size":
        return _size(value)
    if isinstance(value, Range):
        return value.first if name == "first" else value.last
    if name == "first" and isinstance(value, Mapping):
        return next(([key, item] for key, item in value.items()), None)
    return None


def answers(value: Any, name: str) -> bool:
    """Say whether a value has the command at all, be its answer nil."""
    if isinstance(value, (list, tuple, Range)):
        return True
    if isinstance(value, Drop):
        return value.answers(name)
    return (name == "first" and isinstance(value, Mapping)) or (name == "size" and _size(value) is not None)


def _size(value: Any) -> Any:
    if isinstance(value, (str, Mapping)):
        return len(value)
    if isinstance(value, Range):
        return max(0, value.last - value.first + 1)
    if value.__class__ is int:
        # Ruby's Integer#size counts bytes: 8 for every ordinary number, what it takes for a big one.
        return max(8, -(-value.bit_length() // 8))
    return None


def joined(values: Iterable[Any]) -> str:
    """Print a list as Ruby's Array#join does: nested lists flattened, nil empty."""
    return "".join(joined(value) if isinstance(value, (list, tuple)) else value if value.__class__ is str else to_s(value) for value in values)


def printed(value: Any) -> str:
    """Print a value as `{{ value }}` does."""
    if value.__class__ is str:
        return value
    if value is None:
        return ""
    return joined(value) if isinstance(value, (list, tuple)) else to_s(value)


def integer(value: Any) -> int:
    """Convert as Liquid::Utils.to_integer does.

    Raises LiquidArgumentError: the value does not print as an integer literal of Ruby's.
    """
    if value.__class__ is int:
        return value
    try:
        return strict_integer(value)
    except RubyArgumentError as error:
        raise LiquidArgumentError(str(error)) from None


def lenient_integer(value: Any) -> int:
    """Convert as Ruby's to_i does: leading digits of a string, 0 for nil."""
    if value.__class__ is int:
        return value
    if value is None:
        return 0
    if isinstance(value, str):
        return to_i(value)
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            raise RubyFloatDomainError(float_to_s(value))
        return int(value)
    if isinstance(value, datetime.datetime):
        return int(value.timestamp() // 1)
    raise no_method("to_i", value)


def no_method(name: str, value: Any) -> RubyNoMethodError:
    """Return Ruby's NoMethodError."""
    if isinstance(value, bool) or value is None:
        return RubyNoMethodError(f"undefined method `{name}' for {inspect(value)}{'' if value is None else ':' + class_name(value)}")
    return RubyNoMethodError(f"undefined method `{name}' for {inspect(value)}:{class_name(value)}")


def slice_of(collection: Any, start: int, stop: int | None) -> list[Any]:
    """Return the items that a loop goes over, as Liquid::Utils.slice_collection does.

    A string counts as one item whatever the limits, hashes give pairs, drops their keys, other things nothing.
    """
    if isinstance(collection, str):
        return [collection] if collection else []
    if isinstance(collection, Mapping):
        collection = [[key, value] for key, value in collection.items()]
    elif isinstance(collection, Range):
        collection = range(collection.first, collection.last + 1)
    elif isinstance(collection, Drop):
        collection = list(collection)
    elif not isinstance(collection, (list, tuple)):
        return []
    # A negative start means "from the beginning" in Ruby's counting loop, a negative stop "nothing".
    start = max(start, 0)
    return list(collection[start:]) if stop is None else list(collection[start : max(stop, 0)])
