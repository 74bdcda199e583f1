"""The Test Anything Protocol."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, rule

_BLANKS = r"[^\S\n]+"


class Tap(RegexLexer):
    """Lex what tests print."""

    tag = "tap"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"^TAP version \d+\n", t.NAME_NAMESPACE),
            rule(r"^1\.\.\d+", t.KEYWORD_DECLARATION, "plan"),
            rule(r"^(not ok)([^\S\n]*)(\d*)", (t.GENERIC_ERROR, t.TEXT, t.NUM_INTEGER), "test"),
            rule(r"^(ok)([^\S\n]*)(\d*)", (t.KEYWORD_RESERVED, t.TEXT, t.NUM_INTEGER), "test"),
            rule(r"^#.*\n", t.COMMENT),
            rule(r"^Bail out!.*\n", t.GENERIC_ERROR),
            rule(r"^.*\n", t.TEXT),
        ],
        "plan": [
            rule(_BLANKS, t.TEXT),
            rule("#", t.COMMENT, "directive"),
            rule(r"\n", t.COMMENT, "#pop"),
            rule(r".*\n", t.GENERIC_ERROR, "#pop"),
        ],
        "test": [
            rule(_BLANKS, t.TEXT),
            rule("#", t.COMMENT, "directive"),
            rule(r"\S+", t.TEXT),
            rule(r"\n", t.TEXT, "#pop"),
        ],
        "directive": [
            rule(_BLANKS, t.COMMENT),
            rule(r"(?i)TODO\b|SKIP\S*", t.COMMENT_PREPROC),
            rule(r"\S+", t.COMMENT),
            rule(r"\n", t.COMMENT, "#pop:2"),
        ],
    }
