"""`{% case %}`, `{% when %}`, `{% else %}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.body import Body, Compiler
from pyjekyll.liquid.condition import Test, equality, operand
from pyjekyll.liquid.errors import LiquidSyntaxError
from pyjekyll.liquid.lax import FRAGMENT
from pyjekyll.liquid.tag import Block

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context, Step
    from pyjekyll.liquid.parsing import ParseContext
    from pyjekyll.liquid.tokenizer import Tokenizer

_SUBJECT = re.compile(FRAGMENT, re.ASCII)
_WHEN = re.compile(rf"({FRAGMENT})(?:(?:\s++or\s++|\s*+,\s*+)({FRAGMENT}.*))?", re.ASCII | re.DOTALL)
_SPACE = " \t\n\v\f\r\0"


class Case(Block):
    """Render every branch whose value equals the subject, and an `else` if none before it did.

    A value listed twice renders its branch twice.
    """

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        found = _SUBJECT.search(markup)
        if found is None:
            raise LiquidSyntaxError("Syntax Error in 'case' - Valid syntax: case [condition]")
        self.subject = parse_context.expression(found[0])
        self.branches: list[tuple[list[Any] | None, Body]] = []

    def parse(self, tokens: Tokenizer) -> None:
        """Read the branches; what stands before the first is dropped."""
        body = self.body
        while self.parse_body(body, tokens):
            body = self.branches[-1][1]
        if self.blank:
            for branch in self.bodies:
                branch.remove_blank_strings()

    def unknown_tag(self, name: str, markup: str) -> None:
        """Begin the next branch."""
        if name == "when":
            self.branches.append((self._values(markup), Body()))
        elif name == "else":
            if markup.strip(_SPACE):
                raise LiquidSyntaxError("Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) ")
            self.branches.append((None, Body()))
        else:
            super().unknown_tag(name, markup)

    def _values(self, markup: str | None) -> list[Any]:
        values = []
        while markup is not None:
            found = _WHEN.search(markup)
            if found is None:
                raise LiquidSyntaxError(
                    "Syntax Error in tag 'case' - Valid when condition: {% when [condition] [or condition2...] %}"
                )
            values.append(operand(self.parse_context.expression, found[1]))
            markup = found[2]
        return values

    def compile(self, compiler: Compiler) -> Step:
        if self.may_interrupt:
            compiler = Compiler(compiler.environment, checked=True)
        branches: list[tuple[list[Test] | None, Step]] = []
        for values, body in self.branches:
            tests = None if values is None else [equality(self.subject, value, True, compiler.environment) for value in values]
            branches.append((tests, body.compile(compiler)))
        return _branches(branches)

    @property
    def bodies(self) -> Sequence[Body]:
        return [body for _, body in self.branches]

    def expressions(self) -> Iterable[Any]:
        yield self.subject
        for values, _ in self.branches:
            yield from values or ()


def _branches(branches: list[tuple[list[Test] | None, Step]]) -> Step:
    def run(context: Context, out: list[str]) -> None:
        matched = False
        for tests, body in branches:
            if tests is None:
                if not matched:
                    body(context, out)
                continue
            for test in tests:
                if test(context):
                    matched = True
                    body(context, out)

    return run
