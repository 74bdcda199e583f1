"""Vue's single-file components."""

from __future__ import annotations

from importlib import import_module
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, include, rule
from pyjekyll.highlight.lexer import Lexer
from pyjekyll.highlight.lexers.html import Html
from pyjekyll.highlight.lexers.javascript import Javascript

# Every chunk of a template or a style is lexed from a fresh start.
_LANGUAGES = {
    "html": "html:Html",
    "css": "css:Css",
    "javascript": "javascript:Javascript",
    "sass": "sass:Sass",
    "scss": "sass:Scss",
    "coffee": "coffeescript:Coffeescript",
}


def _find_language(name: str) -> type[Lexer]:
    module, _, class_name = _LANGUAGES.get(name, "plaintext:PlainText").partition(":")
    found: type[Lexer] = getattr(import_module(f"pyjekyll.highlight.lexers.{module}"), class_name)
    return found


def _section(lexer: Vue, hit: Hit) -> None:
    lexer.groups(hit, t.NAME_TAG, t.TEXT, t.KEYWORD)
    lexer.language = _find_language({"template": "html", "style": "css", "script": "javascript"}[hit[3]])
    lexer.push(hit[3])
    lexer.push("section tag")


def _language(lexer: Vue, hit: Hit) -> None:
    lexer.groups(hit, t.NAME_ATTRIBUTE, t.TEXT, t.STR)
    lexer.language = _find_language(hit[3].lower().replace('"', "").replace("'", ""))


def _embedded(lexer: Vue, hit: Hit) -> None:
    lexer.delegate(lexer.language, hit[0])


def _script(lexer: Vue, hit: Hit) -> None:
    lexer.delegate(lexer.javascript, hit[0])


def _open_expression(lexer: Vue, hit: Hit) -> None:
    lexer.emit(t.STR_INTERPOL, hit[0])
    lexer.push("expression")
    lexer.expression.reset()


def _expression(lexer: Vue, hit: Hit) -> None:
    lexer.delegate(lexer.expression, hit[0])


def _open_brace(lexer: Vue, hit: Hit) -> None:
    _expression(lexer, hit)
    lexer.push()


def _end(name: str) -> Rules:
    return [rule(rf"(<\s*/\s*)({name})(\s*>)", (t.NAME_TAG, t.KEYWORD, t.NAME_TAG), "#pop")]


class Vue(Html):
    """Lex Vue's components."""

    tag = "vue"
    language: type[Lexer]
    states: ClassVar[dict[str, Rules]] = {
        **Html.states,
        "root": [rule(r"(<)(\s*)(template|style|script)", _section), *Html.states["root"]],
        "tag": [rule(r"[a-zA-Z0-9_:#\[\]()*.-]+\s*=\s*", t.NAME_ATTRIBUTE, "attribute value"), *Html.states["tag"]],
        "section tag": [
            rule(r"""(lang\s*=)(\s*)("(?:\\.|[^\\])*?"|'(?:\\.|[^\\])*?'|[^\s>]+)""", _language),
            include("tag"),
        ],
        "style": [*_end("style"), rule("[^<]+|<", _embedded)],
        "script": [*_end("script"), rule("[^<]+|<", _script)],
        "template": [
            *_end("template"),
            rule(r"\{\{", _open_expression),
            rule(r"[^{<]+|[<{][^<{]*", _embedded),
        ],
        "expression": [
            rule(r"\}\}", t.STR_INTERPOL, "#pop"),
            rule(r"\}", t.ERROR),
            rule(r"\{", _open_brace),
            rule("[^{}]+", _expression),
        ],
    }

    def configure(self) -> None:
        """Make the lexer for expressions in braces."""
        self.expression = Javascript(self.options)

    def start(self) -> None:
        super().start()
        self.expression.reset()
