"""Apex."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_NAME = r"[a-zA-Z_\u017f\u212a][a-zA-Z0-9_\u017f\u212a]*"
_KEYWORDS = words("""
    assert break case catch continue default do else finally for if goto instanceof new return switch this throw try while
    insert update delete
""")
_QUERY_KEYWORDS = words("""
    SELECT FROM WHERE UPDATE LIKE TYPEOF END USING SCOPE WITH DATA CATEGORY GROUP BY ROLLUP CUBE HAVING ORDER ASC DESC NULLS
    FIRST LAST LIMIT OFFSET FOR VIEW REFERENCE TRACKING VIEWSTAT OR AND
""")
_DECLARATIONS = words("""
    abstract const enum extends final implements native private protected public static super synchronized throws transient
    volatile sharing without inherited virtual global testmethod
""")
_TYPES = words("boolean byte char double float int long short var void")
_CONSTANTS = words("true false null")


def _word(lexer: Apex, hit: Hit) -> None:
    """Emit a name with what stands around it: a keyword is one only where nothing does."""
    word = hit[0]
    if token := _keyword_token(word):
        lexer.emit(token, word)
    elif hit[1] == "@":
        lexer.emit(t.NAME_DECORATOR, word)
    elif hit[3] or hit[1] == ".":
        name = t.NAME_LABEL if hit[3] == ":" else t.NAME_FUNCTION if hit[3] else t.NAME_PROPERTY
        lexer.groups(hit, t.OPERATOR, name, t.PUNCTUATION)
    else:
        lexer.emit(t.NAME, word)


def _keyword_token(word: str) -> str:
    """Return the token of a keyword in whatever case, or nothing."""
    lower = word.lower()
    if lower in _KEYWORDS or word.upper() in _QUERY_KEYWORDS:
        return t.KEYWORD
    if lower in _DECLARATIONS:
        return t.KEYWORD_DECLARATION
    if lower in _TYPES:
        return t.KEYWORD_TYPE
    return t.KEYWORD_CONSTANT if lower in _CONSTANTS else t.KEYWORD_NAMESPACE if lower == "package" else ""


def _digits(of: str) -> str:
    """Return a regex for digits; an underscore stands between two only, so `1_2_3` ends after `1_2`."""
    return f"(?:[{of}]_+[{of}]|[{of}])+"


class Apex(RegexLexer):
    """Lex Apex."""

    tag = "apex"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
            rule(r"(?:class|interface)\b", t.KEYWORD_DECLARATION, "class name"),
            rule(r"import\b", t.KEYWORD_NAMESPACE, "package name"),
            rule(rf"([@$.]?)({_NAME})([:(]?)", _word),
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule("'", t.STR_SINGLE, "single quotes"),
            rule(rf"{_digits('0-9')}\.{_digits('0-9')}(?:[eE]{_digits('0-9')})?[fd]?", t.NUM_FLOAT),
            rule(f"0[bB]{_digits('01')}", t.NUM_BIN),
            rule(f"0[xX]{_digits('0-9a-fA-F')}", t.NUM_HEX),
            rule(f"0{_digits('0-7')}", t.NUM_OCT),
            rule(f"{_digits('0-9')}L?", t.NUM_INTEGER),
            rule(r"[-+/*~^!%&<>|=.?]", t.OPERATOR),
            rule(r"[\[\](){},:;]", t.PUNCTUATION),
        ],
        "class name": [rule(r"\s+", t.TEXT), rule(_NAME, t.NAME_CLASS, "#pop")],
        "package name": [rule(r"\s+", t.TEXT), rule(r"[a-zA-Z0-9_.\u017f\u212a]+\*?", t.NAME_NAMESPACE, "#pop")],
        "escapes": [rule(r"""\\[btnfr\\"']""", t.STR_ESCAPE)],
        "double quotes": [include("escapes"), rule(r'[^\\"]+', t.STR_DOUBLE), rule('"', t.STR_DOUBLE, "#pop")],
        "single quotes": [include("escapes"), rule(r"[^\\']+", t.STR_DOUBLE), rule("'", t.STR_DOUBLE, "#pop")],
    }
