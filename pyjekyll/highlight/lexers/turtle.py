"""Turtle, a notation for RDF."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, rule

_WORD = r"""[^:;<>#@"().\[\]{} ]"""


class Turtle(RegexLexer):
    """Lex Turtle."""

    tag = "turtle"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"@(?:base|prefix)\b", t.KEYWORD_DECLARATION),
            rule(r"(?:true|false)\b", t.KEYWORD_CONSTANT),
            rule('(?s)""".*?"""', t.STR),
            rule(r'"(?:[^"\\]|\\.)*"', t.STR),
            rule("(?s)'''.*?'''", t.STR),
            rule(r"'(?:[^'\\]|\\.)*'", t.STR),
            rule("#.*$", t.COMMENT_SINGLE),
            rule(r"@[^\s,.;]+", t.NAME_ATTRIBUTE),
            rule(r"[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)E[+-]?[0-9]+", t.NUM_FLOAT),
            rule(r"[+-]?[0-9]*\.[0-9]", t.NUM_FLOAT),  # one digit only
            rule("[+-]?[0-9]+", t.NUM_INTEGER),
            rule(r"[.,;(){}\[\]]|\^\^", t.PUNCTUATION),
            rule("<[^>]*>", t.NAME_LABEL),
            rule(r"(?i)(?:base|prefix)\b", t.KEYWORD_DECLARATION),
            rule(r"(?:GRAPH|a)\b", t.KEYWORD),
            rule(r"\s+", t.WHITESPACE),
            rule(f"{_WORD}*:", t.NAME_NAMESPACE),
            rule(f"{_WORD}+", t.NAME),
        ]
    }
