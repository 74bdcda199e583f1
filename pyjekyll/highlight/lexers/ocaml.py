"""OCaml and the languages that are OCaml in other clothes: Reason and ReScript."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_NAME = r"[a-zA-Z\u017f\u212a_][\w']*"
_UPPER = r"[A-Z][\w']*"
_ESCAPE = r"""\\(?:[\\"'ntbr ]|[0-9]{3}|x\h{2})"""


def _word(lexer: OCaml, hit: Hit) -> None:
    word = hit[0]
    if word in lexer.keywords:
        lexer.emit(t.KEYWORD, word)
    elif word in lexer.word_operators:
        lexer.emit(t.OPERATOR_WORD, word)
    else:
        lexer.emit(t.KEYWORD_TYPE if word in lexer.types else t.NAME, word)


def _comment(opening: str, closing: str, other: str, token: str) -> Rules:
    """Return the state inside a comment, in which comments may lie."""
    return [rule(opening, token, "#push"), rule(closing, token, "#pop"), rule(other, token)]


def _literals(character: str) -> Rules:
    """Return the rules for numbers, characters and strings; they differ in what may stand between quotes."""
    return [
        rule(r"\d[\d_]*(?:.[\d_]*)?[eE][+-]?\d[\d_]*", t.NUM_FLOAT),  # after the digits any character may stand for the dot
        rule(r"0[xX]\h[\h_]*", t.NUM_HEX),
        rule("0[oO][0-7][0-7_]*", t.NUM_OCT),
        rule("0[bB][01][01_]*", t.NUM_BIN),
        rule(r"\d[\d_]*", t.NUM_INTEGER),
        rule(f"'(?:{_ESCAPE}|{character})'", t.STR_CHAR),
        rule("'", t.KEYWORD),
        rule('"', t.STR_DOUBLE, "string"),
    ]


class OCaml(RegexLexer):
    """Lex OCaml."""

    tag = "ocaml"
    keywords = words("""
        as assert begin class constraint do done downto else end exception external false for fun function functor if in
        include inherit initializer lazy let match module mutable new nonrec object of open raise rec sig struct then to true
        try type val virtual when while with
    """)
    word_operators = words("and asr land lor lsl lxor mod or")
    types = words("unit int float bool string char list array")
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("words"),
            rule(r"\(\*(?!\))", t.COMMENT, "comment"),
            include("names and signs"),
            include("literals"),
        ],
        "words": [
            rule(r"\s+", t.TEXT),
            rule(r"false|true|\(\)|\[\]", t.NAME_BUILTIN_PSEUDO),
            rule(rf"{_UPPER}(?=\s*\.)", t.NAME_NAMESPACE, "path"),
            rule(f"`{_NAME}", t.NAME_TAG),
            rule(_UPPER, t.NAME_CLASS),
        ],
        "names and signs": [
            rule(_NAME, _word),
            rule(r"[(){}\[\];]+", t.PUNCTUATION),
            rule("[;,_!$%&*+./:<=>?@^|~#-]+", t.OPERATOR),
        ],
        "literals": _literals(r"\."),
        "comment": _comment(r"\(\*", r"\*\)", r"[^(*)]+|[(*)]", t.COMMENT),
        "string": [
            rule(r'[^\\"]+', t.STR_DOUBLE),
            rule(r"""\\(?:[\\"'ntbr]|\d{3}|x\h{2})""", t.STR_ESCAPE),
            rule(r"\\\n", t.STR_DOUBLE),
            rule('"', t.STR_DOUBLE, "#pop"),
        ],
        "path": [
            rule(r"\s+", t.TEXT),
            rule(r"\.", t.PUNCTUATION),
            rule(rf"{_UPPER}(?=\s*\.)", t.NAME_NAMESPACE),
            rule(_UPPER, t.NAME_CLASS, "#pop"),
            rule(_NAME, t.NAME, "#pop"),
            rule(r"[({\[]", t.PUNCTUATION, "#pop"),
        ],
    }


class Reason(OCaml):
    """Lex Reason: OCaml with C's comments."""

    tag = "reasonml"
    keywords = OCaml.keywords - words("match raise") | words("switch")
    states: ClassVar[dict[str, Rules]] = {
        **OCaml.states,
        "root": [
            include("words"),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
            include("names and signs"),
            include("literals"),
        ],
        "literals": _literals("[^'/]"),
        "comment": _comment(r"/\*", r"\*/", "[^/*]+|[/*]", t.COMMENT_MULTILINE),
    }


class ReScript(Reason):
    """Lex ReScript."""

    tag = "rescript"
    keywords = words("""
        open let rec and as exception assert lazy if else for in to downto while switch when external type private mutable
        constraint include module of with try import export
    """)
    word_operators = words("mod land lor lxor lsl lsr asr or")
    types = words("bool int float char string unit list array option ref exn format")
    states: ClassVar[dict[str, Rules]] = {
        **Reason.states,
        "root": [
            rule(r"\s+", t.TEXT),
            rule(r"[,.:?~\\]", t.TEXT),
            rule(r"true|false\b", t.KEYWORD_CONSTANT),
            rule(rf"{_UPPER}(?=\s*\.)", t.NAME_NAMESPACE, "path"),
            rule(rf"@{_NAME}(?:\.{_NAME})*", t.NAME_DECORATOR),
            rule(f"#{_NAME}|{_UPPER}", t.NAME_CLASS),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
            rule(_NAME, _word),
            rule(r"[(){}\[\];]+", t.PUNCTUATION),
            rule("[;_!$%&*+/<=>@^|-]+", t.OPERATOR),
            include("literals"),
            rule("`", t.STR_DOUBLE, "template"),
        ],
        "template": [
            rule(r"\$\{", t.PUNCTUATION, "expression"),
            rule("`", t.STR_DOUBLE, "#pop"),
            rule(r"\\[$`]", t.STR_ESCAPE),
            rule(r"[^$`\\]+|[\\$]", t.STR_DOUBLE),
        ],
        "expression": [rule(r"\}", t.PUNCTUATION, "#pop"), include("root")],
    }
