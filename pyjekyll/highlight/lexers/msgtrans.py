"""Message files of RISC OS."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, rule


class MsgTrans(RegexLexer):
    """Lex messages: tokens, a colon, and what they stand for."""

    tag = "msgtrans"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"^#[^\n]*", t.COMMENT),
            rule(r"[^\t\n\r ,):?/]+", t.NAME_VARIABLE),
            rule(r"[\n/?]", t.OPERATOR),
            rule(":", t.OPERATOR, "value"),
        ],
        "value": [rule(r"\n", t.TEXT, "#pop"), rule("%[0-3%]", t.OPERATOR), rule(r"[^\n%]+", t.STR)],
    }
