"""Jekyll's date filters: everything is shown in the site's time zone."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from pyjekyll.errors import InvalidDateError
from pyjekyll.liquid.filters.date import zone_of
from pyjekyll.ruby.inspect import inspect, to_s
from pyjekyll.ruby.strftime import strftime
from pyjekyll.ruby.time import rfc822, to_time, xmlschema

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context


def date_to_string(context: Context, value: Any, kind: Any = None, style: Any = None, /) -> Any:
    """Print `05 Mar 2020`; with "ordinal" `5th Mar 2020`, with "ordinal" and "US" `Mar 5th, 2020`."""
    return _in_words(context, value, "%b", kind, style)


def date_to_long_string(context: Context, value: Any, kind: Any = None, style: Any = None, /) -> Any:
    """Print `05 March 2020`, with the options of date_to_string."""
    return _in_words(context, value, "%B", kind, style)


def date_to_xmlschema(context: Context, value: Any, /) -> Any:
    """Print `2020-03-05T07:08:09+02:00`; nil and "" stay as they are."""
    if _is_blank(value):
        return value
    return xmlschema(_local(context, value))


def date_to_rfc822(context: Context, value: Any, /) -> Any:
    """Print `Thu, 05 Mar 2020 07:08:09 +0200`; nil and "" stay as they are."""
    if _is_blank(value):
        return value
    return rfc822(_local(context, value))


for _filter in (date_to_string, date_to_long_string, date_to_xmlschema, date_to_rfc822):
    _filter.wants_context = True  # type: ignore[attr-defined]


def _in_words(context: Context, value: Any, month: str, kind: Any, style: Any) -> Any:
    if _is_blank(value):
        return value
    time = _local(context, value)
    if kind != "ordinal":
        return strftime(time, f"%d {month} %Y")
    day = f"{time.day}{_suffix(time.day)}"
    return strftime(time, f"{month} {day}, %Y" if style == "US" else f"{day} {month} %Y")


def _is_blank(value: Any) -> bool:
    return not isinstance(value, datetime.date) and to_s(value) == ""


def _suffix(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _local(context: Context, value: Any) -> datetime.datetime:
    """Return a value as a local time; raises InvalidDateError, which ends the build, for what is no date."""
    try:
        return to_time(value, zone_of(context))
    except ValueError:
        raise InvalidDateError(f"Invalid Date: '{inspect(value)}' is not a valid datetime.") from None
