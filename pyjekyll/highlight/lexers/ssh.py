"""The configuration of SSH."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, include, rule


class Ssh(RegexLexer):
    """Lex SSH's configuration."""

    tag = "ssh"
    states: ClassVar[dict[str, Rules]] = {
        "root": [rule("[a-zA-Z0-9\u017f\u212a]+", t.KEYWORD, "statement"), include("blanks")],
        "blanks": [rule(r"\s+", t.TEXT), rule("#.*", t.COMMENT_SINGLE)],
        "statement": [
            rule(r"\n", t.TEXT, "#pop"),
            rule(r"(?:yes|no|confirm|ask|always|auto|none|force)\b", t.NAME_CONSTANT),
            rule(r"\d+", t.NUM),
            rule(r"[^#\s;{}$\\]+", t.TEXT),
            include("blanks"),
        ],
    }
