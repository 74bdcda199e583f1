"""Times as Ruby makes and prints them: Time.parse, Time.local, zones, xmlschema and rfc822.

A `datetime` with `timezone.utc` is a Ruby UTC time, one with another `timezone` has a fixed offset, one with any other tzinfo
is a local time. Nothing here reads the process's zone: the site's zone is an argument.
"""

from __future__ import annotations

import datetime
import functools
import re
import time
from collections.abc import Callable
from typing import Any

from pyjekyll.ruby.errors import RubyArgumentError
from pyjekyll.ruby.inspect import is_utc, offset_to_s, year_to_s
from pyjekyll.ruby.order import instant
from pyjekyll.ruby.strftime import int_seconds as int_seconds
from pyjekyll.ruby.strftime import strftime as strftime
from pyjekyll.ruby.zones import fixed_zone
from pyjekyll.ruby.zones import local_zone as local_zone

UTC = datetime.UTC
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ Tt]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?: ?([-+][0-9]{2}:?[0-9]{2}|[Zz]))?)?")
_ZONE_HOURS = {
    "UTC": 0, "Z": 0, "UT": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "A": 1, "B": 2, "C": 3, "D": 4, "E": 5, "F": 6, "G": 7, "H": 8, "I": 9, "K": 10, "L": 11, "M": 12,
    "N": -1, "O": -2, "P": -3, "Q": -4, "R": -5, "S": -6, "T": -7, "U": -8, "V": -9, "W": -10, "X": -11, "Y": -12,
}  # fmt: skip


def now(zone: datetime.tzinfo) -> datetime.datetime:
    """Return the present local time (Time.now); `time.time` is the only clock, so a test can stop it."""
    return datetime.datetime.fromtimestamp(time.time(), zone)


def parse_time(text: str, zone: datetime.tzinfo, present: datetime.datetime | None = None) -> datetime.datetime:
    """Return the time that a text describes (Time.parse), what it leaves out taken from the present or zero.

    A text that names a zone gives a time with that offset, else a local one. Raises ValueError with Ruby's words.
    """
    return _parse_iso(text, zone) or _parse_freely(text, zone, present or now(zone))


@functools.lru_cache(maxsize=1024)
def _parse_iso(text: str, zone: datetime.tzinfo) -> datetime.datetime | None:
    # Kept, as templates print the same dates over and over, and the present has no part in it.
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    clock = (int(hour or 0), int(minute or 0), int(second or 0))
    return _make((int(year), int(month), int(day), *clock), 0, offset, zone)


def _parse_freely(text: str, zone: datetime.tzinfo, present: datetime.datetime) -> datetime.datetime:
    from pyjekyll.ruby.dateparse import parse

    found = parse(text)
    parts = [found.year, found.mon, found.mday, found.hour, found.min, found.sec]
    if found.yday is None and found.sec_fraction is None and parts.count(None) == len(parts):
        from pyjekyll.ruby.inspect import inspect

        raise RubyArgumentError(f"no time information in {inspect(text)}")
    micro = None if found.sec_fraction is None else int(found.sec_fraction[:6].ljust(6, "0"))
    if found.yday is not None:
        return _from_yday(found.yday, parts, micro, found.zone, zone, present)
    return _complete(parts, micro, found.zone, zone, present)


def _complete(
    parts: list[int | None], micro: int | None, zone_name: str | None, zone: datetime.tzinfo, present: datetime.datetime
) -> datetime.datetime:
    """Take what stands before the first given part from the present, and the least value for what is missing after it."""
    offset = None if zone_name is None else zone_offset(zone_name, parts[0] or present.year, zone)
    here = present.astimezone(fixed_zone(offset) if offset is not None else zone)
    defaults = [here.year, here.month, here.day, here.hour, here.minute, here.second]
    given = next((index for index, part in enumerate(parts) if part is not None), len(parts))
    least = (1970, 1, 1, 0, 0, 0)
    year, *rest = [defaults[i] if i < given else least[i] if part is None else part for i, part in enumerate(parts)]
    if micro is None:
        micro = here.microsecond if given == len(parts) else 0
    return _make((year, *rest), micro, zone_name, zone)


def _from_yday(
    yday: int, parts: list[int | None], micro: int | None, zone_name: str | None, zone: datetime.tzinfo, present: datetime.datetime
) -> datetime.datetime:
    """Place the day of a year by guessing with months of 31 days and moving on by what the guess is short of."""
    if not 1 <= yday <= 366:
        raise RubyArgumentError(f"yday {yday} out of range")
    month, day = divmod(yday - 1, 31)
    month, day = month + 1, day + 1
    guess = _complete([parts[0], month, day, *parts[3:]], micro, zone_name, zone, present)
    short = yday - guess.timetuple().tm_yday
    if short == 0:
        return guess
    day += short
    length = _month_days(parts[0] or present.year, month)
    if day > 28 and day > length:
        month += 1
        if month > 12:
            raise RubyArgumentError(f"yday {yday} out of range")
        day -= length
    return _complete([parts[0], month, day, *parts[3:]], micro, zone_name, zone, present)


def _month_days(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _make(parts: tuple[int, ...], micro: int, zone_name: str | None, zone: datetime.tzinfo) -> datetime.datetime:
    offset = None if zone_name is None else zone_offset(zone_name, parts[0], zone)
    if zone_name is None or offset is None:
        return make_local(parts, zone, micro)
    time = _wall_clock(_shift(parts, offset), micro).replace(tzinfo=UTC)
    if re.fullmatch("-00:00|-0000|-00|UTC|Z|UT", zone_name, re.IGNORECASE):
        return time
    local = time.astimezone(zone)
    # A time whose offset is the local one anyway is local, with the local zone's name.
    return local if local.utcoffset() == datetime.timedelta(seconds=offset) else time.astimezone(fixed_zone(offset))


def _shift(parts: tuple[int, ...], offset: int) -> tuple[int, ...]:
    """Return a clock moved to UTC before anything looks whether it is possible: minute 75 may do, and the day runs over once only."""
    year, month, day, *clock = parts
    if not offset:
        return parts
    sign, rest = (1, -offset) if offset < 0 else (-1, offset)
    for index, size in ((2, 60), (1, 60), (0, 24)):
        rest, moved = divmod(rest, size)
        if moved:
            carry, clock[index] = divmod(clock[index] + sign * moved, size)
            rest += sign * carry
    day += sign * rest
    if rest and sign > 0 and month <= 12 and day > _month_days(year, month):
        year, month, day = (year + 1, 1, 1) if month == 12 else (year, month + 1, 1)
    elif rest and sign < 0 and day < 1:
        # A month that does not exist has one before it that may.
        year, month = (year - 1, 12) if month <= 1 else (year, month - 1)
        day = _month_days(year, month) if month <= 12 else 1
    return (year, month, day, *clock)


def _wall_clock(parts: tuple[int, ...], micro: int = 0) -> datetime.datetime:
    """Return the date and clock as a naive time; day 31 of a shorter month and second 60 run over, as in Ruby."""
    year, month, day, hour, minute, second = parts
    _check_range(month, day, hour, minute, second)
    length = _month_days(year, month)
    start = clock_time(year, month, min(day, length), minute)
    return start + datetime.timedelta(days=max(0, day - length), hours=hour, seconds=second, microseconds=micro)


def clock_time(year: int, month: int, day: int, minute: int = 0, microsecond: int = 0) -> datetime.datetime:
    """Return minutes after midnight, in any year and no zone; raises ValueError for a day that the calendar lacks."""
    if 1 < year < 9999:
        return datetime.datetime(year, month, day, 0, minute, 0, microsecond)
    from pyjekyll.ruby.far_time import far_time

    return far_time(year, month, day, 0, minute, microsecond)


def _check_range(*parts: int) -> None:
    """Complain in Ruby's words, first of numbers that do not fit its bit fields, then of months and so on that do not exist."""
    if any(part > most for part, most in zip(parts, (15, 31, 31, 63, 63), strict=True)):
        raise RubyArgumentError("argument out of range")
    month, day, hour, minute, second = parts
    midnight = hour == 24
    ranges = (("mon", month, 1, 12), ("mday", day, 1, 31), ("hour", hour, 0, 24))
    for name, part, least, most in (*ranges, ("min", minute, 0, 0 if midnight else 59), ("sec", second, 0, 0 if midnight else 60)):
        if not least <= part <= most:
            raise RubyArgumentError(f"{name} out of range")


def make_local(parts: tuple[int, ...], zone: datetime.tzinfo, micro: int = 0) -> datetime.datetime:
    """Return a local time (Time.local); a clock time that the zone skips moves on, one that occurs twice is the second."""
    wall = _wall_clock(parts, micro).replace(tzinfo=zone)
    second = wall.replace(fold=1)
    before, after = wall.utcoffset(), second.utcoffset()
    if before == after or before is None or after is None:
        return wall
    return second if before > after else wall.astimezone(UTC).astimezone(zone)


def zone_offset(name: str, year: int, zone: datetime.tzinfo) -> int | None:
    """Return the seconds east of UTC that a zone's name or offset stands for (Time.zone_offset), None if it is unknown.

    Names of the local zone count, as it is called in January or July of the year.
    """
    name = name.upper()
    match = re.fullmatch(r"([-+])([0-9]{2})(:?)([0-9]{2})(?:\3([0-9]{2}))?", name)
    if match:
        seconds = int(match[2]) * 3600 + int(match[4]) * 60 + int(match[5] or 0)
        return -seconds if match[1] == "-" else seconds
    if re.fullmatch(r"[-+][0-9]{2}", name):
        return int(name) * 3600
    if name in _ZONE_HOURS:
        return _ZONE_HOURS[name] * 3600
    for month in (1, 7):
        day = clock_time(year, month, 1).replace(tzinfo=zone)
        offset = day.utcoffset()
        if (day.tzname() or "").upper() == name and offset is not None:
            return offset.days * 86400 + offset.seconds
    return None


def parse_date(text: str) -> datetime.date:
    """Return the date that a text describes in full (Date.parse); raises ValueError "invalid date"."""
    from pyjekyll.ruby.dateparse import parse

    found = parse(text)
    try:
        if found.year is not None and found.yday is not None:
            return datetime.date(found.year, 1, 1) + datetime.timedelta(days=found.yday - 1)
        if found.cwyear is not None and found.cweek is not None:
            return datetime.date.fromisocalendar(found.cwyear, found.cweek, found.cwday or 1)
        today = datetime.date.fromtimestamp(time.time())
        if found.mon is None and found.mday is None and found.year is None:
            raise ValueError
        year = today.year if found.year is None else found.year
        month = found.mon if found.mon is not None else today.month if found.year is None else 1
        from pyjekyll.ruby.early_date import civil

        return civil(year, month, 1 if found.mday is None else found.mday)
    except (ValueError, OverflowError):
        raise RubyArgumentError("invalid date") from None


def from_epoch(seconds: int, zone: datetime.tzinfo) -> datetime.datetime:
    """Return the local time a number of seconds after 1970 (Time.at); raises ValueError two million years from now."""
    if abs(seconds) < 60_000_000_000:  # within two thousand years
        return (datetime.datetime(1970, 1, 1, tzinfo=UTC) + datetime.timedelta(seconds=seconds)).astimezone(zone)
    from pyjekyll.ruby.far_time import far_epoch

    return far_epoch(seconds).astimezone(zone)


def to_date(value: Any, zone: datetime.tzinfo, clock: Callable[[datetime.tzinfo], datetime.datetime] = now) -> datetime.date | None:
    """Return what Liquid takes a value for when it wants a date (Liquid::Utils.to_date), None for what is none.

    Times and dates are themselves, integers and digits count seconds from 1970, `now` and `today` are the present, a string is parsed.
    """
    if isinstance(value, datetime.date):
        return value
    try:
        if isinstance(value, str):
            return _text_to_date(value, zone, clock)
        if isinstance(value, int) and not isinstance(value, bool):
            return from_epoch(value, zone)
    except ValueError:
        pass
    return None


def _text_to_date(text: str, zone: datetime.tzinfo, clock: Callable[[datetime.tzinfo], datetime.datetime]) -> datetime.date | None:
    from pyjekyll.ruby.text import downcase

    if not text:
        return None
    text = downcase(text)
    if text in ("now", "today"):
        return clock(zone)
    if text.isascii() and text.isdigit():
        return from_epoch(int(text), zone)
    return parse_time(text, zone)


def to_time(value: Any, zone: datetime.tzinfo) -> datetime.datetime:
    """Return a date or time in the local zone (`value.to_time.localtime`): a Date becomes local midnight.

    Strings are parsed, integers count from 1970. Raises ValueError for what is no date.
    """
    date = to_date(value, zone)
    if isinstance(date, datetime.datetime):
        return date if date.tzinfo is zone else date.astimezone(zone)
    if date is None:
        raise RubyArgumentError("invalid date")
    # Times have no calendar before the Gregorian one.
    day = date.gregorian() if date.__class__ is not datetime.date else (date.year, date.month, date.day)  # type: ignore[attr-defined]
    return make_local((*day, 0, 0, 0), zone)


def xmlschema(value: datetime.datetime) -> str:
    """Return `2020-03-05T07:08:09+02:00`; a UTC time ends in `Z` (Time#xmlschema)."""
    clock = f"{year_to_s(value.year)}-{value.month:02d}-{value.day:02d}T{value.hour:02d}:{value.minute:02d}:{value.second:02d}"
    return clock + ("Z" if is_utc(value) else offset_to_s(value, ":"))


def rfc822(value: datetime.datetime) -> str:
    """Return `Thu, 05 Mar 2020 07:08:09 +0200`; a UTC time ends in `-0000` (Time#rfc822)."""
    return strftime(value, "%a, %d %b %Y %T ") + ("-0000" if is_utc(value) else offset_to_s(value))


def add_seconds(value: datetime.datetime, seconds: float) -> datetime.datetime:
    """Return the time some seconds later, on the same zone's clock (Time#+)."""
    zone = value.tzinfo or UTC
    return (value.astimezone(UTC) + datetime.timedelta(seconds=seconds)).astimezone(zone)


def seconds_between(later: datetime.datetime, earlier: datetime.datetime) -> float:
    """Return the seconds from one time to another (Time#-)."""
    return (instant(later) - instant(earlier)).total_seconds()
