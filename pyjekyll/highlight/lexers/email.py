"""Letters as they are sent."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, rule


class Email(RegexLexer):
    """Lex letters: header fields, then text."""

    tag = "email"
    states: ClassVar[dict[str, Rules]] = {
        "root": [rule(r"\n", t.TEXT), rule("^>.*", t.COMMENT), rule(".+", t.TEXT)],
        "fields": [rule(":", t.OPERATOR, "value"), rule(r"[^\n\r:]+|[\n\r]", t.NAME_TAG)],
        "value": [
            rule(r"(?:\r?\n){2}", t.TEXT, "#pop:2"),
            rule(r"\r?\n(?![ \v\t\f])", t.TEXT, "#pop"),
            rule(r"[^\n\r]+|[\n\r]", t.NAME_ATTRIBUTE),
        ],
    }

    def start(self) -> None:
        self.push("fields")
