"""Smalltalk."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, include, rule

_LETTERS = r"a-zA-Z\u017f\u212a"
_ANY_CASE = rf"[{_LETTERS}][\w\u212a]*"
_SIGNS = r"-+*/\\~<>=|&!?,@%"


class Smalltalk(RegexLexer):
    """Lex Smalltalk. After an object comes a message, whose name is a function's."""

    tag = "smalltalk"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"(<)(\w+:)(.*?)(>)", (t.PUNCTUATION, t.KEYWORD, t.TEXT, t.PUNCTUATION)),
            include("blanks"),
            rule(rf"([{_LETTERS}][\w\u212a]*:)(\s*)([\w\u212a]+)", (t.NAME_FUNCTION, t.TEXT, t.NAME_VARIABLE)),
            rule(rf"^(\s*)({_ANY_CASE})(\s*)$", (t.TEXT, t.NAME_FUNCTION, t.TEXT)),
            rule(rf"^(\s*)([{_SIGNS}]+)(\s*)(\w+)(\s*)$", (t.TEXT, t.NAME_FUNCTION, t.TEXT, t.NAME_VARIABLE, t.TEXT)),
            rule(r"(\|)([\w\s]*)(\|)", (t.PUNCTUATION, t.NAME_VARIABLE, t.PUNCTUATION)),
            rule(r"\[", t.PUNCTUATION, "block variables"),
            rule(r"(?:self|super|true|false|nil|thisContext)\b", t.NAME_BUILTIN_PSEUDO, "message"),
            rule(r"[A-Z]\w*(?!:)\b", t.NAME_CLASS, "message"),
            rule(r"[a-z]\w*(?!:)\b", t.NAME_VARIABLE, "message"),
            include("literals"),
            rule(r"\^|:=|_", t.OPERATOR),
            rule(r"[)}\]]", t.PUNCTUATION, "message"),
            rule("[({!]", t.PUNCTUATION),
        ],
        "blanks": [
            rule("! !$", t.KEYWORD),  # the end of a chunk in a file of Squeak's
            rule(r"\s+", t.TEXT),
            rule('"[^"]*"', t.COMMENT),
        ],
        "block variables": [
            include("blanks"),
            rule(r"(:)(\s*)(\w+)", (t.OPERATOR, t.TEXT, t.NAME_VARIABLE)),
            rule(r"\|", t.PUNCTUATION, "#pop"),
            rule("", None, "#pop"),
        ],
        "literals": [
            rule("'[^']*'", t.STR, "message"),
            rule(r"\$.", t.STR_CHAR, "message"),
            rule(r"#\(", t.STR_SYMBOL, "array"),
            rule(r"(?:\d+r)?-?\d+(?:\.\d+)?(?:e-?\d+)?", t.NUM, "message"),
            rule(rf'#(?:"[^"]*"|[{_SIGNS}]+|[\w:]+)', t.STR_SYMBOL, "message"),
        ],
        "array": [rule(r"\)", t.STR_SYMBOL, "#goto:message"), include("inner array")],
        "inner array": [
            rule(r"#\(", t.STR_SYMBOL, "inner array"),
            rule(r"\)", t.STR_SYMBOL, "#pop"),
            include("blanks"),
            include("literals"),
            rule(rf"[{_SIGNS}\w:]+", t.STR_SYMBOL),
        ],
        "message": [
            include("blanks"),
            rule("(?:ifTrue|ifFalse|whileTrue|whileFalse|timesRepeat):", t.NAME_BUILTIN, "#pop"),
            rule(r"new(?!:)\b", t.NAME_BUILTIN),
            rule(":=|_", t.OPERATOR, "#pop"),
            rule(rf"{_ANY_CASE}:", t.NAME_FUNCTION, "#pop"),
            rule(_ANY_CASE, t.NAME_FUNCTION),
            rule(rf"[{_SIGNS}]+", t.NAME_FUNCTION, "#pop"),
            rule(r"\.", t.PUNCTUATION, "#pop"),
            rule(";", t.PUNCTUATION),
            rule("", None, "#pop"),
        ],
    }
