"""Graphviz's graphs."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule
from pyjekyll.highlight.lexers.html import Html

_NAME = "[a-zA-Z][a-zA-Z_0-9]*"


def _open_html(lexer: Dot, hit: Hit) -> None:
    lexer.emit(t.PUNCTUATION, hit[0])
    lexer.html.reset()
    lexer.push("html")


def _html(lexer: Dot, hit: Hit) -> None:
    lexer.delegate(lexer.html, hit[0])


class Dot(RegexLexer):
    """Lex Graphviz's graphs."""

    tag = "dot"
    html: Html
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            rule(r"(?i)(?:strict|graph|digraph|subgraph|node|edge)\b", t.KEYWORD),
            rule("[{};:=]", t.PUNCTUATION),
            rule("-[->]", t.OPERATOR),
            rule(r"\[", t.OPERATOR, "attributes"),
            include("id"),
        ],
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule("(?:#|//).*", t.COMMENT_SINGLE),
            rule(r"(?s)/(?:\\\n)?\*.*?\*(?:\\\n)?/", t.COMMENT_MULTILINE),
        ],
        "id": [
            rule(rf"({_NAME})(\s*)(=)", (t.NAME, t.TEXT, t.PUNCTUATION)),
            rule(_NAME, t.NAME_VARIABLE),
            rule(r"[0-9]*\.[0-9]+", t.NUM_FLOAT),
            rule("[0-9]+", t.NUM_INTEGER),
            rule(r'"(?:\\"|[^"])*"', t.STR_DOUBLE),
            rule("<", _open_html),
        ],
        "html": [rule("[^<>]+|(?s:<.+?>)", _html), rule(">", t.PUNCTUATION, "#pop")],
        "attributes": [
            include("blanks"),
            include("id"),
            rule("[=;,]", t.PUNCTUATION),
            rule(r"\]", t.OPERATOR, "#pop"),
        ],
    }

    def start(self) -> None:
        self.html = Html(self.options)
