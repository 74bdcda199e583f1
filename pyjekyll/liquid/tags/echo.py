"""`{% echo expression | filters %}`: an output where only tags may stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.tag import Tag

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Compiler
    from pyjekyll.liquid.context import Step
    from pyjekyll.liquid.parsing import ParseContext


class Echo(Tag):
    """Print an expression."""

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        self.output = parse_context.output(markup)

    def compile(self, compiler: Compiler) -> Step | str | None:
        return self.output.compile(compiler)

    def children(self) -> Iterable[Any]:
        return (self.output,)
