"""Haml."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, include, rule
from pyjekyll.highlight.lexers._indented import opens_block
from pyjekyll.highlight.lexers._indented_template import (
    PLAIN,
    TEMPLATE_STATES,
    IndentedTemplateLexer,
    html,
    language_options,
    opens_language_block,
    ruby,
)
from pyjekyll.highlight.regex import quoted

_NAME = r"[\w:-]+"
_DOT = r"(?: \|\n(?=.* \|)|.)"  # lines that end in ` |` go on
_VARIABLE = r"[a-z]\w*"


def _ruby_line(lexer: Haml, hit: Hit) -> None:
    lexer.emit(t.PUNCTUATION, hit[0])
    lexer.reset_stack()
    lexer.ruby.reset()
    lexer.push("ruby line")


def _ruby_hash(lexer: Haml, hit: Hit) -> None:
    lexer.emit(t.PUNCTUATION, hit[0])
    lexer.ruby.reset()
    lexer.push("braces in ruby")


class Haml(IndentedTemplateLexer):
    """Lex Haml. Options: `filters[name]`, the language of a filter's block."""

    tag = "haml"
    languages: ClassVar[dict[str, str]] = {
        "javascript": "javascript:Javascript",
        "css": "css:Css",
        "erb": "erb:Erb",
        "markdown": "markdown:Markdown",
        "sass": "sass:Sass",
    }
    states: ClassVar[dict[str, Rules]] = {
        **TEMPLATE_STATES,
        "content": [
            include("classes"),
            rule(f"%{_NAME}", t.NAME_TAG, "#goto:tag"),
            rule(rf"!!!{_DOT}*\n", t.NAME_NAMESPACE, "#pop"),
            rule(rf"(/)(\[{_DOT}*?\])({_DOT}*\n)", (t.COMMENT, t.COMMENT_SPECIAL, t.COMMENT), "#pop"),
            rule(rf"/{_DOT}*\n", opens_block(t.COMMENT, "comment block")),
            rule(rf"-#{_DOT}*\n", opens_block(t.COMMENT, "silent block")),
            rule("-", _ruby_line),
            rule(rf":({_DOT}*)\n", opens_language_block),
            include("text"),
        ],
        "classes": [rule(rf"\.{_NAME}", t.NAME_CLASS, "#goto:tag"), rule(f"#{_NAME}", t.NAME_FUNCTION, "#goto:tag")],
        "tag": [
            include("classes"),
            rule(r"\{", _ruby_hash),
            rule(rf"\[{_DOT}*?\]", ruby),
            rule(r"\(", t.PUNCTUATION, "attributes"),
            rule(r"\s*\n", t.TEXT, "#pop"),
            rule(r"[<>]{1,2}(?=[ \t=])", t.PUNCTUATION),
            include("text"),
        ],
        "text": [
            rule("[&!]?==", t.PUNCTUATION, "plain"),
            rule("[&!]?[=!]", _ruby_line),
            rule("", None, "plain"),
        ],
        "plain": [rule(PLAIN, html), include("interpolation"), include("end of line")],
        "ruby line": [
            rule(r"\n", t.TEXT, "#pop"),
            rule(r",[ \t]*\n", ruby),
            rule(r" \|[ \t]*\n", t.STR_ESCAPE),
            rule(r".*?(?=(?:,$| \|)?[ \t]*$)", ruby),
        ],
        "attributes": [
            rule(r"\s+", t.TEXT),
            rule(rf"{_NAME}\s*=", t.NAME_ATTRIBUTE, "attribute value"),
            rule(_NAME, t.NAME_ATTRIBUTE),
            rule(r"\)", t.TEXT, "#pop"),
        ],
        "attribute value": [
            rule(r"\s+", t.TEXT),
            rule(_VARIABLE, t.NAME_VARIABLE, "#pop"),
            rule(f"@{_VARIABLE}", t.NAME_VARIABLE_INSTANCE, "#pop"),
            rule(rf"\${_VARIABLE}", t.NAME_VARIABLE_GLOBAL, "#pop"),
            rule(quoted("'", inside="."), t.STR, "#pop"),
            rule(quoted('"', inside="."), t.STR, "#pop"),
        ],
        "comment block": [rule(f"{_DOT}+", t.COMMENT), include("end of line")],
        "silent block": [rule(f"{_DOT}+", t.COMMENT_PREPROC), include("end of line")],
    }

    def configure(self) -> None:
        super().configure()
        self.blocks.update(language_options(self, "filters"))
