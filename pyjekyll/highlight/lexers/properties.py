"""Java's properties files."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, include, rule


class Properties(RegexLexer):
    """Lex properties files."""

    tag = "properties"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("basics"),
            rule(r"([\w.-]+)(\s*)([=:])", (t.NAME_PROPERTY, t.TEXT, t.PUNCTUATION), "value"),
        ],
        "basics": [rule(r"[!#].*?\n", t.COMMENT), rule(r"\s+", t.TEXT), rule(r"\\\n", t.STR_ESCAPE)],
        "value": [
            rule(r"\n", t.TEXT, "#pop"),
            include("basics"),
            rule('"', t.STR, "quotes"),
            rule("'.*?'", t.STR),
            include("escapes"),
            rule(r"[^\\\n]+", t.STR),
        ],
        "quotes": [rule('"', t.STR, "#pop"), include("escapes"), rule(r'[^\\"]+', t.STR)],
        "escapes": [rule(r"\\u[0-9]{4}|(?s:\\.)", t.STR_ESCAPE)],
    }
