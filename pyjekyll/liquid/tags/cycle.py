"""`{% cycle "a", "b" %}` and `{% cycle name: "a", "b" %}`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.errors import LiquidSyntaxError
from pyjekyll.liquid.expression import Evaluable, Getter, compiled
from pyjekyll.liquid.lax import FRAGMENT
from pyjekyll.liquid.tag import Tag
from pyjekyll.liquid.values import printed
from pyjekyll.ruby.inspect import inspect

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Compiler
    from pyjekyll.liquid.context import Context, Step
    from pyjekyll.liquid.parsing import ParseContext

# The name may have to give back a colon that it swallowed, hence no possessive quantifier here.
_NAMED = re.compile(r"(\"[^\"]*\"|'[^']*'|(?:[^\s,|'\"]|\"[^\"]*\"|'[^']*')+)\s*:\s*(.*)", re.ASCII | re.DOTALL)
_FRAGMENT = re.compile(FRAGMENT, re.ASCII)


class Cycle(Tag):
    """Print the next of its values each time; cycles of one name, or of the same literals, share their turn."""

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        named = _NAMED.match(markup)
        if named is None and _FRAGMENT.match(markup) is None:
            raise LiquidSyntaxError("Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]")
        self.variables = _variables(markup if named is None else named[2], parse_context)
        self.group: Any = _unnamed(self.variables) if named is None else parse_context.expression(named[1])

    def compile(self, compiler: Compiler) -> Step:
        strict = compiler.environment.strict_variables
        group = compiled(self.group, strict)
        values = [compiled(variable, strict) for variable in self.variables]
        return _cycle(group, values)

    def expressions(self) -> Iterable[Any]:
        return (*self.variables, self.group)


def _cycle(group: Getter, values: list[Getter]) -> Step:
    def run(context: Context, out: list[str]) -> None:
        key = _hashable(group(context))
        turn = context.cycles.get(key, 0)
        if turn < len(values):
            out.append(printed(values[turn](context)))
        context.cycles[key] = turn + 1 if turn + 1 < len(values) else 0

    return run


def _variables(markup: str, parse_context: ParseContext) -> list[Any]:
    fragments = (_FRAGMENT.search(part) for part in markup.split(","))
    parsed = [parse_context.expression(fragment[0]) for fragment in fragments if fragment is not None]
    return [variable for variable in parsed if variable is not None]


def _unnamed(variables: list[Any]) -> Any:
    # Ruby's group is the inspected list, in which a look-up shows its address: such a cycle is on its own.
    if any(isinstance(variable, Evaluable) for variable in variables):
        return object()
    return inspect(variables)


def _hashable(value: Any) -> Any:
    return value if value.__class__ is str else (value.__class__, inspect(value) if isinstance(value, (list, dict)) else value)
