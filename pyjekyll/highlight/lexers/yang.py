"""YANG."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_STATEMENTS = words("""
    module submodule belongs-to namespace prefix yang-version contact description organization reference revision import include
    revision-date action argument augment deviation extension feature grouping identity if-feature input notification output rpc
    typedef anydata anyxml case choice config container deviate leaf leaf-list list must presence refine uses when base bit
    default enum error-app-tag error-message fraction-digits length max-elements min-elements modifier ordered-by path pattern
    position range require-instance status type units value yin-element key mandatory unique
""")
_TYPES = words("""
    binary bits boolean decimal64 empty enumeration identityref instance-identifier int16 int32 int64 int8 leafref string uint16
    uint32 uint64 uint8 union
""")
_CONSTANTS = words("""
    add current delete deprecated false invert-match max min not-supported obsolete replace true unbounded user
""")


def _word(lexer: Yang, hit: Hit) -> None:
    word = hit[0].lower()
    if word in _STATEMENTS:
        token = t.KEYWORD_DECLARATION
    else:
        token = t.KEYWORD_TYPE if word in _TYPES else t.NAME_CONSTANT if word in _CONSTANTS else t.NAME
    lexer.emit(token, hit[0])


class Yang(RegexLexer):
    """Lex YANG, which models what networks are made of."""

    tag = "yang"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.WHITESPACE),
            rule("[{};]+", t.PUNCTUATION),
            rule(r"(?:and|or|not|\+|\.)(?![\w-])", t.OPERATOR),
            rule(r'"(?:\\"|[^"])*?"', t.STR_DOUBLE),
            rule(r"'(?:\\'|[^'])*?'", t.STR_SINGLE),
            rule(r"/\*", t.COMMENT, "comment"),
            rule("//.*?$", t.COMMENT),
            rule(r"([\w.-]+)(:)([\w.-]+)(?=[\s{};])", (t.NAME_NAMESPACE, t.PUNCTUATION, t.NAME)),
            rule(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=[\s{};])", t.NAME_LABEL),
            rule(r"[0-9]+\.[0-9]+(?=[\s{};])", t.NUM_FLOAT),
            rule(r"[0-9]+(?=[\s{};])", t.NUM_INTEGER),
            rule(r"[\w-]+(?=[^\w:-])\b", _word),
            rule(r"""[^;{}\s'"]+""", t.NAME),
        ],
        "comment": [
            rule(r"/\*", t.COMMENT, "#push"),
            rule(r"\*/", t.COMMENT, "#pop"),
            rule("[^*/]+|[*/]", t.COMMENT),
        ],
    }
