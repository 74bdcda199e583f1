"""Jekyll's filters that run a converter of the site."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from pyjekyll.ruby.inspect import to_s

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context


def markdownify(context: Context, value: Any, /) -> str:
    """Convert Markdown to HTML; nil gives a newline."""
    return _converted(context, "markdown", value)


def smartify(context: Context, value: Any, /) -> str:
    """Turn straight quotes, dashes and dots into typographic ones."""
    return _converted(context, "smartify", value)


def _converted(context: Context, name: str, value: Any) -> str:
    text = to_s(value)
    us_ascii = isinstance(value, (list, dict)) and text.isascii() and _begins_in_ascii(value)
    return context.registers["site"].convert(name, text, us_ascii)  # type: ignore[no-any-return]


def _begins_in_ascii(value: Any) -> bool:
    """Say whether Ruby inspects a value in US-ASCII: a list or hash as what comes first in it, a string in UTF-8."""
    if isinstance(value, (list, dict)):
        return not value or _begins_in_ascii(next(iter(value)))
    return value is None or isinstance(value, (bool, int, float, datetime.date))


def sassify(context: Context, value: Any, /) -> str:
    """Compile indented Sass."""
    return _compiled(context, "sass", value)


def scssify(context: Context, value: Any, /) -> str:
    """Compile SCSS."""
    return _compiled(context, "scss", value)


def _compiled(context: Context, syntax: str, value: Any) -> str:
    from pyjekyll.liquid.errors import LiquidArgumentError
    from pyjekyll.sass.types import SassError

    try:
        return context.registers["site"].convert(syntax, to_s(value))  # type: ignore[no-any-return]
    except SassError as error:
        # The converter's error is an ArgumentError, which Liquid makes its own.
        raise LiquidArgumentError(error.message) from None


for _filter in (markdownify, smartify, sassify, scssify):
    _filter.wants_context = True  # type: ignore[attr-defined]
