"""`{% ifchanged %} ... {% endifchanged %}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyjekyll.liquid.tag import Block

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Compiler
    from pyjekyll.liquid.context import Context, Step


class IfChanged(Block):
    """Print the body unless the last ifchanged, whichever it was, gave the same text."""

    def compile(self, compiler: Compiler) -> Step:
        body = self.body.compile(compiler)

        def run(context: Context, out: list[str]) -> None:
            printed: list[str] = []
            body(context, printed)
            text = "".join(printed)
            if text != context.changed:
                context.changed = text
                out.append(text)

        return run
