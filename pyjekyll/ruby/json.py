"""JSON as Ruby's generator writes it: no spaces unless pretty, only `"`, `\\` and control characters escaped."""

from __future__ import annotations

import re
from typing import Any

from pyjekyll.ruby.errors import JsonGeneratorError
from pyjekyll.ruby.inspect import float_to_s, to_s

_SPECIAL = re.compile('["\\\\\x00-\x1f\ud800-\udfff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def to_json(value: Any) -> str:
    """Return a value as JSON (Object#to_json); keys, times and other objects by their `to_s`.

    An object with `json_value(depth)` gives the hash to write, depth being the number of lists and hashes around it.
    Raises JsonGeneratorError for NaN, the infinities, and bytes that are not UTF-8.
    """
    return _generate(value, 0, pretty=False)


def pretty_json(value: Any) -> str:
    """Return a value as indented JSON (JSON.pretty_generate), empty lists and hashes on several lines too."""
    return _generate(value, 0, pretty=True)


def _generate(value: Any, depth: int, pretty: bool) -> str:
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
        return _list(value, depth, pretty)
    if isinstance(value, dict):
        return _hash(value, depth, pretty)
    convert = getattr(value, "json_value", None)
    return _string(to_s(value)) if convert is None else _generate(convert(depth), depth, pretty)


def _list(values: Any, depth: int, pretty: bool) -> str:
    items = [_generate(value, depth + 1, pretty) for value in values]
    if not pretty:
        return f"[{','.join(items)}]"
    inner = "  " * (depth + 1)
    return "[\n" + ",\n".join([inner + item for item in items]) + f"\n{'  ' * depth}]"


def _hash(values: dict[Any, Any], depth: int, pretty: bool) -> str:
    colon = ": " if pretty else ":"
    items = [f"{_string(to_s(key))}{colon}{_generate(value, depth + 1, pretty)}" for key, value in values.items()]
    if not pretty:
        return f"{{{','.join(items)}}}"
    if not items:
        return f"{{\n{'  ' * depth}}}"
    inner = "  " * (depth + 1)
    return "{\n" + ",\n".join([inner + item for item in items]) + f"\n{'  ' * depth}}}"


def _string(text: str) -> str:
    return f'"{_SPECIAL.sub(_escape, text)}"' if _SPECIAL.search(text) else f'"{text}"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char >= "\ud800":
        raise JsonGeneratorError("source sequence is illegal/malformed utf-8")
    return _SHORT.get(char) or f"\\u{ord(char):04x}"


def _float(value: float) -> str:
    text = float_to_s(value)
    if text[-1] in "Ny":
        line = 1003 if text == "NaN" else 1000  # Ruby's message begins with a line number of the generator's C source
        raise JsonGeneratorError(f"{line}: {text} not allowed in JSON")
    return text
