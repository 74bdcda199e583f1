"""`{% increment name %}` and `{% decrement name %}`: counters in the payload, beside the names that `assign` sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.tag import Tag
from pyjekyll.liquid.values import STRIPPED, no_method
from pyjekyll.ruby.errors import RubyTypeError
from pyjekyll.ruby.inspect import class_name, to_s

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Compiler
    from pyjekyll.liquid.context import Context, Step
    from pyjekyll.liquid.parsing import ParseContext


class Increment(Tag):
    """Print the counter, then count up; it starts at 0."""

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        self.counter = markup.strip(STRIPPED)
        parse_context.names.add(self.counter)

    def compile(self, compiler: Compiler) -> Step:
        counter = self.counter

        def run(context: Context, out: list[str]) -> None:
            value = _current(context, counter)
            context.set_payload(counter, _sum(value, 1))
            out.append(to_s(value))

        return run


class Decrement(Increment):
    """Count down, then print the counter; it starts at -1."""

    def compile(self, compiler: Compiler) -> Step:
        counter = self.counter

        def run(context: Context, out: list[str]) -> None:
            value = _sum(_current(context, counter), -1)
            context.set_payload(counter, value)
            out.append(to_s(value))

        return run


def _current(context: Context, name: str) -> Any:
    value = context.payload.get(name) if isinstance(context.payload, dict) else context.payload[name]
    return 0 if value is None or value is False else value


def _sum(value: Any, step: int) -> Any:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value + step
    if isinstance(value, (str, list)) and step > 0:
        raise RubyTypeError(f"no implicit conversion of Integer into {class_name(value)}")
    if isinstance(value, list):
        raise RubyTypeError("no implicit conversion of Integer into Array")
    raise no_method("+" if step > 0 else "-", value)
