"""TypeScript, and both languages with markup in them (JSX, TSX)."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, include, rule, words
from pyjekyll.highlight.lexers.html import Html
from pyjekyll.highlight.lexers.javascript import NAME, Javascript

_KEYWORDS = words("is namespace static private protected public implements readonly")
_DECLARATIONS = words("type abstract")
_RESERVED = words("string any void number namespace module declare default interface keyof")
_BUILTINS = words("Pick Partial Readonly Record")


def _typed(states: dict[str, Rules]) -> dict[str, Rules]:
    """Return a language's states with TypeScript's additions."""
    label = (t.NAME_LABEL, t.PUNCTUATION, t.TEXT, t.PUNCTUATION)
    return {
        **states,
        "root": [rule(r"\?\.", t.PUNCTUATION), rule(r"\?\?", t.OPERATOR), *states["root"]],
        "statement": [rule(rf"({NAME})(\??)(\s*)(:)", label, "expression"), *states["statement"]],
    }


class Typescript(Javascript):
    """Lex TypeScript."""

    tag = "typescript"
    keywords = Javascript.keywords | _KEYWORDS
    declarations = Javascript.declarations | _DECLARATIONS
    reserved = Javascript.reserved | _RESERVED
    builtins = Javascript.builtins | _BUILTINS
    states: ClassVar[dict[str, Rules]] = _typed(Javascript.states)


def _markup_text(lexer: Jsx, hit: Hit) -> None:
    lexer.delegate(lexer.html, hit[0])


class Jsx(Javascript):
    """Lex JavaScript with markup."""

    tag = "jsx"
    html: Html

    def start(self) -> None:
        self.html = Html(self.options)
        self.push("expression")

    states: ClassVar[dict[str, Rules]] = {
        **Javascript.states,
        "expression": [include("markup"), *Javascript.states["expression"]],
        "markup": [rule("<", t.PUNCTUATION, ("element content", "element", "element name"))],
        "element content": [
            rule("</", t.PUNCTUATION, ("#goto:element", "element name")),
            include("markup"),
            include("opening brace"),
            rule("[^<{]+", _markup_text),
        ],
        "opening brace": [rule(r"\{", t.STR_INTERPOL, ("interpolation", "expression"))],
        "element": [
            include("blanks"),
            rule("/>", t.PUNCTUATION, "#pop:2"),
            rule(">", t.PUNCTUATION, "#pop"),
            include("opening brace"),
            rule(r"\w[\w-]*", t.NAME_ATTRIBUTE),
            rule("=", t.PUNCTUATION),
            rule("""".*?"|'.*?'""", t.STR),
        ],
        "element name": [
            rule(r"[A-Z]\w*", t.NAME_CLASS),
            rule(r"\w+", t.NAME_TAG),
            rule(r"\.", t.PUNCTUATION),
            rule("", t.TEXT, "#pop"),
        ],
        "interpolation": [
            rule(r"\}", t.STR_INTERPOL, "#pop"),
            rule(r"\{", t.PUNCTUATION, ("braces in interpolation", "statement")),
            include("root"),
        ],
        "braces in interpolation": [rule(r"\}", t.PUNCTUATION, "#goto:statement"), include("root")],
    }


class Tsx(Jsx):
    """Lex TypeScript with markup."""

    tag = "tsx"
    keywords = Typescript.keywords
    declarations = Typescript.declarations
    reserved = Typescript.reserved
    builtins = Typescript.builtins
    states: ClassVar[dict[str, Rules]] = {
        **_typed(Jsx.states),
        # The first of several type parameters, not an element.
        "element name": [rule(r"(\w+)(,)", (t.NAME_OTHER, t.PUNCTUATION), "#pop:3"), *Jsx.states["element name"]],
    }


