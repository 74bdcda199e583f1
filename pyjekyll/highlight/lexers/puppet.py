"""Puppet, by itself and in templates."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words
from pyjekyll.highlight.lexers._template import EmbeddingLexer, embedding
from pyjekyll.highlight.lexers.plaintext import PlainText
from pyjekyll.highlight.regex import quoted

_NAME = r"[a-z]\w*"
_QUALIFIED = rf"(?:::)?(?:{_NAME}::)*\w+"
_KEYWORDS = words("and case class default define else elsif if in import inherits node unless")
_CONSTANTS = words("false true undef")
_METAPARAMETERS = words("before require notify subscribe")


def _parameter(lexer: Puppet, hit: Hit) -> None:
    lexer.emit(t.KEYWORD_PSEUDO if hit[0] in _METAPARAMETERS else t.NAME_PROPERTY, hit[0])


def _name(lexer: Puppet, hit: Hit) -> None:
    name = hit[0]
    lexer.emit(t.KEYWORD if name in _KEYWORDS else t.KEYWORD_CONSTANT if name in _CONSTANTS else t.NAME, name)


class Puppet(RegexLexer):
    """Lex Puppet."""

    tag = "puppet"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            rule(rf"\${_QUALIFIED}", t.NAME_VARIABLE),
            rule(rf"{_NAME}(?=\s*[=+]>)", _parameter),
            rule(rf"{_QUALIFIED}(?=\s*\()", t.NAME_FUNCTION),
            rule(r"[A-Z]\w*", t.NAME_CLASS),
            rule(r"[+=|~-]>|<[|~-]|[|:}();\[\]]", t.PUNCTUATION),
            rule("[{,]", t.PUNCTUATION, "operand"),
            rule(r"(?:in|and|or)\b", t.OPERATOR_WORD),
            rule("[=!<>]=", t.OPERATOR),
            rule("[=!]~", t.OPERATOR, "operand"),
            rule("[.=<>!+*/-]", t.OPERATOR),
            rule(rf"(class|include)(\s*)({_QUALIFIED})", (t.KEYWORD, t.TEXT, t.NAME_CLASS)),
            rule(r"node\b", t.KEYWORD, "operand"),
            rule(quoted("'"), t.STR_SINGLE),
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule(r"\d+(?:\.\d+)?(?:e[+-]\d+)?", t.NUM),
            rule(_QUALIFIED, _name),
        ],
        "blanks": [rule(r"\s+", t.TEXT), rule(r"#.*?\n", t.COMMENT)],
        # Where a slash begins a regex.
        "operand": [include("blanks"), rule("/", t.STR_REGEX, "regex"), rule("", None, "#pop")],
        "regex": [
            rule("/", t.STR_REGEX, "#pop"),
            rule(r"\\.", t.STR_ESCAPE),
            rule("[(){}]", t.STR_INTERPOL),
            rule(r"\[", t.STR_INTERPOL, "regex set"),
            rule(".", t.STR_REGEX),
        ],
        "regex set": [
            rule(r"\]", t.STR_INTERPOL, "#pop"),
            rule(r"-(?=\])", t.STR_REGEX),
            rule("-", t.STR_INTERPOL),
            rule(r"\\.", t.STR_ESCAPE),
            rule(r"[^\\\]-]+", t.STR_REGEX),
        ],
        "double quotes": [
            rule('"', t.STR_DOUBLE, "#pop"),
            rule(r'[^$\\"]+', t.STR_DOUBLE),
            rule(r"(?s)\\.", t.STR_ESCAPE),
            rule(rf"\${_QUALIFIED}|\$\{{{_QUALIFIED}\}}", t.NAME_VARIABLE),
        ],
    }


class Epp(EmbeddingLexer):
    """Lex Puppet in templates, by default of plain text."""

    tag = "epp"
    embedded = Puppet
    default_parent = PlainText
    states: ClassVar[dict[str, Rules]] = embedding(r"<%[%=#]|<%-?(?:\s*\|)?", r"%%>|(?:\|\s*)?-?%>")
