"""`{% break %}` and `{% continue %}`: outside a loop they end the template."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pyjekyll.liquid.context import BREAK, CONTINUE
from pyjekyll.liquid.tag import Tag

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Compiler
    from pyjekyll.liquid.context import Context, Step


class _Interrupt(Tag):
    interrupt: ClassVar[str]

    @property
    def may_interrupt(self) -> bool:
        return True

    def compile(self, compiler: Compiler) -> Step:
        interrupt = self.interrupt

        def run(context: Context, out: list[str]) -> None:
            context.interrupts.append(interrupt)

        return run


class Break(_Interrupt):
    """Leave the loop."""

    interrupt = BREAK


class Continue(_Interrupt):
    """Go on with the loop's next item."""

    interrupt = CONTINUE
