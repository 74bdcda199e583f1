"""ABAP."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words
from pyjekyll.highlight.lexers._word_lists import read_word_lists

_TYPES = words("b c d decfloat16 decfloat34 f i int8 n p s t x clike csequence decfloat string xstring")


def _called(lexer: Abap, hit: Hit) -> None:
    name, after_arrow = hit[2], hit[1] is not None
    lexer.emit(t.OPERATOR, hit[1])
    if after_arrow:
        token = t.NAME
    elif name.upper() in ("DATA", "FIELD-SYMBOL"):
        token = t.KEYWORD
    else:
        token = t.NAME_BUILTIN if name.lower() in read_word_lists("abap_words.txt")["builtins"] else t.NAME
    lexer.emit(token, name)
    lexer.emit(t.PUNCTUATION, hit[3])


def _word(lexer: Abap, hit: Hit) -> None:
    if hit[0].upper() in read_word_lists("abap_words.txt")["keywords"]:
        lexer.emit(t.KEYWORD, hit[0])
    else:
        lexer.emit(t.KEYWORD_TYPE if hit[0].lower() in _TYPES else t.NAME, hit[0])


class Abap(RegexLexer):
    """Lex ABAP."""

    tag = "abap"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule('".*', t.COMMENT_SINGLE),
            rule(r"^\*.*", t.COMMENT_MULTILINE),
            rule(r"\d+", t.NUM_INTEGER),
            rule("['`]", t.STR_SINGLE, "string"),
            rule(r"[\[\](){}.,:|]", t.PUNCTUATION),
            rule(r"(->|=>)?([A-Za-z][A-Za-z0-9_-]*)(\()", _called),
            rule(r"\w+", _word),
            rule(r"->|=>|[-*+%/~=&?<>!#@^]+", t.OPERATOR),
        ],
        # Either quote ends it.
        "string": [
            rule(r"\\.|''|``", t.STR_ESCAPE),
            rule("['`]", t.STR_SINGLE, "#pop"),
            rule(r"[^\\'`]+", t.STR_SINGLE),
        ],
    }
