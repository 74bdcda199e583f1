"""Data Studio's scripts."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words
from pyjekyll.highlight.lexers.sql import Sql

_KEYWORDS = Sql.keywords - words("FOLLOWING PARTITION PRECEDING RANGE WINDOW")
_NAME = r"@?[_a-zA-Z\u017f\u212a]\w*"  # with what Ruby folds to one of the letters
# Rouge's `%(\\.|.)+?%`, which takes exponential time on a line of backslashes. If every sign that follows is escaped, backtracking
# ends the variable at the last of them.
_VARIABLE = r"%(?:(?:\\.|.)(?>(?:\\.|[^%\\\n]|\\(?!.))*)|.+)%"


def _word(lexer: Datastudio, hit: Hit) -> None:
    lexer.emit(t.KEYWORD if hit[0].upper() in _KEYWORDS else t.NAME, hit[0])


def _quoted(quote: str, token: str) -> Rules:
    """Return the rules for a quoted text."""
    return [
        rule(_VARIABLE, t.STR_ESCAPE),
        rule(rf"\\{quote}", token),
        rule(quote, token, "#pop"),
        rule(r"(?s).", token),
    ]


class Datastudio(RegexLexer):
    """Lex Data Studio's scripts: SQL's words, and variables in per cent signs."""

    tag = "datastudio"
    states: ClassVar[dict[str, Rules]] = {
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"(?s)/[*].*?[*]/", t.COMMENT_MULTILINE),
        ],
        "root": [
            include("blanks"),
            rule(f"^:{_NAME}", t.NAME_LABEL),
            rule(rf"@{_NAME}(?:\.{_NAME})?", t.NAME_ENTITY),
            rule(_VARIABLE, t.NAME_VARIABLE),
            rule(r"[~!%^&*()+=|\[\]{}:;,.<>/?-]", t.PUNCTUATION),
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule("'", t.STR_SINGLE, "single quotes"),
            rule(r"\d(?:\.\d*)?", t.NUM),
            rule(rf"{_NAME}(?=\s*\()", t.NAME_FUNCTION),
            rule(_NAME, _word),
        ],
        "double quotes": _quoted('"', t.STR_DOUBLE),
        "single quotes": _quoted("'", t.STR_SINGLE),
    }
