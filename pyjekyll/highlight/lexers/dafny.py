"""Dafny."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_TYPES = words("array array? bool char imap int iset map multiset nat object object? ORDINAL real seq set string")
_CONSTANTS = words("true false null")
_OPERATORS = words("as is in")
_KEYWORDS = words("""
    abstract allocated assert assume break by calc case class codatatype const constructor datatype decreases downto else
    ensures exists expect export extends for forall fresh function ghost greatest if import include invariant iterator label
    least lemma match method modifies modify module nameonly new newtype old opened predicate print provides reads refines
    requires return returns reveal reveals static then this to trait twostate type unchanged var while witness yield yields
""")
_TOKENS = {
    **dict.fromkeys(_TYPES, t.KEYWORD_TYPE),
    **dict.fromkeys(_CONSTANTS, t.KEYWORD_CONSTANT),
    **dict.fromkeys(_OPERATORS, t.OPERATOR_WORD),
    **dict.fromkeys(_KEYWORDS, t.KEYWORD_RESERVED),
}
_IN_NAME = "[0-9a-zA-Z_'?]"
_END = f"(?!{_IN_NAME})"
_DIGITS = r"\d+(?:_\d+)*"
_ESCAPE = r"""\\["'ntr\\0]"""
_UNICODE = r"\\u\h{4}"


def _word(lexer: Dafny, hit: Hit) -> None:
    lexer.emit(_TOKENS.get(hit[0], t.NAME), hit[0])


class Dafny(RegexLexer):
    """Lex Dafny. Texts, characters and numbers that are not well-formed are errors."""

    tag = "dafny"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"\*/", t.ERROR),
            rule(rf"'(?:[^\\'\n\r]|{_ESCAPE}|{_UNICODE})'", t.STR_CHAR),
            rule(r"'[^'\n\r]*(?:'|$)", t.ERROR),
            rule(rf'"(?:[^\\"\n\r]|{_ESCAPE}|{_UNICODE})*"', t.STR_DOUBLE),
            rule('".*"|".*', t.ERROR),
            rule('@"(?:[^"]|"")*"', t.STR_OTHER),
            rule('(?s)@".*', t.ERROR),
            rule(rf"{_DIGITS}\.{_DIGITS}{_END}", t.NUM_FLOAT),
            rule(f"0b[01]+(?:_[01]+)*{_END}", t.NUM_BIN),
            rule(f"0b{_IN_NAME}*", t.ERROR),
            rule(rf"0x\h+(?:_\h+)*{_END}", t.NUM_HEX),
            rule(f"0x{_IN_NAME}*", t.ERROR),
            rule(f"{_DIGITS}{_END}", t.NUM_INTEGER),
            rule(f"_{_END}", t.NAME),
            rule(f"_[0-9_]+{_END}|[0-9_]+_{_END}|[0-9]{_IN_NAME}+", t.ERROR),
            rule(rf"array(?:1[0-9]+|[2-9][0-9]*)\??{_END}", t.KEYWORD_TYPE),
            rule(f"bv(?:0|[1-9][0-9]*){_END}", t.KEYWORD_TYPE),
            rule(f"[0-9a-zA-Z?]{_IN_NAME}*", _word),
            rule(r"\.\.|[*!%&<>|^+=:./-]", t.OPERATOR),
            rule(r"[\[\](){},;`]", t.PUNCTUATION),
            rule(r"\s+", t.TEXT),
            rule(".", t.ERROR),
        ],
        "comment": [
            rule(r"\*/", t.COMMENT_MULTILINE, "#pop"),
            rule(r"/\*", t.COMMENT_MULTILINE, "#push"),
            rule("[^*/]+|[*/]", t.COMMENT_MULTILINE),
        ],
    }
