"""Elm."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, rule

_KEYWORDS = any_of("module exposing port import as type alias if then else case of let in")


class Elm(RegexLexer):
    """Lex Elm."""

    tag = "elm"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("--.*", t.COMMENT_SINGLE),
            rule(r"\{-", t.COMMENT_MULTILINE, "comment"),
            rule(rf"{_KEYWORDS}\b", t.KEYWORD),
            rule(r"[a-z]\w*|_", t.NAME),
            rule(r"[A-Z]\w*", t.KEYWORD_TYPE),
            # The range takes the comma and the dot along.
            rule(r"::|&&|\|\||[+-/*%=<>^|!]|[\\@#$&~?]", t.OPERATOR),
            rule('"""', t.STR, "long string"),
            rule(r"'(?:\\.|.)'", t.STR_CHAR),
            rule('"', t.STR, "string"),
            rule(r"(?i)0x[\da-f]+", t.NUM_HEX),
            rule(r"(?i)\d+e[+-]?\d+|\d+\.\d+(?:e[+-]?\d+)?", t.NUM_FLOAT),
            rule(r"\d+", t.NUM_INTEGER),
            rule(r"[\[\]();`{}:]", t.PUNCTUATION),
        ],
        "comment": [
            rule(r"-\}", t.COMMENT_MULTILINE, "#pop"),
            rule(r"\{-", t.COMMENT_MULTILINE, "#push"),
            rule(r"[^-{}]+|[-{}]", t.COMMENT_MULTILINE),
        ],
        "string": [rule(r'[^\\"]+', t.STR_DOUBLE), rule(r'\\"', t.STR_ESCAPE), rule('"', t.STR_DOUBLE, "#pop")],
        "long string": [rule(r'\\"', t.STR_ESCAPE), rule('"""', t.STR, "#pop"), rule('[^"]+|"', t.STR)],
    }
