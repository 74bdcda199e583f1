"""`{% # text %}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyjekyll.liquid.errors import LiquidSyntaxError
from pyjekyll.liquid.tag import Tag

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Compiler
    from pyjekyll.liquid.parsing import ParseContext

_UNMARKED_LINE = re.compile(r"\n\s*+[^#\s]", re.ASCII)


class InlineComment(Tag):
    """Print nothing; each line of the comment must begin with `#`."""

    blank = True

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        if _UNMARKED_LINE.search(markup):
            raise LiquidSyntaxError("Syntax error in tag '#' - Each line of comments must be prefixed by the '#' character")

    def compile(self, compiler: Compiler) -> None:
        """Compile to nothing."""
