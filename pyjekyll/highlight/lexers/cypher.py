"""Cypher, which asks graphs."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words
from pyjekyll.highlight.regex import quoted

_FUNCTIONS = words("""
    ABS ACOS ALLSHORTESTPATHS ASIN ATAN ATAN2 AVG CEIL COALESCE COLLECT COS COT COUNT DATE DEGREES E ENDNODE EXP EXTRACT
    FILTER FLOOR HAVERSIN HEAD ID KEYS LABELS LAST LEFT LENGTH LOG LOG10 LOWER LTRIM MAX MIN NODE NODES PERCENTILECONT
    PERCENTILEDISC PI RADIANS RAND RANGE REDUCE REL RELATIONSHIP RELATIONSHIPS REPLACE REVERSE RIGHT ROUND RTRIM SHORTESTPATH
    SIGN SIN SIZE SPLIT SQRT STARTNODE STDEV STDEVP STR SUBSTRING SUM TAIL TAN TIMESTAMP TOFLOAT TOINT TOINTEGER TOSTRING TRIM
    TYPE UPPER
""")
_PREDICATES = words("ALL AND ANY CONTAINS EXISTS HAS IN NONE NOT OR SINGLE XOR")
_KEYWORDS = words("""
    AS ASC ASCENDING ASSERT BY CASE COMMIT CONSTRAINT CREATE CSV CYPHER DELETE DESC DESCENDING DETACH DISTINCT DROP ELSE END
    ENDS EXPLAIN FALSE FIELDTERMINATOR FOREACH FROM HEADERS IN INDEX IS JOIN LIMIT LOAD MATCH MERGE NULL ON OPTIONAL ORDER
    PERIODIC PROFILE REMOVE RETURN SCAN SET SKIP START STARTS THEN TRUE UNION UNIQUE UNWIND USING WHEN WHERE WITH CALL YIELD
""")


def _called(lexer: Cypher, hit: Hit) -> None:
    name = hit[1].upper()
    token = t.NAME_FUNCTION if name in _FUNCTIONS else t.KEYWORD if name in _KEYWORDS else t.NAME
    lexer.groups(hit, token, t.WHITESPACE, t.STR_SYMBOL)


def _word(lexer: Cypher, hit: Hit) -> None:
    word = hit[0].upper()
    lexer.emit(t.OPERATOR_WORD if word in _PREDICATES else t.KEYWORD if word in _KEYWORDS else t.NAME, hit[0])


class Cypher(RegexLexer):
    """Lex Cypher."""

    tag = "cypher"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("//.*?$", t.COMMENT_SINGLE),
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
            rule(r"[*+\-<>=&|~%^]", t.OPERATOR),
            rule(r"[{}),;\[\]]", t.STR_SYMBOL),
            rule(r"(\w+)(:)(\s*)(-?[._\d]+)", (t.NAME_LABEL, t.STR_DELIMITER, t.WHITESPACE, t.NUM)),
            rule(r"(\w+)(\s*)(\()", _called),
            rule(r":\w+", t.NAME_CLASS),
            rule(r"(\d+)(\.\.)(-?\d+)", (t.NUM, t.OPERATOR, t.NUM)),
            rule(r"(?i)(?:\d+\.\d*|\d*\.\d+)(?:e[+-]?\d+)?", t.NUM_FLOAT),
            rule(r"(?i)\d+e[+-]?\d+", t.NUM_FLOAT),
            rule("0[0-7]+", t.NUM_OCT),
            rule("(?i)0x[a-f0-9]+", t.NUM_HEX),
            rule(r"\d+", t.NUM_INTEGER),
            rule(r"[.\w]+:", t.NAME_PROPERTY),
            rule(r"\(", t.STR_SYMBOL),
            rule(r"[.\w$]+", _word),
            rule(quoted('"'), t.STR_DOUBLE),
            rule(quoted("'"), t.STR_SINGLE),
            rule(quoted("`"), t.STR_BACKTICK),
        ],
        "comment": [
            rule(r"/\*", t.COMMENT_MULTILINE, "#push"),
            rule(r"\*/", t.COMMENT_MULTILINE, "#pop"),
            rule("[^/*]+|[/*]", t.COMMENT_MULTILINE),
        ],
    }
