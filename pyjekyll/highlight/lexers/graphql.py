"""GraphQL."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rule, Rules, include, rule
from pyjekyll.highlight.lexers.markdown import Markdown
from pyjekyll.highlight.regex import quoted

_NAME = "[_A-Za-z][_0-9A-Za-z]*"
_BUILTIN_TYPES = r"(?:Int|Float|String|Boolean|ID)\b"


def _description(lexer: GraphQL, hit: Hit) -> None:
    lexer.groups(hit, t.STR_DOUBLE, t.WHITESPACE)
    lexer.delegate(Markdown, hit[3])
    lexer.emit(t.WHITESPACE, hit[4])
    lexer.emit(t.STR_DOUBLE, hit[5])


def _end_of_selection(lexer: GraphQL, hit: Hit) -> None:
    lexer.emit(t.PUNCTUATION, hit[0])
    lexer.pop()
    if lexer.is_state("query") or lexer.is_state("fragment"):
        lexer.pop()


def _end_of_compound(lexer: GraphQL, hit: Hit) -> None:
    lexer.emit(t.PUNCTUATION, hit[0])
    lexer.pop()
    if lexer.is_state("value"):
        lexer.pop()


def _value(pattern: str, token: str) -> Rule:
    """Return the rule for a value: it ends the state, unless others may follow."""

    def act(lexer: GraphQL, hit: Hit) -> None:
        lexer.emit(token, hit[0])
        if not lexer.is_state("list"):
            lexer.pop()

    return rule(pattern, act)


class GraphQL(RegexLexer):
    """Lex GraphQL."""

    tag = "graphql"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"(?:query|mutation|subscription)\b", t.KEYWORD, "query"),
            rule(r"\{", t.PUNCTUATION, ("query", "selection")),
            rule(r"fragment\b", t.KEYWORD, "fragment"),
            rule(r"scalar\b", t.KEYWORD, "value"),
            rule(r"(?:type|interface|enum|input|schema)\b", t.KEYWORD, "type"),
            rule(r"union\b", t.KEYWORD, "union"),
            rule(r"extend\b", t.KEYWORD),
            include("basics"),
            rule(r'(?s)(""")(\n)(.*?)(\n)(""")', _description),
        ],
        "basics": [rule(r"\s+", t.WHITESPACE), rule("#.*$", t.COMMENT), rule("[!,]", t.PUNCTUATION)],
        "directives": [
            rule(rf"(@{_NAME})(\s*)(\()", (t.KEYWORD, t.WHITESPACE, t.PUNCTUATION), "arguments"),
            rule(rf"@{_NAME}\b", t.KEYWORD),
        ],
        "fragment": [rule(r"on\b", t.KEYWORD), include("query")],
        "query": [
            include("directives"),
            rule(rf"{_NAME}\b", t.NAME),
            rule(r"\(", t.PUNCTUATION, "variables"),
            rule(r"\{", t.PUNCTUATION, "selection"),
            include("basics"),
        ],
        "type": [
            rule(r"implements\b", t.KEYWORD),
            rule(rf"{_NAME}\b", t.NAME),
            rule(r"\(", t.PUNCTUATION, "variables"),
            rule(r"\{", t.PUNCTUATION, "fields"),
            include("basics"),
        ],
        "union": [rule(rf"{_NAME}\b", t.NAME), rule("=", t.PUNCTUATION, "union member"), include("basics")],
        "union member": [rule(rf"{_NAME}\b", t.NAME, "#goto:after union member"), include("basics")],
        "after union member": [
            rule(r"\|", t.PUNCTUATION, "#goto:union member"),
            rule(r"(?![|#\s])", None, "#pop:2"),
            include("basics"),
        ],
        "fields": [
            rule(r"\}", t.PUNCTUATION, "#pop:2"),
            rule(rf"({_NAME})(\s*)(\()", (t.NAME, t.WHITESPACE, t.PUNCTUATION), "variables"),
            rule(rf"{_NAME}\b", t.NAME),
            rule(":", t.PUNCTUATION, "type of field"),
            include("basics"),
        ],
        "arguments": [
            rule(r"\)", t.PUNCTUATION, "#pop"),
            rule(rf"{_NAME}\b", t.NAME),
            rule(":", t.PUNCTUATION, "value"),
            include("basics"),
        ],
        "variables": [
            rule(r"\)", t.PUNCTUATION, "#pop"),
            rule(rf"\${_NAME}\b", t.NAME_VARIABLE),
            rule(rf"{_NAME}\b", t.NAME),
            rule(":", t.PUNCTUATION, "type of field"),
            rule("=", t.PUNCTUATION, "value"),
            include("basics"),
        ],
        "type of field": [
            rule(_BUILTIN_TYPES, t.NAME_BUILTIN, "#pop"),
            rule(rf"{_NAME}\b", t.NAME, "#pop"),
            rule(r"\[", t.PUNCTUATION, "list type"),
            include("basics"),
        ],
        "list type": [
            rule(_BUILTIN_TYPES, t.NAME_BUILTIN),
            rule(rf"{_NAME}\b", t.NAME),
            rule(r"\]", t.PUNCTUATION, "#pop:2"),
            include("basics"),
        ],
        "selection": [
            include("directives"),
            rule(r"\}", _end_of_selection),
            rule(rf"({_NAME})(\s*)(\()", (t.NAME, t.WHITESPACE, t.PUNCTUATION), "arguments"),
            rule(rf"({_NAME})(\s*)(:)", (t.NAME, t.WHITESPACE, t.PUNCTUATION)),
            rule(rf"{_NAME}\b", t.NAME),
            rule(r"(\.\.\.)(\s+)(on)\b", (t.PUNCTUATION, t.WHITESPACE, t.KEYWORD)),
            rule(r"\.\.\.", t.PUNCTUATION),
            rule(r"\{", t.PUNCTUATION, "#push"),
            include("basics"),
        ],
        "list": [rule(r"\]", _end_of_compound), include("value")],
        "object": [
            rule(r"\}", _end_of_compound),
            rule(rf"({_NAME})(\s*)(:)", (t.NAME, t.WHITESPACE, t.PUNCTUATION), "value"),
            include("basics"),
        ],
        "value": [
            rule('(?s)""".*?"""', t.STR_DOUBLE),
            _value(rf"\${_NAME}\b", t.NAME_VARIABLE),
            _value(r"(?:true|false|null)\b", t.KEYWORD_CONSTANT),
            _value(r"[+-]?[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?", t.NUM_FLOAT),
            _value("[+-]?[1-9][0-9]*(?:[eE][+-]?[0-9]+)?", t.NUM_INTEGER),
            _value(quoted('"'), t.STR_DOUBLE),
            _value(rf"{_NAME}\b", t.NAME),
            rule(r"\{", t.PUNCTUATION, "object"),
            rule(r"\[", t.PUNCTUATION, "list"),
            include("basics"),
        ],
    }
