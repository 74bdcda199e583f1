"""What several plugins need to treat values as Liquid does, where they make their output in Python and not by a template."""

from __future__ import annotations

from typing import Any

from pyjekyll.liquid.values import fetch, printed, to_liquid
from pyjekyll.ruby.text import truthy

__all__ = ["chain", "default", "either", "look", "printed", "section"]


def section(config: Any, name: str) -> dict[str, Any]:
    """Return a plugin's section of the configuration; anything but a mapping there sets nothing."""
    own = config.get(name)
    return own if isinstance(own, dict) else {}


def either(*values: Any) -> Any:
    """Return the first value that is neither nil nor false, else the last, as Ruby's || does."""
    return next((value for value in values if truthy(value)), values[-1])


def look(value: Any, *keys: Any) -> Any:
    """Return `value.key.key`, None where there is nothing."""
    for key in keys:
        value = to_liquid(fetch(to_liquid(value), key))
    return value


def default(value: Any, *others: Any) -> Any:
    """Return the first value that is neither nil, false nor empty, else the last one, as a chain of `default` filters does."""
    for other in others:
        if truthy(value) and value not in ("", [], {}):
            return value
        value = other
    return value


def chain(context: Any, value: Any, *filters: str) -> Any:
    """Apply filters one after the other."""
    for name in filters:
        value = context.invoke(name, value)
    return value
