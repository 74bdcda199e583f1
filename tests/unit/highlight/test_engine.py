"""The machine that lexers are written for does what Rouge's does: `engine_oracle.rb` runs the same small lexers there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule
from pyjekyll.highlight.regex import Pattern

CASES = json.loads((Path(__file__).parent / "engine_expected.json").read_text("utf-8"))


def _twice(lexer: RegexLexer, hit: Hit) -> None:
    lexer.emit(t.STR, hit[0])
    lexer.emit(t.COMMENT, hit[2])


def _where(lexer: RegexLexer, hit: Hit) -> None:
    lexer.emit(t.STR if lexer.in_state("one") else t.NUM, hit[0])


STATES: dict[str, dict[str, Rules]] = {
    "empty matches": {
        "root": [rule("a", t.KEYWORD), rule("(?=b)", None, "loop"), rule(".", t.NAME)],
        "loop": [rule("(?=b)", None, "#push"), rule("c", t.OPERATOR, "#pop")],
    },
    "empty matches in a mixin": {
        "null": [rule("(?=b)", None, "root"), rule("d", t.COMMENT)],
        "root": [rule("a", t.KEYWORD), include("null"), rule("b", t.NAME), rule("(?s).", t.OPERATOR)],
    },
    "line starts": {"root": [rule("^a|b", t.KEYWORD), rule("(?:^|-)c", t.NAME), rule(" ?(^d)", t.OPERATOR), rule(r"\n", t.TEXT)]},
    "looking back": {
        "root": [
            rule("(?<!x)y", t.KEYWORD),
            rule("(?<=x)z", t.NAME),
            rule(r"\Bq", t.OPERATOR),
            rule(r"\bw", t.COMMENT),
            rule(r" *\bv", t.NUM),
            rule(r"\Au", t.STR),
            rule("x", t.TEXT),
        ]
    },
    "groups": {
        "root": [
            rule("(a)(b)?(c*)", (t.KEYWORD, t.NAME, t.OPERATOR)),
            rule(r"""(['"])(.*?)\1""", _twice),
            rule(r"\s+", t.WHITESPACE),
        ]
    },
    "moves": {
        "root": [rule(r"\(", t.PUNCTUATION, "one"), rule(".", t.NAME)],
        "one": [
            rule(r"\(", t.PUNCTUATION, "#push"),
            rule(r"\)", t.PUNCTUATION, "#pop"),
            rule(">", t.OPERATOR, "#goto:two"),
            rule("<", t.OPERATOR, "two"),
            rule(".", t.KEYWORD),
        ],
        "two": [
            rule("!", t.COMMENT, "#reset"),
            rule(";", t.COMMENT, "#pop:2"),
            rule("@", _where),
            rule(".", t.OPERATOR),
        ],
    },
    "flags": {
        "root": [
            rule("(?i)ab", t.KEYWORD),
            rule("(?s)<.*?>", t.COMMENT),
            rule("(?x) x  # (a comment\n y", t.NAME),
            rule(r"\h{4}", t.NUM),
            rule(r"[\h_]", t.OPERATOR),
            rule("e$", t.STR),
            rule(r".\Z", t.ERROR),
        ]
    },
    "letters": {
        "root": [
            rule(r"\bé+\b", t.KEYWORD),
            rule("[[:alpha:]_]+", t.NAME),
            rule(r"\p{Word}", t.NUM),
            rule(r"\s", t.WHITESPACE),
            rule(r"\w", t.OPERATOR),
        ]
    },
    "kinds of letters": {
        "root": [
            rule("[[:upper:]]", t.KEYWORD),
            rule(r"[\p{Ll}]", t.NAME),
            rule(r"[\p{Lt}\p{Lm}]", t.OPERATOR),
            rule(r"[\p{Lo}]", t.STR),
            rule("[[:digit:]]", t.NUM),
            rule(r"[\p{Pc}\p{Mn}]", t.COMMENT),
            rule("[[:space:]]", t.WHITESPACE),
        ]
    },
    "marks and symbols": {
        "root": [
            rule(r"[\p{L}\p{Nl}\p{S}][[:alnum:]]*", t.NAME),
            rule(r"[\p{Po}]", t.PUNCTUATION),
            rule(r"[\u00a1-\uffff]\p{Word}*", t.COMMENT),
        ]
    },
}


@pytest.mark.parametrize("name", STATES)
def test_machine_does_what_rouges_does(name: str) -> None:
    lexer = type("Small", (RegexLexer,), {"states": STATES[name]})
    actual = [[list(chunk) for chunk in lexer().lex(text)] for text in CASES["texts"][name]]
    assert actual == CASES["expected"][name]


@pytest.mark.parametrize(
    ("source", "looks_back"),
    [
        (r"\b(?:if|in)\s*\b", False),
        (r"(?:a|b)\b", False),
        (r"(a|)\b", True),
        (r"x?\b", True),
        (r"x{0,2}\b", True),
        (r"x+\b", False),
        (r"(?=\b)x", True),
        (r"a(?<=a)b", True),
        ("(?<!a)b", False),
        (r"\Aa", False),
        ("[^^]^", False),
        ("(^|x)y", True),
        (r"\^\b", False),
    ],
)
def test_only_what_may_look_back_is_matched_on_a_slice(source: str, looks_back: bool) -> None:
    assert Pattern(source).looks_back is looks_back


def test_lexing_begins_afresh() -> None:
    lexer = type("Small", (RegexLexer,), {"states": STATES["moves"]})()
    assert lexer.lex("(((") == lexer.lex("(((")
    assert lexer.lex("a") == [("n", "a")]
