"""Changes to a source map that leave the rest of its text as LibSass wrote it.

A mapping is a row of numbers in base 64: the steps, from the mapping before, of the column, the source, its line and its column.
"""

from __future__ import annotations

import re

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {letter: value for value, letter in enumerate(_BASE64)}
_NUMBER = re.compile("[g-z0-9+/]*[A-Za-f]")
_SOURCE_STEP = re.compile(rf"(?<![^,;])({_NUMBER.pattern})(?!A)({_NUMBER.pattern})")
_MAPPING = re.compile("[^,;]+")
_MAPPINGS = re.compile('(?<="mappings": ")[^"]*')
_BETWEEN = ",\n\t\t"  # stands between a list's items and in none: JSON escapes line feeds


def without_repeats(source_map: str) -> str:
    """Return a map that lists each source once, where it came first."""
    sources = _items(source_map, "sources")
    if len(set(sources)) == len(sources):
        return source_map
    first = [sources.index(source) for source in sources]
    kept = sorted(set(first))
    for name in ("sources", "sourcesContent"):
        items = _items(source_map, name)
        source_map = source_map.replace(_BETWEEN.join(items), _BETWEEN.join(items[index] for index in kept), 1)
    return _MAPPINGS.sub(lambda found: _renumbered(found[0], [kept.index(index) for index in first]), source_map)


def _items(source_map: str, name: str) -> list[str]:
    start = source_map.index(f'\t"{name}": [\n\t\t') + len(f'\t"{name}": [\n\t\t')
    return source_map[start : source_map.index("\n\t]", start)].split(_BETWEEN)


def _renumbered(mappings: str, numbers: list[int]) -> str:
    """Give every mapping the new number of its source; one that stays with the source before it keeps its step of nothing."""
    old = new = 0

    def renumber(found: re.Match[str]) -> str:
        nonlocal old, new
        old += _decode(found[2])[0]
        step, new = numbers[old] - new, numbers[old]
        return found[1] + _encode([step])

    return _SOURCE_STEP.sub(renumber, mappings)


def shift(source_map: str, places: list[list[int]], by: int) -> str:
    """Move what comes after some places to the right: for each line of the CSS, the columns of those places."""

    def shift_lines(found: re.Match[str]) -> str:
        lines = zip(found[0].split(";"), places, strict=False)  # the last lines of the CSS may have no mappings
        return ";".join(_shifted(line, at, by) for line, at in lines)

    return _MAPPINGS.sub(shift_lines, source_map)


def _shifted(line: str, places: list[int], by: int) -> str:
    """Lengthen the first step past each place."""
    column = 0

    def lengthen(found: re.Match[str]) -> str:
        nonlocal column
        steps = _decode(found[0])
        before, column = column, column + steps[0]
        steps[0] += by * sum(before < place <= column for place in places)
        return _encode(steps)

    return _MAPPING.sub(lengthen, line) if places else line


def _decode(mapping: str) -> list[int]:
    """Read numbers: five bits a letter, the lowest first; the first bit of all is the sign."""
    numbers = []
    for letters in _NUMBER.findall(mapping):
        value = sum((_VALUES[letter] & 31) << 5 * index for index, letter in enumerate(letters))
        numbers.append(-(value >> 1) if value & 1 else value >> 1)
    return numbers


def _encode(numbers: list[int]) -> str:
    return "".join(_letters(-number << 1 | 1 if number < 0 else number << 1) for number in numbers)


def _letters(value: int) -> str:
    low, rest = value & 31, value >> 5
    return _BASE64[low | 32] + _letters(rest) if rest else _BASE64[low]
