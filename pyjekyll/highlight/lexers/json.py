"""JSON, and JSON with comments and bare keys as documentation writes it."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, include, rule

_INTEGER = r"-?(?:0|[1-9]\d*)"
_EXPONENT = r"(?:[eE][+-]?\d+)?"


class Json(RegexLexer):
    """Lex JSON; what is not JSON is an error, but for brackets closed too often."""

    tag = "json"
    states: ClassVar[dict[str, Rules]] = {
        "root": [include("key"), include("value"), rule(r"[\]}]", t.PUNCTUATION)],
        "object": [include("key"), include("value"), rule(r"\}", t.PUNCTUATION, "#pop"), rule(",", t.PUNCTUATION)],
        "array": [include("value"), rule(r"\]", t.PUNCTUATION, "#pop"), rule(",", t.PUNCTUATION)],
        "key": [rule(r'("(?:\\.|[^"\\\n])*?")(\s*)(:)', (t.NAME_LABEL, t.WHITESPACE, t.PUNCTUATION))],
        "value": [
            rule(r"\s+", t.WHITESPACE),
            rule("true|false|null", t.KEYWORD_CONSTANT),
            rule(rf"{_INTEGER}\.\d+{_EXPONENT}", t.NUM_FLOAT),
            rule(_INTEGER + _EXPONENT, t.NUM_INTEGER),
            rule('"', t.STR_DOUBLE, "string"),
            rule(r"\[", t.PUNCTUATION, "array"),
            rule(r"\{", t.PUNCTUATION, "object"),
        ],
        "string": [
            rule('"', t.STR_DOUBLE, "#pop"),
            rule(r'[^\\"]+', t.STR_DOUBLE),
            rule(r"\\.", t.STR_ESCAPE),
        ],
    }


class JsonDoc(Json):
    """Lex JSON that also has comments, bare keys and `...`."""

    tag = "json-doc"
    states: ClassVar[dict[str, Rules]] = {
        **Json.states,
        "key": [rule(r"([$\w]+)(\s*)(:)", (t.NAME_ATTRIBUTE, t.TEXT, t.PUNCTUATION)), *Json.states["key"]],
        "value": [
            rule(r"/\*.*?\*/", t.COMMENT),
            rule(r"//.*?$|\.\.\.", t.COMMENT_SINGLE),
            *Json.states["value"],
        ],
    }
