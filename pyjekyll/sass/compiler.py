"""Choose the compiler, keep results, and read the `sass:` section of a site's configuration."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from pyjekyll.sass import imports
from pyjekyll.sass.libsass import STYLES, compile_sheet
from pyjekyll.sass.types import Options, Result, require_text

IMPLEMENTATIONS = ("sassc", "sass-embedded")


class Memo(Protocol):
    """Keep values under string keys, from build to build or for one."""

    def get(self, key: str) -> Any:
        """Return what was kept under the key, or None."""

    def set(self, key: str, value: Any) -> None:
        """Keep a value made of lists, strings and None."""


class Compiler:
    """Compile the sheets of one build: it owns the one Dart Sass process, if one is needed, until `close`.

    `memo` keeps compiled sheets by the content of everything they read; `warn` gets each warning as one line.
    """

    def __init__(self, memo: Memo | None = None, warn: Callable[[str], None] | None = None) -> None:
        self._memo = memo
        self._warn = warn
        self._dart: Any = None

    def compile(self, text: str, options: Options) -> Result:
        """Compile a sheet. Raises SassError, and MissingDependencyError where Dart Sass is needed and not there."""
        require_text(text, options)
        options = options._replace(source=os.path.abspath(options.source), cwd=os.path.abspath(options.cwd))
        reading = imports.follow(text, options)
        if options.roots:
            imports.require_inside(reading, options.roots)
        key = imports.fingerprint(text, options, reading) if self._memo else ""
        kept = self._memo.get(key) if self._memo else None
        if kept is not None:
            result = Result(kept[0], kept[1], reading.files, tuple(kept[2]))
        else:
            result = self._compile(text, options, reading)._replace(read_files=reading.files)
            if self._memo:
                self._memo.set(key, [result.css, result.source_map, list(result.warnings)])
        for warning in result.warnings if self._warn else ():
            self._warn(warning)  # type: ignore[misc]
        return result

    def _compile(self, text: str, options: Options, reading: imports.Reading) -> Result:
        if options.implementation == "sass-embedded" or (options.implementation == "auto" and reading.modular):
            result: Result = self._dart_sass().compile_sheet(text, options)
        else:
            result = compile_sheet(text, options)
        return result._replace(css=_without_mark(result.css, options.add_charset))

    def _dart_sass(self) -> Any:
        if self._dart is None:
            from pyjekyll.sass.dart import DartSass

            self._dart = DartSass()
        return self._dart

    def convert_page(
        self,
        text: str,
        syntax: str,
        page_path: str | None,
        config_sass: Mapping[str, Any] | None,
        source: str,
        environment: str = "development",
        safe: bool = False,
        theme_sass: str | None = None,
    ) -> tuple[str, str | None]:
        """Return the CSS and the source map of a page, as the site's `sass:` section wants them."""
        options = page_options(syntax, page_path, config_sass, source, environment, safe, theme_sass)
        result = self.compile(text, options)
        return result.css, result.source_map

    def close(self) -> None:
        """End the Dart Sass process, if there is one."""
        if self._dart is not None:
            self._dart.close()
            self._dart = None

    def __enter__(self) -> Compiler:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def compile(text: str, options: Options) -> Result:
    """Compile one sheet by itself."""
    with Compiler() as compiler:
        return compiler.compile(text, options)


def convert_page(
    text: str,
    syntax: str,
    page_path: str | None,
    config_sass: Mapping[str, Any] | None,
    source: str,
    environment: str = "development",
    safe: bool = False,
    theme_sass: str | None = None,
) -> tuple[str, str | None]:
    """Compile one page by itself and return its CSS and source map; a build keeps a Compiler instead."""
    with Compiler() as compiler:
        return compiler.convert_page(text, syntax, page_path, config_sass, source, environment, safe, theme_sass)


def _without_mark(css: str, add_charset: bool) -> str:
    """Drop the byte order mark that compressed CSS begins with, or say the charset instead."""
    if "\ufeff" not in css:
        return css
    return re.sub("^\ufeff", '@charset "UTF-8";' if add_charset else "", css, count=1, flags=re.M)


def page_options(
    syntax: str,
    page_path: str | None,
    config_sass: Mapping[str, Any] | None,
    source: str,
    environment: str = "development",
    safe: bool = False,
    theme_sass: str | None = None,
) -> Options:
    """Read a site's `sass:` section into the options of one page."""
    settings = config_sass if isinstance(config_sass, Mapping) else {}
    own: Mapping[str, Any] = {} if safe else settings  # keys that reach the compiler unasked do so in trusted sites only
    implementation = settings.get("implementation")
    return Options(
        syntax=syntax,
        style=_style(settings),
        source_map=_map_wanted(settings, environment),
        page_path=page_path,
        source=source,
        cwd=os.getcwd(),
        load_paths=load_paths(settings, source, safe, theme_sass),
        implementation=implementation if implementation in IMPLEMENTATIONS else "auto",
        precision=_precision(own),
        line_comments=bool(own.get("line_comments")),
        embed_map=bool(own.get("source_map_embed")),
        add_charset=bool(settings.get("add_charset")),
        quiet_deps=bool(settings.get("quiet_deps")),
        verbose=bool(settings.get("verbose")),
        roots=(source, *([theme_sass] if theme_sass else [])) if safe else (),
    )


def _style(settings: Mapping[str, Any]) -> str:
    default = "expanded" if settings.get("implementation") == "sass-embedded" else "compact"
    style = str(settings.get("style", default)).removeprefix(":")
    return style if style in STYLES else default


def _map_wanted(settings: Mapping[str, Any], environment: str) -> bool:
    choice = str(settings.get("sourcemap", "always")).removeprefix(":")
    return choice not in ("never", "False") and (choice != "development" or environment == "development")


def _precision(settings: Mapping[str, Any]) -> int:
    precision = settings.get("precision")
    return precision if isinstance(precision, int) and not isinstance(precision, bool) else 10  # LibSass' own default


def load_paths(settings: Mapping[str, Any], source: str, safe: bool = False, theme_sass: str | None = None) -> tuple[str, ...]:
    """Return the existing directories that imports are looked up in: `load_paths`, `sass_dir`, the theme's, $SASS_PATH."""
    source = os.path.abspath(source)
    given = settings.get("load_paths") or ()
    wanted = [str(path) for path in ([given] if isinstance(given, str) else given)]
    wanted.append(sanitized(source, str(settings.get("sass_dir") or "_sass")).removeprefix(source + "/"))
    if safe:
        wanted = [sanitized(source, path) for path in wanted]
    found = [path for pattern in wanted for path in _glob(pattern, source)]
    paths = [sanitized(source, path) if safe else os.path.normpath(os.path.join(source, path)) for path in found]
    if theme_sass:
        paths.append(theme_sass)
    existing = [path for path in dict.fromkeys(paths) if os.path.isdir(path)]
    return (*existing, *filter(None, os.environ.get("SASS_PATH", "").split(os.pathsep)))


def sanitized(base: str, path: str) -> str:
    """Return the path below base that a questionable path stands for: nothing climbs out of base."""
    inner = os.path.normpath("/" + path.lstrip("/"))
    return inner if inner == base or inner.startswith(base + "/") else (base + inner).rstrip("/")


def _glob(pattern: str, source: str) -> list[str]:
    if not re.search(r"[*?\[{]", pattern):
        return [pattern] if os.path.exists(os.path.join(source, pattern)) else []
    from glob import glob

    return [path.rstrip("/") for one in _braces(pattern) for path in sorted(glob(one, root_dir=source, recursive=True))]


def _braces(pattern: str) -> list[str]:
    """Spell out Ruby's {a,b}, innermost first, in the order written."""
    found = re.search(r"\{([^{}]*)\}", pattern)
    if not found:
        return [pattern]
    return [one for choice in found[1].split(",") for one in _braces(pattern[: found.start()] + choice + pattern[found.end() :])]
