"""LibSass through the `libsass` package, with the bytes that Jekyll's converter gets out of it.

That package compiles a string only as a file called `stdin` in the working directory, and hands out its map only inside
the CSS. So the map is taken from there, and the sheet's true name is put back everywhere: into the map, errors and comments.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Any

from pyjekyll.sass import mappings
from pyjekyll.sass.imports import resolve
from pyjekyll.sass.types import Options, Result, SassError

STYLES = ("nested", "expanded", "compact", "compressed")

_MAP_START = "/*# sourceMappingURL=data:application/json;base64,"
_MAP_END = " */"
_LINE_COMMENT = re.compile(r"(/\* line [0-9]+, )stdin( \*/)")
_ERROR_PLACE = re.compile(r"^([ ]+(?:on|from) line [0-9]+(?::[0-9]+)? (?:of|in .*? of) |[ ]+)stdin(?=$|, in | imports )", re.M)
# LibSass is older than CSS' own functions of these names.
_CSS_FUNCTIONS = (
    "LibSass computes min() and max() itself: write Min(…) or Max(…) for those of CSS, or install Dart Sass and set"
    " `implementation: sass-embedded` below `sass:`."
)
_CALC = "LibSass does not compute with calc(): install Dart Sass and set `implementation: sass-embedded` below `sass:`."


def compile_sheet(text: str, options: Options) -> Result:
    """Compile a sheet. Raises SassError with LibSass' message."""
    import sass

    if not text:  # SassC hands empty text back, and then has no map to give
        warnings = ("Could not generate source map SassC::NotRenderedError => ",) if options.wants_map else ()
        return Result("", None, (), warnings)
    try:
        css: str = sass.compile(string=text, **_arguments(options))
    except sass.CompileError as error:
        raise _located(str(error), text, options) from None
    source_map = None
    if options.wants_map:
        css, embedded = _split(css)
        source_map = _rename(mappings.without_repeats(embedded), css, options)
        css += _link(source_map, options)
    if options.line_comments:
        css = _LINE_COMMENT.sub(rf"\1{_shown(options)}\2", css)
    return Result(css, source_map)


def _arguments(options: Options) -> dict[str, Any]:
    arguments: dict[str, Any] = {
        "precision": options.precision,
        "output_style": options.style if options.style in STYLES else "compact",
        "indented": options.syntax == "sass",
        "include_paths": list(options.load_paths),
        "source_comments": options.line_comments,
        "source_map_embed": options.wants_map,
        "source_map_contents": options.wants_map,
    }
    if os.path.realpath(options.base) != os.path.realpath(os.getcwd()):
        arguments["importers"] = [(0, _importer(options.base))]
    return arguments


def _importer(base: str) -> Callable[[str, str], list[tuple[str]] | None]:
    """Make the sheet's own imports look in the source first, where its file counts as lying, not where the program runs.

    With an importer LibSass lists a file in the map each time it is imported, see `mappings.without_repeats`.
    """

    def find(name: str, importing: str) -> list[tuple[str]] | None:
        if os.path.basename(importing) != "stdin" or re.match(r"(?:https?:)?//|.*\.css$", name):
            return None
        return [(os.path.join(base, name),)] if resolve(name, (base,)) else None

    return find


def _split(css: str) -> tuple[str, str]:
    """Take the embedded map off the end of the CSS."""
    from base64 import b64decode

    start = css.rindex(_MAP_START)
    return css[:start], b64decode(css[start + len(_MAP_START) : css.rindex(_MAP_END)]).decode()


def _link(source_map: str, options: Options) -> str:
    if not options.embed_map:
        return f"/*# sourceMappingURL={options.css_name}.map */"
    from base64 import b64encode

    return f"{_MAP_START}{b64encode(source_map.encode()).decode()}{_MAP_END}"


def _rename(source_map: str, css: str, options: Options) -> str:
    """Put the sheet's and the style sheet's names into the map; the rest of its text stays as LibSass wrote it."""
    from json import dumps, loads

    sources_start = source_map.index("[")
    sources_end = source_map.index("\n\t]", sources_start) + 3
    sources = [options.name]
    for path in loads(source_map[sources_start:sources_end])[1:]:
        sources.append(os.path.relpath(os.path.join(options.cwd, path), options.source).replace(os.sep, "/"))
    listed = ",\n\t\t".join(dumps(path, ensure_ascii=False) for path in sources)
    name = dumps(options.css_name, ensure_ascii=False)
    head = source_map[:sources_start].replace('"stdin.css"', name)
    rest = source_map[sources_end:]
    if options.line_comments:
        columns = css.lstrip("\ufeff").split("\n")  # they leave the byte order mark out
        comments = [[found.end() for found in _LINE_COMMENT.finditer(line)] for line in columns]
        rest = mappings.shift(rest, comments, len(_shown(options).encode()) - len("stdin"))
    return f"{head}[\n\t\t{listed}\n\t]{rest}"


def _shown(options: Options) -> str:
    """Return the sheet's path as LibSass shows it: relative to the working directory."""
    if options.page_path is None:
        return "stdin"
    return os.path.relpath(os.path.join(options.source, options.name), options.cwd).replace(os.sep, "/")


def _located(message: str, text: str, options: Options) -> SassError:
    place = re.search(r"^ +on line ([0-9]+)(?::[0-9]+)? of (.+?)(?:, in .*)?$", message, re.M)
    named = _ERROR_PLACE.sub(rf"\1{_shown(options)}", message)
    hint = _CSS_FUNCTIONS if re.search(r"is not a number for `(?:min|max)'|Incompatible units", message) else None
    if re.search(r'Undefined operation: ".*\bcalc\(', message):
        hint = _CALC
    if not place:
        return SassError(named, hint=hint)
    path = None if place[2] == "stdin" else os.path.join(options.cwd, place[2])
    lines, shown = text.split("\n"), re.search(r"^>> (.+)$", message, re.M)
    if path is None and shown and shown[1].strip() not in lines[min(int(place[1]), len(lines)) - 1]:
        # In a wrong call of a function, the line is an import's, under the sheet's name.
        path, line = _only_place(shown[1].strip(), text, options)
        return SassError(named, hint=hint, excerpt=shown[1].strip(), path=path, line=line)
    return SassError(named, path=path, line=int(place[1]), hint=hint)


def _only_place(excerpt: str, text: str, options: Options) -> tuple[str | None, int | None]:
    """Find the line of an imported file that an excerpt is taken from, unless several have it."""
    from pyjekyll.sass.imports import dependencies, read_bytes

    places = []
    for path, _ in dependencies(text, options):
        lines = read_bytes(path).decode("utf-8", "replace").split("\n")
        places += [(path, number) for number, line in enumerate(lines, 1) if excerpt in line]
    return places[0] if len(places) == 1 else (None, None)
