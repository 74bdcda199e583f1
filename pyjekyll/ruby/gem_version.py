"""Versions of gems: their order and the requirements on them, as RubyGems has them (Gem::Version, Gem::Requirement)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cmp_to_key
from itertools import zip_longest

_Segments = list[int | str]
_REQUIREMENT = re.compile(r"\s*(=|!=|>=|<=|~>|>|<)?\s*([0-9A-Za-z][0-9A-Za-z.-]*)\s*")


def compare(left: str, right: str) -> int:
    """Return a negative number, 0 or a positive one; letters make a prerelease, which comes before its release."""
    for one, other in zip_longest(_segments(left), _segments(right), fillvalue=0):
        if one == other:
            continue
        if isinstance(one, str) != isinstance(other, str):
            return -1 if isinstance(one, str) else 1
        return -1 if one < other else 1  # type: ignore[operator]
    return 0


by_version = cmp_to_key(compare)


def is_prerelease(version: str) -> bool:
    """Say whether a version is one: it has a letter, or a dash."""
    return any(isinstance(segment, str) for segment in _segments(version))


def satisfies(version: str, requirements: Iterable[str]) -> bool:
    """Say whether a version meets every requirement, such as `>= 2.1` or `~> 2.5`; one that cannot be read is never met."""
    return all(_meets(version, requirement) for requirement in requirements)


def _meets(version: str, requirement: str) -> bool:
    found = _REQUIREMENT.fullmatch(requirement)
    if found is None:
        return False
    order = compare(version, found[2])
    if found[1] == "~>":
        return order >= 0 and _below_bump(version, found[2])
    return {"=": order == 0, "!=": order != 0, ">=": order >= 0, "<=": order <= 0, ">": order > 0, "<": order < 0}[found[1] or "="]


def _below_bump(version: str, base: str) -> bool:
    """Say whether a version's release lies below the base with its last number dropped and the one before it raised."""
    numbers = _release(base)
    top = numbers[:-1] or numbers
    top = [*top[:-1], top[-1] + 1]
    return compare(".".join(map(str, _release(version))), ".".join(map(str, top))) < 0


def _release(version: str) -> list[int]:
    numbers: list[int] = []
    for segment in _segments(version, trim=False):
        if isinstance(segment, str):
            break
        numbers.append(segment)
    return numbers or [0]


def _segments(version: str, trim: bool = True) -> _Segments:
    pieces = re.findall(r"[0-9]+|[A-Za-z]+", version.replace("-", ".pre."))
    segments: _Segments = [int(piece) if piece.isdigit() else piece for piece in pieces]
    if not trim:
        return segments
    # 1.0.a and 1.a are the same to Ruby: zeros that end the numbers, or the rest, do not count.
    first = next((index for index, segment in enumerate(segments) if isinstance(segment, str)), len(segments))
    return [*_without_zeros(segments[:first]), *_without_zeros(segments[first:])]


def _without_zeros(segments: _Segments) -> _Segments:
    while segments and segments[-1] == 0:
        segments = segments[:-1]
    return segments
