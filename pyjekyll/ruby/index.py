"""`value[key]` as Ruby answers it, errors included."""

from __future__ import annotations

from typing import Any

from pyjekyll.ruby.errors import RubyNoMethodError, RubyRangeError, RubyTypeError
from pyjekyll.ruby.inspect import class_name, inspect
from pyjekyll.ruby.range import Range

_LONG = 1 << 63


def index(value: Any, key: Any) -> Any:
    """Return `value[key]`.

    A hash gives nil for a missing key, a string the part of it that equals a string key, an integer a bit of it. Raises RubyTypeError
    for a key that is no index, and RubyNoMethodError for what has no items.
    """
    if isinstance(value, dict):
        return lookup(value, key)
    if isinstance(value, str):
        return _substring(value, key)
    if isinstance(value, (list, tuple)):
        return _item(value, key)
    if isinstance(value, int) and not isinstance(value, bool):
        return _bit(value, key)
    if not has_index(value):
        raise no_method("[]", value)
    return value[key]


def has_index(value: Any) -> bool:
    """Tell whether a value responds to `[]`."""
    if isinstance(value, (dict, str, list, tuple)):
        return True
    if isinstance(value, (bool, float, Range)) or value is None:
        return False
    return isinstance(value, int) or hasattr(value, "__getitem__")


def lookup(hash_: dict[Any, Any], key: Any) -> Any:
    """Return the value under a key, None without one; true is not 1, and 1.0 not either."""
    kind = key.__class__
    if kind is str or key is None:
        return hash_.get(key)
    try:
        found = hash_.get(key)
    except TypeError:  # Ruby's lists and hashes can be keys, Python's cannot
        return None
    if found is None or kind not in (int, float, bool):
        return found
    return next((item for name, item in hash_.items() if name.__class__ is kind and name == key), None)


def to_index(key: Any, nil_words: str = "from nil to integer") -> int:
    """Return the integer that a key stands for; raises RubyTypeError for what does not convert by itself."""
    if key.__class__ is int:
        number: int = key
        if not -_LONG <= number < _LONG:
            raise RubyRangeError("bignum too big to convert into `long'")
        return number
    if isinstance(key, float):
        return to_index(int(key))
    if key is None:
        raise RubyTypeError(f"no implicit conversion {nil_words}")
    named = inspect(key) if isinstance(key, bool) else class_name(key)
    raise RubyTypeError(f"no implicit conversion of {named} into Integer")


def _item(values: Any, key: Any) -> Any:
    if isinstance(key, Range):
        return values[key.first : key.last + 1 if key.last != -1 else None]
    number = to_index(key)
    return values[number] if -len(values) <= number < len(values) else None


def _substring(text: str, key: Any) -> str | None:
    if isinstance(key, str):
        return key if key in text else None
    if isinstance(key, Range):
        return text[key.first : key.last + 1 if key.last != -1 else None]
    number = to_index(key)
    return text[number] if -len(text) <= number < len(text) else None


def _bit(value: int, key: Any) -> int:
    if key.__class__ is int:
        return value >> key & 1 if key >= 0 else 0
    number = to_index(key, "of nil into Integer" if key is None else "")
    return value >> number & 1 if number >= 0 else 0


def no_method(name: str, value: Any) -> RubyNoMethodError:
    """Return Ruby's NoMethodError, without the line of Ruby that its message goes on to show."""
    shown = inspect(value)
    return RubyNoMethodError(f"undefined method `{name}' for {shown if shown.startswith('#') else f'{shown}:{class_name(value)}'}")
