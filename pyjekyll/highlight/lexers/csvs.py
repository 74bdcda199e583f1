"""Schemas of CSV files."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, rule


class Csvs(RegexLexer):
    """Lex the CSV schema language."""

    tag = "csvs"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(r"//[\S\t ]*", t.COMMENT_SINGLE),
            rule(r"/\*[^*]*\*/", t.COMMENT_MULTILINE),
            rule(r"(version)( )(\d+\.\d+)", (t.KEYWORD, t.WHITESPACE, t.NUM_FLOAT)),
            rule(r"T?\d{2}:\d{2}:\d{2}(?:\.\d{5})?(?:Z|[-+]\d{2}:\d{2})?|\d{4}-\d{2}-\d{2}|\d{2}/\d{2}/\d{4}", t.LITERAL_DATE),
            rule(r"(?i)(?:\d+\.?\d*|\.\d+)(?:e[+-]?[0-9]+)?", t.NUM_FLOAT),
            rule(r"@\w+", t.KEYWORD_PSEUDO),
            rule(r"[-.\w]+:", t.NAME_VARIABLE),
            rule('^"[^"]+"', t.NAME_VARIABLE),
            rule(r'\$(?:[-.\w]+|"[^"]+")/?', t.NAME_VARIABLE),
            rule("[a-zA-Z\u017f\u212a]+", t.KEYWORD),
            rule('"[^"]*"', t.STR_DOUBLE),
            rule(r"'[^\r\n\f']'", t.STR_CHAR),
            rule("[,()*]", t.PUNCTUATION),
        ]
    }
