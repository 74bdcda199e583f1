"""Lustre, and Lutin, which is Lustre with other words."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words


def _name(lexer: Lustre, hit: Hit) -> None:
    name = hit[0]
    if name in lexer.keywords:
        lexer.emit(t.KEYWORD, name)
    elif name in lexer.word_operators:
        lexer.emit(t.OPERATOR_WORD, name)
    else:
        lexer.emit(t.KEYWORD_TYPE if name in lexer.types else t.NAME, name)


class Lustre(RegexLexer):
    """Lex Lustre."""

    tag = "lustre"
    keywords = words("""
        extern unsafe assert const current enum function let node operator returns step struct tel type var model package needs
        provides uses is body end include merge
    """)
    word_operators = words("div and xor mod or not nor if then else fby pre when with")
    types = words("int real bool")
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("false|true", t.KEYWORD_CONSTANT),
            rule("--.*", t.COMMENT_SINGLE),
            rule(r"(?s)/\*.*?\*/|\(\*.*?\*\)", t.COMMENT_MULTILINE),
            rule(r"[a-zA-Z_\u017f\u212a][\w']*", _name),
            rule(r"[(){}\[\];]+", t.PUNCTUATION),
            rule("[,!$%&*+./:<=>?@^|~#-]+", t.OPERATOR),
            rule(r"(?i)\d[\d_]*(?:.[\d_]*)?e[+-]?\d[\d_]*", t.NUM_FLOAT),  # any character for the point
            rule(r"\d[\d_]*", t.NUM_INTEGER),
            rule(r"""'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x\h{2}|[.])'""", t.STR_CHAR),
            rule('"', t.STR_DOUBLE, "string"),
        ],
        "string": [
            rule(r'[^\\"]+', t.STR_DOUBLE),
            rule(r"""\\(?:[\\"'ntbr]|\d{3}|x\h{2})""", t.STR_ESCAPE),
            rule(r"\\\n", t.STR_DOUBLE),
            rule('"', t.STR_DOUBLE, "#pop"),
        ],
    }


class Lutin(Lustre):
    """Lex Lutin."""

    tag = "lutin"
    keywords = words("""
        let in node extern system returns weak strong assert raise try catch trap do exist erun run type ref exception include
    """)
    word_operators = words("div and xor mod or not nor if then else pre")
    types = words("int real bool trace loop fby")
