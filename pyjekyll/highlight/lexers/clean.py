"""Clean."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_KEYWORDS = words("""
    if otherwise let in with where case of infix infixl infixr class instance generic derive special implementation definition
    system module from import qualified as dynamic code inline foreign export ccall stdcall
""")


def _lower(lexer: Clean, hit: Hit) -> None:
    lexer.emit(t.KEYWORD if hit[0] in _KEYWORDS else t.NAME, hit[0])


def _upper(lexer: Clean, hit: Hit) -> None:
    lexer.emit(t.KEYWORD_CONSTANT if hit[0] in ("True", "False") else t.KEYWORD_TYPE, hit[0])


def _comment(token: str) -> Rules:
    """Return the rules for a comment; one inside it is no documentation, and in the rest of a line after `//` none ends."""
    return [
        rule(r"\*/", token, "#pop"),
        rule("//.*", token),
        rule(r"/\*", token, "comment"),
        rule("[^*/]+|[*/]", token),
    ]


class Clean(RegexLexer):
    """Lex Clean, and the code of its ABC machine."""

    tag = "clean"
    states: ClassVar[dict[str, Rules]] = {
        "literals": [
            rule(r"'(?:[^'\\]|\\(?:x\h+|\d+|.))'", t.STR_CHAR),
            rule(r"[+~-]?\d+\.\d+(?:E[+-]?\d+)?\b", t.NUM_FLOAT),
            rule(r"[+~-]?\d+E[+-]?\d+\b", t.NUM_FLOAT),
            rule(r"[+~-]?\d+", t.NUM_INTEGER),
            rule('"', t.STR_DOUBLE, "string"),
        ],
        "root": [
            rule(r"\s+", t.TEXT_WHITESPACE),
            rule(r"//\*.*", t.COMMENT_DOC),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"/\*\*", t.COMMENT_DOC, "documentation"),
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
            rule("[+~-]?0[0-7]+", t.NUM_OCT),
            rule(r"[+~-]?0x\h+", t.NUM_HEX),
            include("literals"),
            rule(r"(\[)(\s*)(')(?=.*?'\])", (t.PUNCTUATION, t.TEXT_WHITESPACE, t.STR_SINGLE), "characters"),
            rule(r"code(?:\s+inline)?\s*\{", t.COMMENT_PREPROC, "ABC"),
            rule(r"_*[a-z][\w`]*", _lower),
            rule(r"_*[A-Z][\w`]*", _upper),
            rule(r"[^\w\s`]|_\b", t.PUNCTUATION),
        ],
        "documentation": _comment(t.COMMENT_DOC),
        "comment": _comment(t.COMMENT_MULTILINE),
        "escapes": [rule(r"""\\(?:[xX]\h{1,2}|[dD]\d{0,3}|0[0-7]{0,3}|[0-7]{1,3}|[nrfbtv\\"'])""", t.STR_ESCAPE)],
        "string": [rule('"', t.STR_DOUBLE, "#pop"), include("escapes"), rule(r'[^\\"]+', t.STR_DOUBLE)],
        "characters": [
            rule(r"(')(\])", (t.STR_SINGLE, t.PUNCTUATION), "#pop"),
            include("escapes"),
            rule(r"[^\\']", t.STR_SINGLE),
        ],
        "ABC blanks and literals": [
            rule(r"\s+", t.TEXT_WHITESPACE),
            rule(r"\|.*", t.COMMENT_SINGLE),
            include("literals"),
        ],
        "ABC": [
            include("ABC blanks and literals"),
            rule(r"\}", t.COMMENT_PREPROC, "#pop"),
            rule(r"\.\w*", t.KEYWORD, "ABC operands"),
            rule(r"\w+", t.NAME_BUILTIN, "ABC operands"),
        ],
        "ABC operands": [
            rule(r"\n", t.TEXT_WHITESPACE, "#pop"),
            rule(r"\}", t.COMMENT_PREPROC, "#pop:2"),
            include("ABC blanks and literals"),
            rule(r"\S+", t.NAME),
        ],
    }
