"""JSON as Ruby's generator writes it: no spaces, only `"`, `\\` and control characters escaped."""

from __future__ import annotations

import re
from typing import Any

from pyjekyll.ruby.errors import JsonGeneratorError
from pyjekyll.ruby.inspect import float_to_s, to_s

_SPECIAL = re.compile('["\\\\\x00-\x1f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def to_json(value: Any) -> str:
    """Return a value as JSON; keys, times and other objects by their `to_s`, objects with `to_liquid` by what that gives.

    Raises JsonGeneratorError for NaN and the infinities.
    """
    if value is None:
        return "null"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(to_json, value)) + "]"
    if isinstance(value, dict):
        return "{" + ",".join([f"{_string(to_s(key))}:{to_json(item)}" for key, item in value.items()]) + "}"
    return _object(value)


def _object(value: Any) -> str:
    json = getattr(value, "ruby_to_json", None)
    return str(json()) if json is not None else _string(to_s(value))


def _string(text: str) -> str:
    return '"' + (_SPECIAL.sub(_escape, text) if _SPECIAL.search(text) else text) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _SHORT.get(char) or f"\\u{ord(char):04x}"


def _float(value: float) -> str:
    text = float_to_s(value)
    if text[-1] in "Ny":
        raise JsonGeneratorError(f"{text} not allowed in JSON")
    return text


def pretty_json(value: Any) -> str:
    """Return what JSON.pretty_generate gives: two spaces a level, empty lists and hashes closed at once."""
    import json

    return json.dumps(json.loads(to_json(value)), ensure_ascii=False, indent=2)
