"""Sass: `compile(text, options)` turns a style sheet into CSS and a source map; `Compiler` does so for the pages of one build.

LibSass compiles by default, with the bytes of Jekyll's converter. Dart Sass compiles what LibSass cannot: sheets that say
`@use` or `@forward`, themselves or in what they import, and every sheet under `implementation: sass-embedded`.
"""

from typing import TYPE_CHECKING, Any

from pyjekyll.sass.types import Options, ReadFile, Result, SassError

if TYPE_CHECKING:
    from pyjekyll.sass.compiler import Compiler, compile, convert_page
    from pyjekyll.sass.imports import dependencies, fingerprint

__all__ = ["Compiler", "Options", "ReadFile", "Result", "SassError", "compile", "convert_page", "dependencies", "fingerprint"]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "imports" if name in ("dependencies", "fingerprint") else "compiler"
    return getattr(import_module(f"{__name__}.{home}"), name)
