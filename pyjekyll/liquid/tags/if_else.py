"""`{% if %}`, `{% unless %}`, `{% elsif %}`, `{% else %}`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.body import Body
from pyjekyll.liquid.condition import Comparison, Condition, Test, operand, parse_condition
from pyjekyll.liquid.tag import Block

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Compiler
    from pyjekyll.liquid.context import Context, Step
    from pyjekyll.liquid.parsing import ParseContext
    from pyjekyll.liquid.tokenizer import Tokenizer


class If(Block):
    """Render the first branch whose condition holds; an `else` always does, even before an `elsif`."""

    negated = False

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        self.branches: list[tuple[Condition | None, Body]] = [(self._condition(markup), Body())]

    def parse(self, tokens: Tokenizer) -> None:
        """Read the branches; if all are blank, so is their white space dropped."""
        while self.parse_body(self.branches[-1][1], tokens):
            pass
        if self.blank:
            for _, body in self.branches:
                body.remove_blank_strings()

    def unknown_tag(self, name: str, markup: str) -> None:
        """Begin the next branch."""
        if name == "elsif":
            self.branches.append((self._condition(markup), Body()))
        elif name == "else":
            self.branches.append((None, Body()))
        else:
            super().unknown_tag(name, markup)

    def _condition(self, markup: str) -> Condition:
        return self.parse_context.strict_or_lax(markup, self.line or 0, self._strict, self._lax)

    def _operand(self, markup: str | None) -> Any:
        return operand(self.parse_context.expression, markup)

    def _strict(self, markup: str) -> Condition:
        return parse_condition(self.parse_context.environment, markup, self._operand)

    def _lax(self, markup: str) -> Condition:
        from pyjekyll.liquid.lax import lax_condition

        comparisons, operators = lax_condition(markup)
        parsed = [Comparison(self._operand(left), operator, self._operand(right)) for left, operator, right in comparisons]
        return Condition(self.parse_context.environment, parsed, operators)

    # --- rendering ------------------------------------------------------------------------------------------------------

    def compile(self, compiler: Compiler) -> Step:
        branches = [(None if condition is None else condition.compile(), body.compile(compiler)) for condition, body in self.branches]
        condition, first_body = self.branches[0]
        assert condition is not None
        first = condition.negated() if self.negated else condition.compile()
        body = branches[0][1]
        branches[0] = (first, body)
        if len(branches) == 1:
            return _one_branch(first, body) if first_body.text is None else _one_text(first, first_body.text)
        if len(branches) == 2 and branches[1][0] is None:
            return _two_branches(first, body, branches[1][1])
        return _branches(branches)

    @property
    def bodies(self) -> Sequence[Body]:
        return [body for _, body in self.branches]

    def expressions(self) -> Iterable[Any]:
        for condition, _ in self.branches:
            if condition is not None:
                yield from condition.expressions()


class Unless(If):
    """Render the first branch unless its condition holds, and go on like `if`."""

    negated = True


def _one_text(test: Test, text: str) -> Step:
    def run(context: Context, out: list[str]) -> None:
        if test(context):
            out.append(text)

    return run


def _one_branch(test: Test, body: Step) -> Step:
    def run(context: Context, out: list[str]) -> None:
        if test(context):
            body(context, out)

    return run


def _two_branches(test: Test, body: Step, otherwise: Step) -> Step:
    def run(context: Context, out: list[str]) -> None:
        if test(context):
            body(context, out)
        else:
            otherwise(context, out)

    return run


def _branches(branches: list[tuple[Test | None, Step]]) -> Step:
    def run(context: Context, out: list[str]) -> None:
        for test, body in branches:
            if test is None or test(context):
                body(context, out)
                return

    return run
