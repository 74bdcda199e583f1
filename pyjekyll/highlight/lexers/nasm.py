"""Assembly language in NASM's dialect."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, include, rule

_NAME = r"[a-zA-Z\u017f\u212a$._?][\w$.?#@~]*"
_DIRECTIVES = any_of("""
    BITS USE16 USE32 SECTION SEGMENT ABSOLUTE EXTERN GLOBAL ORG ALIGN STRUC ENDSTRUC COMMON CPU GROUP UPPERCASE IMPORT EXPORT
    LIBRARY MODULE
""")
_REGISTERS = r"r\d[0-5]?[bwd]|[a-d][lh]|[er]?(?:[a-d]x|[sb]p|[sd]i)|[c-gs]s|st[0-7]|mm[0-7]|cr[0-4]|dr[0-367]|tr[3-7]"


class Nasm(RegexLexer):
    """Lex NASM's assembly language. A string that holds the letter n is none, by a slip of Rouge's."""

    tag = "nasm"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"^\s*%", t.COMMENT_PREPROC, "directive"),
            include("blanks"),
            rule(f"{_NAME}:", t.NAME_LABEL),
            rule(rf"(?i)({_NAME})(\s+)(equ)", (t.NAME_CONSTANT, t.KEYWORD_DECLARATION, t.KEYWORD_DECLARATION), "arguments"),
            rule(_DIRECTIVES, t.KEYWORD, "arguments"),
            rule("(?i)(?:res|d)[bwdqt]|times", t.KEYWORD_DECLARATION, "arguments"),
            rule(_NAME, t.NAME_FUNCTION, "arguments"),
            rule(r"\n|\r[\r\n]*", t.TEXT),
        ],
        "arguments": [
            rule("|".join(rf"{quote}(?:\\\\{quote}|[^{quote}\\n])*{quote}" for quote in ('"', "'", "`")), t.STR),
            rule(r"(?i)0x[\da-f]+|\d+[\da-f]*h", t.NUM_HEX),
            rule("(?i)[0-7]+q", t.NUM_OCT),
            rule("(?i)[01]+b", t.NUM_BIN),
            rule(r"(?i)\d+\.e?\d+", t.NUM_FLOAT),
            rule(r"\d+", t.NUM_INTEGER),
            rule(r"[,():\[\]]+", t.PUNCTUATION),
            rule("[&|^<>+*/%~-]+", t.OPERATOR),
            rule(r"\$+", t.KEYWORD_CONSTANT),
            rule("(?i)seg|wrt|strict", t.OPERATOR_WORD),
            rule("(?i)byte|[dq]?word", t.KEYWORD_TYPE),
            rule(f"(?i){_REGISTERS}", t.NAME_BUILTIN),
            rule(_NAME, t.NAME_VARIABLE),
            rule(r"[\r\n]+", t.TEXT, "#pop"),
            include("blanks"),
        ],
        "directive": [
            rule(r"[^;\n]+", t.COMMENT_PREPROC),
            rule(r";.*?\n", t.COMMENT_SINGLE, "#pop"),
            rule(r"\n", t.COMMENT_PREPROC, "#pop"),
        ],
        "blanks": [rule(r"[ \t]+", t.TEXT), rule(";.*", t.COMMENT_SINGLE)],
    }
