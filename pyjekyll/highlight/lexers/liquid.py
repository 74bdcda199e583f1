"""Liquid templates."""

from __future__ import annotations

import re
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule

_END = r"(\s*)(-?%\})"
_SINGLE_QUOTED = re.compile("'[^']*'")
_DOUBLE_QUOTED = re.compile('"[^"]*"')


def _kind(text: str | None, otherwise: str) -> str:
    """Return the token for a loop's or cycle's subject: a string if there is one in it."""
    if text and _SINGLE_QUOTED.search(text):
        return t.STR_SINGLE
    return t.STR_DOUBLE if text and _DOUBLE_QUOTED.search(text) else otherwise


def _cycle(lexer: Liquid, hit: Hit) -> None:
    lexer.groups(hit, t.NAME_TAG, t.WHITESPACE, _kind(hit[3], t.NAME_ATTRIBUTE), t.WHITESPACE, t.PUNCTUATION, t.WHITESPACE)


def _loop(lexer: Liquid, hit: Hit) -> None:
    tokens = (t.NAME_TAG, t.WHITESPACE, t.NAME_VARIABLE, t.WHITESPACE, t.NAME_TAG, t.WHITESPACE)
    lexer.groups(hit, *tokens, _kind(hit[7], t.NAME_VARIABLE), t.WHITESPACE)


_TAG_END = (t.NAME_TAG, t.WHITESPACE, t.PUNCTUATION)


def _verbatim(token: str, end: str) -> Rules:
    """Return the rules for text up to an end tag that closes everything."""
    closing = (t.PUNCTUATION, t.WHITESPACE, t.NAME_TAG, t.WHITESPACE, t.PUNCTUATION)
    return [rule(r"[^\{]+", token), rule(rf"(\{{%-?)(\s*)({end}){_END}", closing, "#reset"), rule(r"\{", token)]


def _filter(name_end: str, state: str | None) -> Rules:
    return [rule(rf"(\|)(\s*)([a-zA-Z_][^\s{name_end}|:]*)", (t.PUNCTUATION, t.WHITESPACE, t.NAME_FUNCTION), state)]


class Liquid(RegexLexer):
    """Lex Liquid."""

    tag = "liquid"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"[^\{]+", t.TEXT),
            rule(r"(\{%-?)(\s*)", (t.PUNCTUATION, t.WHITESPACE), "tag"),
            rule(r"(\{\{-?)(\s*)", (t.PUNCTUATION, t.WHITESPACE), "output"),
            rule(r"\{", t.TEXT),
        ],
        "tag": [
            rule(r"(?:if|elsif|unless|case)\b", t.KEYWORD_RESERVED, "condition"),
            rule(r"when\b", t.KEYWORD_RESERVED, "when"),
            rule(f"(else){_END}", (t.KEYWORD_RESERVED, t.WHITESPACE, t.PUNCTUATION), "#pop"),
            rule(
                rf"(capture|(?:in|de)crement)(\s+)([^\s%]+){_END}",
                (t.NAME_TAG, t.WHITESPACE, t.NAME_VARIABLE, t.WHITESPACE, t.PUNCTUATION),
                "#pop",
            ),
            rule(f"(comment){_END}", _TAG_END, "comment"),
            rule(f"(raw){_END}", _TAG_END, "raw"),
            rule(f"(end(?:if|unless|case)){_END}", (t.KEYWORD_RESERVED, t.WHITESPACE, t.PUNCTUATION), "#pop"),
            rule(rf"(end[^\s%]+){_END}", _TAG_END, "#pop"),
            rule(r"(?:assign|echo)\b", t.NAME_TAG, "assignment"),
            rule(r"(?:include|render)\b", t.NAME_TAG, "include"),
            rule(r"(cycle)(\s+)(?:([^\s:]*)(\s*)(:))?(\s*)", _cycle, "variable parameters"),
            rule(
                r"""(for|tablerow)(\s+)([\w-]+)(\s+)(in)(\s+)((?:[^\s%,|'"]|"[^"]*"|'[^']*')+)(\s*)""",
                _loop,
                "parameters",
            ),
            rule(r"([^\s%]+)(\s*)", (t.NAME_TAG, t.WHITESPACE), "parameters"),
        ],
        "output": [*_filter("}", "filters"), include("end of output"), include("expression")],
        "filters": [
            *_filter("%}", None),
            include("end of output"),
            include("end of tag"),
            include("parameter or variable"),
        ],
        "condition": [
            rule("[=!]=|[<>]=?", t.OPERATOR),
            rule(r"(?:and|or|contains)\b", t.OPERATOR_WORD),
            include("end of tag"),
            include("expression"),
        ],
        "when": [include("end of tag"), include("expression")],
        "end of output": [rule(r"-?\}\}", t.PUNCTUATION, "#reset")],
        "end of tag": [rule(r"-?%\}", t.PUNCTUATION, "#reset")],
        "parameter": [
            include("blanks"),
            include("constant"),
            include("string"),
            include("number"),
            rule(r"([^\s=:]+)(\s*)(=|:)", (t.NAME_ATTRIBUTE, t.WHITESPACE, t.OPERATOR)),
            rule("[,:]", t.PUNCTUATION),
        ],
        "parameter or variable": [include("parameter"), include("variable"), rule(r"\S+", t.TEXT)],
        "parameters": [
            rule(r"reversed\b", t.NAME_ATTRIBUTE),
            include("end of tag"),
            include("parameter"),
            rule(r"\S+", t.TEXT),
        ],
        "variable parameters": [include("end of tag"), include("parameter or variable")],
        "blanks": [rule(r"[ \t]+", t.WHITESPACE)],
        "constant": [rule(r"(?:false|true|nil)\b", t.KEYWORD_CONSTANT)],
        "variable": [
            rule(r"(?:empty|blank|forloop\.[^\s%}|:]+)\b", t.NAME_BUILTIN),
            rule(r"\.(?=\w)|\[|\]", t.PUNCTUATION),
            rule(r"(?:first|last|size)\b", t.NAME_FUNCTION),
            rule(r"[a-zA-Z_][\w-]*\??", t.NAME_VARIABLE),
        ],
        "string": [rule("'[^']*'", t.STR_SINGLE), rule('"[^"]*"', t.STR_DOUBLE)],
        "number": [rule("-", t.OPERATOR), rule(r"\d+\.\d+", t.NUM_FLOAT), rule(r"\d+", t.NUM_INTEGER)],
        "expression": [include("blanks"), include("constant"), include("string"), include("number"), include("variable")],
        "comment": _verbatim(t.COMMENT, "endcomment"),
        "raw": _verbatim(t.TEXT, "endraw"),
        "assignment": [
            rule("=", t.OPERATOR),
            *_filter("%", "filters"),
            include("end of tag"),
            include("expression"),
        ],
        "include": [
            rule(r"(\{\{-?)(\s*)", (t.PUNCTUATION, t.WHITESPACE), "output in include"),
            rule(r"(?:with|for)\b", t.NAME_TAG),
            rule(r"[/\w-]+(?:\.[\w-]+)+\b", t.TEXT),
            include("variable parameters"),
        ],
        "output in include": [
            *_filter("}", None),
            rule(r"-?\}\}", t.PUNCTUATION, "#pop"),
            include("parameter or variable"),
        ],
    }
