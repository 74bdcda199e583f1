"""`{% comment %} ... {% endcomment %}`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.tag import Block

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Body, Compiler
    from pyjekyll.liquid.parsing import ParseContext
    from pyjekyll.liquid.tokenizer import Tokenizer


class Comment(Block):
    """Print nothing. The body is parsed all the same, so a broken tag in it is an error; unknown tags are not."""

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        self.blank = True

    def parse(self, tokens: Tokenizer) -> None:
        """Read the body; whatever is in it, the tag stays blank, and the template does not use it."""
        parse_context = self.parse_context
        used = [set(each) for each in (parse_context.names, parse_context.tags, parse_context.filters)]
        super().parse(tokens)
        self.blank = True
        parse_context.names, parse_context.tags, parse_context.filters = used

    def unknown_tag(self, name: str, markup: str) -> None:
        """Ignore it."""

    @property
    def bodies(self) -> Sequence[Body]:
        """Return no body: nothing in a comment is rendered."""
        return ()

    def children(self) -> Sequence[Any]:
        return ()

    def compile(self, compiler: Compiler) -> None:
        """Compile to nothing."""
