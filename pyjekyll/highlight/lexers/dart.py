"""Dart."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, any_of, include, rule

_NAME = r"[a-zA-Z_]\w*"
_KEYWORDS = any_of("""
    as assert await break case catch continue default do else finally for if in is new rethrow return super switch this throw
    try while with yield
""")
_DECLARATIONS = any_of("""
    abstract async dynamic const covariant external extends factory final get implements late native on operator required set
    static sync typedef var
""")
_TYPES = any_of("""
    bool Comparable double Dynamic enum Function int List Map Never Null num Object Pattern Set String Symbol Type Uri void
""")


def _signature(lexer: Dart, hit: Hit) -> None:
    lexer.recurse(hit[1])
    lexer.emit(t.NAME_FUNCTION, hit[2])
    lexer.emit(t.TEXT, hit[3])
    lexer.emit(t.PUNCTUATION, hit[4])


class Dart(RegexLexer):
    """Lex Dart."""

    tag = "dart"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(rf"^(\s*(?:[a-zA-Z_][a-zA-Z\d_.\[\]]*\s+)+?)({_NAME})(\s*)(\()", _signature),
            rule(r"\s+", t.TEXT),
            rule("//.*?$", t.COMMENT_SINGLE),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
            rule('"', t.STR, "double quotes"),
            rule("'", t.STR, "single quotes"),
            rule("""r"[^"]*"|r'[^']*'""", t.STR_OTHER),
            rule(f"#(?:{_NAME})?", t.STR_SYMBOL),
            rule(f"@{_NAME}", t.NAME_DECORATOR),
            rule(rf"{_KEYWORDS}\b", t.KEYWORD),
            rule(rf"{_DECLARATIONS}\b", t.KEYWORD_DECLARATION),
            rule(rf"{_TYPES}\b", t.KEYWORD_TYPE),
            rule(r"(?:true|false|null)\b", t.KEYWORD_CONSTANT),
            rule(r"(?:class|interface|mixin)\b", t.KEYWORD_DECLARATION, "class"),
            rule(r"(?:import|deferred|export|library|part\s*of|part|source)\b", t.KEYWORD_NAMESPACE, "import"),
            rule(rf"(\.)({_NAME})", (t.OPERATOR, t.NAME_ATTRIBUTE)),
            rule(f"{_NAME}:", t.NAME_LABEL),
            rule(rf"\$?{_NAME}", t.NAME),
            rule(r"[~^*!%&|+=:/?-]", t.OPERATOR),
            rule(r"[\[\](){}<>.,;]", t.PUNCTUATION),
            rule(r"\d*\.\d+(?:[eE]-?\d+)?", t.NUM_FLOAT),
            rule(r"0x[\da-fA-F]+", t.NUM_HEX),
            rule(r"\d+L?", t.NUM_INTEGER),
        ],
        "class": [rule(r"\s+", t.TEXT), rule(_NAME, t.NAME_CLASS, "#pop")],
        "double quotes": [rule('"', t.STR, "#pop"), rule(r'[^\\$"]+', t.STR), include("interpolation")],
        "single quotes": [rule("'", t.STR, "#pop"), rule(r"[^\\$']+", t.STR), include("interpolation")],
        "interpolation": [rule(rf"\${_NAME}|\$\{{[^}}]+\}}", t.STR_INTERPOL), rule(r"""\\[nrt"'\\]""", t.STR_ESCAPE)],
        "import": [
            rule(";", t.OPERATOR, "#pop"),
            rule(r"(?:show|hide)\b", t.KEYWORD_DECLARATION),
            include("root"),
        ],
    }
