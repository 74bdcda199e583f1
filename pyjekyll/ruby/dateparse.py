"""Date._parse: find a date and a time in free text, the way Ruby's date library does.

Every construct is tried in turn on a text whose odd characters became blanks; what a construct recognises is blanked out too,
so that the next one does not see it. The regexes are compiled when first used (by `re`'s own cache): most sites write ISO dates only.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import NamedTuple

from pyjekyll.ruby.errors import RubyArgumentError

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_MONTH = f"({'|'.join(MONTHS)})"
_ERA = r"(c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))"
_ALPHA = r"[^\W\d_]"
_LIMIT = 128


class Found:
    """What a text says about a date; None where it says nothing."""

    __slots__ = (
        "_bc", "_comp", "_text", "cwday", "cweek", "cwyear", "hour", "mday", "min", "mon", "sec", "sec_fraction", "wday", "yday", "year", "zone",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self._text = text
        self._bc = False
        self._comp = True
        self.year: int | None = None
        self.mon: int | None = None
        self.mday: int | None = None
        self.yday: int | None = None
        self.hour: int | None = None
        self.min: int | None = None
        self.sec: int | None = None
        self.sec_fraction: str | None = None  # its digits
        self.zone: str | None = None
        self.wday: int | None = None
        self.cwyear: int | None = None
        self.cweek: int | None = None
        self.cwday: int | None = None

    def take(self, pattern: str) -> re.Match[str] | None:
        """Search the remaining text, and blank out what matches."""
        match = re.search(pattern, self._text, re.IGNORECASE)
        if match:
            self._text = f"{self._text[: match.start()]} {self._text[match.end() :]}"
        return match

    def sees(self, pattern: str) -> bool:
        """Tell whether the remaining text matches."""
        return re.search(pattern, self._text, re.IGNORECASE) is not None

    def keep_century(self) -> None:
        """Take the year as written: 12 is the year 12."""
        self._comp = False

    def set_before_christ(self) -> None:
        """Count the year backwards from year 1."""
        self._bc = True

    def finish(self) -> None:
        """Apply the era and complete two-digit years."""
        if self._bc:
            self.cwyear = None if self.cwyear is None else 1 - self.cwyear
            self.year = None if self.year is None else 1 - self.year
        if self._comp:
            self.cwyear = _complete(self.cwyear)
            self.year = _complete(self.year)


def _complete(year: int | None) -> int | None:
    if year is None or not 0 <= year <= 99:
        return year
    return year + (1900 if year >= 69 else 2000)


@functools.lru_cache(maxsize=1024)
def parse(text: str) -> Found:
    """Return what Date._parse finds in a text (not to be changed); raises RubyArgumentError beyond 128 characters."""
    if len(text) > _LIMIT:
        raise RubyArgumentError(f"string length ({len(text)}) exceeds the limit {_LIMIT}")
    found = Found(re.sub(r"[^-+',./:@\[\]0-9A-Za-z\x80-\U0010ffff]+|[^\w\x00-\x7f]+", " ", text))
    _day(found)
    _time(found)
    for construct in _DATES:
        if construct(found):
            break
    if found.take(r"\b(bc\b|bce\b|b\.c\.|b\.c\.e\.)"):
        found.set_before_christ()
    _fragment(found)
    found.finish()
    return found


def _day(found: Found) -> None:
    match = found.take(rf"\b({'|'.join(_DAYS)})[^-/0-9\s]*")
    if match:
        found.wday = _DAYS.index(match[1].lower())


_AM_PM = r"[ap](?:m\b|\.m\.)"
_TIME = (
    rf"([0-9]+\s*(?:(?::\s*[0-9]+(?:\s*:\s*[0-9]+(?:[,.][0-9]*)?)?|h(?:\s*[0-9]+m?(?:\s*[0-9]+s?)?)?)(?:\s*{_AM_PM})?|{_AM_PM}))"
    rf"(?:\s*((?:gmt|utc?)?[-+][0-9]+(?:[,.:][0-9]+(?::[0-9]+)?)?|(?-i:(?:{_ALPHA}|[.\s])+)(?:standard|daylight)\stime\b|(?-i:{_ALPHA}+)(?:\sdst)?\b))?"
)
_CLOCK = r"([0-9]+)h?(?:\s*:?\s*([0-9]+)m?(?:\s*:?\s*([0-9]+)(?:[,.]([0-9]*))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?"


def _time(found: Found) -> None:
    match = found.take(_TIME)
    if not match:
        return
    clock = re.match(_CLOCK, match[1], re.IGNORECASE)
    assert clock is not None  # every time begins with digits
    hour, minute, second, fraction, half = clock.groups()
    found.hour = int(hour)
    if half:
        found.hour = found.hour % 12 + (12 if half in "pP" else 0)
    found.min = int(minute) if minute else None
    found.sec = int(second) if second else None
    if fraction:
        found.sec_fraction = fraction
    if match[2]:
        found.zone = match[2]


def _eu(found: Found) -> bool:
    match = found.take(rf"('?[0-9]+)[^-0-9\s]*\s*{_MONTH}[^-0-9\s']*(?:\s*{_ERA}?\s*('?-?[0-9]+(?:(?:st|nd|rd|th)\b)?))?")
    if not match:
        return False
    day, month, era, year = match.groups()
    _assign(found, year, _month_number(month), day, era)
    return True


def _us(found: Found) -> bool:
    match = found.take(rf"\b{_MONTH}[^-0-9\s']*\s*('?[0-9]+)[^-0-9\s']*(?:\s*,?\s*{_ERA}?\s*('?-?[0-9]+))?")
    if not match:
        return False
    month, day, era, year = match.groups()
    _assign(found, year, _month_number(month), day, era)
    return True


def _iso(found: Found) -> bool:
    match = found.take(r"('?[-+]?[0-9]+)-([0-9]+)-('?-?[0-9]+)")
    if match:
        _assign(found, match[1], match[2], match[3])
    return match is not None


_JAPANESE_ERAS = {"m": 1867, "t": 1911, "s": 1925, "h": 1988, "r": 2018}


def _jis(found: Found) -> bool:
    match = found.take(r"\b([mtshr])([0-9]+)\.([0-9]+)\.([0-9]+)")
    if match:
        found.year = int(match[2]) + _JAPANESE_ERAS[match[1].lower()]
        found.mon, found.mday = int(match[3]), int(match[4])
    return match is not None


def _vms(found: Found) -> bool:
    match = found.take(rf"('?-?[0-9]+)-{_MONTH}[^-/.]*-('?-?[0-9]+)")
    if match:
        _assign(found, match[3], _month_number(match[2]), match[1])
        return True
    match = found.take(rf"\b{_MONTH}[^-/.]*-('?-?[0-9]+)(?:-('?-?[0-9]+))?")
    if match:
        _assign(found, match[3], _month_number(match[1]), match[2])
    return match is not None


def _slashes(found: Found) -> bool:
    match = found.take(r"('?-?[0-9]+)/\s*('?[0-9]+)(?:[^0-9]\s*('?-?[0-9]+))?")
    if match:
        _assign(found, match[1], match[2], match[3])
    return match is not None


def _dots(found: Found) -> bool:
    match = found.take(r"('?-?[0-9]+)\.\s*('?[0-9]+)\.\s*('?-?[0-9]+)")
    if match:
        _assign(found, match[1], match[2], match[3])
    return match is not None


def _iso_week(found: Found) -> bool:
    match = found.take(r"\b([0-9]{2}|[0-9]{4})?-?w([0-9]{2})(?:-?([0-9]))?\b")
    if match:
        found.cwyear, found.cweek, found.cwday = _number(match[1]), int(match[2]), _number(match[3])
        return True
    match = found.take(r"-w-([0-9])\b")
    if match:
        found.cwday = int(match[1])
    return match is not None


def _iso_without_year(found: Found) -> bool:
    match = found.take(r"--([0-9]{2})?-([0-9]{2})\b") or found.take(r"--([0-9]{2})([0-9]{2})?\b")
    if match:
        found.mon, found.mday = _number(match[1]), _number(match[2])
    return match is not None


def _iso_ordinal(found: Found) -> bool:
    if not found.sees(r"[,.](?:[0-9]{2}|[0-9]{4})-[0-9]{3}\b"):
        match = found.take(r"\b([0-9]{2}|[0-9]{4})-([0-9]{3})\b")
        if match:
            found.year, found.yday = int(match[1]), int(match[2])
            return True
    if not found.sees(r"[0-9]-[0-9]{3}\b"):
        match = found.take(r"\b-([0-9]{3})\b")
        if match:
            found.yday = int(match[1])
            return True
    return False


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _year(found: Found) -> bool:
    match = found.take(r"'([0-9]+)\b")
    if match:
        found.year = int(match[1])
    return match is not None


def _month(found: Found) -> bool:
    match = found.take(rf"\b{_MONTH}\S*")
    if match:
        found.mon = MONTHS.index(match[1].lower()) + 1
    return match is not None


def _month_day(found: Found) -> bool:
    match = found.take(r"([0-9]+)(st|nd|rd|th)\b")
    if match:
        found.mday = int(match[1])
    return match is not None


class _Digits(NamedTuple):
    sign: str
    date: str
    time: str | None
    fraction: str | None
    zone: str | None


def _run_of_digits(found: Found) -> bool:
    match = found.take(r"([-+]?)([0-9]{2,14})(?:\s*t?\s*([0-9]{2,6})?(?:[,.]([0-9]*))?)?\s*(z\b|[-+][0-9]{1,4}\b|\[[-+]?[0-9][^\]]*\])?")
    if not match:
        return False
    digits = _Digits(*match.groups())
    if digits.time is None and digits.fraction is not None:
        _from_the_right(found, digits)
    else:
        _from_the_left(found, digits)
    if digits.time is not None:
        _time_digits(found, digits.time, digits.fraction is not None)
    if digits.fraction is not None:
        found.sec_fraction = digits.fraction
    if digits.zone:
        found.zone = _bracketed_zone(digits.zone)
    return True


def _from_the_right(found: Found, digits: _Digits) -> None:
    """Read digits before a fraction: the last are the seconds; lengths without a meaning say nothing."""
    text, size = digits.date, len(digits.date)
    if size in (9, 11, 13):
        return
    found.sec = int(text[-2:])
    if size >= 3:
        found.min = int(text[-4:-2])
    if size >= 5:
        found.hour = int(text[-6:-4])
    if size >= 7:
        found.mday = int(text[-8:-6])
    if size >= 10:
        found.mon = int(text[-10:-8])
    if size == 12:
        found.year = int(digits.sign + text[-12:-10])
    if size == 14:
        found.year = int(digits.sign + text[-14:-10])
        found.keep_century()


def _from_the_left(found: Found, digits: _Digits) -> None:
    text, size = digits.date, len(digits.date)
    if size == 2:
        found.mday = int(text)
    elif size == 3:
        found.yday = int(text)
    elif size == 4:
        found.mon, found.mday = int(text[:2]), int(text[2:])
    elif size == 5:
        found.year, found.yday = int(digits.sign + text[:2]), int(text[2:])
    elif size == 6:
        found.year, found.mon, found.mday = int(digits.sign + text[:2]), int(text[2:4]), int(text[4:])
    elif size == 7:
        found.year, found.yday = int(digits.sign + text[:4]), int(text[4:])
    elif size in (8, 10, 12, 14):
        found.year, found.mon, found.mday = int(digits.sign + text[:4]), int(text[4:6]), int(text[6:8])
        if size >= 10:
            found.hour = int(text[8:10])
        if size >= 12:
            found.min = int(text[10:12])
        if size == 14:
            found.sec = int(text[12:14])
        found.keep_century()


def _time_digits(found: Found, text: str, from_the_right: bool) -> None:
    size = len(text)
    if size not in (2, 4, 6):
        return
    if from_the_right:
        found.sec = int(text[-2:])
        found.min = int(text[-4:-2]) if size >= 4 else found.min
        found.hour = int(text[-6:-4]) if size >= 6 else found.hour
    else:
        found.hour = int(text[:2])
        found.min = int(text[2:4]) if size >= 4 else found.min
        found.sec = int(text[4:6]) if size >= 6 else found.sec


def _bracketed_zone(zone: str) -> str:
    if not zone.startswith("["):
        return zone
    offset, colon, name = zone[1:-1].partition(":")
    return name if colon else offset


def _fragment(found: Found) -> None:
    """Take a lone number that is left over for the day when there is an hour, for the hour when there is a day."""
    match = re.search(r"\A\s*([0-9]{1,2})\s*\Z", found._text)
    if not match:
        return
    number = int(match[1])
    if found.hour is not None and found.mday is None and 1 <= number <= 31:
        found.mday = number
    if found.mday is not None and found.hour is None and 0 <= number <= 24:
        found.hour = number


_DATES: tuple[Callable[[Found], bool], ...] = (
    _eu, _us, _iso, _jis, _vms, _slashes, _dots, _iso_week, _iso_without_year, _iso_ordinal, _year, _month, _month_day, _run_of_digits,
)  # fmt: skip


def _month_number(name: str) -> str:
    return str(MONTHS.index(name.lower()) + 1)


def _assign(found: Found, year: str | None, month: str | None, day: str | None, era: str | None = None) -> None:
    """Store three numbers after guessing which is the year: the one with an apostrophe, or with more than two digits."""
    if year and month and not day:
        year, month, day = None, year, month
    if year is None and day and (len(day) > 2 or day.startswith("'")):
        year, day = day, None
    if year:
        tail = re.search(r"([0-9]+)(.+)?", year)
        if tail and tail[2]:
            year, day = day, tail[1]
    if month and (month.startswith("'") or len(month) > 2):
        year, month, day = month, day, year
    if day and (day.startswith("'") or len(day) > 2):
        year, day = day, year
    if year:
        _assign_year(found, year, era)
    found.mon = _first_number(month)
    found.mday = _first_number(day)


def _assign_year(found: Found, year: str, era: str | None) -> None:
    match = re.search(r"([-+])?([0-9]+)", year)
    if not match:
        return
    if match[1] or len(match[2]) > 2:
        found.keep_century()
    found.year = int(match[0])
    if era and era[0] in "bB":
        found.set_before_christ()


def _first_number(text: str | None) -> int | None:
    match = re.search("[0-9]+", text) if text else None
    return int(match[0]) if match else None
