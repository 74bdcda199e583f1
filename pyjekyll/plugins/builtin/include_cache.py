"""jekyll-include-cache 0.2: `{% include_cached file k=v %}`, rendered once a build for each file and set of values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.drop import Drop
from pyjekyll.plugins import tag
from pyjekyll.tags.include import Include, locate, render_text

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Compiler
    from pyjekyll.liquid.context import Context, Step


# Never parallel: an include that reads `page` repeats the first page's values on every later one, as in Ruby.
@tag("include_cached")
class IncludeCached(Include):
    """Include a file, or repeat what an earlier include of the same file with the same values gave."""

    def compile(self, compiler: Compiler) -> Step:
        include = super().compile(compiler)
        names = sorted(self.parameters or {})

        def run(context: Context, out: list[str]) -> None:
            site = context.registers["site"]
            cache: dict[Any, str] = site.cached("include_cached", dict)
            # The file is looked for before its name is checked.
            name = render_text(context, self.file) if self.is_variable else self.file
            path = locate(name, site.includes_load_paths, site.safe)
            # Ruby's key has the values in the order of their names, not the names.
            key = (path, None if self.parameters is None else tuple(fingerprint(self._value(context, each)) for each in names))
            if key not in cache:
                text: list[str] = []
                include(context, text)
                cache[key] = "".join(text)
            out.append(cache[key])

        return run

    def _value(self, context: Context, name: str) -> Any:
        value = (self.parameters or {})[name]
        return context.evaluate(value.expression) if hasattr(value, "expression") else value


def fingerprint(value: Any) -> Any:
    """Return something that is equal for equal values; documents and other drops stand for themselves."""
    if isinstance(value, Drop):
        return ("drop", id(value))
    if isinstance(value, dict):
        return ("hash", tuple((fingerprint(key), fingerprint(item)) for key, item in value.items()))
    if isinstance(value, (list, tuple)):
        return ("array", tuple(fingerprint(item) for item in value))
    try:
        hash(value)
    except TypeError:
        return ("object", id(value))
    return (type(value).__name__, value)
