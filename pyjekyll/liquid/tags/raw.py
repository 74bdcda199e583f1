"""`{% raw %} ... {% endraw %}`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.errors import LiquidSyntaxError
from pyjekyll.liquid.tag import Block

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Body, Compiler
    from pyjekyll.liquid.parsing import ParseContext
    from pyjekyll.liquid.tokenizer import Tokenizer

# The end tag may hide at the end of an output token; `{%-` is not recognised here.
_LAST_TAG = re.compile(r"(.*)\{%\s*+(\w++).*%\}\Z", re.ASCII | re.DOTALL)
_SPACE = " \t\n\v\f\r"


class Raw(Block):
    """Print the body as it is."""

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        if markup.strip(_SPACE):
            raise LiquidSyntaxError(f"Syntax Error in '{name}' - Valid syntax: {name}")
        self.text = ""

    def parse(self, tokens: Tokenizer) -> None:
        """Collect tokens up to the end tag."""
        parts = []
        while (token := tokens.shift()) is not None:
            found = _LAST_TAG.match(token) if token.endswith("%}") else None
            if found is not None and found[2] == self.block_delimiter:
                parts.append(found[1])
                self.text = "".join(parts)
                self.blank = not self.text
                return
            parts.append(token)
        raise self.never_closed()

    @property
    def bodies(self) -> Sequence[Body]:
        """Return no body: nothing in it is Liquid."""
        return ()

    def children(self) -> Sequence[Any]:
        return ()

    def compile(self, compiler: Compiler) -> str:
        """Compile to the text."""
        return self.text
