"""SuperCollider."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_KEYWORDS = words("var arg classvar const super this")
_CONSTANTS = words("""
    true false nil inf thisThread thisMethod thisFunction thisProcess thisFunctionDef currentEnvironment topEnvironment
""")
_RESERVED = words("case do for forBy loop if while new newCopyArgs")


def _name(lexer: SuperCollider, hit: Hit) -> None:
    name = hit[0]
    if name in _KEYWORDS:
        lexer.emit(t.KEYWORD, name)
    elif name in _CONSTANTS:
        lexer.emit(t.KEYWORD_CONSTANT, name)
    else:
        lexer.emit(t.KEYWORD_RESERVED if name in _RESERVED else t.NAME, name)


class SuperCollider(RegexLexer):
    """Lex SuperCollider."""

    tag = "supercollider"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("//.*?$", t.COMMENT_SINGLE),
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
            rule(r"[-+]?0[xX]\h+", t.NUM_HEX),
            rule(r"[-+]?\d+r[0-9a-zA-Z]*(?:\.[0-9A-Z]*)?", t.NUM_FLOAT),  # in any base
            rule(r"[-+]?(?:\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?:pi)?|pi)", t.NUM_FLOAT),  # without a point, too
            rule(r"\$(?:\\.|.)", t.STR_CHAR),
            rule(r'"[^\\"]*(?:\\.[^\\"]*)*"', t.STR),
            rule(r"'[^\\']*(?:\\.[^\\']*)*'", t.STR_OTHER),
            rule(r"\\\w+", t.STR_OTHER),
            rule(r"[A-Za-z_]\w*:", t.NAME_LABEL),
            rule(r"[A-Z]\w*", t.NAME_CLASS),
            rule(r"_\w+", t.NAME_FUNCTION),
            rule(r"[a-z]\w*", _name),
            rule(r"~\w+", t.NAME_VARIABLE_GLOBAL),
            rule(r"[{}()\[\];,.]", t.PUNCTUATION),
            rule(r"[-+*/&|%<>=]+|[\^:#]", t.OPERATOR),
            rule(r"_\b", t.NAME_BUILTIN),
        ],
        "comment": [
            rule(r"/\*", t.COMMENT_MULTILINE, "#push"),
            rule(r"\*/", t.COMMENT_MULTILINE, "#pop"),
            rule("[^*/]+|[*/]", t.COMMENT_MULTILINE),
        ],
    }
