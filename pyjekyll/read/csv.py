"""CSV and TSV as Ruby's csv library reads them (DATA-3).

Unlike Python's module it tells an empty cell (nil) from a quoted one (""), and rejects what is malformed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from typing import Any

from pyjekyll.errors import ConfigError, ReadError
from pyjekyll.model.item import INVALID_BYTES

Row = list[Any]
Converter = Callable[[str], Any]

_LINE_END = re.compile(r"\r\n|\r|\n")
_INTEGER = re.compile(
    r"[ \t\r\n\f\v]*([-+]?)(0[xX][0-9a-fA-F](?:_?[0-9a-fA-F])*|0[bB][01](?:_?[01])*|0[oO]?(?:_?[0-7])*|[1-9](?:_?[0-9])*)[ \t\r\n\f\v]*",
)
_FLOAT = re.compile(r"[ \t\r\n\f\v]*[-+]?[0-9](?:_?[0-9])*(?:\.[0-9](?:_?[0-9])*)?(?:[eE][-+]?[0-9](?:_?[0-9])*)?[ \t\r\n\f\v]*")
_DATE = re.compile(r"(?:(?:\w+,?\s+)?\w+\s+\d{1,2},?\s+\d{2,4}|\d{4}-\d{2}-\d{2})", re.ASCII)
_DATE_TIME = re.compile(
    r"(?:(?:\w+,?\s+)?\w+\s+\d{1,2}\s+\d{1,2}:\d{1,2}:\d{1,2},?\s+\d{2,4}"
    r"|\d{4}-\d{2}-\d{2}(?:[T\s]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?(?:[+-]\d{2}(?::\d{2})|Z)?)?)?)",
    re.ASCII,
)


def parse(text: str, separator: str, headers: Any, converters: Sequence[str], zone: datetime.tzinfo, path: str) -> list[Any]:
    """Read a table: dicts by header, or lists where `headers` is false.

    `headers` may also be the list of headers, or a line of them. Raises ReadError in Ruby's words, ConfigError for an
    unknown converter.
    """
    _require_text(text, path)
    rows = list(_rows(text, separator, path))
    if isinstance(headers, str):
        first = next(iter(_rows(headers, separator, path)), [])
    elif isinstance(headers, list):
        first = headers
    elif headers is None or headers is False:
        return _converted(rows, converters, zone)
    else:
        first, rows = (rows[0], rows[1:]) if rows else ([], [])
    return [_by_header(first, row) for row in _converted(rows, converters, zone)]


def _require_text(text: str, path: str) -> None:
    found = None if text.isascii() else INVALID_BYTES.search(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        raise ReadError(f"Invalid byte sequence in UTF-8 in line {line}.", path=path, line=line, hint="Save the file as UTF-8.")


def _by_header(headers: Row, row: Row) -> dict[Any, Any]:
    """Pair cells with headers; a repeated header keeps its first value, cells without one go under nil."""
    width = max(len(headers), len(row))
    cells: dict[Any, Any] = {}
    for header, cell in zip(headers + [None] * (width - len(headers)), row + [None] * (width - len(row)), strict=True):
        cells.setdefault(header, cell)
    return cells


def _rows(text: str, separator: str, path: str) -> list[Row]:
    ending = _LINE_END.search(text)
    row_end = ending[0] if ending else "\n"
    if '"' in text:
        return _quoted_rows(text, separator, row_end, path)
    lines = text.split(row_end)
    if not lines[-1]:
        lines.pop()
    if any("\r" in line or "\n" in line for line in lines):
        return _quoted_rows(text, separator, row_end, path)
    return [[cell or None for cell in line.split(separator)] if line else [] for line in lines]


def _quoted_rows(text: str, separator: str, row_end: str, path: str) -> list[Row]:
    """Read cell by cell. One loop, since a cell's end decides whether the row ends too."""
    cell = re.compile(rf'"((?>(?:[^"]++|"")*))"|([^"\r\n{re.escape(separator)}]+)')
    rows: list[Row] = []
    row: Row = []
    place = 0
    while True:
        match = cell.match(text, place)
        value = None if match is None else match[2] if match[1] is None else match[1].replace('""', '"')
        place = match.end() if match else place
        if text.startswith(separator, place):
            row.append(value)
            place += len(separator)
        elif text.startswith(row_end, place):
            rows.append([*row, value] if row or value is not None else [])
            row = []
            place += len(row_end)
        elif place == len(text):
            if row or value is not None:
                rows.append([*row, value])
            return rows
        else:
            raise _malformed(text, place, match, row_end, path)


def _malformed(text: str, place: int, match: re.Match[str] | None, row_end: str, path: str) -> ReadError:
    line = len(_LINE_END.findall(text, 0, place)) + 1
    end = _LINE_END.match(text, place)
    if match is not None and match[1] is not None:
        problem = "Any value after quoted field isn't allowed"
    elif match is not None and end:
        problem = f"Unquoted fields do not allow new line <{_shown(end[0])}>"
    elif end:
        problem = f"New line must be <{_shown(row_end)}> not <{_shown(end[0])}>"
    else:
        problem = "Illegal quoting" if match is not None else "Unclosed quoted field"
    excerpt = _LINE_END.split(text)[line - 1]
    return ReadError(f"{problem} in line {line}.", path=path, line=line, excerpt=excerpt, hint='Write a cell with quotes as "a ""b"" c".')


def _shown(line_end: str) -> str:
    return '"' + line_end.replace("\r", "\\r").replace("\n", "\\n") + '"'


def _converted(rows: list[Row], names: Sequence[str], zone: datetime.tzinfo) -> list[Row]:
    if not names:
        return rows
    converters = _converters(names, zone)
    return [[_convert(cell, converters) for cell in row] for row in rows]


def _convert(cell: Any, converters: list[Converter]) -> Any:
    for converter in converters:
        if not isinstance(cell, str):
            break
        cell = converter(cell)
    return cell


def _converters(names: Sequence[str], zone: datetime.tzinfo) -> list[Converter]:
    known: dict[str, list[Converter]] = {
        "integer": [_to_integer],
        "float": [_to_float],
        "numeric": [_to_integer, _to_float],
        "date": [_to_date],
        "date_time": [lambda text: _to_time(text, zone)],
        "all": [lambda text: _to_time(text, zone), _to_integer, _to_float],
    }
    chosen: list[Converter] = []
    for name in names:
        if name not in known:
            raise ConfigError(f"'{name}' is not a CSV converter.", key="csv_converters", hint=f"Use one of {', '.join(known)}.")
        chosen += known[name]
    return chosen


def _to_integer(text: str) -> int | str:
    match = _INTEGER.fullmatch(text)
    if match is None:
        return text
    digits = match[2].replace("_", "").lower()
    octal = len(digits) > 1 and digits[0] == "0" and digits[1].isdigit()
    return int(match[1] + digits, 8 if octal else 0)


def _to_float(text: str) -> float | str:
    return float(text.strip(" \t\r\n\f\v").replace("_", "")) if _FLOAT.fullmatch(text) else text


def _to_date(text: str) -> Any:
    if not _DATE.fullmatch(text):
        return text
    from pyjekyll.ruby.time import parse_date

    try:
        return parse_date(text)
    except ValueError:
        return text


def _to_time(text: str, zone: datetime.tzinfo) -> Any:
    if not _DATE_TIME.fullmatch(text):
        return text
    from pyjekyll.ruby.time import parse_time
    from pyjekyll.ruby.zones import fixed_zone

    # DateTime.parse takes a time without zone as +00:00.
    try:
        return parse_time(text, fixed_zone(0))
    except ValueError:
        return text
