"""CFScript."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, any_of, include, rule, words
from pyjekyll.highlight.regex import quoted

_NAME = "[$a-zA-Z_][a-zA-Z0-9_.]*"
_KEYWORDS = words("if else var xml default break switch do try catch throw in continue for return while required")
_DECLARATIONS = words("component property function remote public package private")
_TYPES = words("any array binary boolean date guid numeric query string struct uuid void")
_CONSTANTS = any_of("application session client cookie super this variables arguments cgi")
_OPERATORS = (
    r"(?i:\+\+|--|&&|\|\||<=|>=|[<>]|==|!=|mod|eq|lt|gt|lte|gte|not|is|and|or|xor|eqv|imp|equal|contains|\?|does not contain"
    r"|greater than(?: or equal to)?|less than(?: or equal to)?)"
)


def _called(lexer: Cfscript, hit: Hit) -> None:
    lexer.groups(hit, t.KEYWORD if hit[1] in _KEYWORDS else t.NAME_FUNCTION, t.TEXT, t.PUNCTUATION)


def _name(lexer: Cfscript, hit: Hit) -> None:
    name = hit[0]
    if name in _DECLARATIONS:
        token = t.KEYWORD_DECLARATION
    elif name in _KEYWORDS:
        token = t.KEYWORD
    else:
        token = t.KEYWORD_TYPE if name in _TYPES else t.NAME_OTHER
    lexer.emit(token, name)
    if token != t.NAME_OTHER:
        lexer.push("expression")


class Cfscript(RegexLexer):
    """Lex CFScript. An operator that a word follows is known by any case, words among them."""

    tag = "cfscript"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            rule(rf"{_OPERATORS}\b", t.OPERATOR, "expression"),
            rule(r"[-<>+*%&|^/!=]=?", t.OPERATOR, "expression"),
            rule(r"[(\[,]", t.PUNCTUATION, "expression"),
            rule(";", t.PUNCTUATION, "statement"),
            rule(r"[)\].]", t.PUNCTUATION),
            rule(r"\?", t.PUNCTUATION, ("ternary", "expression")),
            rule("[{}]", t.PUNCTUATION, "statement"),
            rule(rf"{_CONSTANTS}\b", t.NAME_CONSTANT),
            rule(r"(?:true|false|null)\b", t.KEYWORD_CONSTANT),
            rule(r"import\b", t.KEYWORD_NAMESPACE, "package name"),
            rule(rf"({_NAME})(\s*)(:)(\s*)", (t.NAME, t.TEXT, t.PUNCTUATION, t.TEXT), "expression"),
            rule(r"([A-Za-z_$][\w.]*)(\s*)(\()", _called),
            rule(_NAME, _name),
            rule(r"[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?", t.NUM_FLOAT),
            rule("0x[0-9a-fA-F]+", t.NUM_HEX),
            rule("[0-9]+", t.NUM_INTEGER),
            rule(quoted('"'), t.STR_DOUBLE),
            rule(quoted("'"), t.STR_SINGLE),
        ],
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
        ],
        "expression": [include("blanks"), rule(r"\{", t.PUNCTUATION, "object"), rule("", None, "#pop")],
        "statement": [rule("[{}]", t.PUNCTUATION), include("expression")],
        "object": [
            include("blanks"),
            rule(r"\}", t.PUNCTUATION, "expression"),
            rule(rf"({_NAME})(\s*)(:)", (t.NAME_OTHER, t.TEXT, t.PUNCTUATION), "expression"),
            rule(":", t.PUNCTUATION),
            include("root"),
        ],
        # Here a name before a colon is no label.
        "ternary": [rule(":", t.PUNCTUATION, "#goto:expression"), include("root")],
        "package name": [rule(r"\s+", t.TEXT), rule(r"[a-zA-Z0-9_.\u017f\u212a]+\*?", t.NAME_NAMESPACE, "#pop")],
    }
