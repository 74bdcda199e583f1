"""The state of one parse: line, depth, warnings, and what the template turned out to use."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from pyjekyll.liquid.errors import LiquidSyntaxError
from pyjekyll.liquid.expression import Evaluable
from pyjekyll.liquid.output import Output, parse_output
from pyjekyll.liquid.tokenizer import Tokenizer
from pyjekyll.liquid.values import STRIPPED

if TYPE_CHECKING:
    from pyjekyll.liquid.environment import Environment
    from pyjekyll.liquid.tag import Tag

T = TypeVar("T")


class ParseContext:
    """What tags need to know while they are parsed, and what they leave behind.

    `names`, `tags`, `filters` and `partials` collect the top-level names read, the tags and filters used and the files included
    (None among the partials: a name computed while rendering).
    """

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.error_mode = environment.error_mode
        self.line_number = 1
        self.depth = 0
        self.trim = False
        self.warnings: list[LiquidSyntaxError] = []
        self.names: set[str] = set()
        self.tags: set[str] = set()
        self.filters: set[str] = set()
        self.partials: set[str | None] = set()

    def new_tag(self, name: str, markup: str) -> Tag | None:
        """Make the tag of that name, or return None if there is none."""
        factory = self.environment.tag_factory(name)
        if factory is None:
            return None
        self.tags.add(name)
        return factory(name, markup, self)

    def unknown_tag(self, name: str) -> LiquidSyntaxError:
        """Return the error for a tag that nobody registered; its hint names the nearest tag or the plugin that has it."""
        from pyjekyll.liquid.hints import tag_hint

        return LiquidSyntaxError(f"Unknown tag '{name}'", hint=tag_hint(name, self.environment.tag_names(), self.environment.lost_tags))

    def output(self, markup: str) -> Output:
        """Parse `{{ markup }}`."""
        name, filters, warning = parse_output(self, markup)
        if warning is not None:
            self.warn(warning, f'in "{{{{{markup}}}}}"', self.line_number)
        return Output(name, filters, self.line_number, self.environment)

    def expression(self, markup: str | None) -> Any:
        """Parse a literal, look-up or range; anything is some expression."""
        expression = self.environment.expression(markup)
        if isinstance(expression, Evaluable):
            self.names.update(expression.names())
        return expression

    parse_expression = expression

    def lines(self, markup: str) -> Tokenizer:
        """Return the tokens of a `{% liquid %}` tag."""
        return Tokenizer(markup, self.line_number, for_liquid_tag=True)

    def warn(self, message: str, markup_context: str, line: int) -> None:
        """Note a syntax error that a lenient parse got over; raise it under error_mode strict."""
        error = LiquidSyntaxError(message, line=line, markup_context=markup_context)
        if self.error_mode == "strict":
            raise error
        if self.error_mode == "warn":
            self.warnings.append(error)

    def strict_or_lax(self, markup: str, line: int, strict: Callable[[str], T], lax: Callable[[str], T]) -> T:
        """Parse a tag's markup by the strict rules, and on failure by the lenient ones; error_mode lax skips the first."""
        if self.error_mode == "lax":
            return lax(markup)
        try:
            return strict(markup)
        except LiquidSyntaxError as error:
            self.warn(error.message, f'in "{markup.strip(STRIPPED)}"', line)
        return lax(markup)
