"""Kotlin."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, rule

# Letters without case, such as Chinese ones, are not among them.
_TAIL = r"[-_\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Nl}\p{Nd}\p{Pc}\p{Cf}\p{Mn}\p{Mc}]*"
_CLASS = rf"`?[\p{{Lu}}]{_TAIL}`?"
_NAME = rf"`?[_\p{{Lu}}\p{{Ll}}\p{{Lt}}\p{{Lm}}\p{{Nl}}]{_TAIL}`?"
_KEYWORDS = any_of("""
    abstract annotation as break by catch class companion const constructor continue crossinline do dynamic else enum external
    false final finally for fun get if import in infix inline inner interface internal is lateinit noinline null object open
    operator out override package private protected public reified return sealed set super suspend tailrec this throw true try
    typealias typeof val var vararg when where while yield
""")
_DIGITS = "(?:[0-9][0-9_]*[0-9]|[0-9])"
_EXPONENT = f"[eE][+-]?{_DIGITS}"
_DOUBLE = rf"(?:{_DIGITS}?\.{_DIGITS}(?:{_EXPONENT})?|{_DIGITS}{_EXPONENT})"
# Ruby's `"(\\\\|\\"|[^"\n])*["\n]` without its exponential time: where nothing ends the string, the last escaped quote does.
_STRING = r'"(?>(?:\\[\\"]|[^"\n])*)["\n]|".*"'


class Kotlin(RegexLexer):
    """Lex Kotlin."""

    tag = "kotlin"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\b(companion)(\s+)(object)\b", (t.KEYWORD, t.TEXT, t.KEYWORD)),
            rule(r"\b(class|data\s+class|interface|object)(\s+)", (t.KEYWORD_DECLARATION, t.TEXT), "class name"),
            rule(r"\b(fun)(\s+)", (t.KEYWORD, t.TEXT), "function name"),
            rule(r"\b(package|import)(\s+)", (t.KEYWORD, t.TEXT), "package name"),
            rule(r"\b(val|var)(\s+)(\()", (t.KEYWORD_DECLARATION, t.TEXT, t.PUNCTUATION), "property names"),
            rule(r"\b(val|var)(\s+)", (t.KEYWORD_DECLARATION, t.TEXT), "property name"),
            rule(rf"(return|continue|break|this|super)(@{_NAME})?\b", (t.KEYWORD, t.NAME_DECORATOR)),
            rule(rf"\b{_KEYWORDS}\b", t.KEYWORD),
            rule(r"^\s*\[.*?\]", t.NAME_ATTRIBUTE),
            rule(r"[^\S\n]+", t.TEXT),
            rule(r"\\\n", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule("/[*].*[*]/", t.COMMENT_MULTILINE),
            rule("/[*].*", t.COMMENT_MULTILINE, "comment"),
            rule(r"\n", t.TEXT),
            rule("(::)(class)", (t.OPERATOR, t.KEYWORD)),
            rule(r"::|!!|\?[:.]|\.\.", t.OPERATOR),
            rule(f"{_DOUBLE}[fF]?|{_DIGITS}[fF]", t.NUM_FLOAT),
            rule("0[bB](?:[01][01_]*[01]|[01])[uU]?L?", t.NUM_BIN),
            rule("0[xX](?:[0-9a-fA-F][0-9a-fA-F_]*[0-9a-fA-F]|[0-9a-fA-F])[uU]?L?", t.NUM_HEX),
            rule("(?:[1-9][0-9_]*[0-9]|[0-9])[uU]?L?", t.NUM_INTEGER),
            rule(r"[~!%^&*()+=|\[\]:;,.<>/?{}-]", t.PUNCTUATION),
            rule('@"(?:""|[^"])*"|(?s:""".*?""")', t.STR),
            rule(_STRING, t.STR),
            rule(r"'\\.'|'[^\\]'", t.STR_CHAR),
            rule(f"@{_CLASS}", t.NAME_DECORATOR),
            rule(f"({_CLASS})(<)", (t.NAME_CLASS, t.PUNCTUATION), "type parameters"),
            rule(_CLASS, t.NAME_CLASS),
            rule(rf"{_NAME}(?=\s*[({{])", t.NAME_FUNCTION),
            rule(f"{_NAME}@", t.NAME_DECORATOR),
            rule(_NAME, t.NAME),
        ],
        "package name": [rule(r"\S+", t.NAME_NAMESPACE, "#pop")],
        "class name": [rule(_CLASS, t.NAME_CLASS, "#pop")],
        "function name": [
            rule("<", t.PUNCTUATION, "type parameters"),
            rule(r"\s+", t.TEXT),
            rule(rf"({_CLASS})(\.)", (t.NAME_CLASS, t.PUNCTUATION)),
            rule(_NAME, t.NAME_FUNCTION, "#pop"),
        ],
        "type parameters": [
            rule(_CLASS, t.NAME_CLASS),
            rule("<", t.PUNCTUATION, "type parameters"),
            rule("reified|out|in", t.KEYWORD),
            rule("[,:.?]", t.PUNCTUATION),
            rule(r"\s+", t.TEXT),
            rule(">", t.PUNCTUATION, "#pop"),
        ],
        "property name": [
            rule("<", t.PUNCTUATION, "type parameters"),
            rule(r"\s+", t.TEXT),
            rule(_NAME, t.NAME_PROPERTY, "#pop"),
        ],
        "property names": [
            rule(",", t.PUNCTUATION),
            rule(r"\)", t.PUNCTUATION, "#pop"),
            rule(r"\s+", t.TEXT),
            rule(_NAME, t.NAME_PROPERTY),
        ],
        "comment": [
            rule("/[*]", t.COMMENT_MULTILINE, "comment"),
            rule("[*]/", t.COMMENT_MULTILINE, "#pop"),
            rule("[^/*]+|[/*]", t.COMMENT_MULTILINE),
        ],
    }
