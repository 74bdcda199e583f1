"""QML, Qt's language for user interfaces."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Rules, include, rule
from pyjekyll.highlight.lexers.javascript import Javascript

_NAME = "[$a-zA-Z_][a-zA-Z0-9_.]*"


class Qml(Javascript):
    """Lex QML; whatever stands before a brace is taken for a type."""

    tag = "qml"
    states: ClassVar[dict[str, Rules]] = {
        **Javascript.states,
        "root": [
            rule(rf"({_NAME})(\s*)(\{{)", (t.KEYWORD_TYPE, t.TEXT, t.PUNCTUATION), "type"),
            rule(
                rf"({_NAME})(\s+)(on)(\s+)({_NAME})(\s*)(\{{)",
                (t.KEYWORD_TYPE, t.TEXT, t.KEYWORD, t.TEXT, t.NAME_LABEL, t.TEXT, t.PUNCTUATION),
                "type",
            ),
            rule(r"\{", t.PUNCTUATION, "#push"),
            *Javascript.states["root"],
        ],
        "type": [
            rule(
                rf"(id)(\s*)(:)(\s*)({_NAME})",
                (t.NAME_LABEL, t.TEXT, t.PUNCTUATION, t.TEXT, t.KEYWORD_DECLARATION),
            ),
            rule(rf"({_NAME})(\s*)(:)", (t.NAME_LABEL, t.TEXT, t.PUNCTUATION), "expression"),
            rule(rf"(signal)(\s+)({_NAME})", (t.KEYWORD_DECLARATION, t.TEXT, t.NAME_LABEL), "signal"),
            rule(
                rf"(property)(\s+)({_NAME})(\s+)({_NAME})(\s*)(:?)",
                (t.KEYWORD_DECLARATION, t.TEXT, t.KEYWORD_TYPE, t.TEXT, t.NAME_LABEL, t.TEXT, t.PUNCTUATION),
                "expression",
            ),
            rule(r"\}", t.PUNCTUATION, "#pop"),
            include("root"),
        ],
        "signal": [
            include("blanks"),
            rule(r"\(", t.PUNCTUATION, "#goto:signal parameters"),
            rule("", None, "#pop"),
        ],
        "signal parameters": [
            include("blanks"),
            rule(rf"({_NAME})(\s+)({_NAME})(\s*)(,?)", (t.KEYWORD_TYPE, t.TEXT, t.NAME, t.TEXT, t.PUNCTUATION)),
            rule(r"\)", t.PUNCTUATION, "#pop"),
        ],
    }
