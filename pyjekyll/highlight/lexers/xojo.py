"""Xojo."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, rule

_KEYWORDS = any_of("""
    addhandler aggregates array asc assigns attributes begin break byref byval call case catch class const continue char
    ctype declare delegate dim do downto each else elseif end enum event exception exit extends false finally for function
    global goto if implements inherits interface lib loop mod module new next nil object of optional paramarray private
    property protected public raise raiseevent rect redim removehandler return select shared soft static step sub super
    then to true try until using uend uhile
""")
_TYPES = any_of("""
    boolean cfstringref cgfloat cstring curency date double int8 int16 int32 int64 integer ostype pstring ptr short single
    string structure variant uinteger uint8 uint16 uint32 uint64 ushort windowptr wstring
""")
_OPERATORS = any_of("addressof weakaddressof and as in is isa not or xor")


class Xojo(RegexLexer):
    """Lex Xojo. As in Rouge one slash begins a comment already."""

    tag = "xojo"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.WHITESPACE),
            rule(r"(?i)rem\b.*", t.COMMENT_SINGLE),
            rule("[/'].*", t.COMMENT_SINGLE),
            rule("(?is)#tag Note.*?#tag EndNote", t.COMMENT_PREPROC),
            rule("#.*", t.COMMENT_PREPROC),
            rule('".*?"', t.STR_DOUBLE),
            rule("[(){}!,:]", t.PUNCTUATION),
            rule(rf"(?i){_KEYWORDS}\b", t.KEYWORD),
            rule(rf"(?i){_TYPES}\b", t.KEYWORD_DECLARATION),
            rule(rf"(?i){_OPERATORS}\b", t.OPERATOR),
            rule(r"[+-]?(?:\d+\.\d*|\d*\.\d+)", t.NUM_FLOAT),
            rule(r"[+-]?\d+", t.NUM_INTEGER),
            rule("(?i)&[CH][0-9a-f]+", t.NUM_HEX),
            rule("(?i)&O[0-7]+", t.NUM_OCT),
            rule(r"\b[\w.]+\b", t.TEXT),
            rule(r"<=|>=|<>|[=><+\-*\\]", t.OPERATOR),
        ]
    }
