"""Where an error is in the user's files: for people, who read files by line, front matter included.

Liquid counts from the first line below the front matter, and of an error in an include it names the outermost file only.
All of this happens once a build, when it has failed already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyjekyll.errors import PyjekyllError

_LONGEST = 160
_CYCLE = "These files include each other: let an {% if %} end the chain."


def place_in_template(error: PyjekyllError, path: str, text: str) -> None:
    """Give an error that came out of a template of the file `path` its place, its excerpt and the stack of includes."""
    path = path.removesuffix("/#excerpt")
    files = [path, *(file for file, _ in error.includes)]
    lines = [*(line for _, line in error.includes), error.template_line]
    source = _read(path)
    lines[0] = _line_in_file(source, text, lines[0])
    places = list(zip(files, lines, strict=True))[::-1]
    if error.path in (None, *files):
        error.place = places.pop(0)
        inner = source if len(files) == 1 else _read(files[-1])
        error.excerpt = error.excerpt or _line(inner, lines[-1])
    error.stack = _without_repeats(error, [in_words(*place) for place in places])


def place_in_conversion(error: PyjekyllError, path: str, text: str) -> None:
    """Give an error that a converter raised for the text of the file `path`, or for a file that it imports, its place.

    One about a setting of the converter's stands in the configuration, not in the file.
    """
    if error.path is None and error.key is None:
        error.place = path, _line_in_file(_read(path), text, error.line)
        error.excerpt = error.excerpt or _line(text, error.line)
    elif error.path:
        error.excerpt = error.excerpt or _line(_read(error.path), error.line)


def place_of_key(error: PyjekyllError) -> bool:
    """Give an error about a setting the line of its file on which the setting stands; say whether it is there."""
    if not error.path or not error.key or error.line is not None:
        return False
    source = _read(error.path)
    for value in dict.fromkeys((error.value, "")):
        # What is indented, or in braces, belongs to another setting, unless the setting is nowhere else.
        for before in ("", "[ \t-]*", ".*[{,][ \t]*"):
            found = re.search(rf"^{before}[\"']?{re.escape(error.key)}[\"']?[ \t]*:.*{re.escape(value)}.*", source, re.MULTILINE)
            if found is not None:
                error.locate(line=source.count("\n", 0, found.start()) + 1, excerpt=_shortened(found[0]))
                return True
    return False


def place_in_config(error: PyjekyllError, files: Sequence[str]) -> None:
    """Name the configuration file whose value is at fault: of several the last that has the key, none for a flag."""
    named = error.path
    for path in reversed(files):
        error.path = path
        if place_of_key(error):
            return
    error.path = named


def line_of(path: str | None, number: int | None) -> str | None:
    """Return a line of a file, or None where there is none."""
    return _line(_read(path), number) if path else None


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            return file.read()
    except OSError:
        return ""


def _line_in_file(source: str, text: str, line: int | None) -> int | None:
    """Return the line of the file for a line of its text, or None where a plugin has changed the text beyond recognition."""
    if line is None:
        return None
    start = source.rfind(text) if text else -1
    if start >= 0:
        return source.count("\n", 0, start) + line
    wanted = _line(text, line)
    same = [number for number, each in enumerate(source.split("\n"), 1) if wanted and _shortened(each) == wanted]
    return same[0] if len(same) == 1 else None


def _line(text: str, number: int | None) -> str | None:
    lines = text.split("\n")
    return _shortened(lines[number - 1]) if number and number <= len(lines) else None


def _shortened(line: str) -> str:
    line = re.sub("[\udc80-\udcff]", "\ufffd", line.strip())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def in_words(path: str, line: int | None) -> str:
    """Return a place as messages show it."""
    return path if line is None else f"{path}, line {line}"


def _without_repeats(error: PyjekyllError, places: list[str]) -> tuple[str, ...]:
    unique = list(dict.fromkeys(places))
    if len(places) - len(unique) < 2:
        return tuple(places)
    error.hint = error.hint or _CYCLE
    return (*unique, f"… {len(places) - len(unique)} times more")
