"""Go."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, rule

_KEYWORDS = any_of("""
    break default func interface select case defer go map struct chan else goto package switch const fallthrough if range type
    continue for import return var
""")
_TYPES = any_of("""
    bool byte complex64 complex128 error float32 float64 int8 int16 int32 int64 int rune string uint8 uint16 uint32 uint64
    uintptr uint
""")
_FUNCTIONS = any_of("append cap close complex copy delete imag len make new panic print println real recover")
_EXPONENT = r"[eE][+\-]?[0-9]+"
_FLOAT = rf"(?:[0-9]+\.(?:[0-9]+)?(?:{_EXPONENT})?|[0-9]+{_EXPONENT}|\.[0-9]+(?:{_EXPONENT})?)"
_ESCAPE = r"""\\[abfnrtv\\'"]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}"""
_OPERATOR = r"\+=|\+\+|\+|&\^=|&\^|&=|&&|&|==|=|!=|!|-=|--|-|\|=|\|\||\||<=|<-|<<=|<<|<|\*=|\*|\^=|\^|>>=|>>|>=|>|/|:=|%|\.\.\.|\.|:"


class Go(RegexLexer):
    """Lex Go."""

    tag = "go"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"//.*|(?s:/\*.*?\*/)", t.COMMENT),
            rule(rf"\b{_KEYWORDS}\b", t.KEYWORD),
            rule(rf"\b{_TYPES}\b", t.KEYWORD_TYPE),
            rule(rf"\b{_FUNCTIONS}\b", t.NAME_BUILTIN),
            rule(r"\b(?:true|false|iota|nil)\b", t.NAME_CONSTANT),
            rule(rf"(?:[0-9]+|{_FLOAT})i", t.NUM),
            rule(_FLOAT, t.NUM),
            rule("0[xX][0-9A-Fa-f]+|[0-9]+", t.NUM),
            rule(rf"'(?:[^\n]|{_ESCAPE}|\\[0-7]{{3}})'", t.STR_CHAR),
            rule(_OPERATOR, t.OPERATOR),
            rule(r"[()\[\]{},;]", t.PUNCTUATION),
            rule("[[:alpha:]_][[:alpha:]_[:digit:]]*", t.NAME),
            rule(r"\s+", t.TEXT),
            rule("`", t.STR, "raw string"),
            rule('"', t.STR, "string"),
        ],
        "string": [
            rule(_ESCAPE, t.STR_ESCAPE),
            rule(r"\\.", t.ERROR),
            rule('"', t.STR, "#pop"),
            rule(r'[^"\\]+', t.STR),
        ],
        "raw string": [rule("`", t.STR, "#pop"), rule("[^`]+", t.STR)],
    }
