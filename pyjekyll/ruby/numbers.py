"""Numbers as Ruby reads and rounds them."""

from __future__ import annotations

import math
import re
from typing import Any

from pyjekyll.ruby.errors import RubyArgumentError, RubyFloatDomainError

_TO_I = re.compile(r"[ \t\n\v\f\r]*([+-]?[0-9]+(?:_[0-9]+)*)")
_TO_F = re.compile(r"[ \t\n\v\f\r]*([+-]?[0-9]+(?:_[0-9]+)*(?:\.[0-9]+(?:_[0-9]+)*)?(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?)")
_LEADING_DOT = re.compile(r"[ \t\n\v\f\r]*([+-]?\.[0-9]+(?:_[0-9]+)*(?:[eE][+-]?[0-9]+)?)")
_INTEGER = re.compile(r"[ \t\n\v\f\r]*([+-]?)(0[xX]|0[bB]|0[oO]|0[dD]|0_?(?=[0-9]))?([0-9a-fA-F]+(?:_[0-9a-fA-F]+)*)[ \t\n\v\f\r]*")
_BASES = {"0x": 16, "0b": 2, "0o": 8, "0d": 10, "0": 8, "0_": 8}


def to_i(text: str) -> int:
    """Return the integer at the start of a string, 0 without one (String#to_i): `"12abc"` is 12, `"1_000"` 1000."""
    match = _TO_I.match(text)
    return int(match[1]) if match else 0


def to_f(text: str) -> float:
    """Return the float at the start of a string, 0.0 without one (String#to_f)."""
    match = _TO_F.match(text) or _LEADING_DOT.match(text)
    return float(match[1]) if match else 0.0


def integer(value: Any) -> int:
    """Return the integer that a value's string spells in full (Kernel#Integer of its to_s).

    Raises RubyArgumentError "invalid integer", the words of Liquid::Utils.to_integer.
    """
    if value.__class__ is int:
        return value
    from pyjekyll.ruby.inspect import to_s

    match = _INTEGER.fullmatch(to_s(value))
    if match:
        sign, prefix, digits = match.groups()
        try:
            return int(sign + digits.replace("_", ""), _BASES[prefix.lower()] if prefix else 10)
        except ValueError:
            pass
    raise RubyArgumentError("invalid integer")


def round_half_away(value: float, digits: int = 0) -> int | float:
    """Round halves away from zero (Float#round): to an integer, or to a float when digits behind the point are asked for.

    Raises RubyFloatDomainError for NaN and the infinities when an integer is asked for.
    """
    if value != value or value in (float("inf"), float("-inf")):
        if digits > 0:
            return value
        raise RubyFloatDomainError("NaN" if value != value else "Infinity" if value > 0 else "-Infinity")
    if digits <= 0:
        whole = int(value)
        return whole + (1 if value > 0 else -1) if abs(value - whole) >= 0.5 else whole
    exponent = math.frexp(value)[1]
    if digits >= 17 - (exponent // 4 if exponent > 0 else -(-exponent // 3) - 1):
        return value  # there are no such digits
    if digits < -(exponent // 3 + 1 if exponent > 0 else -(-exponent // 4)):
        return 0.0
    return math.copysign(_round_scaled(abs(value), 10.0**digits), value)


def _round_scaled(value: float, scale: float) -> float:
    """Round as Ruby does, by scaling: 1.005 becomes 1.01 although it is less than that half."""
    rounded = math.floor(value * scale + 0.5) if value * scale < 2**52 else value * scale
    if (rounded + 0.5) / scale <= value:
        rounded += 1
    return rounded / scale
