"""Vala."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, include, rule

_NAME = r"@?[_a-zA-Z\u017f\u212a]\w*"
_KEYWORDS = any_of("""
    abstract as async base break case catch const construct continue default delegate delete do dynamic else ensures enum
    errordomain extern false finally for foreach get global if in inline interface internal is lock new null out override
    owned private protected public ref requires return set signal sizeof static switch this throw throws true try typeof
    unowned var value virtual void weak while yield
""")
_TYPES = any_of("""
    bool char double float int int8 int16 int32 int64 long short size_t ssize_t string unichar uint uint8 uint16 uint32
    uint64 ulong ushort
""")
# Ruby's `"(\\.|.)*?["\n]` without its exponential time: where nothing ends the string, the last escaped quote does.
_STRING = r'"(?>(?:\\.|[^"\\\n]|\\(?=\n))*)["\n]|".*"'
_TEMPLATE = r'@"(?>(?:\\.|[^"\\\n])*)"|@".*"'


class Vala(RegexLexer):
    """Lex Vala."""

    tag = "vala"
    states: ClassVar[dict[str, Rules]] = {
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule("(?s)/[*].*?[*]/", t.COMMENT_MULTILINE),
        ],
        "root": [
            include("blanks"),
            rule(r"^\[.*?\]", t.NAME_ATTRIBUTE),
            rule(rf"<\[\s*(?:{_NAME}:)?", t.KEYWORD),
            rule(r"\]>", t.KEYWORD),
            rule(r"[~!%^&*()+=|\[\]{}:;,.<>/?-]", t.PUNCTUATION),
            rule(_TEMPLATE, t.STR),
            rule(_STRING, t.STR),
            rule(r"'(?:\\.|.)'", t.STR_CHAR),
            rule("(?i)0x[0-9a-f]+[lu]?", t.NUM),
            rule("(?i)[0-9](?:[.][0-9]*)?(?:e[+-][0-9]+)?[fldu]?", t.NUM),
            rule(rf"\b{_KEYWORDS}\b", t.KEYWORD),
            rule(rf"\b{_TYPES}\b", t.KEYWORD_TYPE),
            rule("class|struct", t.KEYWORD, "class name"),
            rule("namespace|using", t.KEYWORD, "namespace"),
            rule(rf"{_NAME}(?=\s*[(])", t.NAME_FUNCTION),
            rule(_NAME, t.NAME),
            rule("#.*", t.COMMENT_PREPROC),
        ],
        "class name": [include("blanks"), rule(_NAME, t.NAME_CLASS, "#pop")],
        "namespace": [
            include("blanks"),
            rule("(?=[(])", None, "#pop"),
            rule(rf"(?:{_NAME}|[.])+", t.NAME_NAMESPACE, "#pop"),
        ],
    }
