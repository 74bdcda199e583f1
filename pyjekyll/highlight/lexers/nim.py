"""Nim."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, include, rule

_NAME = "[a-zA-Z](?:_?[a-zA-Z0-9])*"


def _spaced(words: str) -> str:
    """Return a regex for one of the words, in which underscores may stand anywhere but first."""
    return "(?:" + "|".join("".join(f"{char}_?" for char in word) for word in words.split()) + r")\b"


_OPERATORS = _spaced("and or not xor shl shr div mod in notin is isnot")
_KEYWORDS = _spaced("""
    addr as asm atomic bind block break case cast const continue converter defer discard distinct do elif else end enum except
    export func finally for from generic if import include interface iterator let macro method mixin nil object of out proc ptr
    raise ref return static template try tuple type using var when while with without yield
""")
_TYPES = _spaced("int int8 int16 int32 int64 float float32 float64 bool char range array seq set string")
_ESCAPES = r"[\\abcefnrtvl\"']|x[a-fA-F0-9]{2}|[0-9]{1,3}"


class Nim(RegexLexer):
    """Lex Nim."""

    tag = "nim"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("##.*$", t.STR_DOC),
            rule("#.*$", t.COMMENT),
            rule(r"[*=><+\-/@$~&%!?|\\\[\]]", t.OPERATOR),
            rule(r"[.,{}():^`;]", t.PUNCTUATION),
            rule(r'\w+"', t.STR, "raw string"),
            rule('"""', t.STR, "long string"),
            rule('"', t.STR, "string"),
            rule("'", t.STR_CHAR, "character"),
            rule(_OPERATORS, t.OPERATOR_WORD),
            rule(r"p_?r_?o_?c_?\s(?![(\[\]])", t.KEYWORD, "function name"),
            rule(_KEYWORDS, t.KEYWORD),
            rule(_TYPES, t.KEYWORD_TYPE),
            rule(_spaced("true false"), t.KEYWORD_PSEUDO),
            rule(_NAME, t.NAME),
            rule("[0-9][0-9_]*(?=[eE.]|'?[fF](?:32|64))", t.NUM_FLOAT, ("float suffix", "fraction")),
            rule("0[xX][a-fA-F0-9][a-fA-F0-9_]*", t.NUM_HEX, "integer suffix"),
            rule("0[bB][01][01_]*", t.NUM, "integer suffix"),
            rule("0o[0-7][0-7_]*", t.NUM_OCT, "integer suffix"),
            rule("[0-9][0-9_]*", t.NUM_INTEGER, "integer suffix"),
            rule(r"\s+", t.TEXT),
            rule(".+$", t.ERROR),
        ],
        "character": [
            rule(rf"\\(?:{_ESCAPES})", t.STR_ESCAPE),
            rule("'", t.STR_CHAR, "#pop"),
            rule(".", t.STR_CHAR),
        ],
        "text": [rule(r"\$[\w#]+", t.STR_INTERPOL), rule(r"""[^\\'"$\n]+|['"\\$]""", t.STR)],
        "string": [rule(rf"\\(?:{_ESCAPES}|\n)", t.STR_ESCAPE), rule('"', t.STR, "#pop"), include("text")],
        "raw string": [rule('"(?!")', t.STR, "#pop"), rule('"', t.STR_ESCAPE, "#pop"), include("text")],
        "long string": [rule('"""(?!")', t.STR, "#pop"), include("text"), rule(r"\n", t.STR)],
        "function name": [rule(_NAME, t.NAME_FUNCTION, "#pop"), rule("`.+`", t.NAME_FUNCTION, "#pop")],
        "fraction": [
            rule(r"\.(?!\.)[0-9_]*", t.NUM_FLOAT),
            rule("[eE][+-]?[0-9][0-9_]*", t.NUM_FLOAT),
            rule("", None, "#pop"),
        ],
        "float suffix": [rule("'?[fF](?:32|64)", t.NUM_FLOAT), rule("", None, "#pop")],
        "integer suffix": [
            rule("'?[iI](?:32|64)", t.NUM_INTEGER_LONG),
            rule("'?(?:[iI](?:8|16)|[uU])", t.NUM_INTEGER),
            rule("", None, "#pop"),
        ],
    }
