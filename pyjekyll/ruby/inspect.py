"""`to_s` and `inspect`: how Ruby 3.1 prints a value."""

from __future__ import annotations

import datetime
import re
from typing import Any

# A str in here is printed as it is by inspect; anything else needs a closer look.
_PLAIN = re.compile(r'[ !$-\[\]-~]*')
_SPECIAL = re.compile(r'[^ !#-\[\]-~]|#(?=[{$@])')
_CONTROL = {7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r", 27: "\\e", 34: '\\"', 92: "\\\\"}


def to_s(value: Any) -> str:
    """Return what Ruby's `to_s` gives for a value.

    nil is empty, lists and hashes are inspected, times read `2020-03-05 07:08:09 +0200`; an object with `ruby_to_s` speaks for itself.
    """
    if value.__class__ is str:
        return value
    if value is None:
        return ""
    if value.__class__ is int:
        try:
            return str(value)
        except ValueError:
            return _long_integer(value)
    if isinstance(value, str):
        return str(value)
    return _to_s_slow(value)


def _long_integer(value: int) -> str:
    # str() refuses integers of more than 4300 digits.
    if abs(value) < 10**4000:
        return str(value)
    head, tail = divmod(abs(value), 10**4000)
    return ("-" if value < 0 else "") + _long_integer(head) + str(tail).rjust(4000, "0")


def _to_s_slow(value: Any) -> str:
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, float):
        return float_to_s(value)
    custom = getattr(value, "ruby_to_s", None)
    if custom is not None:
        return custom()  # type: ignore[no-any-return]
    if isinstance(value, datetime.datetime):
        return time_to_s(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, (list, tuple, dict)):
        return inspect(value)
    return str(value)


def inspect(value: Any) -> str:
    """Return what Ruby's `inspect` gives for a value: quoted strings, `{"a"=>1}`, `nil`."""
    if value is None:
        return "nil"
    if isinstance(value, str):
        return inspect_string(value)
    custom = getattr(value, "ruby_inspect", None)
    if custom is not None:
        return custom()  # type: ignore[no-any-return]
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(inspect, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join([f"{inspect(key)}=>{inspect(item)}" for key, item in value.items()]) + "}"
    if isinstance(value, datetime.datetime):
        return _inspect_time(value)
    if isinstance(value, datetime.date):
        return f"#<Date: {value.isoformat()} (({value.toordinal() + 1721425}j,0s,0n),+0s,2299161j)>"
    return to_s(value)


def inspect_string(text: str) -> str:
    """Return a Ruby string literal: control and unprintable characters escaped, `#` only before `{`, `$` and `@`."""
    if _PLAIN.fullmatch(text):
        return f'"{text}"'
    return '"' + _SPECIAL.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if code in _CONTROL:
        return _CONTROL[code]
    if char == "#":
        return "\\#"
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is not UTF-8, as surrogateescape reads it
        return f"\\x{code - 0xDC00:02X}"
    if code >= 160 and _printable(char):
        return char
    return f"\\u{code:04X}" if code < 0x10000 else f"\\u{{{code:X}}}"


def _printable(char: str) -> bool:
    from pyjekyll.ruby.unicode_print import UNPRINTABLE

    return UNPRINTABLE.match(char) is None


def float_to_s(value: float) -> str:
    """Return the shortest decimal that reads back as the float; an exponent from 1e15 up and below 1e-4 (Float#to_s)."""
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0 or 1e-4 <= abs(value) < 1e15:
        return repr(value)
    mantissa, _, exponent = f"{value!r}".partition("e")
    if not exponent:  # repr changes to an exponent only at 1e16
        mantissa, exponent = _scientific(mantissa)
    if "." not in mantissa:
        mantissa += ".0"
    power = int(exponent)
    return f"{mantissa}e{'-' if power < 0 else '+'}{abs(power):02d}"


def _scientific(plain: str) -> tuple[str, str]:
    sign = "-" if plain.startswith("-") else ""
    whole, _, fraction = plain.lstrip("-").partition(".")
    digits = (whole + fraction).rstrip("0") or "0"
    return f"{sign}{digits[0]}.{digits[1:] or '0'}", str(len(whole) - 1)


def offset_to_s(value: datetime.datetime, colon: str = "") -> str:
    """Return a time's offset from UTC as `+0200`, or `+02:00` with a colon."""
    offset = value.utcoffset()
    seconds = 0 if offset is None else offset.days * 86400 + offset.seconds
    sign = "-" if seconds < 0 else "+"
    hours, rest = divmod(abs(seconds), 3600)
    return f"{sign}{hours:02d}{colon}{rest // 60:02d}"


def is_utc(value: datetime.datetime) -> bool:
    """Tell whether Ruby's `utc?` holds; a zone with offset zero that is merely named UTC is local, not UTC."""
    return value.tzinfo is datetime.UTC


def time_to_s(value: datetime.datetime) -> str:
    """Return `2020-03-05 07:08:09 +0200`, or ` UTC` at the end of a UTC time (Time#to_s); sub-seconds are dropped."""
    return f"{year_to_s(value.year)}-{value.month:02d}-{value.day:02d} {value.hour:02d}:{value.minute:02d}:{value.second:02d} {_zone_to_s(value)}"


def year_to_s(year: int) -> str:
    """Return a year's four or more digits; the sign of one before 0 comes on top."""
    return f"{year:04d}" if year >= 0 else f"{year:05d}"


def _inspect_time(value: datetime.datetime) -> str:
    text = time_to_s(value)
    if value.microsecond:
        date, clock, zone = text.split(" ")
        text = f"{date} {clock}.{value.microsecond:06d}".rstrip("0") + f" {zone}"
    seconds = abs(value.utcoffset() or datetime.timedelta()).seconds % 60  # of local mean time, which to_s leaves out
    return f"{text}{seconds:02d}" if seconds else text


def _zone_to_s(value: datetime.datetime) -> str:
    return "UTC" if is_utc(value) else offset_to_s(value)


def class_name(value: Any) -> str:
    """Return the name of a value's Ruby class."""
    if value is None:
        return "NilClass"
    if isinstance(value, bool):
        return "TrueClass" if value else "FalseClass"
    for types, name in _CLASSES:
        if isinstance(value, types):
            return name
    return getattr(value, "class_name", None) or type(value).__name__


_CLASSES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (str, "String"),
    (int, "Integer"),
    (float, "Float"),
    ((list, tuple), "Array"),
    (dict, "Hash"),
    (datetime.datetime, "Time"),
    (datetime.date, "Date"),
)
