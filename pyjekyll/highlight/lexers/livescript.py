"""LiveScript."""

from __future__ import annotations

import re
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words
from pyjekyll.highlight.lexers.javascript import Javascript

_LETTERS = r"a-zA-Z\u017f\u212a"
_NAME = rf"[${_LETTERS}_](?:-?[{_LETTERS}]|[0-9_])*"
_DIGITS = r"\d[\d_]*"
_INTEGER = rf"{_DIGITS}(?:e[+-]?{_DIGITS})?[$\w]*"  # with a unit
_LOOP_CONTROL = words("break continue")
_DECLARATIONS = words("const let var function class extends implements")
_KEYWORDS = words("""
    loop until for in of while return switch case fallthrough default otherwise when then if unless else throw try catch finally
    new delete typeof instanceof super by from to til with require do debugger import export yield
""")
_CONSTANTS = Javascript.constants | words("yes no on off void")
_BUILTINS = Javascript.builtins | words("this it that arguments")
_SMALL_LETTER = re.compile("[^-][a-z]")


def _name(lexer: Livescript, hit: Hit) -> None:
    name = hit[0]
    if name in _LOOP_CONTROL:
        lexer.emit(t.KEYWORD, name)
        lexer.push("loop control")
    else:
        lexer.emit(_kind(name), name)
        lexer.push("after name")


def _kind(name: str) -> str:
    """Return the token of a name: a class's begins with a capital and has a small letter after no hyphen."""
    if name in _KEYWORDS:
        return t.KEYWORD
    if name in _CONSTANTS:
        return t.NAME_CONSTANT
    if name in _BUILTINS:
        return t.NAME_BUILTIN
    if name in _DECLARATIONS:
        return t.KEYWORD_DECLARATION
    return t.NAME_CLASS if "A" <= name[0] <= "Z" and _SMALL_LETTER.search(name) else t.NAME_VARIABLE


def _interpolated(lexer: Livescript, hit: Hit) -> None:
    lexer.groups(hit, t.STR_INTERPOL, t.NAME_BUILTIN if hit[2] in _BUILTINS else t.NAME_VARIABLE)


class Livescript(RegexLexer):
    """Lex LiveScript. The state `operand` is where a slash begins a regex, `after name` where a property may follow."""

    tag = "livescript"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"^(?=\s|/)", None, "operand"),
            include("comments"),
            include("blanks"),
            rule(r"(?s)(<\[)(.*?)(\]>)", (t.PUNCTUATION, t.STR, t.PUNCTUATION)),
            rule(r"!\s*function\b|!?[-~]>|<[-~]!?", t.KEYWORD_DECLARATION),
            rule("=>", t.KEYWORD),
            rule(rf"(::)({_NAME})", (t.PUNCTUATION, t.NAME_ATTRIBUTE), "after name"),
            rule(rf"(::)({_INTEGER})", (t.PUNCTUATION, t.NUM_INTEGER), "after name"),
            rule(rf"(@)({_NAME})", (t.NAME_VARIABLE_INSTANCE, t.NAME_ATTRIBUTE), "after name"),
            rule(rf"(\.)({_NAME})", (t.PUNCTUATION, t.NAME_ATTRIBUTE), "after name"),
            rule(r"(\.)(\d+)", (t.PUNCTUATION, t.NUM_INTEGER), "after name"),
            rule(rf"{_NAME}(?=\s*:[^:=])", t.NAME_ATTRIBUTE),
            rule(
                r"\+\+|--|&&|(?:and|x?or|is(?:nt)?|not)\b(?!-[a-zA-Z]|_)|\|\||"
                r"[.](?:[|&^]|<<|>>>?)[.]|\\(?=\n)|[.:]=|<<<<?|<\||\|>|"
                r"(?:<<|>>|==?|!=?|[-<>+*%^/~?])=?",
                t.OPERATOR,
                "operand",
            ),
            rule(rf"(&)({_NAME})?", (t.NAME_BUILTIN, t.NAME_ATTRIBUTE)),
            rule(r"\||case(?=\s)", t.KEYWORD, "switch"),
            rule("@", t.NAME_VARIABLE_INSTANCE),
            rule(r"\.{3}|:", t.PUNCTUATION),
            rule(_NAME, _name),
            rule(rf"\](?=[!?.]|{_NAME})", t.PUNCTUATION, "after name"),
            rule(r"[{(\[;,]", t.PUNCTUATION, "operand"),
            rule(r"[})\].]", t.PUNCTUATION),
            rule(rf"{_DIGITS}\.{_INTEGER}", t.NUM_FLOAT),
            rule("0x[0-9A-Fa-f]+", t.NUM_HEX),
            rule(_INTEGER, t.NUM_INTEGER),
            rule('"""', t.STR, "long double quotes"),
            rule("'''", t.STR, "long single quotes"),
            rule('"', t.STR, "double quotes"),
            rule("'", t.STR, "single quotes"),
            rule(r"\\\S[^\s,;\])}]*", t.STR),
        ],
        "comments": [rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE), rule("#.*$", t.COMMENT_SINGLE)],
        "blanks": [
            rule(rf"(\n[^\S\n]*)(:{_NAME})", (t.TEXT, t.NAME_LABEL)),  # of a loop
            rule(r"[^\S\n]+|\n", t.TEXT),
        ],
        "switch": [rule(r"[^\S\n]+", t.TEXT), rule(r"_(?=\s*=>|\s+then\b)", t.KEYWORD), rule("", None, "#pop")],
        "loop control": [rule(r"[^\S\n]+", t.TEXT), rule(rf"{_NAME}(?=[);\n])", t.NAME_LABEL), rule("", None, "#pop")],
        "after name": [
            rule(r"[!?]|\.(?!=)", t.PUNCTUATION),
            rule(r"\{", t.PUNCTUATION, "destructuring"),
            rule(_NAME, t.NAME_ATTRIBUTE),
            rule(_INTEGER, t.NUM_INTEGER),
            rule("", None, "#goto:operand"),
        ],
        "destructuring": [
            rule("[,;]", t.PUNCTUATION),
            rule(_NAME, t.NAME_ATTRIBUTE),
            rule(_INTEGER, t.NUM_INTEGER),
            include("blanks"),
            rule(r"\}", t.PUNCTUATION, "#pop"),
        ],
        "operand": [
            include("comments"),
            include("blanks"),
            rule("//", t.STR_REGEX, "#goto:long regex"),
            rule(r"/(?:\\.|[^\[/\\\n]|\[(?:\\.|[^\]\\\n])*\])+/(?:[gimy]+\b|\B)", t.STR_REGEX, "#pop"),
            rule("", None, "#pop"),
        ],
        "long regex": [
            rule(r"//(?:[gimy]+\b|\B)", t.STR_REGEX, "#pop"),
            rule(r"^#(?:\s+.*)?$", t.COMMENT_SINGLE),
            rule(r"(\s+)(#(?:\s+.*)?)$", (t.TEXT, t.COMMENT_SINGLE)),
            include("interpolation"),
            include("escapes"),
            rule(r"\\\D", t.STR_ESCAPE),
            rule(r"\\\d+", t.NAME_VARIABLE),
            rule("(?s).", t.STR_REGEX),
        ],
        "escapes": [rule(r"\\(?:c[A-Z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{4}\})", t.STR_ESCAPE)],
        "interpolation": [
            rule(r"#\{", t.STR_INTERPOL, "interpolated"),
            rule(rf"(#)({_NAME})", _interpolated),
        ],
        "interpolated": [rule(r"\}", t.STR_INTERPOL, "#pop"), include("root")],
        "text": [
            rule(r"""[^#\\'"]+""", t.STR),
            include("escapes"),
            rule(r"\\.", t.STR_ESCAPE),
            rule("#", t.STR),
        ],
        "double quotes": [rule('"', t.STR, "#pop"), rule("'", t.STR), include("interpolation"), include("text")],
        "long double quotes": [rule('"""', t.STR, "#pop"), rule("""["']""", t.STR), include("interpolation"), include("text")],
        "single quotes": [rule("'", t.STR, "#pop"), rule('"', t.STR), include("text")],
        "long single quotes": [rule("'''", t.STR, "#pop"), rule("""["']""", t.STR), include("text")],
    }
