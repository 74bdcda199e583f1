"""Io."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words
from pyjekyll.highlight.regex import quoted

_CONSTANTS = words("nil false true")
_BUILTINS = words("args call clone do doFile doString else elseif for if list method return super then")


def _name(lexer: Io, hit: Hit) -> None:
    lexer.emit(t.KEYWORD_CONSTANT if hit[0] in _CONSTANTS else t.NAME_BUILTIN if hit[0] in _BUILTINS else t.NAME, hit[0])


class Io(RegexLexer):
    """Lex Io. A plus sign or a slash in a comment that may hold others is an error, as in Rouge."""

    tag = "io"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("(?://|#).*", t.COMMENT_SINGLE),
            rule(r"(?s)/(?:\\\n)?\*.*?\*(?:\\\n)?/", t.COMMENT_MULTILINE),
            rule(r"/\+", t.COMMENT_MULTILINE, "comment"),
            rule(quoted('"'), t.STR),
            rule(":?:=", t.KEYWORD),
            rule("[()]", t.PUNCTUATION),
            rule(r"[-=;,*+><!/|^.%&\[\]{}]", t.OPERATOR),
            rule(r"[A-Z]\w*", t.NAME_CLASS),
            rule(r"[a-z_]\w*", _name),
            rule(r"(?i)\d+\.?\d*(?:e[+-]?[0-9]+)?", t.NUM_FLOAT),  # without a point, too
            rule("@@?", t.KEYWORD),
        ],
        "comment": [
            rule("[^/+]+", t.COMMENT_MULTILINE),
            rule(r"/\+", t.COMMENT_MULTILINE, "#push"),
            rule(r"\+/", t.COMMENT_MULTILINE, "#pop"),
        ],
    }
