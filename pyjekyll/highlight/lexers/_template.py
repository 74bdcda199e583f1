"""What lexers of templates share: the language that is templated."""

from __future__ import annotations

from pyjekyll.highlight.engine import Hit, RegexLexer
from pyjekyll.highlight.lexer import Lexer
from pyjekyll.highlight.lexers.html import Html


class TemplateLexer(RegexLexer):
    """A lexer for templates. Option: `parent`, the language around the template's own (HTML by default)."""

    parent: Lexer

    def configure(self) -> None:
        self.parent = self.lexer_option("parent") or Html(self.options)

    def start(self) -> None:
        self.parent.reset()


def parent(lexer: TemplateLexer, hit: Hit) -> None:
    """Let the templated language's lexer go on with the match."""
    lexer.delegate(lexer.parent, hit[0])
