"""Liquid's `date` filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyjekyll.ruby.inspect import to_s
from pyjekyll.ruby.strftime import strftime
from pyjekyll.ruby.time import to_date

if TYPE_CHECKING:
    import datetime

    from pyjekyll.liquid.context import Context


def date(context: Context, value: Any, pattern: Any, /) -> Any:
    """Print a date in a format; what is no date, or an empty format, leaves the value alone.

    A time keeps its own zone; strings and numbers become local times.
    """
    format_ = to_s(pattern)
    if not format_:
        return value
    found = to_date(value, zone_of(context))
    return value if found is None else strftime(found, format_)


date.wants_context = True  # type: ignore[attr-defined]


def zone_of(context: Context) -> datetime.tzinfo:
    """Return the site's time zone."""
    zone: datetime.tzinfo | None = context.registers.get("zone")
    if zone is None:
        from pyjekyll.ruby.zones import local_zone

        zone = context.registers["zone"] = local_zone()
    return zone
