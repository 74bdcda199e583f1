"""Times in years that Python's `datetime` has no room for; a Ruby time has no such bounds.

The Gregorian calendar repeats after 400 years, weekdays and the rules of summer time included. So a time in the year 22024 is kept as
one in a near year, and the number of cycles between the two.
"""

from __future__ import annotations

import datetime
from typing import Any, Self, SupportsIndex

from pyjekyll.ruby.errors import RubyArgumentError

YEARS = range(2, 9999)  # for these a plain `datetime` does: in any zone it is within the bounds
_MOST = 2_000_000  # beyond, a `timedelta` cannot tell how long ago 1970 was
_CYCLE = datetime.timedelta(days=146097)
_CYCLE_SECONDS = 146097 * 86400
_LATE, _EARLY = 2400, 400  # near years in which zones are as in the far future, and as before there were any


def far_time(year: int, month: int, day: int, hour: int = 0, minute: int = 0, microsecond: int = 0) -> datetime.datetime:
    """Return a clock time of any year, without a zone; raises RubyArgumentError for what is none."""
    if abs(year) > _MOST:
        raise RubyArgumentError("argument out of range")
    near_year = (_LATE if year > 0 else _EARLY) + year % 400
    return _beyond(datetime.datetime(near_year, month, day, hour, minute, 0, microsecond), (year - near_year) // 400)


def far_epoch(seconds: int) -> datetime.datetime:
    """Return the UTC time some seconds after 1970, however many; raises RubyArgumentError two million years from now."""
    cycles, rest = divmod(seconds, _CYCLE_SECONDS)
    if abs(cycles) * 400 > _MOST:
        raise RubyArgumentError("argument out of range")
    shift = 1 if seconds > 0 else -4
    near = datetime.datetime(1970 + 400 * shift, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(seconds=rest)
    return _beyond(near, cycles - shift)


def _beyond(near: datetime.datetime, cycles: int) -> datetime.datetime:
    year = near.year + 400 * cycles
    return near.replace(year=year) if year in YEARS else FarTime.of(near, cycles)


class FarTime(datetime.datetime):
    """A time of a year outside `YEARS`; only its year, and its distance from other times, is not that of `near`."""

    near: datetime.datetime
    cycles: int

    @classmethod
    def of(cls, near: datetime.datetime, cycles: int) -> Self:
        """Return the time a number of 400 years after a near one."""
        made = cls(near.year, near.month, near.day, near.hour, near.minute, near.second, near.microsecond, near.tzinfo, fold=near.fold)
        made.near, made.cycles = near, cycles
        return made

    @property
    def year(self) -> int:
        """Return the year, which may be 0, negative or of five digits."""
        return self.near.year + 400 * self.cycles

    def replace(self, **parts: Any) -> datetime.datetime:  # type: ignore[override]
        """Return the time with other parts than the year."""
        return _beyond(self.near.replace(**parts), self.cycles)

    def astimezone(self, tz: datetime.tzinfo | None = None) -> datetime.datetime:  # type: ignore[override]
        """Return the same moment in another zone."""
        return _beyond(self.near.astimezone(tz), self.cycles)

    # A zone asks for the year of the time that it is given.
    def utcoffset(self) -> datetime.timedelta | None:
        """Return the distance from UTC."""
        return self.near.utcoffset()

    def dst(self) -> datetime.timedelta | None:
        """Return what summer time adds."""
        return self.near.dst()

    def tzname(self) -> str | None:
        """Return the zone's name."""
        return self.near.tzname()

    def timestamp(self) -> float:
        """Return the seconds since 1970."""
        return self.near.timestamp() + self.cycles * _CYCLE_SECONDS

    def isocalendar(self) -> Any:
        """Return the year of the week, the week and the weekday."""
        year, week, day = self.near.isocalendar()
        return (year + 400 * self.cycles, week, day)

    def isoformat(self, *options: Any) -> str:
        """Return the time in ISO 8601, but for the number of digits of the year."""
        return f"{self.year}{self.near.isoformat(*options)[4:]}"

    def __add__(self, span: datetime.timedelta) -> datetime.datetime:  # type: ignore[override]
        return _beyond(self.near + span, self.cycles)

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, datetime.timedelta):
            return _beyond(self.near - other, self.cycles)
        return self.near - other + self.cycles * _CYCLE  # another far time has its turn in __rsub__

    def __rsub__(self, other: datetime.datetime) -> datetime.timedelta:
        return other - self.near - self.cycles * _CYCLE

    def __eq__(self, other: object) -> bool:
        return isinstance(other, datetime.datetime) and self - other == datetime.timedelta()

    def __lt__(self, other: datetime.date) -> bool:
        return bool(self - other < datetime.timedelta())

    def __le__(self, other: datetime.date) -> bool:
        return bool(self - other <= datetime.timedelta())

    def __gt__(self, other: datetime.date) -> bool:
        return not self <= other

    def __ge__(self, other: datetime.date) -> bool:
        return not self < other

    def __hash__(self) -> int:
        return hash((self.near, self.cycles))

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return FarTime.of, (self.near, self.cycles)
