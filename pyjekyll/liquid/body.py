"""A sequence of text, outputs and tags: reading it from tokens, and turning it into one closure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pyjekyll.errors import PyjekyllError
from pyjekyll.liquid.errors import ForeignError, LiquidSyntaxError
from pyjekyll.liquid.values import STRIPPED
from pyjekyll.ruby.errors import RubyError

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context, Step
    from pyjekyll.liquid.environment import Environment
    from pyjekyll.liquid.parsing import ParseContext
    from pyjekyll.liquid.tokenizer import Tokenizer

_TAG = re.compile(r"\{%-?(\s*)(#|\w+)(\s*)(.*?)-?%\}\Z", re.ASCII | re.DOTALL)
_LINE = re.compile(r"\s*(#|\w+)\s*(.*)\Z", re.ASCII)
_SPACE = " \t\n\v\f\r"


class Compiler:
    """What nodes need to know to become closures.

    `checked` asks for a test for pending interrupts after every node, even where the body itself has no `break`: a tablerow or
    case goes on rendering after one, and each of its bodies then stops at its first node.
    """

    __slots__ = ("checked", "environment")

    def __init__(self, environment: Environment, checked: bool = False) -> None:
        self.environment = environment
        self.checked = checked


class Node:
    """An output or a tag of a parsed template."""

    line: int | None = None
    blank: bool = False

    @property
    def may_interrupt(self) -> bool:
        """Say whether a `break` or `continue` can come out of the node."""
        return False

    def compile(self, compiler: Compiler) -> Step | str | None:
        """Return a closure that appends what the node prints, the text itself if that is constant, None for nothing."""
        raise NotImplementedError

    def children(self) -> Iterable[Any]:
        """Return the nodes inside this one, for static analysis."""
        return ()

    def expressions(self) -> Iterable[Any]:
        """Return the parsed expressions of this node, for static analysis."""
        return ()

    def scope(self) -> Iterable[str]:
        """Return the names that this node's children see and its siblings do not."""
        return ()

    def assigns(self) -> Iterable[str]:
        """Return the names that this node sets for the rest of the template."""
        return ()


class Body:
    """The nodes between two tags."""

    __slots__ = ("blank", "nodes", "run", "text")

    def __init__(self) -> None:
        self.nodes: list[str | Node] = []
        self.blank = True
        # Once compiled: what the body prints if that is always the same.
        self.text: str | None = None
        self.run: Step | None = None

    # --- parsing --------------------------------------------------------------------------------------------------------

    def parse(self, tokens: Tokenizer, parse_context: ParseContext) -> tuple[str, str] | None:
        """Read nodes until a tag that is not registered; return its name and markup, or None at the end."""
        parse_context.line_number = tokens.line
        if tokens.for_liquid_tag:
            return self._parse_lines(tokens, parse_context)
        return self._parse_document(tokens, parse_context)

    def _parse_document(self, tokens: Tokenizer, parse_context: ParseContext) -> tuple[str, str] | None:
        # One loop for all three kinds of token: this runs for every token of every template.
        nodes = self.nodes
        while (token := tokens.shift()) is not None:
            if not token:
                continue
            start = token[:2]
            if start == "{%":
                self._trim(token, parse_context)
                found = _TAG.match(token)
                if found is None:
                    raise LiquidSyntaxError(f"Tag '{token}' was not properly terminated with regexp: /\\%\\}}/", hint="End the tag with %}.")
                before, name, after, markup = found.groups()
                parse_context.line_number += before.count("\n") + after.count("\n")
                if name == "liquid":
                    # Ruby leaves the line number at the end of the tag's lines until the next ordinary token.
                    self._parse_liquid_tag(markup, parse_context)
                    continue
                if not self._add_tag(name, markup, tokens, parse_context):
                    return name, markup
            elif start == "{{":
                self._trim(token, parse_context)
                nodes.append(parse_context.output(_output_markup(token)))
                self.blank = False
            else:
                if parse_context.trim:
                    token = token.lstrip(STRIPPED)
                    parse_context.trim = False
                nodes.append(token)
                if self.blank and token.strip(_SPACE):
                    self.blank = False
            parse_context.line_number = tokens.line
        return None

    def _add_tag(self, name: str, markup: str, tokens: Tokenizer, parse_context: ParseContext) -> bool:
        tag = parse_context.new_tag(name, markup)
        if tag is None:
            return False
        tag.parse(tokens)
        self.blank = self.blank and tag.blank
        self.nodes.append(tag)
        return True

    def _trim(self, token: str, parse_context: ParseContext) -> None:
        if token[2:3] == "-" and self.nodes:
            previous = self.nodes[-1]
            if isinstance(previous, str):
                self.nodes[-1] = previous.rstrip(STRIPPED)
        parse_context.trim = token[-3:-2] == "-"

    def _parse_liquid_tag(self, markup: str, parse_context: ParseContext) -> None:
        found = self._parse_lines(parse_context.lines(markup), parse_context)
        if found is not None:
            raise_unknown_tag(found[0], "liquid", "%}", parse_context)

    def _parse_lines(self, tokens: Tokenizer, parse_context: ParseContext) -> tuple[str, str] | None:
        while (token := tokens.shift()) is not None:
            if token.strip(_SPACE):
                found = _LINE.match(token)
                if found is None:
                    return token, token
                if not self._add_tag(found[1], found[2], tokens, parse_context):
                    return found[1], found[2]
            parse_context.line_number = tokens.line
        return None

    def remove_blank_strings(self) -> None:
        """Drop the text of a blank body, which is white space."""
        self.nodes = [node for node in self.nodes if not isinstance(node, str)]

    # --- compiling ------------------------------------------------------------------------------------------------------

    @property
    def may_interrupt(self) -> bool:
        """Say whether a `break` or `continue` can come out of the body."""
        return any(not isinstance(node, str) and node.may_interrupt for node in self.nodes)

    def compile(self, compiler: Compiler) -> Step:
        """Return one closure that renders the body."""
        pairs, tail, lines = self._pairs(compiler)
        self.text = None if pairs else tail
        self.run = _sequence(pairs, tail, lines, compiler.checked or self.may_interrupt)
        return self.run

    def _pairs(self, compiler: Compiler) -> tuple[list[tuple[str, Step]], str, dict[Step, int | None]]:
        pairs: list[tuple[str, Step]] = []
        lines: dict[Step, int | None] = {}
        text = ""
        for node in self.nodes:
            step = node if isinstance(node, str) else node.compile(compiler)
            if step is None:
                continue
            if isinstance(step, str):
                text += step
                continue
            pairs.append((text, step))
            lines[step] = node.line  # type: ignore[union-attr]
            text = ""
        return pairs, text, lines

    def render(self, context: Context) -> str:
        """Return the body's text."""
        out: list[str] = []
        (self.run or self.compile(Compiler(context.environment, checked=True)))(context, out)
        return "".join(out)


def _output_markup(token: str) -> str:
    # {{- -}}: one dash at either end controls white space; "{{-}}" is a dash that does both.
    if not token.endswith("}}") or len(token) < 4:
        raise LiquidSyntaxError(f"Variable '{token}' was not properly terminated with regexp: /\\}}\\}}/", hint="End it with }}.")
    markup = token[2:-2]
    if markup.startswith("-"):
        markup = markup[1:]
    return markup[:-1] if markup.endswith("-") else markup


def raise_unknown_tag(name: str, block_name: str, block_delimiter: str, parse_context: ParseContext) -> None:
    """Raise what Ruby raises for a tag that the block around it does not know."""
    hint = f"Close the open {{% {block_name} %}} with {{% {block_delimiter} %}} first."
    if name == "else":
        raise LiquidSyntaxError(f"{block_name} tag does not expect 'else' tag", hint=hint)
    if name.startswith("end"):
        raise LiquidSyntaxError(f"'{name}' is not a valid delimiter for {block_name} tags. use {block_delimiter}", hint=hint)
    raise parse_context.unknown_tag(name)


def _sequence(pairs: list[tuple[str, Step]], tail: str, lines: dict[Step, int | None], checked: bool) -> Step:
    if not pairs:
        return _text(tail)
    if checked:
        return _checked(pairs, tail, lines)
    if len(pairs) == 1 and not tail and not pairs[0][0]:
        return _single(pairs[0][1], lines)
    return _unchecked(pairs, tail, lines)


def _text(text: str) -> Step:
    def run(context: Context, out: list[str]) -> None:
        out.append(text)

    return run


def _single(step: Step, lines: dict[Step, int | None]) -> Step:
    def run(context: Context, out: list[str]) -> None:
        try:
            step(context, out)
        except PyjekyllError as error:
            error.rendered_at(lines[step])
            raise
        except RubyError as error:
            raise _foreign(error, lines[step]) from error

    return run


def _unchecked(pairs: list[tuple[str, Step]], tail: str, lines: dict[Step, int | None]) -> Step:
    def run(context: Context, out: list[str]) -> None:
        append = out.append
        try:
            for text, step in pairs:
                if text:
                    append(text)
                step(context, out)
        except PyjekyllError as error:
            error.rendered_at(lines[step])
            raise
        except RubyError as error:
            raise _foreign(error, lines[step]) from error
        if tail:
            append(tail)

    return run


def _checked(pairs: list[tuple[str, Step]], tail: str, lines: dict[Step, int | None]) -> Step:
    def run(context: Context, out: list[str]) -> None:
        append = out.append
        interrupts = context.interrupts
        try:
            for text, step in pairs:
                append(text)
                step(context, out)
                if interrupts:
                    return
        except PyjekyllError as error:
            error.rendered_at(lines[step])
            raise
        except RubyError as error:
            raise _foreign(error, lines[step]) from error
        append(tail)

    return run


def _foreign(error: RubyError, line: int | None) -> ForeignError:
    located = ForeignError(str(error), error.ruby_class)
    located.rendered_at(line)
    return located
