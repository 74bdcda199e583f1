"""SPARQL."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_BUILTINS = words("""
    ABS AVG BNODE BOUND CEIL COALESCE CONCAT CONTAINS COUNT DATATYPE DAY ENCODE_FOR_URI FLOOR GROUP_CONCAT HOURS IF IRI LANG
    LANGMATCHES LCASE MAX MD5 MIN MINUTES MONTH NOW RAND REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SEPARATOR SHA1 SHA256
    SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TZ UCASE URI UUID
    YEAR
""")
_KEYWORDS = words("""
    ADD ALL AS ASC ASK BASE BIND BINDINGS BY CLEAR CONSTRUCT COPY CREATE DATA DEFAULT DELETE DESC DESCRIBE DISTINCT DROP
    EXISTS FILTER FROM GRAPH GROUP HAVING IN INSERT LIMIT LOAD MINUS MOVE NAMED NOT OFFSET OPTIONAL ORDER PREFIX SELECT
    REDUCED SERVICE SILENT TO UNDEF UNION USING VALUES WHERE WITH
""")


def _word(lexer: Sparql, hit: Hit) -> None:
    word = hit[0].upper()
    lexer.emit(t.NAME_BUILTIN if word in _BUILTINS else t.KEYWORD if word in _KEYWORDS else t.ERROR, hit[0])


def _string(quote: str, token: str) -> dict[str, Rules]:
    inside: Rules = [include("escapes"), rule(rf"\\|[^{quote}\\]+", token)]
    return {
        f"{quote} string": [rule(quote, token, "#goto:end of string"), *inside],
        f"{quote} long string": [rule(quote * 3, token, "#goto:end of string"), rule(quote, token), *inside],
    }


class Sparql(RegexLexer):
    """Lex SPARQL."""

    tag = "sparql"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.WHITESPACE),
            rule("#.*", t.COMMENT_SINGLE),
            rule('"""', t.STR_DOUBLE, '" long string'),
            rule('"', t.STR_DOUBLE, '" string'),
            rule("'''", t.STR_SINGLE, "' long string"),
            rule("'", t.STR_SINGLE, "' string"),
            rule("[$?][[:word:]]+", t.NAME_VARIABLE),
            rule("([[:word:]-]*)(:)([[:word:]-]+)?", (t.NAME_NAMESPACE, t.OPERATOR, t.STR_SYMBOL)),
            rule("<[^>]*>", t.NAME_NAMESPACE),
            rule("(?i)true|false", t.KEYWORD_CONSTANT),
            rule(r"a\b", t.KEYWORD),
            rule(r"[A-Za-z\u017f\u212a][[:word:]]+\b", _word),
            rule(r"(?i)[+-]?(?:\d+\.\d*|\.\d+)(?:e[+-]?[0-9]+)?", t.NUM_FLOAT),
            rule(r"[+-]?\d+", t.NUM_INTEGER),
            rule(r"[\]\[(){}.,;=]", t.PUNCTUATION),
            rule(r"[/?*+!<>]|&&|\|\||\^\^", t.OPERATOR),
        ],
        **_string('"', t.STR_DOUBLE),
        **_string("'", t.STR_SINGLE),
        "escapes": [rule(r"""\\(?:[tbnrf"'\\]|u\h{4}|U\h{8})""", t.STR_ESCAPE)],
        "end of string": [
            rule("(@)([a-zA-Z]+(?:-[a-zA-Z0-9]+)*)", (t.OPERATOR, t.NAME_PROPERTY)),
            rule(r"\^\^", t.OPERATOR),
            rule("", None, "#pop"),
        ],
    }
