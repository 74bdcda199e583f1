"""Cython."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, include, rule, words
from pyjekyll.highlight.lexers.python import Python

_NAME = r"[a-zA-Z\u017f\u212a_]\w*"
_DOTTED = r"[a-zA-Z_.][\w.]*"
_BLANKS = r"(?:\\\s|\s)+"
_MODIFIERS = words("public readonly extern api inline enum union")


def _called(lexer: Cython, hit: Hit) -> None:
    name = hit[0]
    if name in lexer.keywords:
        lexer.emit(t.KEYWORD, name)
    elif name in lexer.exceptions or name in lexer.builtins:
        lexer.emit(t.NAME_BUILTIN, name)
    else:
        lexer.emit(t.NAME_BUILTIN_PSEUDO if name in lexer.pseudo else t.NAME_FUNCTION, name)


def _type(lexer: Cython, hit: Hit) -> None:
    name = hit[0]
    if name in lexer.keywords:
        lexer.emit(t.KEYWORD, name)
        lexer.pop()
    elif name == "def":
        lexer.emit(t.KEYWORD, name)
        lexer.goto("function name")
    elif name in ("struct", "class"):
        lexer.emit(t.KEYWORD_RESERVED, name)
        lexer.goto("class name")
    elif name in _MODIFIERS:
        lexer.emit(t.KEYWORD_RESERVED, name)
    else:
        lexer.emit(t.KEYWORD_TYPE, name)
        lexer.pop()


def _indented(lexer: Cython, hit: Hit) -> None:
    lexer.emit(t.TEXT, hit[0])
    lexer.goto("type")
    if lexer.indentation is None:
        lexer.indentation = len(hit[0])
    elif lexer.indentation > len(hit[0]):
        lexer.indentation = None
        lexer.pop(2)


def _not_indented(lexer: Cython, _hit: Hit) -> None:
    lexer.indentation = None
    lexer.reset_stack()


class Cython(Python):
    """Lex Cython. After `cdef` types are known by what follows them, until a line is indented less."""

    tag = "cython"
    keywords = Python.keywords | words("by fused gil nogil")
    states: ClassVar[dict[str, Rules]] = {
        **Python.states,
        "root": [
            rule("cp?def|ctypedef", t.KEYWORD, ("definitions", "type")),
            rule(
                rf"(from)({_BLANKS})({_DOTTED})({_BLANKS})(cimport)",
                (t.KEYWORD_NAMESPACE, t.TEXT, t.NAME_NAMESPACE, t.TEXT, t.KEYWORD_NAMESPACE),
            ),
            rule(rf"(cimport)(\s+)({_DOTTED})", (t.KEYWORD_NAMESPACE, t.TEXT, t.NAME_NAMESPACE)),
            rule(rf"(struct)({_BLANKS})", (t.KEYWORD, t.TEXT), "class name"),
            rule(rf"{_NAME}(?=\()", _called),
            rule("[(,]", t.PUNCTUATION, "type"),
            *Python.states["root"],
        ],
        "class name": [rule(_BLANKS, t.TEXT), *Python.states["class name"]],
        "function name": [rule(_BLANKS, t.TEXT), *Python.states["function name"]],
        "type": [
            rule(r"[^\S\n]+", t.TEXT),
            rule("cp?def|ctypedef", t.KEYWORD),
            rule("(?:un)?signed", t.KEYWORD_TYPE),
            rule(rf"{_NAME}(?=\*|[ \t]*\[|[ \t]+\w)", _type),
            rule("", None, "#pop"),
        ],
        "definitions": [rule(r"\n", t.TEXT, "line start"), include("root")],
        "line start": [rule(r"[ \t]+", _indented), rule("", _not_indented)],
    }

    def configure(self) -> None:
        """Begin without an indentation; nothing resets it, as in Rouge."""
        super().configure()
        self.indentation: int | None = None
