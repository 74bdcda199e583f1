"""Time#strftime and Date#strftime with every directive, flag and width of Ruby 3.1."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable
from typing import Any

from pyjekyll.ruby.errors import RubyArgumentError
from pyjekyll.ruby.inspect import is_utc

# Flags precede the width; colons belong to %z, E and O to a few directives. Anything else is printed as it stands.
_DIRECTIVE = re.compile(r"%(?:([-_^#0]*)([1-9][0-9]*)?(?:(:{1,3})(?=z))?(?:E(?=[cCxXyY])|O(?=[deHkIlmMSuUVwWy]))?([a-zA-Z%+]))?")
_DANGLING = re.compile(r"%[-_^#0]*[0-9]*\Z")  # "%" alone at the end, or with flags and width

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# A number: its value, its width, its padding.
_NUMBERS: dict[str, tuple[Callable[[datetime.datetime], int], int, str]] = {
    "Y": (lambda t: t.year, 4, "0"),
    "C": (lambda t: t.year // 100, 2, "0"),
    "y": (lambda t: t.year % 100, 2, "0"),
    "m": (lambda t: t.month, 2, "0"),
    "d": (lambda t: t.day, 2, "0"),
    "e": (lambda t: t.day, 2, " "),
    "j": (lambda t: t.timetuple().tm_yday, 3, "0"),
    "H": (lambda t: t.hour, 2, "0"),
    "k": (lambda t: t.hour, 2, " "),
    "I": (lambda t: t.hour % 12 or 12, 2, "0"),
    "l": (lambda t: t.hour % 12 or 12, 2, " "),
    "M": (lambda t: t.minute, 2, "0"),
    "S": (lambda t: t.second, 2, "0"),
    "s": (lambda t: int_seconds(t), 1, "0"),
    "u": (lambda t: t.isoweekday(), 1, "0"),
    "w": (lambda t: t.isoweekday() % 7, 1, "0"),
    "G": (lambda t: t.isocalendar()[0], 4, "0"),
    "g": (lambda t: t.isocalendar()[0] % 100, 2, "0"),
    "V": (lambda t: t.isocalendar()[1], 2, "0"),
    "U": (lambda t: (t.timetuple().tm_yday + 6 - t.isoweekday() % 7) // 7, 2, "0"),
    "W": (lambda t: (t.timetuple().tm_yday + 6 - t.weekday()) // 7, 2, "0"),
}
_WORDS: dict[str, Callable[[datetime.datetime], str]] = {
    "A": lambda t: _DAYS[t.weekday()],
    "a": lambda t: _DAYS[t.weekday()][:3],
    "B": lambda t: _MONTHS[t.month - 1],
    "b": lambda t: _MONTHS[t.month - 1][:3],
    "h": lambda t: _MONTHS[t.month - 1][:3],
    "p": lambda t: "AM" if t.hour < 12 else "PM",
    "P": lambda t: "am" if t.hour < 12 else "pm",
    "n": lambda t: "\n",
    "t": lambda t: "\t",
    "%": lambda t: "%",
}
_COMPOSITES = {
    "c": "%a %b %e %H:%M:%S %Y", "D": "%m/%d/%y", "x": "%m/%d/%y", "F": "%Y-%m-%d", "R": "%H:%M", "r": "%I:%M:%S %p", "T": "%H:%M:%S",
    "X": "%H:%M:%S", "v": "%e-%^b-%4Y",
}  # fmt: skip


_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def int_seconds(value: datetime.datetime) -> int:
    """Return the seconds since 1970-01-01 00:00 UTC, rounded down."""
    since = value - _EPOCH
    return since.days * 86400 + since.seconds


def strftime(value: datetime.date, pattern: str) -> str:
    """Return a time or date in a format, as Ruby's strftime does; a Date counts as midnight UTC.

    Raises RubyArgumentError for a Time whose format ends inside a directive; a Date prints that part as it stands.
    """
    if isinstance(value, datetime.datetime):
        return "".join([step if step.__class__ is str else step(value) for step in _steps(pattern, True)])  # type: ignore[operator]
    midnight: Any = value  # an early date is its own midnight
    if value.__class__ is datetime.date:
        midnight = datetime.datetime(value.year, value.month, value.day, tzinfo=datetime.UTC)
    return "".join([step if step.__class__ is str else step(midnight) for step in _steps(pattern, False)])  # type: ignore[operator]


_Step = str | Callable[[datetime.datetime], str]


@functools.lru_cache(maxsize=256)
def _steps(pattern: str, is_time: bool) -> tuple[_Step, ...]:
    """Take a format apart into plain text and functions of the time."""
    steps: list[_Step] = []
    end = 0
    for match in _DIRECTIVE.finditer(pattern):
        steps.append(pattern[end : match.start()])
        steps.append(_directive(match, is_time))
        end = match.end()
        if match[4] is None and is_time and _DANGLING.match(pattern, match.start()):
            raise RubyArgumentError(f"invalid format: {pattern}")
    steps.append(pattern[end:])
    return tuple(step for step in steps if step != "")


def _directive(match: re.Match[str], is_time: bool) -> _Step:
    flags, width, colons, letter = match.groups()
    if letter is None:
        return match[0]
    # A zero, the width's own too, comes too late after the flag that says not to pad, but for %z and what is made of several.
    last = next((flag for flag in reversed(flags) if flag in ("-_0" if is_time else "_0")), "")
    padding = "-" if "-" in flags else last
    size = int(width) if width else 0
    if letter in _NUMBERS:
        number, default, pad = _NUMBERS[letter]
        if letter in "YG":
            return lambda time: _year(number(time), padding, size)
        return _number_step(number, padding, size or default, pad)
    if letter in _WORDS:
        word = _WORDS[letter]
        if not flags and not size:
            return word
        return lambda time: _pad_text(_change_case(word(time), flags, letter), padding, size)
    if letter in _COMPOSITES:
        # A Time pads these even when told not to pad.
        return _composite_step(_COMPOSITES[letter], flags, last.strip("-") if is_time else padding, size)
    if letter in "LN":
        return lambda time: _fraction(time, size or (3 if letter == "L" else 9))
    if letter == "z":
        return lambda time: _offset(time, flags, last, size, len(colons or ""), is_time)
    if letter == "Z":
        return lambda time: _pad_text(_change_case(zone_name(time) if is_time else "+00:00", flags, letter), padding, size)
    if not is_time and letter in "Q+":
        return lambda time: _date_only(letter, time, flags, padding, size)
    return match[0]


def _number_step(number: Callable[[datetime.datetime], int], padding: str, size: int, default: str) -> _Step:
    if not padding and default == "0":
        spec = f"0{size}d"
        return lambda time: format(number(time), spec)
    return lambda time: _pad_number(number(time), padding, size, default)


def _year(year: int, padding: str, size: int) -> str:
    return _pad_number(year, padding, size or (4 if year >= 0 else 5), "0")


def _composite_step(pattern: str, flags: str, padding: str, size: int) -> _Step:
    if "^" in flags:
        return lambda time: _pad_text(strftime(time, pattern).upper(), padding, size)
    return lambda time: _pad_text(strftime(time, pattern), padding, size)


def _date_only(letter: str, time: datetime.datetime, flags: str, padding: str, size: int) -> str:
    if letter == "Q":
        return _pad_number(int_seconds(time) * 1000, padding, size or 1, "0")
    text = strftime(time, "%a %b %e %H:%M:%S +00:00 %Y")
    return _pad_text(text.upper() if "^" in flags else text, padding, size)


def _pad_number(number: int, padding: str, size: int, default: str) -> str:
    text = str(number)
    if padding == "-" or len(text) >= size:
        return text
    fill = {"_": " ", "0": "0"}.get(padding, default)
    return "-" + text[1:].rjust(size - 1, fill) if number < 0 and fill == "0" else text.rjust(size, fill)


def _pad_text(text: str, padding: str, size: int) -> str:
    return text if padding == "-" or not text else text.rjust(size, "0" if padding == "0" else " ")


def _change_case(text: str, flags: str, letter: str) -> str:
    if "#" in flags and letter in "pZ":
        return text.lower()
    return text.upper() if "^" in flags or ("#" in flags and letter in "AaBbhP") else text


def _fraction(time: datetime.datetime, digits: int) -> str:
    text = f"{time.microsecond:06d}"
    return text[:digits].ljust(digits, "0")


def zone_name(time: datetime.datetime) -> str:
    """Return the abbreviation of a local time's zone, `UTC` for UTC, nothing for a fixed offset (Time#zone)."""
    if is_utc(time):
        return "UTC"
    return "" if isinstance(time.tzinfo, datetime.timezone) else time.tzname() or ""


def _offset(time: datetime.datetime, flags: str, last: str, size: int, colons: int, is_time: bool) -> str:
    offset = time.utcoffset() or datetime.timedelta()
    seconds = offset.days * 86400 + offset.seconds
    sign = "-" if seconds < 0 or ("-" in flags and is_time and is_utc(time)) else "+"
    minutes, second = divmod(abs(seconds), 60)
    hour, minute = divmod(minutes, 60)
    if colons == 3:
        colons = 2 if second else 1 if minute else 3
    tail = {0: f"{minute:02d}", 1: f":{minute:02d}", 2: f":{minute:02d}:{second:02d}", 3: ""}[colons]
    hour_width = max(size - len(tail) - 1, 1 if "-" in flags and not is_time else 2)
    if last == "_":
        return f"{sign}{hour}".rjust(hour_width + 1) + tail
    return f"{sign}{hour:0{hour_width}d}{tail}"
