"""Scala."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, rule
from pyjekyll.highlight.regex import quoted

_LETTER = r"[\p{L}$_]"
_SYMBOL = r"""(?:(?![\p{Space}\p{L}$_0-9(){}\[\]‘’".;,])[\x20-\x7f\p{Sm}\p{So}])"""
# Letters and digits; after a final underscore also symbols.
_NAME = rf"(?={_LETTER})(?:[\p{{L}}$_0-9]*_{_SYMBOL}+|[\p{{L}}$_0-9]+)"
_ANY_NAME = rf"(?:{_NAME}|{_SYMBOL}+|`[^`]+`)"
_TYPE = rf"(?:{_NAME}|{_SYMBOL}+`[^`]+`)"
_PATH = rf"{_TYPE}(?:\.{_TYPE})*"
_KEYWORDS = any_of("""
    abstract case catch def do else extends final finally for forSome if implicit lazy match new override private protected requires
    return sealed super this throw try val var while with yield
""")


class Scala(RegexLexer):
    """Lex Scala."""

    tag = "scala"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"(class|trait|object)(\s+)", (t.KEYWORD, t.TEXT), "class name"),
            rule(f"'{_NAME}(?!')", t.STR_SYMBOL),
            rule(r"[^\S\n]+", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
            rule(f"@{_NAME}", t.NAME_DECORATOR),
            rule(rf"(def)(\s+)({_ANY_NAME})(\s*)", (t.KEYWORD, t.TEXT, t.NAME_FUNCTION, t.TEXT)),
            rule(rf"(val)(\s+)({_ANY_NAME})(\s*)", (t.KEYWORD, t.TEXT, t.NAME_VARIABLE, t.TEXT)),
            rule(rf"(this)(\n*)(\.)({_NAME})", (t.KEYWORD, t.TEXT, t.OPERATOR, t.NAME_PROPERTY)),
            rule(rf"({_NAME}|_)(\n*)(\.)({_NAME})", (t.NAME_VARIABLE, t.TEXT, t.OPERATOR, t.NAME_PROPERTY)),
            rule(rf"[\p{{Lu}}$_]{_NAME}\b", t.NAME_CLASS),
            rule(rf"({_NAME})(\p{{Space}}*)(\()", (t.NAME_FUNCTION, t.TEXT, t.OPERATOR)),
            rule(rf"(\.)({_NAME})", (t.OPERATOR, t.NAME_PROPERTY)),
            rule(rf"{_KEYWORDS}\b|(?:<[%:-]|=>|>:|[#=@_⇒←])(?:\b|(?=\s)|$)", t.KEYWORD),
            rule(f":(?!{_SYMBOL})", t.KEYWORD, "type"),
            rule(r"(?:true|false|null)\b", t.KEYWORD_CONSTANT),
            rule(r"(import|package)(\s+)", (t.KEYWORD, t.TEXT), "package name"),
            rule(r"(type)(\s+)", (t.KEYWORD, t.TEXT), "type"),
            rule('(?s)""".*?"""(?!")', t.STR),
            rule(quoted('"'), t.STR),
            rule(r"'\\.'|'[^\\]'|'\\u[0-9a-fA-F]{4}'", t.STR_CHAR),
            rule(_NAME, t.NAME),
            rule("`[^`]+`", t.NAME),
            rule(r"\[", t.OPERATOR, "type parameters"),
            rule(r"[(){};,.#]", t.OPERATOR),
            rule(f"{_SYMBOL}+", t.OPERATOR),
            rule(r"(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?", t.NUM_FLOAT),
            rule("[0-9]+[fFdD]", t.NUM_FLOAT),
            rule("0x[0-9a-fA-F]+", t.NUM_HEX),
            rule("[0-9]+L?", t.NUM_INTEGER),
            rule(r"\n", t.TEXT),
        ],
        "class name": [
            rule(rf"({_ANY_NAME})(\s*)(\[)", (t.NAME_CLASS, t.TEXT, t.OPERATOR), "type parameters"),
            rule(r"\s+", t.TEXT),
            rule(r"[{(]", t.OPERATOR, "#pop"),
            rule("//.*", t.COMMENT_SINGLE, "#pop"),
            rule(_ANY_NAME, t.NAME_CLASS, "#pop"),
        ],
        "type": [
            rule(r"\s+", t.TEXT),
            rule("<[%:]|>:|[#_⇒]|forSome|type", t.KEYWORD),
            rule(r"([,);}]|=>|=)(\s*)", (t.OPERATOR, t.TEXT), "#pop"),
            rule(r"[({]", t.OPERATOR, "type"),
            rule(rf"({_PATH})(\s*)(\[)", (t.KEYWORD_TYPE, t.TEXT, t.OPERATOR), "#goto:type parameters"),
            rule(rf"({_PATH})(\s*)$", (t.KEYWORD_TYPE, t.TEXT), "#pop"),
            rule("//.*", t.COMMENT_SINGLE, "#pop"),
            rule(rf"\.|{_ANY_NAME}", t.KEYWORD_TYPE),
        ],
        "type parameters": [
            rule(r"[\s,]+", t.TEXT),
            rule("<[%:]|=>|>:|[#_⇒]|forSome|type", t.KEYWORD),
            rule(r"[\])}]", t.OPERATOR, "#pop"),
            rule(r"[(\[{]", t.OPERATOR, "type parameters"),
            rule(rf"\.|{_ANY_NAME}", t.KEYWORD_TYPE),
        ],
        "comment": [
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
            rule(r"\*/", t.COMMENT_MULTILINE, "#pop"),
            rule(r"[^/*]+|[*/]", t.COMMENT_MULTILINE),
        ],
        "package name": [rule(rf"(?:{_NAME}|\.)+", t.NAME_NAMESPACE, "#pop")],
    }
