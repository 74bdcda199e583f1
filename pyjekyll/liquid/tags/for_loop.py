"""`{% for item in collection limit: n offset: n reversed %} ... {% else %} ... {% endfor %}`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.body import Body
from pyjekyll.liquid.context import BREAK
from pyjekyll.liquid.drop import ForLoop
from pyjekyll.liquid.errors import LiquidSyntaxError
from pyjekyll.liquid.expression import compiled
from pyjekyll.liquid.lexer import StrictParser
from pyjekyll.liquid.tag import Block
from pyjekyll.liquid.values import PLAIN, integer, slice_of

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Compiler
    from pyjekyll.liquid.context import Context, Step
    from pyjekyll.liquid.parsing import ParseContext
    from pyjekyll.liquid.tokenizer import Tokenizer

Items = Callable[["Context"], list[Any]]


class _Continue:
    """`offset: continue`: go on where the last loop of that name stopped."""


CONTINUE = _Continue()


class For(Block):
    """Render the body for each item, or the `else` for none."""

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        self.variable = ""
        self.collection_markup = ""
        self.reversed = False
        self.limit: Any = None
        self.offset: Any = None
        self.collection: Any = None
        self.otherwise: Body | None = None
        parse_context.strict_or_lax(markup, self.line or 0, self._strict, self._lax)

    def _strict(self, markup: str) -> None:
        parser = StrictParser(markup)
        self.variable = parser.take("id")
        if not parser.accept_word("in"):
            raise LiquidSyntaxError("For loops require an 'in' clause")
        self._over(parser.expression())
        self.reversed = parser.accept_word("reversed")
        while parser.sees("id") and parser.sees("colon", 1):
            attribute = next((word for word in ("limit", "offset") if parser.accept_word(word)), None)
            if attribute is None:
                raise LiquidSyntaxError("Invalid attribute in for loop. Valid attributes are limit and offset")
            parser.take("colon")
            self._set(attribute, parser.expression())
        parser.take("end_of_string")

    def _lax(self, markup: str) -> None:
        from pyjekyll.liquid.lax import lax_for

        self.variable, collection, self.reversed, attributes = lax_for(markup)
        self._over(collection)
        for attribute, value in attributes:
            self._set(attribute, value)

    def _over(self, collection: str) -> None:
        self.collection_markup = collection
        self.collection = self.parse_context.expression(collection)

    def _set(self, attribute: str, value: str) -> None:
        # What a failed strict parse set stays set, in Ruby too.
        if attribute == "offset":
            self.offset = CONTINUE if value == "continue" else self.parse_context.expression(value)
        elif attribute == "limit":
            self.limit = self.parse_context.expression(value)

    @property
    def loop_name(self) -> str:
        """Return the name that `forloop.name` and `offset: continue` go by."""
        return f"{self.variable}-{self.collection_markup}"

    def parse(self, tokens: Tokenizer) -> None:
        """Read the body and the `else`; what follows a second `else` is an error."""
        if self.parse_body(self.body, tokens) and self.otherwise is not None:
            self.parse_body(self.otherwise, tokens)
        if self.blank:
            for body in self.bodies:
                body.remove_blank_strings()

    def unknown_tag(self, name: str, markup: str) -> None:
        """Begin the `else`."""
        if name != "else":
            super().unknown_tag(name, markup)
        self.otherwise = Body()

    @property
    def bodies(self) -> Sequence[Body]:
        return (self.body,) if self.otherwise is None else (self.body, self.otherwise)

    def expressions(self) -> Iterable[Any]:
        return (self.collection, self.limit, self.offset)

    def scope(self) -> Iterable[str]:
        return (self.variable, "forloop")

    # --- rendering ------------------------------------------------------------------------------------------------------

    def compile(self, compiler: Compiler) -> Step:
        body = self.body.compile(compiler)
        otherwise = None if self.otherwise is None else self.otherwise.compile(compiler)
        items = self._items(compiler.environment.strict_variables)
        may_interrupt = compiler.checked or self.body.may_interrupt
        return _loop(self.variable, self.loop_name, items, body, otherwise, may_interrupt)

    def _items(self, strict: bool) -> Items:
        name, is_reversed = self.loop_name, self.reversed
        collection = compiled(self.collection, strict)
        if self.limit is None and self.offset is None:
            return _all_items(name, collection, is_reversed)
        limit = compiled(self.limit, strict)
        offset = _last_stop(name) if self.offset is CONTINUE else compiled(self.offset, strict)

        def items(context: Context) -> list[Any]:
            first, source, count = offset(context), collection(context), limit(context)
            start = 0 if first is None else integer(first)
            found = slice_of(source, start, None if count is None else integer(count) + start)
            context.offsets[name] = start + len(found)
            return found[::-1] if is_reversed else found

        return items


def _last_stop(name: str) -> Callable[[Context], int]:
    return lambda context: context.offsets.get(name, 0)


def _all_items(name: str, collection: Callable[[Context], Any], is_reversed: bool) -> Items:
    def items(context: Context) -> list[Any]:
        source = collection(context)
        found: list[Any] = source if source.__class__ is list else slice_of(source, 0, None)
        context.offsets[name] = len(found)
        return found[::-1] if is_reversed else found

    return items


def _loop(variable: str, name: str, items: Items, body: Step, otherwise: Step | None, may_interrupt: bool) -> Step:
    def run(context: Context, out: list[str]) -> None:
        found = items(context)
        if not found:
            if otherwise is not None:
                otherwise(context, out)
            return
        context.enter()
        stack = context.for_stack
        loop = ForLoop(name, len(found), stack[-1] if stack else None)
        stack.append(loop)
        visible, interrupts, shadowed = context.visible, context.interrupts, context.shadowed
        saved_loop = visible.get("forloop")
        shadowed["forloop"] = shadowed.get("forloop", 0) + 1
        saved = visible.get(variable)
        shadowed[variable] = shadowed.get(variable, 0) + 1
        visible["forloop"] = loop
        try:
            for item in found:
                visible[variable] = item if item.__class__ in PLAIN else context.item(item)
                body(context, out)
                loop.index0 += 1
                if may_interrupt and interrupts and interrupts.pop() is BREAK:
                    break
        finally:
            context.restore(variable, saved)
            context.restore("forloop", saved_loop)
            stack.pop()
            context.depth -= 1

    return run


