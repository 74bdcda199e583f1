"""Haxe."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words
from pyjekyll.highlight.lexers.actionscript import REGEX_STATES

_NAME = "[$a-zA-Z_][a-zA-Z0-9_]*"
_KEYWORDS = words("""
    break case cast catch class continue default do else enum false for function if import interface macro new null override
    package private public return switch this throw true try untyped while
""")
_DECLARATIONS = words("abstract dynamic extern extends from implements inline static to typedef var")
_RESERVED = words("super trace build autoBuild")
_BUILTINS = words("""
    Void Dynamic Math Class Any Float Int UInt String StringTools Sys EReg isNaN parseFloat parseInt Array Map Date DateTools
    Bool Lambda Reflect Std File FileSystem
""")


def _name(lexer: Haxe, hit: Hit) -> None:
    name = hit[0]
    if name in _KEYWORDS or name in _DECLARATIONS:
        lexer.emit(t.KEYWORD if name in _KEYWORDS else t.KEYWORD_DECLARATION, name)
        lexer.push("expression")
    elif name == "using":
        lexer.emit(t.KEYWORD, name)  # Rouge stops here: it goes to a state that it does not have
    elif name in _RESERVED:
        lexer.emit(t.KEYWORD_RESERVED, name)
    else:
        lexer.emit(t.NAME_BUILTIN if name in _BUILTINS else t.NAME_OTHER, name)


def _metadata(lexer: Haxe, hit: Hit) -> None:
    lexer.groups(hit, t.NAME_DECORATOR, t.PUNCTUATION)
    if not hit[2]:
        lexer.pop()


class Haxe(RegexLexer):
    """Lex Haxe. Of a regex only the tilde and the first slash are known, as in Rouge, which takes that slash for its end."""

    tag = "haxe"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\n", t.TEXT, "statement"),
            rule(r"\{", t.PUNCTUATION, "expression"),
            include("blanks"),
            rule("@", t.NAME_DECORATOR, "metadata"),
            rule(r"\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>|==|!=|[-:<>+*%&|^/!=]=?", t.OPERATOR, "expression"),
            rule(r"[(\[,]", t.PUNCTUATION, "expression"),
            rule(";", t.PUNCTUATION, "statement"),
            rule(r"[)\]}.]", t.PUNCTUATION),
            rule(r"\?", t.PUNCTUATION, ("ternary", "expression")),
            rule(_NAME, _name),
            rule(r"\d+\.\d+(?:[eE]\d+)?[fd]?", t.NUM_FLOAT),
            rule(r"0x\h+", t.NUM_HEX),
            rule("[0-9]+", t.NUM_INTEGER),
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule("'", t.STR_SINGLE, "single quotes"),
        ],
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
        ],
        "expression": [
            include("blanks"),
            rule("#(?:if|elseif|else|end).*", t.COMMENT_PREPROC),
            rule("~", t.STR_REGEX, "#goto:regex"),
            rule(r"\{", t.PUNCTUATION, "object"),
            rule("", None, "#pop"),
        ],
        "statement": [rule(rf"({_NAME})(\s*)(:)", (t.NAME_LABEL, t.TEXT, t.PUNCTUATION)), include("expression")],
        "object": [
            include("blanks"),
            rule(r"\}", t.PUNCTUATION, "#goto:statement"),
            rule(rf"({_NAME})(\s*)(:)", (t.NAME_ATTRIBUTE, t.TEXT, t.PUNCTUATION), "expression"),
            rule(":", t.PUNCTUATION),
            include("root"),
        ],
        "metadata": [
            rule(rf"({_NAME})(\()?", _metadata),
            rule(rf":{_NAME}(?:\.{_NAME})*|\)", t.NAME_DECORATOR, "#pop"),
            include("root"),
        ],
        # Here a name before a colon is no label.
        "ternary": [rule(":", t.PUNCTUATION, "#goto:expression"), include("root")],
        **REGEX_STATES,
        "double quotes": [include("escapes"), rule('"', t.STR_DOUBLE, "#pop"), rule(r'[^\\"]+', t.STR_DOUBLE)],
        "single quotes": [
            include("escapes"),
            rule("'", t.STR_SINGLE, "#pop"),
            rule(r"\$\$", t.STR_SINGLE),
            rule(rf"\${_NAME}", t.STR_INTERPOL),
            rule(r"\$\{", t.STR_INTERPOL, "interpolated"),
            rule(r"[^\\$']+", t.STR_SINGLE),
        ],
        "escapes": [rule(r"""\\(?:[\\tnr'"]|[0-7]{3}|x\h{2}|u\h{4}|u\{\h{1,6}\})""", t.STR_ESCAPE)],
        "interpolated": [rule(r"\}", t.STR_INTERPOL, "#pop"), include("root")],
    }
