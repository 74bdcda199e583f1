"""Hy."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words
from pyjekyll.highlight.regex import quoted

_NAME = r"[\w!$%*+,<=>?/.-]+"
_KEYWORDS = words("""
    False None True and as assert break class continue def del elif else except finally for from global if import in is lambda
    nonlocal not or pass raise return try
""")
_BUILTINS = words("""
    != % %= & &= * ** **= *= *map + += , - -= -> ->> . / // //= /= < << <<= <= = > >= >> >>= @ @= ^ ^= accumulate apply as->
    assoc butlast calling-module-name car cdr chain coll? combinations comp complement compress cond cons cons? constantly count
    cut cycle dec defclass defmacro defmacro! defmacro/g! defmain defn defreader dict-comp disassemble dispatch-reader-macro
    distinct do doto drop drop-last drop-while empty? eval eval-and-compile eval-when-compile even? every? filter first flatten
    float? fn for* fraction genexpr gensym get group-by identity if* if-not if-python2 inc input instance? integer integer-char?
    integer? interleave interpose islice iterable? iterate iterator? juxt keyword keyword? last let lif lif-not list* list-comp
    macro-error macroexpand macroexpand-1 map merge-with multicombinations name neg? none? not-in not? nth numeric? odd?
    partition permutations pos? product quasiquote quote range read read-str reduce remove repeat repeatedly require rest second
    set-comp setv some string string? symbol? take take-nth take-while tee unless unquote unquote-splicing when with*
    with-decorator with-gensyms xor yield-from zero? zip zip-longest | |= ~
""")


def _kind(name: str, otherwise: str) -> str:
    return t.KEYWORD if name in _KEYWORDS else t.NAME_BUILTIN if name in _BUILTINS else otherwise


def _command(lexer: HyLang, hit: Hit) -> None:
    lexer.groups(hit, t.PUNCTUATION, t.TEXT_WHITESPACE, _kind(hit[3], t.NAME_FUNCTION))


def _name(lexer: HyLang, hit: Hit) -> None:
    lexer.emit(_kind(hit[0], t.NAME), hit[0])


class HyLang(RegexLexer):
    """Lex Hy."""

    tag = "hylang"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(";.*?$", t.COMMENT_SINGLE),
            rule(r"\s+", t.TEXT_WHITESPACE),
            rule(r"-?\d+\.\d+", t.NUM_FLOAT),
            rule(r"-?\d+", t.NUM_INTEGER),
            rule(quoted('"'), t.STR),
            rule(r"'[\w!\#$%*+,<=>?/.-]+", t.STR_SYMBOL),
            rule(r"::?[\w!\#$%*+,<=>?/.-]+", t.NAME_CONSTANT),
            rule(r"\\(?:.|[a-zA-Z\u017f\u212a]+)", t.STR_CHAR),
            rule("~@|[`'#^~&@]", t.OPERATOR),
            rule(rf"(\()(\s*)({_NAME})", _command),
            rule(_NAME, _name),
            rule(r"[\[\]{}()]", t.PUNCTUATION),
        ],
    }
