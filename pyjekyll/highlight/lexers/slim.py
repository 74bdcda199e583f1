"""Slim."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, include, rule
from pyjekyll.highlight.lexers._indented_template import TEMPLATE_STATES, IndentedTemplateLexer, html, opens_language_block, ruby

_RUBY = r"[\w!?@$]+"
_DOT = r"(?:\\\n|.)"
_HTML = r"""</?[\w\s='"]+?/?>"""


def _plain(lexer: Slim, hit: Hit) -> None:
    lexer.emit(t.PUNCTUATION, hit[0])
    lexer.pop()
    lexer.open_block("plain")
    lexer.goto("plain")


def _after_mark(lexer: Slim, hit: Hit) -> None:
    lexer.emit(t.PUNCTUATION, hit[1])
    lexer.delegate(lexer.ruby, hit[2])


class Slim(IndentedTemplateLexer):
    """Lex Slim."""

    tag = "slim"
    languages: ClassVar[dict[str, str]] = {
        "erb": "erb:Erb",
        "javascript": "javascript:Javascript",
        "css": "css:Css",
        "coffee": "coffeescript:Coffeescript",
        "markdown": "markdown:Markdown",
        "scss": "sass:Scss",
        "sass": "sass:Sass",
    }
    states: ClassVar[dict[str, Rules]] = {
        **TEMPLATE_STATES,
        "content": [
            include("classes"),
            rule(f"/{_DOT}*", t.COMMENT, "end of line"),
            rule(r"(doctype)(\s+)(.*)", (t.NAME_NAMESPACE, t.WHITESPACE, t.TEXT), "#pop"),
            rule(r"(\w*):\s*\n", opens_language_block),
            rule(r"[|'](?=\s)", _plain),
            rule("-|==?", t.PUNCTUATION, "ruby line"),
            rule(rf"(\*)({_RUBY}\(.*?\))", _after_mark, "tag"),
            rule(rf"(\*)({_RUBY})", _after_mark, "tag"),
            rule(_HTML, html, "#pop"),
            rule(r"\w+", t.NAME_TAG, "tag"),
        ],
        "classes": [rule(r"\.[\w-]*", t.NAME_CLASS, "#goto:tag"), rule(r"#[a-zA-Z][\w:-]*", t.NAME_FUNCTION, "#goto:tag")],
        "tag": [
            include("classes"),
            include("end of line"),
            include("interpolation"),
            rule("[<>]", t.PUNCTUATION),
            rule(r"\s", t.WHITESPACE),
            rule(rf"(\*)({_RUBY})", _after_mark),
            rule(rf"(\*)(\{{{_DOT}+?\}})", _after_mark),
            rule(r"([\w-]+)(\s*)(=)", (t.NAME_ATTRIBUTE, t.WHITESPACE, t.PUNCTUATION), "attribute value"),
            rule(f"(=)({_DOT}+)", _after_mark),
            rule(r"&\S*?;", t.NAME_ENTITY),
            rule(_DOT, t.TEXT),
        ],
        "attribute value": [
            rule(rf"""\s*(['"]){_DOT}*?\1""", t.STR, "#pop"),
            rule(rf"{_RUBY}\(.*?\)", ruby, "#pop"),
            rule(_RUBY, ruby, "#pop"),
            rule(r"\s+", t.WHITESPACE),
        ],
        "ruby line": [
            include("end of line"),
            rule(r"[,\\]\s*\n", ruby),
            rule(r" \|[ \t]*\n", t.STR_ESCAPE),
            rule(r".*?(?=(?:[,\\]$| \|)?[ \t]*$)", ruby),
        ],
        "plain": [
            include("interpolation"),
            rule(_HTML, html),
            rule(r"&\S*?;", t.NAME_ENTITY),
            rule(_DOT, t.TEXT),
            include("end of line"),
        ],
    }
