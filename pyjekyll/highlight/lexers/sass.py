"""Sass in both spellings: SCSS with braces, Sass with indentation."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule
from pyjekyll.highlight.lexers._css_words import COLOURS, PROPERTIES, VALUES
from pyjekyll.highlight.lexers._indented import IndentedLexer, indentation, opens_block

_NAME = r"[\w-]+"


def _word(lexer: Scss | Sass, hit: Hit) -> None:
    lexer.emit(t.NAME_BUILTIN if hit[0] in VALUES else t.NAME_CONSTANT if hit[0] in COLOURS else t.NAME, hit[0])


def _property(lexer: Scss | Sass, hit: Hit) -> None:
    lexer.emit(t.NAME_LABEL if hit[0] in PROPERTIES else t.NAME_ATTRIBUTE, hit[0])


_COMMON: dict[str, Rules] = {
    "statement": [
        rule(r"@for\b", t.KEYWORD, "for"),
        rule("@(?:debug|warn|if|each|while|else|return|media)", t.KEYWORD, "value"),
        rule(rf"(@mixin|@function)(\s+)({_NAME})", (t.KEYWORD, t.TEXT, t.NAME_FUNCTION), "value"),
        rule(r"@extend\b", t.KEYWORD, "selector"),
        rule(rf"(@include)(\s+)({_NAME})", (t.KEYWORD, t.TEXT, t.NAME_DECORATOR), "value"),
        rule(f"@{_NAME}|&", t.KEYWORD, "selector"),
        rule(rf"(\${_NAME})([ \t]*)(:)", (t.NAME_VARIABLE, t.TEXT, t.PUNCTUATION), "value"),
    ],
    "value": [
        include("end"),
        rule(r"[ \t]+", t.TEXT),
        rule(rf"\${_NAME}", t.NAME_VARIABLE),
        rule(r"url\(", t.STR_OTHER, "url"),
        rule(rf"{_NAME}(?=\s*\()", t.NAME_FUNCTION),
        rule(f"%{_NAME}", t.NAME_DECORATOR),
        rule(r"(?:true|false)\b", t.NAME_BUILTIN_PSEUDO),
        rule(r"(?:and|or|not)\b", t.OPERATOR_WORD),
        rule("(?i)#[a-z0-9]{1,6}", t.NUM_HEX),
        # The integer rule comes first, so 1.5 is a number, an operator and a number.
        rule(r"-?\d+(?:%|[a-z]+)?", t.NUM),
        rule(r"-?\d*\.\d+(?:%|[a-z]+)?", t.NUM_INTEGER),
        include("strings"),
        include("interpolated"),
        rule(r"[~^*!&%<>|+=@:,./?-]+", t.OPERATOR),
        rule(r"[\[\]()]+", t.PUNCTUATION),
        rule(_NAME, _word),
    ],
    "strings": [rule('"', t.STR_DOUBLE, "double quotes"), rule("'", t.STR_SINGLE, "single quotes")],
    "interpolated": [rule(r"#\{", t.STR_INTERPOL, "interpolation")],
    "interpolation": [rule(r"\}", t.STR_INTERPOL, "#pop"), include("value")],
    "double quotes": [
        rule('"', t.STR_DOUBLE, "#pop"),
        include("interpolated"),
        rule(r'(?:\\.|#(?!\{)|[^\n"#])+', t.STR_DOUBLE),
    ],
    "single quotes": [
        rule("'", t.STR_SINGLE, "#pop"),
        include("interpolated"),
        rule(r"(?:\\.|#(?!\{)|[^\n'#])+", t.STR_SINGLE),
    ],
    "url": [
        rule(r"\)", t.STR_OTHER, "#pop"),
        rule(r"(?:\\.|#(?!\{)|[^\n)#])+", t.STR_OTHER),
        include("interpolated"),
    ],
    "selector": [
        include("end"),
        include("strings"),
        include("interpolated"),
        rule(r"[ \t]+", t.TEXT),
        rule(":", t.NAME_DECORATOR, "pseudo-class"),
        rule(r"\.", t.NAME_CLASS, "class"),
        rule("#", t.NAME_NAMESPACE, "id"),
        rule("%", t.NAME_VARIABLE, "placeholder"),
        rule(_NAME, t.NAME_TAG),
        rule("&", t.KEYWORD),
        rule(r"[~^*!\[\]()<>|+=@;,./?-]", t.OPERATOR),
    ],
    "pseudo-class": [rule(_NAME, t.NAME_DECORATOR), include("end of piece")],
    "class": [rule(_NAME, t.NAME_CLASS), include("end of piece")],
    "id": [rule(_NAME, t.NAME_NAMESPACE), include("end of piece")],
    "placeholder": [rule(_NAME, t.NAME_VARIABLE), include("end of piece")],
    "end of piece": [include("interpolated"), rule("", t.TEXT, "#pop")],
    "for": [rule("from|to|through", t.OPERATOR_WORD), include("value")],
    "property name": [include("interpolated"), rule(_NAME, _property)],
    "property": [include("property name"), rule(r"([ \t]*)(:)", (t.TEXT, t.PUNCTUATION), "value")],
}


class Scss(RegexLexer):
    """Lex SCSS."""

    tag = "scss"
    states: ClassVar[dict[str, Rules]] = {
        **_COMMON,
        "root": [
            rule(r"\s+", t.TEXT),
            rule("//.*?$", t.COMMENT_SINGLE),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
            rule(r"@import\b", t.KEYWORD, "value"),
            include("statement"),
            # What ends before a brace opens is a declaration; so is a name and a colon that begins no pseudo-class.
            rule(r"(?=[^;{}][;}])|(?=[^;{}:\[]+:[^a-z])", t.TEXT, "property"),
            rule("", t.TEXT, "selector"),
        ],
        "end": [rule(r"\n", t.TEXT), rule("[;{}]", t.PUNCTUATION, "#reset")],
    }


class Sass(IndentedLexer):
    """Lex the indented syntax."""

    tag = "sass"
    states: ClassVar[dict[str, Rules]] = {
        **_COMMON,
        "root": [rule(r"[ \t]*\n", t.TEXT), rule(r"[ \t]*", indentation)],
        "content": [
            rule("//.*?$", opens_block(t.COMMENT_SINGLE, "single comment")),
            rule(r"/\*.*?\n", opens_block(t.COMMENT_MULTILINE, "multiline comment")),
            rule(r"@import\b", t.KEYWORD, "import"),
            include("statement"),
            rule(f"={_NAME}", t.NAME_FUNCTION, "value"),
            rule(rf"\+{_NAME}", t.NAME_DECORATOR, "value"),
            rule(":", t.NAME_ATTRIBUTE, "old property"),
            rule(r"(?=[^\[\n]+?:(?:[^a-z]|$))", t.TEXT, "property"),
            rule("", t.TEXT, "selector"),
        ],
        "single comment": [rule(".*?$", t.COMMENT_SINGLE, "#pop")],
        "multiline comment": [rule(r".*?\n", t.COMMENT_MULTILINE, "#pop")],
        "import": [rule(r"[ \t]+", t.TEXT), rule(r"\S+", t.STR), rule(r"\n", t.TEXT, "#pop")],
        "old property": [include("property name"), rule("", t.TEXT, "#goto:value")],
        "end": [rule(r"\n", t.TEXT, "#reset")],
    }
