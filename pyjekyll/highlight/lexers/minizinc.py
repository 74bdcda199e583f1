"""MiniZinc."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words
from pyjekyll.highlight.regex import quoted

_KEYWORDS = words("""
    ann annotation any constraint else endif function for forall if include list of op output minimize maximize par predicate
    record satisfy solve test then type var where
""")
_TYPES = words("array set bool enum float int string tuple")
_BUILTINS = words("""
    abort abs acosh array_intersect array_union array1d array2d array3d array4d array5d array6d asin assert atan bool2int card
    ceil concat cos cosh dom dom_array dom_size fix exp floor index_set index_set_1of2 index_set_2of2 index_set_1of3
    index_set_2of3 index_set_3of3 int2float is_fixed join lb lb_array length ln log log2 log10 min max pow product round
    set2array show show_int show_float sin sinh sqrt sum tan tanh trace ub ub_array
""")
_OPERATORS = words("in subset superset union diff symdiff intersect")
_TOKENS = ((_KEYWORDS, t.KEYWORD), (_TYPES, t.KEYWORD_TYPE), (_BUILTINS, t.NAME_BUILTIN), (_OPERATORS, t.OPERATOR))


def _word(lexer: MiniZinc, hit: Hit) -> None:
    lexer.emit(next((token for known, token in _TOKENS if hit[0] in known), t.NAME_OTHER), hit[0])


class MiniZinc(RegexLexer):
    """Lex MiniZinc."""

    tag = "minizinc"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+|\\\n", t.WHITESPACE),
            rule("%.*", t.COMMENT_SINGLE),
            rule(r"(?s)/(?:\\\n)?\*.*?\*(?:\\\n)?/", t.COMMENT_MULTILINE),
            rule(quoted('"'), t.STR),
            rule(r"not|xor|div|mod|\\/|/\\|[<>=+*/\\-]|!=|\.\.", t.OPERATOR),  # also where a longer name begins so
            rule(r"[|()\[\]{},:;]", t.PUNCTUATION),
            rule(r"(?:true|false)\b", t.KEYWORD_CONSTANT),
            rule(r"\d+(?:\.(?!\.)\d*)?(?:[eE][-+]?\d+)?", t.NUM),
            rule(r"[$a-zA-Z_]\w*", _word),
        ]
    }
