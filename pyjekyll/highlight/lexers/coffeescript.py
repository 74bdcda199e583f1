"""CoffeeScript, by itself and in Markdown."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words
from pyjekyll.highlight.lexers.markdown import Markdown

_NAME = "[$a-zA-Z_][a-zA-Z0-9_]*"
_KEYWORDS = words("""
    for by while until loop break continue return switch when then if else do yield throw try catch finally await new delete
    typeof instanceof super extends this class import export debugger
""")
_CONSTANTS = words("true false yes no on off null NaN Infinity undefined")
_BUILTINS = words("""
    Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun decodeURI decodeURIComponent
    encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window
""")


def _name(lexer: Coffeescript, hit: Hit) -> None:
    name = hit[0]
    if name in _KEYWORDS:
        lexer.emit(t.KEYWORD, name)
    elif name in _CONSTANTS:
        lexer.emit(t.NAME_CONSTANT, name)
    else:
        lexer.emit(t.NAME_BUILTIN if name in _BUILTINS else t.NAME_OTHER, name)


class Coffeescript(RegexLexer):
    """Lex CoffeeScript. The state `operand`, after a name or an operator, is where a slash begins a regex."""

    tag = "coffeescript"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"^(?=\s|/|<!--)", None, "operand"),
            include("comments"),
            rule(r"\s+", t.TEXT),
            rule(
                r"\+\+|--|~|&&|(?:and|or|is|isnt|not|in|of)\b|[?:=]|\|\||\\(?=\n)|(?:<<|>>>?|!=?|[-<>+*`%&|^/])=?",
                t.OPERATOR,
                "operand",
            ),
            rule(rf"(@)([ \t]*)({_NAME})", (t.NAME_VARIABLE_INSTANCE, t.TEXT, t.NAME_ATTRIBUTE), "operand"),
            rule(rf"(\.)([ \t]*)({_NAME})", (t.PUNCTUATION, t.TEXT, t.NAME_ATTRIBUTE), "operand"),
            rule(rf"{_NAME}(?=\s*:)", t.NAME_ATTRIBUTE, "operand"),
            rule(_NAME, _name, "operand"),
            rule(r"[{(\[;,]", t.PUNCTUATION, "operand"),
            rule(r"[})\].]", t.PUNCTUATION),
            rule(r"\d+\.\d+(?:[eE]\d+)?[fd]?", t.NUM_FLOAT),
            rule("0x[0-9a-fA-F]+", t.NUM_HEX),
            rule(r"\d+", t.NUM_INTEGER),
            rule('"""', t.STR, "long double quotes"),
            rule("'''", t.STR, "long single quotes"),
            rule('"', t.STR, "double quotes"),
            rule("'", t.STR, "single quotes"),
        ],
        "comments": [rule("(?s)###[^#].*?###", t.COMMENT_MULTILINE), rule("#.*$", t.COMMENT_SINGLE)],
        "operand": [
            include("comments"),
            rule(r"\s+", t.TEXT),
            rule("///", t.STR_REGEX, "#goto:long regex"),
            rule(r"/(?:\\.|[^\[/\\\n]|\[(?:\\.|[^\]\\\n])*\])+/(?:[gimy]+\b|\B)", t.STR_REGEX, "#pop"),
            rule("", None, "#pop"),
        ],
        "long regex": [
            rule(r"///(?:[gimy]+\b|\B)", t.STR_REGEX, "#pop"),
            rule(r"^#(?!\{).*$", t.COMMENT_SINGLE),
            rule(r"(\s+)(#(?!\{).*)$", (t.TEXT, t.COMMENT_SINGLE)),
            include("interpolation"),
            include("comments"),
            rule(r"\s+", t.TEXT),
            include("escapes"),
            rule(r"\\\D", t.STR_ESCAPE),
            rule(r"\\\d+", t.NAME_VARIABLE),
            rule("(?s).", t.STR_REGEX),
        ],
        "escapes": [rule(r"\\(?:c[A-Z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{4}\})", t.STR_ESCAPE)],
        "interpolation": [rule(r"#\{", t.STR_INTERPOL, "interpolated")],
        "interpolated": [rule(r"\}", t.STR_INTERPOL, "#pop"), include("root")],
        "text": [
            rule(r"""[^#\\'"]+""", t.STR),
            include("escapes"),
            rule(r"\\.", t.STR_ESCAPE),
            rule("#", t.STR),
        ],
        "double quotes": [rule('"', t.STR, "#pop"), rule("'", t.STR), include("interpolation"), include("text")],
        "long double quotes": [rule('"""', t.STR, "#pop"), rule("""["']""", t.STR), include("interpolation"), include("text")],
        "single quotes": [rule("'", t.STR, "#pop"), rule('"', t.STR), include("text")],
        "long single quotes": [rule("'''", t.STR, "#pop"), rule("""["']""", t.STR), include("text")],
    }


def _code(lexer: LiterateCoffeescript, hit: Hit) -> None:
    lexer.delegate(lexer.coffeescript, hit[0])


def _text(lexer: LiterateCoffeescript, hit: Hit) -> None:
    lexer.delegate(lexer.markdown, hit[0])


class LiterateCoffeescript(RegexLexer):
    """Lex CoffeeScript in Markdown's indented blocks."""

    tag = "literate_coffeescript"
    states: ClassVar[dict[str, Rules]] = {
        "root": [rule(r"(?s)^(?:    .*?\n)+", _code), rule(r"^(?: {0,3}(?:\S(?s:.*?)|)\n)*", _text)],
    }

    def configure(self) -> None:
        """Make the lexers for text and code; they keep their state from one piece to the next."""
        self.coffeescript = Coffeescript(self.options)
        self.markdown = Markdown(self.options)

    def start(self) -> None:
        self.coffeescript.reset()
        self.markdown.reset()
