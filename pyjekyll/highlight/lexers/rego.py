"""Rego, the Open Policy Agent's language."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_CONSTANTS = words("true false null")
_OPERATORS = words("as default else import not package some with")


def _word(lexer: Rego, hit: Hit) -> None:
    word = hit[0]
    lexer.emit(t.KEYWORD_CONSTANT if word in _CONSTANTS else t.OPERATOR_WORD if word in _OPERATORS else t.NAME, word)


class Rego(RegexLexer):
    """Lex Rego."""

    tag = "rego"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("#.*", t.COMMENT_SINGLE),
            rule(r"[\[\](){}|.,;!]", t.PUNCTUATION),
            rule('"[^"]*"', t.STR_DOUBLE),  # also over several lines, and to the first escaped quote
            rule(r"-?\d+\.\d+(?:[eE][+-]?\d+)?", t.NUM_FLOAT),
            rule(r"-?\d+(?:[eE][+-]?\d+)?", t.NUM),
            rule(r"\\u[0-9a-fA-F]{4}", t.NUM_HEX),
            rule(r'\\["/bfnrt]', t.STR_ESCAPE),
            rule("[=><+*%/&:?@^~-]", t.OPERATOR),
            rule("[[:word:]]+", _word),
        ]
    }
