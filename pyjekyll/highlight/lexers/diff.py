"""Differences between files."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, rule


class Diff(RegexLexer):
    """Lex diffs and patches, line by line."""

    tag = "diff"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"^ .*$\n?", t.TEXT),
            rule(r"^---$\n?", t.PUNCTUATION),
            rule(r"^[+>]+.*$\n?", t.GENERIC_INSERTED),
            rule(r"^[-<]+.*$\n?", t.GENERIC_DELETED),
            rule(r"^!.*$\n?", t.GENERIC_STRONG),
            rule(r"^(?:[Ii]ndex|diff).*$\n?", t.GENERIC_HEADING),
            rule(r"^(@@[^@]*@@)([^\n]*\n)", (t.PUNCTUATION, t.TEXT)),
            rule(r"^\w.*$\n?", t.PUNCTUATION),
            rule(r"^=.*$\n?", t.GENERIC_HEADING),
            rule(r"\s.*$\n?", t.TEXT),
        ],
    }
