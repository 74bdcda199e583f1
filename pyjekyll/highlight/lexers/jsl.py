"""JSL, the scripting language of JMP."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, rule

_NAME = r"[a-zA-Z_\u017f\u212a][\w\s'%.\\]*"  # Ruby folds two letters beyond ASCII; names may have blanks in them


class Jsl(RegexLexer):
    """Lex JSL."""

    tag = "jsl"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.WHITESPACE),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
            rule("<<", t.OPERATOR, "message"),
            rule(rf"(::?)?({_NAME})(\()", (t.PUNCTUATION, t.KEYWORD, t.PUNCTUATION)),
            rule(
                r"(?i)\d{2}(?:jan|feb|mar|apr|may|jun|jul|aug|[s\u017f]ep|oct|nov|dec)\d{2}(?:\d{2})?"
                r"(?::\d{2}:\d{2}(?::\d{2}(?:\.\d*)?)?)?",
                t.LITERAL_DATE,
            ),
            rule(r"(?i)-?(?:[0-9]+(?:[.][0-9]+)?|[.][0-9]*)(?:e[+-]?[0-9]+)?i?", t.NUM),
            rule(rf'(::?)?({_NAME}|"(?:\\!"|[^"])*?"[nN])', (t.PUNCTUATION, t.NAME_VARIABLE)),
            rule(r'(?s)(")(\\\[)(.*?)(\]\\)(")', (t.STR_DOUBLE, t.STR_ESCAPE, t.STR_DOUBLE, t.STR_ESCAPE, t.STR_DOUBLE)),
            rule('"', t.STR_DOUBLE, "string"),
            rule(r"[-+*/!%&<>|=:`^]", t.OPERATOR),
            rule(r"[\[\](){},;]", t.PUNCTUATION),
        ],
        "message": [
            rule(r"\s+", t.WHITESPACE),
            rule(_NAME, t.NAME_FUNCTION),
            rule("[(),;]", t.PUNCTUATION, "#pop"),
            rule("[&|!=<>]", t.OPERATOR, "#pop"),
        ],
        "string": [
            rule(r'\\![btrnNf0\\"]', t.STR_ESCAPE),
            rule('"', t.STR_DOUBLE, "#pop"),
            rule(r'[^\\"]+|\\', t.STR_DOUBLE),
        ],
        "comment": [
            rule(r"/\*", t.COMMENT_MULTILINE, "#push"),
            rule(r"\*/", t.COMMENT_MULTILINE, "#pop"),
            rule("[^/*]+|[/*]", t.COMMENT_MULTILINE),
        ],
    }
