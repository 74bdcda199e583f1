"""The base classes of tags: Tag stands alone, Block has a body up to its end tag."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from pyjekyll.liquid.body import Body, Compiler, Node, raise_unknown_tag
from pyjekyll.liquid.errors import LiquidStackError, LiquidSyntaxError

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context, Step
    from pyjekyll.liquid.parsing import ParseContext
    from pyjekyll.liquid.tokenizer import Tokenizer

MAX_NESTING = 100


class Tag(Node):
    """A tag without a body. Subclasses override `render`, or `compile` where speed matters.

    `blank` says that the tag prints nothing: a block whose body is blank drops the white space in it, as Liquid does.
    """

    blank: bool = False
    ends_blocks: ClassVar[bool] = False

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        self.name = name
        self.markup = markup
        self.parse_context = parse_context
        self.line = parse_context.line_number

    def parse(self, tokens: Tokenizer) -> None:
        """Read what belongs to the tag from the tokens behind it; a plain tag has nothing there."""

    def render(self, context: Context) -> str:
        """Return what the tag prints."""
        return ""

    def compile(self, compiler: Compiler) -> Step | str | None:
        """Return a closure that appends what the tag prints to a list."""
        render = self.render

        def run(context: Context, out: list[str]) -> None:
            out.append(render(context))

        return run


class Block(Tag):
    """A tag with a body. `render` gives the body's text; override it to change that."""

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        self.blank = True
        self.body = Body()

    @property
    def block_name(self) -> str:
        """Return the name that messages use."""
        return self.name

    @property
    def block_delimiter(self) -> str:
        """Return the end tag's name."""
        return f"end{self.name}"

    def parse(self, tokens: Tokenizer) -> None:
        """Read the body up to the end tag."""
        while self.parse_body(self.body, tokens):
            pass

    def parse_body(self, body: Body, tokens: Tokenizer) -> bool:
        """Read into body up to a tag that is not its own; return False if that is the end tag.

        Raises LiquidSyntaxError: the end tag is missing, or the tag is unknown. LiquidStackError: a hundred blocks are open.
        """
        parse_context = self.parse_context
        if parse_context.depth >= MAX_NESTING:
            raise LiquidStackError("Nesting too deep")
        parse_context.depth += 1
        try:
            found = body.parse(tokens, parse_context)
            self.blank = self.blank and body.blank
            if found is None:
                raise self.never_closed()
            if found[0] == self.block_delimiter:
                return False
            self.unknown_tag(*found)
        finally:
            parse_context.depth -= 1
        return True

    def never_closed(self) -> LiquidSyntaxError:
        """Return the error for the end of the template before the end tag."""
        return LiquidSyntaxError(
            f"'{self.block_name}' tag was never closed", hint=f"Close it with {{% {self.block_delimiter} %}}.", culprit=self.line
        )

    def unknown_tag(self, name: str, markup: str) -> None:
        """Handle a tag in the body that is not registered: `else`, `when`, or an error."""
        raise_unknown_tag(name, self.block_name, self.block_delimiter, self.parse_context)

    @property
    def bodies(self) -> Sequence[Body]:
        """Return every body of the block."""
        return (self.body,)

    @property
    def may_interrupt(self) -> bool:
        """Say whether a `break` or `continue` can come out of the block."""
        return any(body.may_interrupt for body in self.bodies)

    def children(self) -> Iterable[Any]:
        return [node for body in self.bodies for node in body.nodes if not isinstance(node, str)]

    def render(self, context: Context) -> str:
        """Return the body's text."""
        return self.body.render(context)
