"""ERB: Ruby in a template."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, rule
from pyjekyll.highlight.lexers._template import TemplateLexer, parent
from pyjekyll.highlight.lexers.ruby import Ruby

_OPEN = "<%[%=#-]?"
_CLOSE = "%%>|-?%>"


def _ruby(lexer: Erb, hit: Hit) -> None:
    lexer.delegate(lexer.ruby, hit[0])


class Erb(TemplateLexer):
    """Lex ERB."""

    tag = "erb"
    ruby: Ruby
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("<%#", t.COMMENT, "comment"),
            rule(_OPEN, t.COMMENT_PREPROC, "ruby"),
            rule(f"(?s).+?(?={_OPEN})|.+", parent),
        ],
        "comment": [rule(_CLOSE, t.COMMENT, "#pop"), rule(f"(?s).+?(?={_CLOSE})|.+", t.COMMENT)],
        "ruby": [rule(_CLOSE, t.COMMENT_PREPROC, "#pop"), rule(f"(?s).+?(?={_CLOSE})|.+", _ruby)],
    }

    def configure(self) -> None:
        """Make the lexer for the code between the marks; it keeps its state from one piece to the next."""
        self.ruby = Ruby(self.options)
        super().configure()

    def start(self) -> None:
        super().start()
        self.ruby.reset()
