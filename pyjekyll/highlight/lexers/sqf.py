"""SQF, the scripts of the Arma games."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words
from pyjekyll.highlight.lexers._word_lists import read_word_lists

_OPERATORS = words("and or not")
_DECLARATIONS = words("private param params")
_CONTROL = words("if then else exitwith switch do case default while for from to step foreach")
_CONSTANTS = words("""
    true false player confignull controlnull displaynull grpnull locationnull netobjnull objnull scriptnull tasknull
    teammembernull
""")
_NAMESPACES = words("currentnamespace missionnamespace parsingnamespace profilenamespace uinamespace")
_TOKENS = {
    **dict.fromkeys(read_word_lists("sqf_words.txt")["commands"], t.NAME_FUNCTION),
    **dict.fromkeys(_NAMESPACES, t.KEYWORD_NAMESPACE),
    **dict.fromkeys(_CONSTANTS, t.KEYWORD_CONSTANT),
    **dict.fromkeys(_CONTROL, t.KEYWORD_RESERVED),
    **dict.fromkeys(_DECLARATIONS, t.KEYWORD_DECLARATION),
    **dict.fromkeys(_OPERATORS, t.OPERATOR_WORD),
}


def _word(lexer: Sqf, hit: Hit) -> None:
    # Local variables begin with an underscore; one that is followed by something makes any name a local one.
    lexer.emit(_TOKENS.get(hit[0].lower()) or (t.NAME_VARIABLE if "_" in hit[0][:-1] else t.NAME_VARIABLE_GLOBAL), hit[0])


class Sqf(RegexLexer):
    """Lex SQF, in whatever case."""

    tag = "sqf"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
            rule("//.*", t.COMMENT_SINGLE),
            rule("#(?:define|undef|ifn?def|else|endif|include)", t.COMMENT_PREPROC),
            rule(r"\\\r?\n", t.COMMENT_PREPROC),
            rule("__(?:EVAL|EXEC|LINE__|FILE__)", t.NAME_BUILTIN),
            rule("\".*?\"|'.*?'", t.STR),
            rule(r"(?:\$|0x)\h+", t.NUM_HEX),
            rule(r"[0-9]+\.?(?:e[0-9]+)?", t.NUM_FLOAT),
            rule("[!%&*+/<=>^|#-]", t.OPERATOR),
            rule(r"[(){}\[\],:;]", t.PUNCTUATION),
            rule("[a-zA-Z0-9_]+", _word),
        ]
    }
