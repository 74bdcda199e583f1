"""Prolog."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, rule


class Prolog(RegexLexer):
    """Lex Prolog. Most of what is in a comment between `/*` and `*/` is an error, as in Rouge."""

    tag = "prolog"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("%.*", t.COMMENT_SINGLE),
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
            rule(r"[\[\](){}|.,;!]|:-|-->", t.PUNCTUATION),
            rule('"[^"]*"', t.STR_DOUBLE),
            rule(r"\d+\.\d+", t.NUM_FLOAT),
            rule(r"\d+", t.NUM),
            rule("[[:lower:]][[:word:]]*|'[^']*'", t.STR_SYMBOL),
            rule(r"[A-Z]+\w*|_[[:word:]]*", t.NAME_VARIABLE),
            rule(r"(?:<|>|=<|>=|==|=:=|=|//?|\*|\+|-)(?=\s|[a-zA-Z0-9\[])", t.OPERATOR),
            rule(r"[#&*+-./:<=>?@^~]+", t.OPERATOR),
        ],
        "comment": [
            rule(r"/\*", t.COMMENT_MULTILINE, "#push"),
            rule(r"\s*\*[^*/]+", t.COMMENT_MULTILINE),
            rule(r"\*/", t.COMMENT_MULTILINE, "#pop"),
        ],
        "first line": [rule("#.*", t.COMMENT_SINGLE), rule("", None, "#pop")],
    }

    def start(self) -> None:
        self.push("first line")
