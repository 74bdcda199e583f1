"""Liquid as Ruby's Liquid 5.4.0 renders it inside Jekyll 4.3.1.

    >>> from pyjekyll.liquid import render
    >>> render("Hello {{ name | upcase }}", {"name": "you"})
    'Hello YOU'
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context
    from pyjekyll.liquid.drop import Drop
    from pyjekyll.liquid.environment import Environment, Template
    from pyjekyll.liquid.errors import LiquidError, LiquidSyntaxError
    from pyjekyll.liquid.facade import render
    from pyjekyll.liquid.tag import Block, Tag

__all__ = ["Block", "Context", "Drop", "Environment", "LiquidError", "LiquidSyntaxError", "Tag", "Template", "render"]

_HOMES = {
    "Block": "tag",
    "Context": "context",
    "Drop": "drop",
    "Environment": "environment",
    "LiquidError": "errors",
    "LiquidSyntaxError": "errors",
    "Tag": "tag",
    "Template": "environment",
    "render": "facade",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
