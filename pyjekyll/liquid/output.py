"""`{{ expression | filter: argument }}`: parsing by the strict rules or the lenient ones, and the closure it becomes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from pyjekyll.liquid.body import Compiler, Node
from pyjekyll.liquid.errors import LiquidSyntaxError
from pyjekyll.liquid.expression import Evaluable, compiled
from pyjekyll.liquid.lexer import PATH, StrictParser
from pyjekyll.liquid.values import joined, printed
from pyjekyll.ruby.inspect import to_s

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context, Step
    from pyjekyll.liquid.environment import Environment
    from pyjekyll.liquid.parsing import ParseContext

_KEYWORD = re.compile(
    r"(\w[\w-]*+)[ \t\n\v\f\r]*+:[ \t\n\v\f\r]*+(\"[^\"]*\"|'[^']*'|(?>(?:[^ \t\n\v\f\r,|'\"]++|\"[^\"]*\"|'[^']*')+))\Z", re.ASCII
)


class Filter(NamedTuple):
    """One filter of an output, its arguments parsed."""

    name: str
    arguments: tuple[Any, ...]
    keywords: dict[str, Any] | None


def parse_output(parse_context: ParseContext, markup: str) -> tuple[Any, tuple[Filter, ...], str | None]:
    """Return expression, filters and the warning of a failed strict parse; templates repeat themselves, so results are kept."""
    known = parse_context.environment.outputs
    parsed = known.get(markup)
    if parsed is None:
        parsed = known[markup] = _parse(parse_context.environment, markup)
    name, filters, _ = parsed
    names = parse_context.names
    if isinstance(name, Evaluable):
        names.update(name.names())
    for each in filters:
        parse_context.filters.add(each.name)
        for argument in (*each.arguments, *(each.keywords or {}).values()):
            if isinstance(argument, Evaluable):
                names.update(argument.names())
    return parsed


def _parse(environment: Environment, markup: str) -> tuple[Any, tuple[Filter, ...], str | None]:
    path = PATH.match(markup)
    if path is not None and "contains" not in markup:
        return environment.expression(path[1]), (), None
    try:
        return (*_strict(environment, markup), None)
    except LiquidSyntaxError as error:
        from pyjekyll.liquid.lax import lax_output

        name, filters = lax_output(markup)
        return environment.expression(name), tuple(parse_filter(environment, *each) for each in filters), error.message


def _strict(environment: Environment, markup: str) -> tuple[Any, tuple[Filter, ...]]:
    parser = StrictParser(markup)
    if parser.sees("end_of_string"):
        return None, ()
    name = environment.expression(parser.expression())
    filters = []
    while parser.accept("pipe") is not None:
        filter_name = parser.take("id")
        arguments = []
        if parser.accept("colon") is not None:
            arguments.append(parser.argument())
            while parser.accept("comma") is not None:
                arguments.append(parser.argument())
        filters.append(parse_filter(environment, filter_name, arguments))
    parser.take("end_of_string")
    return name, tuple(filters)


def parse_filter(environment: Environment, name: str, arguments: Iterable[str]) -> Filter:
    """Parse a filter's arguments, `key: value` becoming keywords."""
    positional: list[Any] = []
    keywords: dict[str, Any] = {}
    for argument in arguments:
        keyword = _KEYWORD.match(argument)
        if keyword is None:
            positional.append(environment.expression(argument))
        else:
            keywords[keyword[1]] = environment.expression(keyword[2])
    return Filter(name, tuple(positional), keywords or None)


class Output(Node):
    """A parsed `{{ }}`; `assign` and `echo` hold one, too."""

    def __init__(self, name: Any, filters: tuple[Filter, ...], line: int, environment: Environment) -> None:
        self.name, self.filters, self.line = name, filters, line
        self.environment = environment
        self._get: Callable[[Context], Any] | None = None

    def expressions(self) -> Iterable[Any]:
        yield self.name
        for each in self.filters:
            yield from each.arguments
            yield from (each.keywords or {}).values()

    def evaluate(self, context: Context) -> Any:
        """Return the value, filters applied."""
        return self.getter()(context)

    def getter(self) -> Callable[[Context], Any]:
        """Return the closure that gives the value, filters applied."""
        if self._get is None:
            self._get = self._compiled()
        return self._get

    def _compiled(self) -> Callable[[Context], Any]:
        environment = self.environment
        source = compiled(self.name, environment.strict_variables)
        applies = [environment.filter_call(*each) for each in self.filters]
        if not applies:
            return source
        if len(applies) == 1:
            apply = applies[0]
            return lambda context: apply(context, source(context))

        def get(context: Context) -> Any:
            value = source(context)
            for apply in applies:
                value = apply(context, value)
            return value

        return get

    def compile(self, compiler: Compiler) -> Step | str | None:
        """Return a closure that prints the value; a literal is its text."""
        if not self.filters and not isinstance(self.name, Evaluable):
            return printed(self.name)
        get = self.getter()

        def run(context: Context, out: list[str]) -> None:
            value = get(context)
            if value.__class__ is str:
                out.append(value)
            elif value is not None:
                out.append(joined(value) if value.__class__ is list else to_s(value))

        return run
