"""Standard ML."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Moves, RegexLexer, Rule, Rules, include, rule, words

_KEYWORDS = """
    abstype and andalso as case datatype do else end exception fn fun handle if in infix infixr let local nonfix of op open
    orelse raise rec then type val with withtype while eqtype functor include sharing sig signature struct structure where
"""
_NAME = r"[\w']+"
_SYMBOL = r"[!%&$#/:<=>?@\\~`^|*+-]+"


def _keyword(names: str, moves: Moves = None) -> Rule:
    """Return a rule for reserved words; a prime makes another word of one."""
    return rule(rf"\b(?:{names})\b(?!')", t.KEYWORD_RESERVED, moves)


def _named(token: str) -> Rules:
    """Return the rules by which the next name or symbol is a token, and over with it the state."""
    return [rule(_NAME, token, "#pop"), rule(_SYMBOL, token, "#pop")]


def _path(lexer: Sml, hit: Hit) -> None:
    lexer.groups(hit, t.ERROR if hit[1] in lexer.keywords else t.NAME_NAMESPACE, t.PUNCTUATION)


def _word(lexer: Sml, hit: Hit) -> None:
    if hit[0] in lexer.keywords:
        lexer.emit(t.KEYWORD_RESERVED, hit[0])
    else:
        lexer.emit(t.PUNCTUATION if hit[0] in lexer.symbols else t.NAME, hit[0])


class Sml(RegexLexer):
    """Lex Standard ML: the state says what kind of name comes next."""

    tag = "sml"
    keywords = words(_KEYWORDS)
    symbols = words(": | = => -> # :>")
    states: ClassVar[dict[str, Rules]] = {
        "root": [rule(r"#!.*?\n", t.COMMENT_PREPROC), rule("", None, "main")],
        "main": [
            include("blanks"),
            _keyword("val|and", "value"),
            _keyword("fun", ("#goto:main of function", "function")),
            include("brackets"),
            include("core"),
        ],
        "main of function": [
            include("blanks"),
            _keyword("fun|and", "function"),
            _keyword("val", ("#goto:main", "value")),
            rule(r"\|", t.PUNCTUATION, "function"),
            _keyword("case|handle", "#goto:main"),
            include("brackets"),
            include("core"),
        ],
        "blanks": [rule(r"\s+", t.TEXT), rule(r"\(\*", t.COMMENT, "comment")],
        "brackets": [
            rule(r"[(\[{]", t.PUNCTUATION, "main"),
            rule(r"[)\]}]", t.PUNCTUATION, "#pop"),
            _keyword("let|if|local", ("#push", "#push")),
            _keyword("struct|sig|while", "#push"),
            _keyword("do|else|end|in|then", "#pop"),
        ],
        "core": [
            rule(r"[()\[\]{},;_]|\.\.\.", t.PUNCTUATION),
            rule('#"', t.STR_CHAR, "character"),
            rule('"', t.STR_DOUBLE, "string"),
            rule(r"(?:~?0x|0wx)\h+", t.NUM_HEX),
            rule(r"0w\d+", t.NUM_INTEGER),
            rule(r"~?\d+(?:\.\d+)?[eE]~?\d+|~?\d+\.\d+", t.NUM_FLOAT),
            rule(r"~?\d+", t.NUM_INTEGER),
            rule(rf"#\s*[1-9][0-9]*|#\s*{_NAME}|#\s+{_SYMBOL}", t.NAME_LABEL),
            _keyword("datatype|abstype", "datatype"),
            rule(r"(?=exception\b(?!'))", None, "exception"),
            _keyword("functor|include|open|signature|structure", "structure"),
            _keyword("type|eqtype", "type"),
            rule(f"'{_NAME}", t.NAME_DECORATOR),
            rule(rf"({_NAME})(\.)", _path, "path"),
            rule(f"{_NAME}|{_SYMBOL}", _word),
        ],
        "path": [rule(rf"({_NAME})(\.)", _path), rule(f"{_NAME}|{_SYMBOL}", _word, "#pop")],
        "escapes": [
            rule(r'\\(?:[\\"abtnvfr]|\^[@-^]|[0-9]{3}|u\h{4})', t.STR_ESCAPE),
            rule(r"\\\s+\\", t.STR_INTERPOL),
        ],
        "string": [rule(r'[^"\\]+', t.STR_DOUBLE), rule('"', t.STR_DOUBLE, "#pop"), include("escapes")],
        "character": [rule(r'[^"\\]+', t.STR_CHAR), rule('"', t.STR_CHAR, "#pop"), include("escapes")],
        "until keyword": [rule(rf"(?=(?:{'|'.join(_KEYWORDS.split())})\b(?!'))", None, "#pop")],
        "structure": [
            include("blanks"),
            include("until keyword"),
            rule(_NAME, t.NAME_NAMESPACE),
            rule("", None, "#pop"),
        ],
        "variables": [rule(r"'[\w']*", t.NAME_DECORATOR), rule(r"\(", t.PUNCTUATION, "type variables")],
        "type variables": [
            include("blanks"),
            rule(r"'[\w']*", t.NAME_DECORATOR),
            rule(_NAME, t.NAME),
            rule(",", t.PUNCTUATION),
            rule(r"\)", t.PUNCTUATION, "#pop"),
            rule(_SYMBOL, t.NAME),
        ],
        "function": [include("blanks"), include("variables"), *_named(t.NAME_FUNCTION)],
        "value": [
            include("blanks"),
            include("variables"),
            rule(rf"({_NAME})(\s*)(=(?!{_SYMBOL}))", (t.NAME_VARIABLE, t.TEXT, t.PUNCTUATION), "#pop"),
            rule(rf"({_SYMBOL})(\s*)(=(?!{_SYMBOL}))", (t.NAME_VARIABLE, t.TEXT, t.PUNCTUATION)),
            *_named(t.NAME_VARIABLE),
            rule("", None, "#pop"),
        ],
        "type": [
            include("blanks"),
            include("until keyword"),
            include("variables"),
            rule(rf"=(?!{_SYMBOL})", t.PUNCTUATION, "#goto:definition"),
            rule(f"{_NAME}|{_SYMBOL}", t.KEYWORD_TYPE),
        ],
        "definition": [include("blanks"), _keyword("and", "#goto:type"), include("until keyword"), include("core")],
        "datatype": [
            include("blanks"),
            include("until keyword"),
            include("variables"),
            rule(r"(=)(\s*)(datatype)\b", (t.PUNCTUATION, t.TEXT, t.KEYWORD_RESERVED), "#pop"),
            rule(rf"=(?!{_SYMBOL})", t.PUNCTUATION, ("#goto:constructors", "constructor")),
            rule(f"{_NAME}|{_SYMBOL}", t.KEYWORD_TYPE),
        ],
        "constructor": [include("blanks"), *_named(t.NAME_CLASS)],
        "constructors": [
            include("blanks"),
            _keyword("and", "#goto:datatype"),
            _keyword("withtype", "#goto:type"),
            _keyword("of"),
            rule(rf"(\|)(\s*)({_NAME})", (t.PUNCTUATION, t.TEXT, t.NAME_CLASS)),
            rule(rf"(\|)(\s+)({_SYMBOL})", (t.PUNCTUATION, t.TEXT, t.NAME_CLASS)),
            include("until keyword"),
            include("core"),
        ],
        "exception": [
            include("blanks"),
            rule(rf"(exception|and)(\s+)({_NAME})", (t.KEYWORD_RESERVED, t.TEXT, t.NAME_CLASS)),
            rule(rf"(exception|and)(\s*)({_SYMBOL})", (t.KEYWORD_RESERVED, t.TEXT, t.NAME_CLASS)),
            _keyword("of"),
            include("until keyword"),
            include("core"),
        ],
        "comment": [
            rule(r"\(\*", t.COMMENT_MULTILINE, "#push"),
            rule(r"\*\)", t.COMMENT_MULTILINE, "#pop"),
            rule("[^(*)]+|[(*)]", t.COMMENT_MULTILINE),
        ],
    }
