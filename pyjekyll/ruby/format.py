"""Ruby's `format` with a hash of symbols: `%<name>05d`, `%{name}`, and `%s` for the hash itself."""

from __future__ import annotations

import re
from typing import Any

from pyjekyll.ruby.errors import RubyArgumentError
from pyjekyll.ruby.inspect import inspect, to_s
from pyjekyll.ruby.numbers import integer

# Flags and width stand before or after the name; {name} ends a directive, everything else has a letter for its type.
_LAYOUT = r"[-+ 0#]*\d*(?:\.\d+)?"
_DIRECTIVE = re.compile(rf"%({_LAYOUT})(?:\{{([^}}]*)\}}|(?:<([^>]*)>({_LAYOUT}))?(.|\n|\Z))")


def format(text: str, values: dict[str, Any]) -> str:
    """Return the text with its directives filled in. Raises RubyArgumentError, in Ruby's words, for one that Ruby refuses."""
    whole = iter(["{" + ", ".join(f":{name}=>{inspect(value)}" for name, value in values.items()) + "}"])

    def fill(found: re.Match[str]) -> str:
        before, plain, name, after, kind = found.groups()
        if plain is not None:
            return f"%{before}s" % to_s(_named(values, plain, f"{{{plain}}}"))
        if name is not None:
            return "%" if kind in ("", "%") else _typed(before + after, kind, _named(values, name, f"<{name}>"))
        if not kind:
            raise RubyArgumentError("incomplete format specifier; use %% (double %) instead")
        if kind in "%\n\0" and not before:
            return "%" + kind.replace("%", "")
        value = next(whole, None)
        if value is None:
            raise RubyArgumentError("too few arguments")
        return _typed(before, kind, value)

    return _DIRECTIVE.sub(fill, text)


def _named(values: dict[str, Any], name: str, shown: str) -> Any:
    if name not in values:
        raise RubyArgumentError(f"key{shown} not found")
    return values[name]


def _typed(layout: str, kind: str, value: Any) -> str:
    if kind in "sp":
        return f"%{layout}s" % (to_s(value) if kind == "s" else inspect(value))
    if kind in "diuxXo":
        return f"%{layout}{kind}" % integer(value)
    if kind in "feEgG":
        return f"%{layout}{kind}" % float(value)
    raise RubyArgumentError(f"malformed format string - %{kind}")
