"""MATLAB."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words
from pyjekyll.highlight.lexers._matlab_words import BUILTINS
from pyjekyll.highlight.lexers.shell import Shell

_EXPONENT = "[eE][+-]?[0-9]+"


def _command(lexer: Matlab, hit: Hit) -> None:
    lexer.emit(t.KEYWORD, hit[1])
    lexer.delegate(Shell, hit[2])


def _name(lexer: Matlab, hit: Hit) -> None:
    if hit[0] in lexer.keywords:
        lexer.emit(t.KEYWORD, hit[0])
    else:
        lexer.emit(t.NAME_BUILTIN if hit[0] in BUILTINS else t.NAME, hit[0])


class Matlab(RegexLexer):
    """Lex MATLAB. A line after `!` is the shell's."""

    tag = "matlab"
    keywords = words("""
        arguments break case catch classdef continue else elseif end for function global if import methods otherwise parfor
        persistent properties return spmd switch try while
    """)
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(r"(?s)\{%.*?%\}", t.COMMENT_MULTILINE),
            rule("%.*$", t.COMMENT_SINGLE),
            rule(r"(\.\.\.)(.*?)$", (t.KEYWORD, t.COMMENT)),
            rule("^(!)(.*?)(?=%|$)", _command),
            rule("[a-zA-Z][_a-zA-Z0-9]*", _name),
            rule(r"[(){};:,/\\\]\[]", t.PUNCTUATION),
            rule("[-~+*=<>&^|.@]", t.OPERATOR),
            # A dot that begins a number is an operator to Rouge: it never gets here.
            rule(rf"\d+\.\d*(?:{_EXPONENT})?|\d+{_EXPONENT}", t.NUM_FLOAT),
            rule(r"\d+L", t.NUM_INTEGER_LONG),
            rule(r"\d+", t.NUM_INTEGER),
            # A quote that is not closed on its line transposes.
            rule("'(?=.*')", t.STR_SINGLE, "characters"),
            rule('"(?=.*")', t.STR_DOUBLE, "string"),
            rule("'", t.OPERATOR),
        ],
        "characters": [
            rule("[^']+", t.STR_SINGLE),
            rule("''", t.STR_ESCAPE),
            rule("'", t.STR_SINGLE, "#pop"),
        ],
        "string": [
            rule('[^"]+', t.STR_DOUBLE),
            rule('""', t.STR_ESCAPE),
            rule('"', t.STR_DOUBLE, "#pop"),
        ],
    }
