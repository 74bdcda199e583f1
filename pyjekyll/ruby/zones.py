"""Time zones by name, as the C library under Ruby resolves them: from TZ, the system's file, or a POSIX rule."""

from __future__ import annotations

import datetime
import os
import re

_POSIX = re.compile(r"([A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)([-+]?)([0-9]{1,2})(?::([0-9]{2}))?(?::([0-9]{2}))?")


class PosixZone(datetime.tzinfo):
    """A local zone with one offset and a name of its own, as `TZ=FOO+3` makes it."""

    def __init__(self, name: str, offset: datetime.timedelta) -> None:
        self._name = name
        self._offset = offset

    def utcoffset(self, _value: datetime.datetime | None) -> datetime.timedelta:
        """Return the zone's offset."""
        return self._offset

    def dst(self, _value: datetime.datetime | None) -> datetime.timedelta:
        """Return no daylight saving."""
        return datetime.timedelta()

    def tzname(self, _value: datetime.datetime | None) -> str:
        """Return the zone's name."""
        return self._name

    def fromutc(self, value: datetime.datetime) -> datetime.datetime:
        """Return a UTC clock as this zone's."""
        return value + self._offset

    def __reduce__(self) -> tuple[type[PosixZone], tuple[str, datetime.timedelta]]:
        return PosixZone, (self._name, self._offset)


def fixed_zone(seconds: int) -> datetime.timezone:
    """Return the zone of times with a fixed offset; offset zero is not UTC, and not equal to it by identity."""
    offset = datetime.timedelta(seconds=seconds)
    return datetime.timezone(offset) if seconds else datetime.timezone(offset, "+00:00")


def local_zone(name: str | None = None) -> datetime.tzinfo:
    """Return the local zone: of that name, else of the variable TZ, else the system's.

    A name that is unknown counts as UTC under the letters it begins with, as with the C library.
    """
    name = name or os.environ.get("TZ")
    if name is None:
        return _system_zone()
    name = name.removeprefix(":")
    return _named(name) or _posix(name)


def _named(name: str) -> datetime.tzinfo | None:
    import zoneinfo

    if not name or name.startswith("/"):
        return _from_file(name) if name else zoneinfo.ZoneInfo("UTC")
    try:
        return zoneinfo.ZoneInfo(name)
    except (OSError, ValueError, zoneinfo.ZoneInfoNotFoundError):
        return None


def _posix(name: str) -> datetime.tzinfo:
    match = _POSIX.match(name)
    if not match:
        letters = re.match("[A-Za-z]*", name)
        return PosixZone(letters[0] if letters and len(letters[0]) >= 3 else "", datetime.timedelta())
    abbreviation, sign, hours, minutes, seconds = match.groups()
    offset = datetime.timedelta(hours=int(hours), minutes=int(minutes or 0), seconds=int(seconds or 0))
    rule = name[match.end() :]
    summer = _with_summer_time(name if "," in rule else f"{name},M3.2.0,M11.1.0") if rule else None
    return summer or PosixZone(abbreviation.strip("<>"), offset if sign == "-" else -offset)


def _with_summer_time(rule: str) -> datetime.tzinfo | None:
    """Return the zone of a POSIX rule, None for a bad one: a zone file without transitions follows the rule at its end."""
    import io
    import struct
    import zoneinfo

    block = b"TZif2" + bytes(15) + struct.pack(">6L", 0, 0, 0, 0, 1, 4) + bytes(6) + b"UTC\0"
    try:
        return zoneinfo.ZoneInfo.from_file(io.BytesIO(block + block + f"\n{rule}\n".encode()), key=rule)
    except ValueError:
        return None


def _system_zone() -> datetime.tzinfo:
    """Return the zone of /etc/localtime; where there is none (Windows) what Python knows of the system's."""
    path = "/etc/localtime"
    if os.path.islink(path):
        name = os.path.realpath(path).partition("zoneinfo/")[2]
        zone = _named(name) if name else None
        if zone is not None:
            return zone
    found = _from_file(path)
    if found is not None:
        return found
    if os.name != "nt":
        return _named("UTC") or PosixZone("UTC", datetime.timedelta())
    here = datetime.datetime.now().astimezone()
    return PosixZone(here.tzname() or "UTC", here.utcoffset() or datetime.timedelta())


def _from_file(path: str) -> datetime.tzinfo | None:
    import zoneinfo

    try:
        with open(path, "rb") as file:
            return zoneinfo.ZoneInfo.from_file(file, key=os.path.basename(path))
    except (OSError, ValueError):
        return None
