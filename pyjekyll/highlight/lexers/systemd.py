"""systemd's unit files."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, rule


class Systemd(RegexLexer):
    """Lex systemd's unit files. Only a quote ends a value that goes on over lines, by a slip of Rouge's."""

    tag = "systemd"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("[;#].*", t.COMMENT),
            rule(r"\[.*?\]$", t.KEYWORD),
            rule(r"(.*?)(=)(.*)(\\\n)", (t.NAME_TAG, t.PUNCTUATION, t.TEXT, t.STR_ESCAPE), "value"),
            rule("(.*?)(=)(.*)", (t.NAME_TAG, t.PUNCTUATION, t.TEXT)),
        ],
        "value": [rule(r"(.*?)(\\\n)", (t.TEXT, t.STR_ESCAPE)), rule(".*'", t.TEXT, "#pop")],
    }
