"""What lexers of templates share: the language that is templated, and the one between the marks."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule
from pyjekyll.highlight.lexer import Lexer
from pyjekyll.highlight.lexers.html import Html


class TemplateLexer(RegexLexer):
    """A lexer for templates. Option: `parent`, the language around the template's own (HTML by default)."""

    parent: Lexer
    default_parent: ClassVar[type[Lexer]] = Html

    def configure(self) -> None:
        self.parent = self.lexer_option("parent") or self.default_parent(self.options)

    def start(self) -> None:
        self.parent.reset()


def parent(lexer: TemplateLexer, hit: Hit) -> None:
    """Let the templated language's lexer go on with the match."""
    lexer.delegate(lexer.parent, hit[0])


class EmbeddingLexer(TemplateLexer):
    """A lexer for templates with code of another language, which goes on from one piece of code to the next."""

    embedded: ClassVar[type[Lexer]]
    code: Lexer

    def configure(self) -> None:
        self.code = self.embedded(self.options)
        super().configure()

    def start(self) -> None:
        super().start()
        self.code.reset()


def _code(lexer: EmbeddingLexer, hit: Hit) -> None:
    lexer.delegate(lexer.code, hit[0])


def embedding(opener: str, closer: str) -> dict[str, Rules]:
    """Return the states of a lexer for code between an opener and a closer, both regexes; `<%#` is a comment's opener."""
    before_closer = f"(?s).+?(?={closer})|.+"
    return {
        "root": [
            rule("<%#", t.COMMENT, "comment"),
            rule(opener, t.COMMENT_PREPROC, "code"),
            rule(f"(?s).+?(?={opener})|.+", parent),
        ],
        "comment": [rule(closer, t.COMMENT, "#pop"), rule(before_closer, t.COMMENT)],
        "code": [rule(closer, t.COMMENT_PREPROC, "#pop"), rule(before_closer, _code)],
    }
