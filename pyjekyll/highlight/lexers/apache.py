"""Configuration files of Apache's web server."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Callback, Hit, RegexLexer, Rules, include, rule
from pyjekyll.highlight.lexers._apache_words import KNOWN


def _known_as(token: str) -> Callback:
    """Return an action that emits the match as a token if it is a word of Apache's, in whatever case, else as text."""

    def act(lexer: Apache, hit: Hit) -> None:
        lexer.emit(token if hit[0].lower() in KNOWN else t.TEXT, hit[0])

    return act


def _tag(lexer: Apache, hit: Hit) -> None:
    lexer.groups(hit, t.PUNCTUATION, t.NAME_LABEL if hit[2].lower() in KNOWN else t.TEXT)


class Apache(RegexLexer):
    """Lex Apache's configuration. Sections, directives and values are told apart by where they stand only."""

    tag = "apache"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            rule(r"(</?)(\w+)", _tag, "section"),
            rule(r"\w+", _known_as(t.NAME_CLASS), "directive"),
        ],
        "blanks": [rule("#.*", t.COMMENT), rule(r"\s+", t.TEXT)],
        "section": [rule(r"([^>]+)?(>(?:\r\n?|\n)?)", (t.STR_REGEX, t.PUNCTUATION), "#pop"), include("blanks")],
        "directive": [
            rule(r"\r\n?|\n", t.TEXT, "#pop"),
            include("blanks"),
            rule(r"\S+", _known_as(t.STR_SYMBOL)),
        ],
    }
