"""INI files, and configuration files of no particular kind."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, include, rule


class Ini(RegexLexer):
    """Lex INI files."""

    tag = "ini"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("basics"),
            rule(r"([\w\-.]+)(\s*)(=)", (t.NAME_PROPERTY, t.TEXT, t.PUNCTUATION), "value"),
            rule(r"\[.*?\]", t.NAME_NAMESPACE),
        ],
        "basics": [rule(r"[;#].*?\n", t.COMMENT), rule(r"\s+", t.TEXT), rule(r"\\\n", t.STR_ESCAPE)],
        "value": [
            rule(r"\n", t.TEXT, "#pop"),
            include("basics"),
            rule('"', t.STR, "quotes"),
            rule("'.*?'", t.STR),
            rule(r"(?s)\\.", t.STR_ESCAPE),
            rule(r"[^\\\n]+", t.STR),
        ],
        "quotes": [rule('"', t.STR, "#pop"), rule(r"(?s)\\.", t.STR_ESCAPE), rule(r'[^\\"]+', t.STR)],
    }


class Conf(RegexLexer):
    """Lex any configuration file."""

    tag = "conf"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"#.*?\n", t.COMMENT),
            rule('".*?"', t.STR_DOUBLE),
            rule("'.*?'", t.STR_SINGLE),
            rule(r"[a-zA-Z\u017f\u212a]\w*", t.NAME),
            rule(r"\d+", t.NUM),
            rule(r"""[^\w#"']+""", t.TEXT),
        ],
    }
