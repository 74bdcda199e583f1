"""Handlebars and Mustache."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule
from pyjekyll.highlight.lexers._template import TemplateLexer, parent
from pyjekyll.highlight.regex import quoted

_NAME = r"[\w$-]+"
_END = r"(?=[}\s])"


def _text(lexer: Handlebars, hit: Hit) -> None:
    parent(lexer, hit)
    # A value without quotes ends with the braces.
    if isinstance(lexer.parent, RegexLexer) and lexer.parent.is_state("attribute value"):
        lexer.parent.pop()


class Handlebars(TemplateLexer):
    """Lex Handlebars."""

    tag = "handlebars"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\\\{+", parent),
            rule(r"\{\{!--", t.COMMENT, "comment"),
            rule(r"\{\{!.*?\}\}", t.COMMENT),
            rule(r"\{\{\{?", t.KEYWORD, ("braces", "mark")),
            rule(r"(?s).+?(?=\\|\{\{)", _text),
            rule("(?s).+", parent),
        ],
        "comment": [
            rule(r"\{\{", t.COMMENT, "#push"),
            rule(r"\}\}", t.COMMENT, "#pop"),
            rule("[^{}]+|[{}]", t.COMMENT),
        ],
        "braces": [
            rule(r"\}\}\}?", t.KEYWORD, "#pop"),
            rule(r"\|", t.PUNCTUATION),
            rule("~", t.KEYWORD),
            rule(r"\s+", t.TEXT),
            rule("=", t.OPERATOR),
            rule(r"[\[\]()]", t.PUNCTUATION),
            rule(rf"\.{_END}|\.\.", t.NAME_VARIABLE),
            rule("[/.]", t.PUNCTUATION),
            rule(quoted('"', inside="."), t.STR_DOUBLE),
            rule(quoted("'", inside="."), t.STR_SINGLE),
            rule(r"\d+(?=\}\s)", t.NUM),
            rule(f"(?:true|false){_END}", t.KEYWORD_CONSTANT),
            rule(f"else{_END}", t.KEYWORD),
            rule(f"this{_END}", t.NAME_BUILTIN_PSEUDO),
            rule(f"@{_NAME}", t.NAME_ATTRIBUTE),
            rule(_NAME, t.NAME_VARIABLE),
        ],
        "mark": [rule("[#/]", t.KEYWORD, "#goto:block name"), rule("[>^&~]", t.KEYWORD), rule("", None, "#pop")],
        "block name": [rule(f"if{_END}", t.KEYWORD), rule(_NAME, t.NAME_NAMESPACE, "#pop"), rule("", None, "#pop")],
    }
