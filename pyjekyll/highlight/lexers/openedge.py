"""OpenEdge ABL."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words
from pyjekyll.highlight.lexers._word_lists import read_word_lists

_NAME = r"[a-zA-Z_&{}][a-zA-Z0-9_&}-]*"
_TYPES = words("""
    BLOB CHARACTER CHAR CLOB DATE DATETIME DATETIME-TZ DECIMAL DEC HANDLE INT64 INTEGER INT LOGICAL LONGCHAR MEMPTR RAW RECID
    ROWID WIDGET-HANDLE
""")


def _word(lexer: OpenEdge, hit: Hit) -> None:
    word = hit[0].upper()
    if word in read_word_lists("openedge_words.txt")["keywords"]:
        lexer.emit(t.NAME_BUILTIN, hit[0])
    else:
        lexer.emit(t.KEYWORD_TYPE if word in _TYPES else t.NAME_VARIABLE, hit[0])


class OpenEdge(RegexLexer):
    """Lex OpenEdge ABL."""

    tag = "openedge"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(r"(\.)(\s+)", (t.OPERATOR, t.TEXT)),
            rule(r"//[^\n]*", t.COMMENT_SINGLE),
            rule("(?s)/[*].*?[*]/", t.COMMENT_MULTILINE),
            rule(r"(\{?&)(\S+)", (t.COMMENT_PREPROC, t.NAME_OTHER), "directive"),
            rule('"', t.STR, "string"),
            rule(r"(?i)'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'", t.STR_CHAR),
            include("numbers"),
            rule(r"\*/", t.ERROR),
            rule(r"[~!%^*+=|?:<>/-]", t.OPERATOR),
            rule(r"[()\[\],]", t.PUNCTUATION),
            rule(r"(?i)(?:true|false|null)\b", t.KEYWORD_CONSTANT),
            rule(_NAME, _word),
        ],
        "numbers": [
            rule(r"(?i)(?:\d+[.]\d*|[.]\d+)(?:e[+-]?\d+[lu]*)?|\d+e[+-]?\d+[lu]*", t.NUM_FLOAT),
            rule("(?i)0x[0-9a-f]+[lu]*", t.NUM_HEX),
            rule("(?i)0[0-7]+[lu]*", t.NUM_OCT),
            rule(r"(?i)\d+[lu]*", t.NUM_INTEGER),
        ],
        "string": [
            rule('"', t.STR, "#pop"),
            rule(r"""\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})""", t.STR_ESCAPE),
            rule(r'[^\\"]+|\\', t.STR),
        ],
        # To the end of a line, unless blanks stand before it.
        "directive": [
            rule(r"\n", t.TEXT, "#pop"),
            rule(r"\s+", t.TEXT),
            rule(r"(\{?&)(\S+)", (t.COMMENT_PREPROC, t.NAME_OTHER)),
            rule('"', t.STR, "string"),
            include("numbers"),
            rule(r"\S+", t.NAME),
        ],
    }
