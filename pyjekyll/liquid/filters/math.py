"""Liquid's arithmetic: integers as they are, floats and decimal strings as exact decimals, everything else 0."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.errors import LiquidFloatDomainError, LiquidZeroDivisionError
from pyjekyll.ruby.inspect import float_to_s
from pyjekyll.ruby.numbers import to_i
from pyjekyll.ruby.text import strip

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Context, Decimal

    Number = int | Decimal

_DECIMAL = re.compile("-?[0-9]+\\.[0-9]+")


def to_number(value: Any) -> Number:
    """Return a value as a number (Liquid::Utils.to_number)."""
    if value.__class__ is int:
        return value
    if isinstance(value, float):
        from decimal import Decimal

        return Decimal(float_to_s(value))
    if isinstance(value, str):
        return _text_to_number(value)
    convert: Callable[[], Number] | None = getattr(value, "to_number", None)
    return 0 if convert is None else convert()


def _text_to_number(text: str) -> Number:
    if "." in text and _DECIMAL.fullmatch(strip(text)):
        from decimal import Decimal

        return Decimal(strip(text))
    return to_i(text)


def _exact() -> Context:
    """Return a context that keeps every digit of sums and products of floats."""
    import decimal

    return decimal.Context(prec=1000, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, traps=[])


def _plain(number: Number) -> int | float:
    return number if isinstance(number, int) else float(number)


def abs(value: Any, /) -> int | float:
    """Return a number without its sign."""
    number = to_number(value)
    if isinstance(number, int):
        return number if number >= 0 else -number
    return float(number.copy_abs())


def plus(value: Any, other: Any, /) -> int | float:
    """Add."""
    a, b = to_number(value), to_number(other)
    if a.__class__ is int and b.__class__ is int:
        return a + b
    return float(_exact().add(a, b))


def minus(value: Any, other: Any, /) -> int | float:
    """Subtract."""
    a, b = to_number(value), to_number(other)
    if a.__class__ is int and b.__class__ is int:
        return a - b
    return float(_exact().subtract(a, b))


def times(value: Any, other: Any, /) -> int | float:
    """Multiply."""
    a, b = to_number(value), to_number(other)
    if a.__class__ is int and b.__class__ is int:
        return a * b
    return float(_exact().multiply(a, b))


def divided_by(value: Any, other: Any, /) -> int | float:
    """Divide; integers give an integer, rounded down.

    Raises LiquidZeroDivisionError for integers; a decimal divided by zero is infinite.
    """
    a, b = to_number(value), to_number(other)
    if isinstance(a, int) and isinstance(b, int):
        if b == 0:
            raise LiquidZeroDivisionError("divided by 0")
        return a // b
    return float(_exact().divide(a, b))


def modulo(value: Any, other: Any, /) -> int | float:
    """Return the remainder, which has the divisor's sign; raises LiquidZeroDivisionError."""
    a, b = to_number(value), to_number(other)
    if _is_nan(a) or _is_nan(b):
        return float("nan")
    if b == 0:
        raise LiquidZeroDivisionError("divided by 0")
    if isinstance(a, int) and isinstance(b, int):
        return a % b
    context = _exact()
    rest = context.remainder(a, b)
    if rest.is_nan():
        return float("nan")
    return float(context.add(rest, b if rest and (rest < 0) != (b < 0) else 0))


def _is_nan(number: Number) -> bool:
    return not isinstance(number, int) and number.is_nan()


def round(value: Any, digits: Any = 0, /) -> int | float:
    """Round halves away from zero; without digits behind the point, to an integer."""
    number, places = to_number(value), int(to_number(digits))
    return _round_integer(number, places) if isinstance(number, int) else _round_decimal(number, places)


def _round_integer(number: int, places: int) -> int:
    if places >= 0:
        return number
    unit: int = 10 ** (-places)
    half = unit // 2
    return (number + half) // unit * unit if number >= 0 else -((-number + half) // unit * unit)


def _round_decimal(number: Decimal, places: int) -> int | float:
    import decimal

    if not number.is_finite():
        return float(number) if places > 0 else _to_integer(number)
    rounded = number.quantize(decimal.Decimal(1).scaleb(-places), rounding=decimal.ROUND_HALF_UP, context=_exact())
    return float(rounded) if places > 0 else int(rounded)


def _to_integer(number: Number) -> int:
    """Return a rounded number as an integer; raises LiquidFloatDomainError for NaN and the infinities."""
    if not isinstance(number, int) and not number.is_finite():
        named = "'NaN' (Not a Number)" if number.is_nan() else "'Infinity'" if number > 0 else "'-Infinity'"
        raise LiquidFloatDomainError(f"Computation results in {named}")
    return int(number)


def ceil(value: Any, /) -> int:
    """Round up."""
    number = to_number(value)
    whole = _to_integer(number)
    return whole + 1 if whole < number else whole


def floor(value: Any, /) -> int:
    """Round down."""
    number = to_number(value)
    whole = _to_integer(number)
    return whole - 1 if whole > number else whole


def at_least(value: Any, least: Any, /) -> int | float:
    """Return the number, or the least allowed one."""
    number, bound = to_number(value), to_number(least)
    return _plain(number if _is_nan(number) or _is_nan(bound) or bound <= number else bound)


def at_most(value: Any, most: Any, /) -> int | float:
    """Return the number, or the greatest allowed one."""
    number, bound = to_number(value), to_number(most)
    return _plain(number if _is_nan(number) or _is_nan(bound) or bound >= number else bound)
