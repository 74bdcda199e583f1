"""Objective-C and Objective-C++."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words
from pyjekyll.highlight.lexers.c import C
from pyjekyll.highlight.lexers.cpp import Cpp

_NAME = r"[a-zA-Z\u017f\u212a$_][a-zA-Z0-9\u017f\u212a$_]*"
_KEYWORDS = words("""
    selector private protected public encode synchronized try throw catch finally end property synthesize dynamic optional
    interface implementation import autoreleasepool
""")
_BUILTINS = words("true false YES NO")


def _at_word(lexer: RegexLexer, hit: Hit) -> None:
    lexer.emit(t.KEYWORD if hit[1] in _KEYWORDS else t.NAME_BUILTIN if hit[1] in _BUILTINS else t.ERROR, hit[0])


def _method(lexer: RegexLexer, hit: Hit) -> None:
    lexer.emit(t.KEYWORD, hit[1])
    lexer.emit(t.TEXT, hit[2])
    if hit[3]:
        lexer.recurse(hit[3])
    lexer.emit(t.TEXT, hit[4])
    lexer.push("method")


def _parameter(lexer: RegexLexer, hit: Hit) -> None:
    lexer.recurse(hit[1])
    lexer.emit(t.NAME_VARIABLE, hit[2])


def _label(moves: str | None, end: str = ":") -> Rules:
    return [rule(rf"({_NAME})(\s*)({end})", (t.NAME_FUNCTION, t.TEXT, t.PUNCTUATION), moves)]


def _extended(states: dict[str, Rules]) -> dict[str, Rules]:
    """Return a language's states with those of Objective-C."""
    return {
        **states,
        "root": [rule(rf"([-+])(\s*)([(].*?[)])?(\s*)(?={_NAME}:?)", _method), *states["root"]],
        "statements": [
            rule('@"', t.STR, "string"),
            rule(r"@'(?:\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,2}|\\.|[^\\'\n]')", t.STR_CHAR),
            rule(r"(?i)@(?:\d+[.]\d*|[.]\d+|\d+)e[+-]?\d+l?", t.NUM_FLOAT),
            rule(r"(?i)@(?:\d+[.]\d*|[.]\d+|\d+f)f?", t.NUM_FLOAT),
            rule(r"@0x\h+[lL]?", t.NUM_HEX),
            rule("(?i)@0[0-7]+l?", t.NUM_OCT),
            rule(r"@\d+l?", t.NUM_INTEGER),
            rule(r"\bin\b", t.KEYWORD),
            rule(r"@(?:interface|implementation)\b", t.KEYWORD, "class name of interface"),
            rule(r"@(?:class|protocol)\b", t.KEYWORD, "class names ahead"),
            rule("@([[:alnum:]]+)", _at_word),
            rule("[?]", t.PUNCTUATION, "ternary"),
            rule(r"\[", t.PUNCTUATION, "message"),
            rule(r"@\[", t.PUNCTUATION, "array"),
            rule(r"@\{", t.PUNCTUATION, "dictionary"),
            *states["statements"],
        ],
        "ternary": [rule(":", t.PUNCTUATION, "#pop"), include("statements")],
        "rest of message": [rule(r"[\]{]", t.PUNCTUATION, "#pop"), rule(";", t.ERROR), include("statements")],
        "message": [*_label("#goto:message with arguments"), *_label("#pop", r"\]"), include("rest of message")],
        "message with arguments": [rule(r"\{", t.PUNCTUATION, "function"), *_label("#pop"), include("rest of message")],
        "array": [rule(r"\]", t.PUNCTUATION, "#pop"), rule(",", t.PUNCTUATION), include("statements")],
        "dictionary": [rule(r"\}", t.PUNCTUATION, "#pop"), rule(",", t.PUNCTUATION), include("statements")],
        "class name of interface": [
            include("blanks"),
            rule(rf"({_NAME})(\s*)(:)(\s*)({_NAME})", (t.NAME_CLASS, t.TEXT, t.PUNCTUATION, t.TEXT, t.NAME_CLASS), "#pop"),
            rule(
                rf"({_NAME})(\s*)([(])(\s*)({_NAME})(\s*)([)])",
                (t.NAME_CLASS, t.TEXT, t.PUNCTUATION, t.TEXT, t.NAME_LABEL, t.TEXT, t.PUNCTUATION),
                "#pop",
            ),
            rule(_NAME, t.NAME_CLASS, "#pop"),
        ],
        # As in Rouge, the state is entered again at each comma and left once.
        "class names ahead": [
            include("blanks"),
            rule(rf"({_NAME})(\s*)(,)(\s*)", (t.NAME_CLASS, t.TEXT, t.PUNCTUATION, t.TEXT), "#push"),
            rule(rf"({_NAME})(\s*)(;?)", (t.NAME_CLASS, t.TEXT, t.PUNCTUATION), "#pop"),
        ],
        "method": [
            rule(r",|[.][.][.]", t.PUNCTUATION),
            rule(rf"([(].*?[)])({_NAME})", _parameter),
            *_label(None),
            rule(";", t.PUNCTUATION, "#pop"),
            rule(r"\{", t.PUNCTUATION, "#goto:function"),
            include("blanks in line"),
            rule(r"//.*?\n", t.COMMENT_SINGLE),
            rule(r"\s+", t.TEXT),
            rule("", None, "#pop"),
        ],
    }


class ObjectiveC(C):
    """Lex Objective-C."""

    tag = "objective_c"
    builtins = words("YES NO nil")
    states: ClassVar[dict[str, Rules]] = _extended(C.states)


_CPP_STATES = _extended(Cpp.states)


class ObjectiveCpp(Cpp):
    """Lex Objective-C++."""

    tag = "objective_cpp"
    builtins = ObjectiveC.builtins
    states: ClassVar[dict[str, Rules]] = {
        **_CPP_STATES,
        "statements": [
            rule(r"(\.)(class)", (t.OPERATOR, t.NAME_BUILTIN_PSEUDO)),
            rule(r"(@selector)(\()(class)(\))", (t.KEYWORD, t.PUNCTUATION, t.NAME_BUILTIN_PSEUDO, t.PUNCTUATION)),
            *_CPP_STATES["statements"],
        ],
    }
