"""Which files a sheet reads, found from its text alone: what decides the compiler and what a kept result depends on.

Imports are static in Sass, so scanning for them is exact, but for imports in branches that are never taken. Since every
resolution is done anew, a file that appears later and hides another one changes the fingerprint, too.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from pyjekyll.sass.types import Options, ReadFile, SassError

EXTENSIONS = (".scss", ".sass", ".css")

_STRING = r""""(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"""
_GAP = r"(?:\s|/\*.*?\*/|//[^\n]*\n)*"
# Strings and comments come first, so that an @import inside one of them is passed over.
_TOKEN = re.compile(
    rf"{_STRING}|/\*.*?(?:\*/|\Z)|//[^\n]*|url\([^)\n]*\)"
    rf"|@(?P<rule>import|use|forward)\b{_GAP}(?P<targets>(?:{_STRING})(?:{_GAP},{_GAP}(?:{_STRING}))*|[^;{{}}\n]*)"
    rf"|(?P<load>load-css)\({_GAP}(?P<loaded>{_STRING})",
    re.S,
)
_QUOTED = re.compile(_STRING)
_READING = ("@import", "@use", "@forward", "load-css")


class Sheet(NamedTuple):
    """Hold what a sheet's text says about other files: the names imported, and whether only Dart Sass understands it."""

    imports: tuple[str, ...]
    modular: bool


def scan(text: str) -> Sheet:
    """Find the imports of a sheet, in either syntax."""
    names: list[str] = []
    modular = False
    if any(word in text for word in _READING):  # most partials read nothing: they are not worth a scan
        for found in _TOKEN.finditer(text):
            if found["rule"]:
                modular = modular or found["rule"] != "import"
                names += _targets(found["targets"])
            elif found["load"]:
                names.append(found["loaded"][1:-1])
    return Sheet(tuple(name for name in names if not name.startswith("sass:")), modular)


def _targets(text: str) -> list[str]:
    quoted = _QUOTED.findall(text)
    if quoted:
        return [name[1:-1] for name in quoted]
    return [name.strip() for name in text.split(",") if name.strip()]  # the indented syntax takes bare names


def resolve(name: str, directories: tuple[str, ...]) -> list[str]:
    """Return the files that an import means: those in the first directory that has any (two are an error to LibSass)."""
    for directory in directories:
        found = [path for path in _candidates(os.path.join(directory, name)) if os.path.isfile(path)]
        if found:
            return found
    return []


def _candidates(path: str) -> Iterator[str]:
    folder, name = os.path.split(path)
    for stem in (name, "_" + name):
        for extension in ("", *EXTENSIONS, ".import.scss", ".import.sass"):
            yield os.path.join(folder, stem + extension)
    for index in ("index", "_index"):
        for extension in EXTENSIONS:
            yield os.path.join(path, index + extension)


class Reading(NamedTuple):
    """Hold the outcome of following all imports: the files, and whether any sheet among them needs Dart Sass."""

    files: tuple[ReadFile, ...]
    modular: bool


def follow(text: str, options: Options) -> Reading:
    """Follow the imports of a sheet through every file that it reads."""
    from hashlib import blake2b

    common = (options.cwd, *options.load_paths)
    sheet = scan(text)
    own = (options.base, os.path.join(options.source, os.path.dirname(options.page_path or "")), *common)
    waiting = [path for name in sheet.imports for path in resolve(name, own)]
    modular = sheet.modular
    seen: dict[str, ReadFile] = {}
    while waiting:
        path = os.path.normpath(waiting.pop())
        if path in seen:
            continue
        content = read_bytes(path)
        seen[path] = ReadFile(path, blake2b(content, digest_size=20).hexdigest())
        sheet = scan(content.decode("utf-8", "replace"))
        modular = modular or sheet.modular
        waiting += [found for name in sheet.imports for found in resolve(name, (os.path.dirname(path), *common))]
    return Reading(tuple(sorted(seen.values())), modular)


def require_inside(reading: Reading, roots: tuple[str, ...]) -> None:
    """Raise SassError where a sheet reads a file that lies in none of the folders, symbolic links followed."""
    inside = tuple(os.path.realpath(root).rstrip("/") + "/" for root in roots)
    for file in reading.files:
        if not os.path.realpath(file.path).startswith(inside):
            raise SassError(f"Safe mode: the import of {file.path} leaves the site.", path=file.path, hint="Copy the file into the site.")


def read_bytes(path: str) -> bytes:
    """Return a file's content, none where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""  # the compiler will say what is wrong with it


def dependencies(text: str, options: Options) -> tuple[ReadFile, ...]:
    """Return every file that compiling the text reads, with a digest of its content."""
    return follow(text, options).files


def fingerprint(text: str, options: Options, reading: Reading | None = None) -> str:
    """Return a key that changes whenever the result of compiling may change."""
    from hashlib import blake2b

    files = (reading or follow(text, options)).files
    return blake2b(repr((text, tuple(options), [tuple(file) for file in files])).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
