"""Dates up to the calendar's reform: a Ruby Date before 15 October 1582 is one of the Julian calendar.

Python's `datetime.date` counts backwards in the Gregorian one, which lacks 29 February 1500 and has no year 0.
"""

from __future__ import annotations

import datetime
import types
from typing import Any

from pyjekyll.ruby.inspect import year_to_s

_REFORM = 2299161  # the day of 15 October 1582, counted as astronomers do; the ten days before it were left out
_ORDINAL = 1721425  # the day before the first that `datetime` knows
_CYCLE = 146097  # the days of 400 Gregorian years
_LEAP_YEAR = 4


def civil(year: int, month: int, day: int) -> datetime.date:
    """Return a Ruby Date of any year up to 9999; raises ValueError for a day that its calendar lacks."""
    if (year, month, day) >= (1583, 1, 3):  # from here on, weeks too are as `datetime` counts them
        return datetime.date(year, month, day)
    return EarlyDate(year, month, day)


class EarlyDate(datetime.date):
    """A date before 3 January 1583, and at once its midnight in UTC, as a format needs it."""

    hour = minute = second = microsecond = 0
    tzinfo = datetime.UTC
    _year: int
    _day: int

    def __new__(cls, year: int, month: int, day: int) -> EarlyDate:
        """Take a date apart; raises ValueError for one that the calendar lacks."""
        made = super().__new__(cls, _LEAP_YEAR, month, day)
        made._year, made._day = year, _astronomical(year, month, day)
        if year % 4 and (month, day) == (2, 29):
            raise ValueError("invalid date")
        return made

    @property
    def year(self) -> int:
        """Return the year, 0 for the one before year 1."""
        return self._year

    def toordinal(self) -> int:
        """Return the days since the one before 1 January 1 of the Gregorian calendar."""
        return self._day - _ORDINAL

    def gregorian(self) -> tuple[int, int, int]:
        """Return year, month and day in the calendar of Ruby's Time (Date#to_time)."""
        cycles = 0 if self.toordinal() > 0 else 1 - self.toordinal() // _CYCLE
        found = datetime.date.fromordinal(self.toordinal() + cycles * _CYCLE)
        return found.year - 400 * cycles, found.month, found.day

    def weekday(self) -> int:
        """Return the day of the week, 0 for Monday."""
        return self._day % 7

    def isoweekday(self) -> int:
        """Return the day of the week, 1 for Monday."""
        return self._day % 7 + 1

    def isocalendar(self) -> Any:
        """Return the year of the week, the week and the weekday; 4 January is in the first week."""
        year = next(year for year in (self._year + 1, self._year, self._year - 1) if _first_monday(year) <= self._day)
        return year, (self._day - _first_monday(year)) // 7 + 1, self.isoweekday()

    def timetuple(self) -> Any:
        """Return the day of the year, the one part of this that is asked for."""
        return types.SimpleNamespace(tm_yday=self._day - _astronomical(self._year, 1, 1) + 1)

    def utcoffset(self) -> datetime.timedelta:
        """Return no distance from UTC."""
        return datetime.timedelta()

    def isoformat(self) -> str:
        """Return `1500-02-29`."""
        return f"{year_to_s(self._year)}-{self.month:02d}-{self.day:02d}"

    __str__ = isoformat

    def __sub__(self, other: Any) -> Any:
        return datetime.timedelta(days=self.toordinal() - other.toordinal())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, datetime.date) and not isinstance(other, datetime.datetime) and self.toordinal() == other.toordinal()

    def __lt__(self, other: datetime.date) -> bool:
        return self.toordinal() < other.toordinal()

    def __le__(self, other: datetime.date) -> bool:
        return self.toordinal() <= other.toordinal()

    def __gt__(self, other: datetime.date) -> bool:
        return self.toordinal() > other.toordinal()

    def __ge__(self, other: datetime.date) -> bool:
        return self.toordinal() >= other.toordinal()

    def __hash__(self) -> int:
        return hash(self._day)

    def __reduce__(self) -> tuple[Any, ...]:
        return EarlyDate, (self._year, self.month, self.day)


def _astronomical(year: int, month: int, day: int) -> int:
    """Return the astronomers' number of a day; raises ValueError for those that the reform left out."""
    before_march = month < 3
    years, months = year + 4800 - before_march, month + 12 * before_march - 3
    number = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    if number < _REFORM:
        return number
    number = datetime.date(year, month, day).toordinal() + _ORDINAL
    if number < _REFORM:
        raise ValueError("invalid date")
    return number


def _first_monday(year: int) -> int:
    fourth = _astronomical(year, 1, 4)
    return fourth - fourth % 7
