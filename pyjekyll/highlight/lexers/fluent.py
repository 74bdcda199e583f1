"""Fluent's messages."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, rule

_NAME = "[a-zA-Z][a-zA-Z0-9_-]*"


class Fluent(RegexLexer):
    """Lex the messages of Fluent, which is for translations."""

    tag = "fluent"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("( *)(=)( *)", (t.WHITESPACE, t.PUNCTUATION, t.WHITESPACE), "pattern"),
            rule(r"\s*\n", t.WHITESPACE),
            rule("#{1,3}(?: .*)?$", t.COMMENT_SINGLE),
            rule(_NAME, t.NAME_CONSTANT),
            rule(f"-{_NAME}", t.NAME_ENTITY),
            rule(rf"\s*\.{_NAME}", t.NAME_ATTRIBUTE),
            rule(r"\s+(?=[^\s.])", t.WHITESPACE, "pattern"),
        ],
        "pattern": [
            rule(r"\n", t.WHITESPACE, "#pop"),
            rule(r"[^{\n}*]+", t.TEXT),
            rule(r"\{", t.PUNCTUATION, "placeable"),
            rule(r"(?=\})", None, "#pop"),
        ],
        "placeable": [
            rule(r"\s+", t.WHITESPACE),
            rule(r"\{", t.PUNCTUATION, "#push"),
            rule(r"\}", t.PUNCTUATION, "#pop"),
            rule(rf"\${_NAME}", t.NAME_VARIABLE),
            rule(f"-{_NAME}", t.NAME_ENTITY),
            rule(rf"\.{_NAME}", t.NAME_ATTRIBUTE),
            rule("[A-Z]+", t.NAME_BUILTIN),
            rule(_NAME, t.NAME_CONSTANT),
            rule("[(),:]|->", t.PUNCTUATION),
            rule(r"\*", t.PUNCTUATION_INDICATOR),
            rule(r"-?\d+\.\d", t.NUM_FLOAT),  # one digit only
            rule(r"-?\d+", t.NUM_INTEGER),
            rule('"', t.STR_DOUBLE, "string"),
            rule(r"(\[)(-?\d+\.\d+)(\])", (t.PUNCTUATION, t.NUM_FLOAT, t.PUNCTUATION), "pattern"),
            rule(r"(\[)(-?\d+)(\])", (t.PUNCTUATION, t.NUM_INTEGER, t.PUNCTUATION), "pattern"),
            rule(r"(\[)([a-zA-Z][a-zA-Z0-9_-]+)(\])", (t.PUNCTUATION, t.STR_SYMBOL, t.PUNCTUATION), "pattern"),
        ],
        "string": [
            rule(r"\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{6}|\\.", t.STR_ESCAPE),
            rule(r'[^"\\]+', t.STR_DOUBLE),
            rule('"', t.STR_DOUBLE, "#pop"),
        ],
    }
