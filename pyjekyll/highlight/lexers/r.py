"""R."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

# Functions of R's base that are primitive; they count only where they are called.
PRIMITIVES = """
    abs acos acosh all any anyNA Arg as.call as.character as.complex as.double as.environment as.integer as.logical
    as.null.default as.numeric as.raw asin asinh atan atanh attr attributes baseenv browser c call ceiling class Conj cos cosh
    cospi cummax cummin cumprod cumsum digamma dim dimnames emptyenv exp expression floor forceAndCall gamma gc.time globalenv
    Im interactive invisible is.array is.atomic is.call is.character is.complex is.double is.environment is.expression
    is.finite is.function is.infinite is.integer is.language is.list is.logical is.matrix is.na is.name is.nan is.null
    is.numeric is.object is.pairlist is.raw is.recursive is.single is.symbol lazyLoadDBfetch length lgamma list log max min
    missing Mod names nargs nzchar oldClass on.exit pos.to.env proc.time prod quote range Re rep retracemem return round
    seq_along seq_len seq.int sign signif sin sinh sinpi sqrt standardGeneric substitute sum switch tan tanh tanpi tracemem
    trigamma trunc unclass untracemem UseMethod xtfrm
"""
# A dot in these names is any character to Rouge.
CALLED = "|".join(PRIMITIVES.split())


def _name(lexer: R, hit: Hit) -> None:
    name = hit[0]
    if name in lexer.keywords:
        lexer.emit(t.KEYWORD, name)
    elif name in lexer.constants:
        lexer.emit(t.KEYWORD_CONSTANT, name)
    else:
        lexer.emit(t.NAME_BUILTIN if name in lexer.builtins else t.NAME, name)


class R(RegexLexer):
    """Lex R."""

    tag = "r"
    keywords = words("if else for while repeat in next break function")
    constants = words("NULL Inf TRUE FALSE NaN NA NA_integer_ NA_real_ NA_complex_ NA_character_")
    builtins = words("LETTERS letters month.abb month.name pi T F")
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("#'.*?$", t.COMMENT_DOC),
            rule("#.*?$", t.COMMENT_SINGLE),
            rule(r"\s+", t.WHITESPACE),
            rule("`[^`]+?`", t.NAME),
            # A string that is not closed ends at its last escaped quote, if it has one.
            rule(r"(?s)'(?>(?:\\.|[^'])*)'|'.*'", t.STR_SINGLE),
            rule(r'(?s)"(?>(?:\\.|[^"])*)"|".*"', t.STR_DOUBLE),
            rule("%[^%]*?%", t.OPERATOR),
            rule("0[xX][a-fA-F0-9]+(?:[pP][0-9]+)?[Li]?", t.NUM_HEX),
            rule(r"[+-]?(?:\d+(?:[.]\d+)?|[.]\d+)(?:[eE][+-]?\d+)?[Li]?", t.NUM),
            rule(rf"\b(?:{CALLED})(?=\()", t.NAME_FUNCTION),
            rule("(?:(?:[[:alpha:]]|[.][._[:alpha:]])[._[:alnum:]]*)|[.]", _name),
            rule(r"[\[\]{}();,]", t.PUNCTUATION),
            rule(r"[-<>?*+^/!=~$@:%&|]", t.OPERATOR),
        ],
    }
