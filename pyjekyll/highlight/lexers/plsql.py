"""Oracle's PL/SQL."""

from __future__ import annotations

import functools
import re
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, State, make_state, rule
from pyjekyll.highlight.lexers._word_lists import read_word_lists

_CLOSERS = {"{": "}", "[": "]", "(": ")", "<": ">"}
_NAME = r"\w[\w$]*"
_KINDS = {
    "types": t.KEYWORD_TYPE,
    "functions": t.NAME_FUNCTION,
    "reserved": t.KEYWORD_RESERVED,
    "keywords": t.KEYWORD,
}
_PHRASE = (t.KEYWORD_RESERVED, t.TEXT)


def _words(kind: str) -> frozenset[str]:
    return read_word_lists("plsql_words.txt")[kind]


def _word(lexer: Plsql, hit: Hit) -> None:
    word = hit[1].upper()
    lexer.groups(hit, next((token for kind, token in _KINDS.items() if word in _words(kind)), t.NAME), t.PUNCTUATION)
    if hit[2]:
        lexer.push("names after dots")


def _last_name(lexer: Plsql, hit: Hit) -> None:
    lexer.emit(t.NAME_FUNCTION if hit[0].upper() in _words("functions") else t.NAME, hit[0])
    lexer.pop()


def _open_quote(lexer: Plsql, hit: Hit) -> None:
    lexer.emit(t.OPERATOR, hit[0])
    lexer.push(_quote_state(_CLOSERS.get(hit[1], hit[1])))


@functools.cache
def _quote_state(closer: str) -> State:
    """Return the state inside `q'[...]'`."""
    end = re.escape(closer)
    rules: Rules = [
        rule(f"(?:{end}[^']|[^{end}]'|[^{end}'])+", t.STR_OTHER),
        rule(f"{end}'", t.OPERATOR, "#pop"),
    ]
    return make_state(Plsql, f"quote {closer}", rules)


def _quoted(quote: str, token: str) -> Rules:
    return [
        rule(rf"\\.|{quote}{quote}", t.STR_ESCAPE),
        rule(quote, t.OPERATOR, "#pop"),
        rule(rf"[^\\{quote}]+", token),
    ]


class Plsql(RegexLexer):
    """Lex PL/SQL."""

    tag = "plsql"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("--.*", t.COMMENT_SINGLE),
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
            rule("(?i)q'(.)", _open_quote),
            rule("'", t.OPERATOR, "text"),
            rule('"', t.OPERATOR, "name"),
            rule(r"(?i)(\$(?:IF|THEN|ELSE|ELSIF|ERROR|END|\$\$?\w+))(\s+)", (t.COMMENT_PREPROC, t.TEXT)),
            rule(r"[+-]?(?:\.\d+(?:[eE][+-]?\d+)?|\d+\.(?:\d+(?:[eE][+-]?\d+)?)?)[fFdD]?", t.NUM_FLOAT),
            rule(r"[+-]?\d+", t.NUM_INTEGER),
            rule(r"(?i)%(?:TYPE|ROWTYPE|FOUND|ISOPEN|NOTFOUND|ROWCOUNT)\b", t.NAME_ATTRIBUTE),
            rule(r"=>|\|\||\*\*|<<|>>|\.\.|<>|[:!~^<>]=|[-+%/*=<>@&!^\[\]]", t.OPERATOR),
            rule(r"(?i)(NOT|AND|OR|LIKE|BETWEEN|IN)(\s)", (t.OPERATOR_WORD, t.TEXT)),
            rule(
                r"(?i)(IS)(\s+)(?:(NOT)(\s+))?(NULL\b)",
                (t.OPERATOR_WORD, t.TEXT, t.OPERATOR_WORD, t.TEXT, t.OPERATOR_WORD),
            ),
            rule(r"\.(?=\w)", t.PUNCTUATION, "names after dots"),
            rule(r"[;:(),.]", t.PUNCTUATION),
            rule(
                r"(?i)(create)(\s+)(?:(or)(\s+)(replace)(\s+))?(package|function|procedure|type)(?:(\s+)(body))?(\s+)"
                rf"({_NAME})",
                (*_PHRASE * 3, t.KEYWORD_RESERVED, t.TEXT, t.KEYWORD_RESERVED, t.TEXT, t.NAME),
            ),
            rule(
                r"(?i)(when)(\s+)(?:(not)(\s+))?(matched)(\s+)(then)(\s+)(update|insert)\b(?:(\s+)(set)(\s+))?",
                _PHRASE * 6,
            ),
            rule(rf"({_NAME})(\.(?=\w))?", _word),
        ],
        "comment": [rule(r"(?:\*[^/]|[^*])+", t.COMMENT_MULTILINE), rule(r"\*/", t.COMMENT_MULTILINE, "#pop")],
        "text": _quoted("'", t.STR_SINGLE),
        "name": _quoted('"', t.NAME_VARIABLE),
        "names after dots": [rule(rf"({_NAME})(\.(?=\w))", (t.NAME, t.PUNCTUATION)), rule(_NAME, _last_name)],
    }
