"""Property lists in their old notation."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, include, rule


class Plist(RegexLexer):
    """Lex property lists."""

    tag = "plist"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("//.*$", t.COMMENT),
            rule(r"(?s)/\*.+?\*/", t.COMMENT),
            rule(r"\s+", t.WHITESPACE),
            rule(r"\{", t.PUNCTUATION, "dictionary"),
            rule(r"\(", t.PUNCTUATION, "array"),
            rule(r'"(?:[^"\\]|\\.)*"', t.STR_DOUBLE),
            rule(r"'(?:[^'\\]|\\.)*'", t.STR_SINGLE),
            rule("<", t.PUNCTUATION, "data"),
            rule(r"[\w$/:.-]+", t.LITERAL),
        ],
        "dictionary": [include("root"), rule("[=;]", t.PUNCTUATION), rule(r"\}", t.PUNCTUATION, "#pop")],
        "array": [include("root"), rule(",", t.PUNCTUATION), rule(r"\)", t.PUNCTUATION, "#pop")],
        "data": [rule(r"[\h\s]+", t.NUM_HEX), rule(">", t.PUNCTUATION, "#pop")],
    }
