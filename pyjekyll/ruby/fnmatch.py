"""File name patterns: File.fnmatch? and Dir.glob."""

from __future__ import annotations

import functools
import os
import re


def fnmatch(pattern: str, path: str, pathname: bool = False, dotmatch: bool = False, extglob: bool = False, casefold: bool = False) -> bool:
    """Tell whether a path matches a shell pattern (File.fnmatch?).

    Without `pathname` a `*` crosses slashes, and only the first character of the path may be a period that no wildcard matches;
    with it `*` stays inside a segment, `**/` crosses any number of them, and each segment's leading period is protected.
    """
    if extglob:
        return any(fnmatch(each, path, pathname, dotmatch, casefold=casefold) for each in expand_braces(pattern))
    return compile_pattern(pattern, pathname, dotmatch, casefold).fullmatch(path) is not None


@functools.lru_cache(maxsize=512)
def compile_pattern(pattern: str, pathname: bool = False, dotmatch: bool = False, casefold: bool = False) -> re.Pattern[str]:
    """Return the regex of a shell pattern, for `fullmatch`."""
    flags = re.DOTALL | (re.IGNORECASE if casefold else 0)
    if pathname:
        return re.compile(_translate_path(pattern, dotmatch), flags)
    return re.compile(_translate(pattern, any_char=".", guard="" if dotmatch else r"(?!\.)"), flags)


def _translate_path(pattern: str, dotmatch: bool) -> str:
    guard = "" if dotmatch else r"(?!\.)"
    any_segments = f"(?:{guard}[^/]+/|/)*" if not dotmatch else "(?:[^/]*/)*"
    output: list[str] = []
    segments = pattern.split("/")
    for index, segment in enumerate(segments):
        last = index == len(segments) - 1
        if segment == "**" and not last:
            if not output or output[-1] != any_segments:
                output.append(any_segments)
            continue
        output.append(_translate(segment, any_char="[^/]", guard=guard) + ("" if last else "/"))
    return "".join(output)


def _translate(pattern: str, any_char: str, guard: str) -> str:
    output: list[str] = []
    index, start = 0, True
    while index < len(pattern):
        char = pattern[index]
        index += 1
        if char == "*":
            while pattern[index : index + 1] == "*":
                index += 1
            output.append((guard if start else "") + any_char + "*")
        elif char == "?":
            output.append((guard if start else "") + any_char)
        elif char == "[":
            piece, index = _translate_class(pattern, index, any_char)
            output.append((guard if start else "") + piece)
        else:
            if char == "\\":  # escapes the next character; at the end it is nothing
                char = pattern[index : index + 1]
                index += 1
            output.append(re.escape(char))
        start = False
    return "".join(output)


def _translate_class(pattern: str, index: int, any_char: str) -> tuple[str, int]:
    """Return the regex of a bracket expression and the index after it; one that is not closed matches nothing."""
    negated = pattern[index : index + 1] in ("^", "!")
    index += negated
    items: list[str] = []
    while True:
        if index >= len(pattern):
            return "(?!)", index
        if pattern[index] == "]":
            break
        first, index = _class_char(pattern, index)
        if pattern[index : index + 1] == "-" and pattern[index + 1 : index + 2] not in ("", "]"):
            last, index = _class_char(pattern, index + 1)
            if first <= last:
                items.append(f"{re.escape(first)}-{re.escape(last)}")
        else:
            items.append(re.escape(first))
    inside = "".join(items)
    no_slash = "(?!/)" if any_char == "[^/]" else ""
    if not inside:
        return (no_slash + any_char if negated else "(?!)"), index + 1
    return f"{no_slash}[{'^' if negated else ''}{inside}]", index + 1


def _class_char(pattern: str, index: int) -> tuple[str, int]:
    if pattern[index] == "\\" and index + 1 < len(pattern):
        index += 1
    return pattern[index], index + 1


def expand_braces(pattern: str) -> list[str]:
    """Return the patterns that `a{b,c}d` stands for; nested braces too."""
    start = _unescaped(pattern, "{", 0)
    if start < 0:
        return [pattern]
    depth, pieces, begin, index = 0, [], start + 1, start
    while index < len(pattern):
        char = pattern[index]
        if char == "\\":
            index += 1
        elif char == "{":
            depth += 1
        elif char == "," and depth == 1:
            pieces.append(pattern[begin:index])
            begin = index + 1
        elif char == "}":
            depth -= 1
            if depth == 0:
                pieces.append(pattern[begin:index])
                return [each for piece in pieces for each in expand_braces(pattern[:start] + piece + pattern[index + 1 :])]
        index += 1
    return [pattern]


def _unescaped(pattern: str, char: str, index: int) -> int:
    while index < len(pattern):
        if pattern[index] == "\\":
            index += 1
        elif pattern[index] == char:
            return index
        index += 1
    return -1


def glob(pattern: str, base: str = ".", dotmatch: bool = False) -> list[str]:
    """Return the paths below `base` that match, sorted (Dir.glob(pattern, base: base)); `**/` does not follow symbolic links."""
    found: list[str] = []
    for each in expand_braces(pattern):
        found.extend(_Glob(each, base, dotmatch).paths())
    return found


class _Glob:
    """The search for one pattern without braces."""

    def __init__(self, pattern: str, base: str, dotmatch: bool) -> None:
        self.base = base
        self.dotmatch = dotmatch
        self.only_directories = pattern.endswith("/") and pattern != "/"
        self.root = "/" if pattern.startswith("/") else ""
        self.segments: list[str] = []
        for segment in pattern.strip("/").split("/") if pattern.strip("/") else []:
            if segment and not (segment == "**" and self.segments[-1:] == ["**"]):
                self.segments.append(segment)

    def paths(self) -> list[str]:
        """Return the matching paths, sorted."""
        return sorted(self._expand(self.root, 0, False, False)) if self.segments else []

    def _expand(self, prefix: str, position: int, crossed: bool, descended: bool) -> list[str]:
        """Return what matches from a segment on; `crossed` says that a `**` came before, `descended` that wildcards stand for directories."""
        segment = self.segments[position]
        last = position == len(self.segments) - 1
        if segment == "**" and (not last or self.only_directories):
            return self._cross(prefix, position, last, descended)
        found = []
        for name in self._names(prefix, segment, with_self=last and not descended and (self.dotmatch or not crossed)):
            path = f"{prefix}{name}"
            if last and not self.only_directories:
                found.append(path)
            elif os.path.isdir(os.path.join(self.base, path)):
                found += [path + "/"] if last else self._expand(path + "/", position + 1, crossed, descended or crossed or _is_magic(segment))
        return found

    def _cross(self, prefix: str, position: int, last: bool, descended: bool) -> list[str]:
        if last:
            found = [prefix] if descended else []
        else:
            found = self._expand(prefix, position + 1, True, descended)
        for name in self._directories(prefix):
            found += self._cross(f"{prefix}{name}/", position, last, True)
        return found

    def _names(self, prefix: str, segment: str, with_self: bool) -> list[str]:
        if not _is_magic(segment):
            return [segment] if os.path.lexists(os.path.join(self.base, prefix, segment)) else []
        matches = compile_pattern(segment, True, self.dotmatch).fullmatch
        try:
            names = os.listdir(os.path.join(self.base, prefix))
        except OSError:
            return []
        return [name for name in ([".", *names] if with_self else names) if matches(name)]

    def _directories(self, prefix: str) -> list[str]:
        try:
            with os.scandir(os.path.join(self.base, prefix)) as entries:
                return [each.name for each in entries if each.is_dir(follow_symlinks=False) and (self.dotmatch or not each.name.startswith("."))]
        except OSError:
            return []


def _is_magic(segment: str) -> bool:
    return any(char in segment for char in "*?[\\")
