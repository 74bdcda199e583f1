"""`{% assign name = expression | filters %}`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.errors import LiquidSyntaxError
from pyjekyll.liquid.expression import MethodLiteral
from pyjekyll.liquid.tag import Tag

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Compiler
    from pyjekyll.liquid.context import Context, Step
    from pyjekyll.liquid.parsing import ParseContext

_SPACE = " \t\n\v\f\r"
_PLAIN = re.compile(r"([\w-]++)\s*+=\s*+", re.ASCII)
# Ruby's target is a run of these, each perhaps in parentheses; read from its end, backwards.
_TARGET_REVERSED = re.compile(r"(?:\)?[\w.\[\]-]\(?)+", re.ASCII)


class Assign(Tag):
    """Give a name in the outermost scope a value."""

    blank = True

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        self.to, source = split_assignment(markup)
        self.source = parse_context.output(source)

    def compile(self, compiler: Compiler) -> Step:
        name, get = self.to, self.source.getter()
        if isinstance(self.source.name, MethodLiteral) and not self.source.filters:
            get = _nothing

        def run(context: Context, out: list[str]) -> None:
            value = get(context)
            context.assigned[name] = value
            if name not in context.shadowed:
                context.visible[name] = value

        return run

    def children(self) -> Iterable[Any]:
        return (self.source,)

    def assigns(self) -> Iterable[str]:
        return (self.to,)


def _nothing(context: Context) -> str:
    # `empty` is an object only until a look-up converts it.
    return ""


def split_assignment(markup: str) -> tuple[str, str]:
    """Return target and source of an assignment.

    Raises LiquidSyntaxError: nothing that could be a name stands before a `=`.
    """
    found = _PLAIN.match(markup)
    if found is not None:
        return found[1], markup[found.end() :]
    start = 0
    while (position := markup.find("=", start)) >= 0:
        before = markup[start:position].rstrip(_SPACE)
        target = _TARGET_REVERSED.match(before[::-1])
        if target is not None:
            return target[0][::-1], markup[position + 1 :].lstrip(_SPACE)
        start = position + 1
    raise LiquidSyntaxError("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]")
