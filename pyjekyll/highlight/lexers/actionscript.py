"""ActionScript."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words
from pyjekyll.highlight.lexers.javascript import Javascript
from pyjekyll.highlight.regex import quoted

_NAME = "[$a-zA-Z_][a-zA-Z0-9_]*"
_KEYWORDS = words("""
    for in while do break return continue switch case default if else throw try catch finally new delete typeof is this with
""")
_DECLARATIONS = words("var function")
_RESERVED = words("""
    dynamic final internal native public protected private class const override static package interface extends implements
    namespace set get import include super flash_proxy object_proxy trace
""")
_CONSTANTS = words("true false null NaN Infinity undefined")
_BUILTINS = words("""
    void Function Math Class Object RegExp decodeURI decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN
    parseFloat parseInt
""")


def _name(lexer: Actionscript, hit: Hit) -> None:
    name = hit[0]
    if name in _KEYWORDS or name in _DECLARATIONS:
        lexer.emit(t.KEYWORD if name in _KEYWORDS else t.KEYWORD_DECLARATION, name)
        lexer.push("expression")
    elif name in _RESERVED:
        lexer.emit(t.KEYWORD_RESERVED, name)
    elif name in _CONSTANTS:
        lexer.emit(t.KEYWORD_CONSTANT, name)
    else:
        lexer.emit(t.NAME_BUILTIN if name in _BUILTINS else t.NAME_OTHER, name)


# A regex, entered in the state `regex`; JavaScript knows more flags.
REGEX_STATES: dict[str, Rules] = {
    "regex": Javascript.states["regex"],
    "regex set": Javascript.states["regex set"],
    "regex flags": [rule("[gim]*", t.STR_REGEX, "#pop")],
}


class Actionscript(RegexLexer):
    """Lex ActionScript. A minus sign that begins no number is an error, as in Rouge."""

    tag = "actionscript"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"(?s)\A\s*#!.*?\n", t.COMMENT_PREPROC, "statement"),
            rule(r"\n", t.TEXT, "statement"),
            include("blanks"),
            rule(r"\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|===|!==|[:;<>+*%&|^/!=]=?", t.OPERATOR, "expression"),
            rule(r"[(\[,]", t.PUNCTUATION, "expression"),
            rule(r"[)\].]", t.PUNCTUATION),
            rule(r"\?", t.PUNCTUATION, ("ternary", "expression")),
            rule("[{}]", t.PUNCTUATION, "statement"),
            rule(_NAME, _name),
            rule(r"-?[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?", t.NUM_FLOAT),
            rule("0x[0-9a-fA-F]+", t.NUM_HEX),
            rule("-?[0-9]+", t.NUM_INTEGER),
            rule(quoted('"'), t.STR_DOUBLE),
            rule(quoted("'"), t.STR_SINGLE),
        ],
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
        ],
        "expression": [
            include("blanks"),
            rule("/", t.STR_REGEX, "#goto:regex"),
            rule(r"\{", t.PUNCTUATION, "object"),
            rule("", None, "#pop"),
        ],
        "statement": [
            rule(rf"({_NAME})(\s*)(:)", (t.NAME_LABEL, t.TEXT, t.PUNCTUATION)),
            rule("[{}]", t.PUNCTUATION),
            include("expression"),
        ],
        "object": [
            include("blanks"),
            rule(r"\}", t.PUNCTUATION, "#goto:statement"),
            rule(rf"({_NAME})(\s*)(:)", (t.NAME_ATTRIBUTE, t.TEXT, t.PUNCTUATION), "expression"),
            rule(":", t.PUNCTUATION),
            include("root"),
        ],
        # Here a name before a colon is no label.
        "ternary": [rule(":", t.PUNCTUATION, "#goto:expression"), include("root")],
        **REGEX_STATES,
    }
