"""Jsonnet."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_KEYWORDS = words("self super local for in if then else import importstr error tailstrict assert")
_CONSTANTS = words("null true false")
_BUILTINS = words("""
    acos asin atan ceil char codepoint cos exp exponent filter floor force length log makeArray mantissa objectFields
    objectHas pow sin sqrt tan thisFile type abs assertEqual escapeStringBash escapeStringDollars escapeStringJson
    escapeStringPython filterMap flattenArrays foldl foldr format join lines manifestIni manifestPython manifestPythonVars map
    max min mod range set setDiff setInter setMember setUnion sort split stringChars substr toString uniq
""")


def _name(lexer: Jsonnet, hit: Hit) -> None:
    name = hit[0]
    if name in _KEYWORDS:
        lexer.emit(t.KEYWORD, name)
    elif name == "function":
        lexer.emit(t.KEYWORD_DECLARATION, name)
    elif name in _CONSTANTS:
        lexer.emit(t.KEYWORD_CONSTANT, name)
    else:
        lexer.emit(t.NAME_BUILTIN if name in _BUILTINS else t.NAME_OTHER, name)


class Jsonnet(RegexLexer):
    """Lex Jsonnet."""

    tag = "jsonnet"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("(?://|#).*?$", t.COMMENT_SINGLE),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
            rule(r"(?i)-?(?:0|[1-9]\d*)\.\d+(?:e[+-]\d+)?", t.NUM_FLOAT),
            rule(r"(?i)-?(?:0|[1-9]\d*)(?:e[+-]\d+)?", t.NUM_INTEGER),
            rule(r"[{}:.,;+\[\]=%()]", t.PUNCTUATION),
            rule('"', t.STR, "double quotes"),
            rule("'", t.STR, "single quotes"),
            rule(r"\|\|\|", t.STR, "block"),
            rule(r"\$", t.KEYWORD),
            rule("[a-zA-Z_][a-zA-Z0-9_]*", _name),
        ],
        "escapes": [rule(r"\\(?:u[0-9a-fA-F]{4}|.)", t.STR_ESCAPE)],
        "double quotes": [include("escapes"), rule('"', t.STR, "#pop"), rule(r'[^\\"]+', t.STR)],
        "single quotes": [include("escapes"), rule("'", t.STR, "#pop"), rule(r"[^\\']+", t.STR)],
        "block": [include("escapes"), rule(r"\|\|\|", t.STR, "#pop"), rule(r"[^|\\]+|\|", t.STR)],
    }
