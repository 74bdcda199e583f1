"""Configuration files of nginx."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule

_WORD = r"[^\s$;{}()#]+"


def _open_block(lexer: Nginx, hit: Hit) -> None:
    lexer.emit(t.PUNCTUATION, hit[0])
    lexer.goto("block")


class Nginx(RegexLexer):
    """Lex nginx's configuration: a statement is a word and what follows up to a semicolon or a block."""

    tag = "nginx"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"(include)(\s+)([^\s;]+)", (t.KEYWORD, t.TEXT, t.NAME)),
            rule(_WORD, t.KEYWORD, "statement"),
            include("values"),
        ],
        "block": [
            rule(r"\}", t.PUNCTUATION, "#pop"),
            rule(_WORD, t.KEYWORD_NAMESPACE, "statement"),
            include("values"),
        ],
        "statement": [rule(r"\{", _open_block), rule(";", t.PUNCTUATION, "#pop"), include("values")],
        "values": [
            rule(r"\s+", t.TEXT),
            rule("#.*", t.COMMENT_SINGLE),
            rule(r"(?:on|off)\b", t.NAME_CONSTANT),
            rule(r"\$[\w-]+", t.NAME_VARIABLE),
            rule("(?i)([a-z0-9.-]+)(:)([0-9]+)", (t.NAME_FUNCTION, t.PUNCTUATION, t.NUM_INTEGER)),  # host and port
            rule("(?i)[a-z-]+/[a-z-]+", t.NAME_CLASS),  # a media type
            rule(r"(?i)[0-9]+[kmg]?\b", t.NUM_INTEGER),
            rule(r"(~)(\s*)([^\s{]+)", (t.PUNCTUATION, t.TEXT, t.STR_REGEX)),
            rule("[:=~]", t.PUNCTUATION),
            rule(f"/(?:{_WORD})?", t.NAME),  # a path
            rule(r"[^#\s;{}$\\]+", t.STR),
            rule("[$;]", t.TEXT),
        ],
    }
