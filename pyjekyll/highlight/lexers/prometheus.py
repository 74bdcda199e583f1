"""Prometheus' queries."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, any_of, include, rule, words

_FUNCTIONS = words("""
    abs absent ceil changes clamp_max clamp_min count_scalar day_of_month day_of_week days_in_month delta deriv
    drop_common_labels exp floor histogram_quantile holt_winters hour idelta increase irate label_replace ln log2 log10 month
    predict_linear rate resets round scalar sort sort_desc sqrt time vector year avg_over_time min_over_time max_over_time
    sum_over_time count_over_time quantile_over_time stddev_over_time stdvar_over_time
""")
_AGGREGATIONS = any_of("sum min max avg stddev stdvar count count_values bottomk topk")


def _name(lexer: Prometheus, hit: Hit) -> None:
    lexer.emit(t.NAME_BUILTIN if hit[0] in _FUNCTIONS else t.NAME, hit[0])


def _string(quote: str, token: str) -> Rules:
    return [
        rule(rf"\\[\\abfnrtv{quote}]", t.STR_ESCAPE),
        rule(rf"[^\\{quote}]+", token),
        rule(quote, token, "#pop"),
    ]


class Prometheus(RegexLexer):
    """Lex Prometheus' queries."""

    tag = "prometheus"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("strings"),
            include("blanks"),
            rule(r"-?\d+\.\d+", t.NUM_FLOAT),
            rule(r"-?\d+[smhdwy]?", t.NUM_INTEGER),
            rule(r"[-+*/%^=<>]|!=|and|or|unless", t.OPERATOR),  # also where a longer name begins so
            rule(rf"{_AGGREGATIONS}\b", t.NAME_FUNCTION),
            rule(r"(ignoring|on)(\()", (t.KEYWORD_PSEUDO, t.PUNCTUATION), "label list"),
            rule(r"(group_left|group_right)(\()", (t.KEYWORD_TYPE, t.PUNCTUATION)),
            rule(r"(?:bool|offset)\b", t.KEYWORD),
            rule(r"(?:without|by)\b", t.KEYWORD, "label list"),
            rule(r"[\w:]+", _name),
            rule(r"[()\[\].,]", t.PUNCTUATION),
            rule(r"\{", t.PUNCTUATION, "filters"),
        ],
        "strings": [
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule("'", t.STR_SINGLE, "single quotes"),
            rule("`.*`", t.STR_BACKTICK),
        ],
        "double quotes": _string('"', t.STR_DOUBLE),
        "single quotes": _string("'", t.STR_SINGLE),
        "filters": [
            rule(r"[ \t\r]+", t.TEXT),
            rule(",", t.PUNCTUATION),
            include("label"),
            rule("![=~]|=~?", t.OPERATOR),
            include("strings"),
            rule(r"\}", t.PUNCTUATION, "#pop"),
        ],
        "label list": [
            rule("[(,]", t.PUNCTUATION),
            include("label"),
            include("blanks"),
            rule(r"\)", t.PUNCTUATION, "#pop"),
        ],
        "label": [rule("[a-zA-Z0-9_:-]+", t.NAME_ATTRIBUTE)],
        "blanks": [rule(r"[ \t\r]+|\n\s*", t.TEXT), rule("#.*?$", t.COMMENT)],
    }
