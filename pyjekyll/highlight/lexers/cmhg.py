"""CMHG, the source of module headers for RISC OS."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, rule

_DIRECTIVES = any_of("define elif else endif error if ifdef ifndef include line pragma undef warning")


class Cmhg(RegexLexer):
    """Lex CMHG."""

    tag = "cmhg"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r";[^\n]*", t.COMMENT),
            rule(rf"^([ \t]*)(#[ \t]*(?:{_DIRECTIVES}(?:[ \t].*)?)?)(?=\n)", (t.TEXT, t.COMMENT_PREPROC)),
            rule("[-a-z]+:", t.KEYWORD_DECLARATION),
            rule(r"[a-zA-Z_\u017f\u212a]\w+", t.NAME_ENTITY),
            rule('"[^"]*"', t.STR),
            rule(r"(?:&|0x)\h+", t.NUM_HEX),
            rule(r"\d+", t.NUM),
            rule("[,/()]", t.PUNCTUATION),
            rule(r"[ \t]+|\n+", t.TEXT),
        ]
    }
