"""`{% render "name" %}`: Jekyll gives Liquid no file system, so the tag parses and then fails."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.errors import LiquidFileSystemError, LiquidSyntaxError
from pyjekyll.liquid.lax import attributes
from pyjekyll.liquid.tag import Tag

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context
    from pyjekyll.liquid.parsing import ParseContext

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


class Render(Tag):
    """Refuse to render a partial, in the words of Liquid's blank file system."""

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        if _QUOTED.search(markup) is None:
            raise LiquidSyntaxError("Syntax error in tag 'render' - Template name must be a quoted string")
        self.attributes = [parse_context.expression(value) for _, value in attributes(markup)]

    def render(self, context: Context) -> str:
        """Raise Ruby's error."""
        raise LiquidFileSystemError("This liquid context does not allow includes.", hint="Use Jekyll's include tag instead of render.")

    def expressions(self) -> Iterable[Any]:
        return self.attributes
