"""TeX and LaTeX."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, include, rule

_COMMAND = r"\\(?:[a-zA-Z\u017f\u212a]+|\s+|.)"


class Tex(RegexLexer):
    """Lex TeX and LaTeX."""

    tag = "tex"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\\\[|\$\$", t.PUNCTUATION, "displayed formula"),
            rule(r"\\\(|\$", t.PUNCTUATION, "formula"),
            rule(r"\\(?:begin|end)\{.*?\}", t.NAME_TAG),
            rule(r"(\\verb)\b(\S)(.*?)(\2)", (t.NAME_BUILTIN, t.KEYWORD_PSEUDO, t.STR_OTHER, t.KEYWORD_PSEUDO)),
            rule(_COMMAND, t.KEYWORD, "after command"),
            include("everywhere"),
            rule(r"[^\\$%&_^{}]+", t.TEXT),
        ],
        "everywhere": [rule("%.*$", t.COMMENT), rule("[{}&_^]", t.PUNCTUATION)],
        "after command": [rule(r"\[.*?\]", t.NAME_ATTRIBUTE), rule(r"\*", t.KEYWORD), rule("", None, "#pop")],
        "mathematics": [
            rule(_COMMAND, t.NAME_VARIABLE),
            include("everywhere"),
            rule("[0-9]+", t.NUM),
            rule(r"[-=!+*/()\[\]]", t.OPERATOR),
            rule(r"[^-=!+*/()\[\]\\$%&_^{}0-9]+", t.NAME_BUILTIN),
        ],
        "formula": [rule(r"\\\)|\$", t.PUNCTUATION, "#pop"), include("mathematics")],
        "displayed formula": [
            rule(r"\\\]|\$\$", t.PUNCTUATION, "#pop"),
            rule(r"\$", t.NAME_BUILTIN),
            include("mathematics"),
        ],
    }
