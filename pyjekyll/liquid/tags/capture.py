"""`{% capture name %} ... {% endcapture %}`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyjekyll.liquid.errors import LiquidSyntaxError
from pyjekyll.liquid.tag import Block

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Compiler
    from pyjekyll.liquid.context import Context, Step
    from pyjekyll.liquid.parsing import ParseContext
    from pyjekyll.liquid.tokenizer import Tokenizer

_TARGET = re.compile(r"(?:\(?[\w\-.\[\]]\)?)+", re.ASCII)


class Capture(Block):
    """Give a name in the outermost scope the body's text."""

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        target = _TARGET.search(markup)
        if target is None:
            raise LiquidSyntaxError("Syntax Error in 'capture' - Valid syntax: capture [var]")
        self.to = target[0]

    def parse(self, tokens: Tokenizer) -> None:
        super().parse(tokens)
        self.blank = True

    def compile(self, compiler: Compiler) -> Step:
        name, body = self.to, self.body.compile(compiler)

        def run(context: Context, out: list[str]) -> None:
            captured: list[str] = []
            body(context, captured)
            context.assign(name, "".join(captured))

        return run

    def assigns(self) -> Iterable[str]:
        return (self.to,)
