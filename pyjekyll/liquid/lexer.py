"""The strict half of the expression grammar: Ruby's Lexer and Parser.

The parser returns normalised *text*, because Liquid parses that text again, by other rules (`expression.parse`); quirks such as a
bracket inside a quoted key depend on it.
"""

from __future__ import annotations

import re

from pyjekyll.liquid.errors import LiquidStackError, LiquidSyntaxError

Token = tuple[str, str]

_TOKEN = re.compile(
    r"[ \t\n\v\f\r]*+(?:"
    r"(?P<comparison>==|!=|<>|<=?|>=?|contains(?=[ \t\n\v\f\r]))"
    r"|(?P<string>'[^']*'|\"[^\"]*\")"
    r"|(?P<number>-?\d++(?:\.\d++)?)"
    r"|(?P<id>[a-zA-Z_][\w-]*+\??)"
    r"|(?P<dotdot>\.\.)"
    r"|(?P<pipe>\|)|(?P<dot>\.)|(?P<colon>:)|(?P<comma>,)"
    r"|(?P<open_square>\[)|(?P<close_square>\])|(?P<open_round>\()|(?P<close_round>\))"
    r"|(?P<question>\?)|(?P<dash>-))",
    re.ASCII,
)
# A dotted path with nothing else: most outputs and many conditions. `contains` may be an operator, so it takes the long way.
PATH = re.compile(r"[ \t\n\v\f\r]*+([a-zA-Z_][\w-]*+(?>(?:\.[a-zA-Z_][\w-]*+)*))[ \t\n\v\f\r]*+\Z", re.ASCII)
_END: Token = ("end_of_string", "")
_SPACE = " \t\n\v\f\r"
_MAX_BRACKETS = 3000


def tokenize(text: str) -> list[Token]:
    """Split an expression into tokens.

    Raises LiquidSyntaxError: a character that no token begins with.
    """
    tokens: list[Token] = []
    position, length = 0, len(text.rstrip(_SPACE))
    match = _TOKEN.match
    while position < length:
        found = match(text, position)
        if found is None:
            raise LiquidSyntaxError(f"Unexpected character {text[position:].lstrip(_SPACE)[0]}")
        kind = found.lastgroup
        assert kind is not None
        tokens.append((kind, found[kind]))
        position = found.end()
    tokens.append(_END)
    return tokens


class StrictParser:
    """Read tokens one after the other, as Ruby's Liquid::Parser does."""

    __slots__ = ("depth", "position", "tokens")

    def __init__(self, text: str) -> None:
        self.tokens = tokenize(text)
        self.position = 0
        self.depth = 0

    def take(self, kind: str) -> str:
        """Return the next token's text, which must be of that kind."""
        found, text = self.tokens[self.position]
        if found != kind:
            raise LiquidSyntaxError(f"Expected {kind} but found {found}")
        self.position += 1
        return text

    def accept(self, kind: str) -> str | None:
        """Return the next token's text if it is of that kind."""
        if self.position < len(self.tokens) and self.tokens[self.position][0] == kind:
            self.position += 1
            return self.tokens[self.position - 1][1]
        return None

    def accept_word(self, word: str) -> bool:
        """Take the next token if it is that identifier."""
        if self.position < len(self.tokens) and self.tokens[self.position] == ("id", word):
            self.position += 1
            return True
        return False

    def sees(self, kind: str, ahead: int = 0) -> bool:
        """Say whether a token of that kind comes next (or further ahead)."""
        position = self.position + ahead
        return position < len(self.tokens) and self.tokens[position][0] == kind

    def expression(self) -> str:
        """Read a literal, a look-up or a range, and return it without white space.

        Raises LiquidStackError: brackets nested so deep that Ruby's stack would end, too.
        """
        self.depth += 1
        if self.depth > _MAX_BRACKETS:
            raise LiquidStackError("stack level too deep")
        text = self._expression()
        self.depth -= 1
        return text

    def _expression(self) -> str:
        kind, text = self.tokens[self.position]
        if kind == "id":
            self.position += 1
            return text + self._lookups()
        if kind in ("string", "number"):
            self.position += 1
            return text
        if kind == "open_square":
            self.position += 1
            return f"[{self.expression()}{self.take('close_square')}{self._lookups()}"
        if kind == "open_round":
            self.position += 1
            first = self.expression()
            self.take("dotdot")
            last = self.expression()
            self.take("close_round")
            return f"({first}..{last})"
        raise LiquidSyntaxError(f"{_inspected(kind, text)} is not a valid expression")

    def argument(self) -> str:
        """Read a filter's argument, which may carry a keyword."""
        if self.sees("id") and self.sees("colon", 1):
            keyword = self.take("id")
            self.position += 1
            return f"{keyword}: {self.expression()}"
        return self.expression()

    def _lookups(self) -> str:
        text = ""
        while True:
            if self.accept("open_square") is not None:
                text += f"[{self.expression()}{self.take('close_square')}"
            elif self.accept("dot") is not None:
                text += f".{self.take('id')}"
            else:
                return text


def _inspected(kind: str, text: str) -> str:
    if kind == "end_of_string":
        return "[:end_of_string]"
    from pyjekyll.ruby.inspect import inspect

    return f"[:{kind}, {inspect(text)}]"
