"""The Wolfram language."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule
from pyjekyll.highlight.lexers._word_lists import read_word_lists
from pyjekyll.highlight.regex import quoted

_NUMBER = r"(?:\.\d+|\d+\.\d*|\d+)"
_PRECISION = f"(?:`(?:`?{_NUMBER})?)?"
_EXPONENT = r"(?:\*\^[+-]?\d+)?"
_STRING = quoted('"')
_NAME = "[a-zA-Z$][$a-zA-Z0-9]*"
_SYMBOL = rf"(?:{_NAME}|\\\[{_NAME}\])+"


def _symbol(lexer: Mathematica, hit: Hit) -> None:
    name = hit[0]
    if name in ("Module", "With", "Block"):
        lexer.emit(t.NAME_BUILTIN_PSEUDO, name)
    else:
        known = read_word_lists("mathematica_words.txt")["symbols"]
        lexer.emit(t.NAME_BUILTIN if name in known else t.NAME_VARIABLE, name)


class Mathematica(RegexLexer):
    """Lex the Wolfram language. An end of a line in a comment is an error, as in Rouge."""

    tag = "mathematica"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.WHITESPACE),
            rule(r"\(\*", t.COMMENT, "comment"),
            rule(rf"\d+\^\^(?:\.\w+|\w+\.\w*|\w+){_PRECISION}{_EXPONENT}", t.NUM),
            rule(f"{_NUMBER}{_PRECISION}{_EXPONENT}", t.NUM),
            rule(rf"::(?:{_NAME}|{_STRING})", t.NAME_TAG),
            rule(r"(?:In|Out)\[[0-9]+\]:?=", t.GENERIC_PROMPT),
            rule(f"`?{_SYMBOL}(?:`{_SYMBOL})*`?", _symbol),
            rule(f'#(?:{_NAME}|"{_NAME}"|[0-9]*)', t.NAME_FUNCTION),
            rule(r"[+\-*/|,;.:@~=><&`'^?!_%]", t.OPERATOR),
            rule(r"[\[\](){}]", t.PUNCTUATION),
            rule(_STRING, t.STR),
        ],
        "comment": [
            rule(r"\(\*", t.COMMENT, "#push"),
            rule(r"\*\)", t.COMMENT, "#pop"),
            rule(f"::{_NAME}::", t.COMMENT_PREPROC),
            rule(rf" :(?:{_NAME}|\s)+: ", t.COMMENT_PREPROC),
            rule(".", t.COMMENT),
        ],
    }
