"""Brainfuck."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, include, rule


class Brainfuck(RegexLexer):
    """Lex Brainfuck: a loop before the first command is a comment."""

    tag = "brainfuck"
    states: ClassVar[dict[str, Rules]] = {
        "beginning": [
            rule(r"\s+", t.TEXT),
            rule(r"\[", t.COMMENT_MULTILINE, "comment"),
            rule("", None, "#pop"),
        ],
        "comment": [
            rule(r"\[", t.COMMENT_MULTILINE, "#push"),
            rule(r"\]", t.COMMENT_MULTILINE, "#pop"),
            rule(r"[^\[\]]+", t.COMMENT_MULTILINE),
        ],
        "root": [rule(r"\]", t.ERROR), include("commands")],
        "loop": [rule(r"\]", t.PUNCTUATION, "#pop"), include("commands")],
        "commands": [
            rule(r"\[", t.PUNCTUATION, "loop"),
            rule(r"[^><+\-.,\[\]]+", t.COMMENT_SINGLE),
            rule("[><]+", t.NAME_BUILTIN),
            rule("[+.,-]+", t.NAME_FUNCTION),
        ],
    }

    def start(self) -> None:
        self.push("beginning")
