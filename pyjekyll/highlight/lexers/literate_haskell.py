"""Literate Haskell."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule
from pyjekyll.highlight.lexers.haskell import Haskell


def _code(lexer: LiterateHaskell, hit: Hit) -> None:
    lexer.emit(t.NAME_LABEL, hit[1])
    lexer.delegate(lexer.haskell, hit[2])


class LiterateHaskell(RegexLexer):
    """Lex Haskell in lines that begin with `>`, after a blank one."""

    tag = "literate_haskell"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s*?\n(?=>)", t.TEXT, "code"),
            rule(r".*?\n", t.TEXT),
            rule(r".+\z", t.TEXT),
        ],
        "code": [
            rule(r"(>)( .*(?:\n|\z))", _code),
            rule(r"\s*\n(?=\s*[^>])", t.TEXT, "#pop"),
        ],
    }

    def configure(self) -> None:
        """Make the lexer for code; it keeps its state from one line to the next."""
        self.haskell = Haskell(self.options)

    def start(self) -> None:
        self.haskell.reset()
