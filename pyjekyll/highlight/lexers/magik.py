"""Magik, the language of Smallworld."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, rule

_LETTERS = r"a-zA-Z\u017f\u212a"  # Ruby folds two letters beyond ASCII
_NAME = rf"(?:[{_LETTERS}0-9_!?]|\\.|\|[^|\n]*\|)+"
_KEYWORDS = any_of("""
    _abstract _allresults _and _andif _block _catch _cf _class _clone _constant _continue _default _div _dynamic _elif _else
    _endblock _endcatch _endif _endlock _endloop _endmethod _endproc _endprotect _endtry _false _finally _for _gather _global
    _handling _if _import _is _isnt _iter _leave _local _lock _loop _loopbody _maybe _method _mod _not _optional _or _orif
    _over _package _pragma _primitive _private _proc _protect _protection _recursive _return _scatter _self _super _then
    _thisthread _throw _true _try _unset _when _while _with _xor
""")


class Magik(RegexLexer):
    """Lex Magik."""

    tag = "magik"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("##.*", t.COMMENT_DOC),
            rule("#.*", t.COMMENT_SINGLE),
            rule(r"(_method)(\s+)", (t.KEYWORD, t.WHITESPACE), "method"),
            rule(rf"{_KEYWORDS}\b", t.KEYWORD),
            rule(r'"[^"\n]*"', t.STR),
            rule(r"'[^'\n]*'", t.STR),
            rule(f":{_NAME}", t.STR_SYMBOL),
            rule(rf"@\s*{_NAME}(?::{_NAME})?", t.NAME_LABEL),
            rule(rf"%[uU][{_LETTERS}0-9]{{4}}|%\S+", t.STR_CHAR),
            rule(rf"[0-9]+(?:[rR][{_LETTERS}0-9]|[eE&][+-]?[0-9]+|\.[0-9]+)*", t.NUM),
            rule(f"{_NAME}(?::{_NAME})?", t.NAME),
            rule(r"[\[\]{}().,;$]", t.PUNCTUATION),
            rule("[-~+/*%=&^<>]", t.OPERATOR),
            rule(r"\s+", t.WHITESPACE),
        ],
        "method": [rule(rf"({_NAME})(\.)({_NAME})", (t.NAME_CLASS, t.PUNCTUATION, t.NAME_FUNCTION), "#pop")],
    }
