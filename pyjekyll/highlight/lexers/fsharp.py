"""F#."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_NAME = r"(?:[a-zA-Z\u017f\u212a][\w']*|``[^`\n\r\t]+``)"
_UPPER = r"[A-Z][\w']*"
_KEYWORDS = words("""
    abstract and as assert base begin class default delegate do done downcast downto elif else end exception extern false
    finally for fun function global if in inherit inline interface internal lazy let let! match member module mutable
    namespace new not null of open or override private public rec return return! select static struct then to true try type
    upcast use use! val void when while with yield yield! sig atomic break checked component const constraint constructor
    continue eager event external fixed functor include method mixin object parallel process protected pure sealed tailcall
    trait virtual volatile
""")
_OPERATORS = words("asr land lor lsl lxor mod")
_TYPES = words("unit int float bool string char list array")
_PUNCTUATION = words("""
    != # & && ( ) * , - -. -> . .. : :: := :> ; ;; < <- = > >] >} ? ?? [ [< [> [| ] _ ` { {< | |] } ~ |> <| <>
""")


def _name(lexer: FSharp, hit: Hit) -> None:
    name = hit[0]
    if name in _KEYWORDS:
        lexer.emit(t.KEYWORD, name)
    elif name in _OPERATORS:
        lexer.emit(t.OPERATOR_WORD, name)
    else:
        lexer.emit(t.KEYWORD_TYPE if name in _TYPES else t.NAME, name)


def _operator(lexer: FSharp, hit: Hit) -> None:
    lexer.emit(t.PUNCTUATION if hit[0] in _PUNCTUATION else t.OPERATOR, hit[0])


class FSharp(RegexLexer):
    """Lex F#."""

    tag = "fsharp"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(r"false|true|\(\)|\[\]", t.NAME_BUILTIN_PSEUDO),
            rule(rf"{_UPPER}(?=\s*\.)", t.NAME_NAMESPACE, "dotted"),
            rule(_UPPER, t.NAME_CLASS),
            rule(r"\(\*(?!\))", t.COMMENT, "comment"),
            rule("//.*?$", t.COMMENT_SINGLE),
            rule(_NAME, _name),
            rule(r"[\[\];,{}_()!$%&*+./:<=>?@^|~#-]+", _operator),
            rule(r"(?i)\d[\d_]*(?:.[\d_]*)?e[+-]?\d[\d_]*", t.NUM_FLOAT),  # any character for the point
            rule(r"(?i)0x\h[\h_]*", t.NUM_HEX),
            rule("(?i)0o[0-7][0-7_]*", t.NUM_OCT),
            rule("(?i)0b[01][01_]*", t.NUM_BIN),
            rule(r"\d[\d_]*", t.NUM_INTEGER),
            rule(r"""'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x\h{2}|[.])'""", t.STR_CHAR),
            rule("'", t.KEYWORD),
            rule('"', t.STR_DOUBLE, "string"),
        ],
        "comment": [
            rule(r"[^(*)]+", t.COMMENT),
            rule(r"\(\*", t.COMMENT, "#push"),
            rule(r"\*\)", t.COMMENT, "#pop"),
            rule(r"[(*)]", t.COMMENT),
        ],
        "string": [
            rule(r'[^\\"]+', t.STR_DOUBLE),
            rule(r"""\\(?:[\\"'ntbr]|\d{3}|x\h{2})""", t.STR_ESCAPE),
            rule(r"\\\n", t.STR_DOUBLE),
            rule('"', t.STR_DOUBLE, "#pop"),
        ],
        "dotted": [
            rule(r"\s+", t.TEXT),
            rule(r"\.", t.PUNCTUATION),
            rule(rf"{_UPPER}(?=\s*\.)", t.NAME_NAMESPACE),
            rule(_UPPER, t.NAME_CLASS, "#pop"),
            rule(_NAME, t.NAME, "#pop"),
            rule(r"\[", t.PUNCTUATION, "#pop"),
        ],
    }
