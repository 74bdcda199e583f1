"""What lexers of languages share where indentation makes blocks: Sass, Haml, Slim."""

from __future__ import annotations

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Callback, Hit, RegexLexer


class IndentedLexer(RegexLexer):
    """A lexer in which a line may open a block of the lines below that are indented more."""

    block_state: str | None = None
    block_indentation = ""
    last_indentation = ""  # stays from one text to the next, as in Rouge

    def start(self) -> None:
        self.block_state = None

    def open_block(self, state: str) -> None:
        """Lex what is indented more than the present line in another state."""
        self.block_state = state
        self.block_indentation = self.last_indentation


def indentation(lexer: IndentedLexer, hit: Hit) -> None:
    """Enter the block that the line above opened, if this line is indented more, else ordinary content."""
    lexer.emit(t.TEXT, hit[0])
    blanks = lexer.last_indentation = hit[0]
    if lexer.block_state and blanks.startswith(lexer.block_indentation) and blanks != lexer.block_indentation:
        lexer.push(lexer.block_state)
        return
    lexer.block_state = None
    lexer.push("content")


def opens_block(token: str, state: str) -> Callback:
    """Return the action of a line that opens a block."""

    def act(lexer: IndentedLexer, hit: Hit) -> None:
        lexer.emit(token, hit[0])
        lexer.pop()
        lexer.open_block(state)

    return act
