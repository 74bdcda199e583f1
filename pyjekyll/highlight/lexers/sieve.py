"""Sieve, which filters mail."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_CONTROLS = words("if elsif else require stop")
_ACTIONS = words("""
    keep fileinto redirect discard addheader deleteheader reject ereject notify setflag addflag removeflag vacation replace
    enclose extracttext
""")
_TESTS = words("""
    address allof anyof exists false header not size true body hasflag spamtest virustest date currentdate valid_notify_method
    notify_method_capability mailboxexists metadata metadataexists servermetadata servermetadataexists
""")


def _word(lexer: Sieve, hit: Hit) -> None:
    word = hit[0]
    if word in _CONTROLS:
        token = t.KEYWORD
    elif word in _TESTS:
        token = t.NAME_VARIABLE
    elif word in _ACTIONS:
        token = t.NAME_FUNCTION
    else:
        token = t.OPERATOR if word.startswith(":") else t.NAME_OTHER
    lexer.emit(token, word)


class Sieve(RegexLexer):
    """Lex Sieve."""

    tag = "sieve"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("#.*", t.COMMENT_SINGLE),
            rule(r"(?s)/(?:\\\n)?\*.*?\*(?:\\\n)?/", t.COMMENT_MULTILINE),
            rule(r"[\[\](),;{}]", t.PUNCTUATION),
            rule(":?[a-zA-Z_][a-zA-Z0-9_]*", _word),
            rule('"', t.STR_DOUBLE, "string"),
            rule("[0-9]+[KMG]", t.NUM_INTEGER),  # without a unit the digits are errors
        ],
        "string": [
            rule(r"\\.", t.STR_ESCAPE),
            rule('"', t.STR_DOUBLE, "#pop"),
            rule(r"\$\{(?:[0-9][.0-9]*|[a-zA-Z_][.a-zA-Z0-9_]*)\}", t.STR_INTERPOL),
            rule(r'[^\\"$\n]+|[\\$]', t.STR_DOUBLE),
        ],
    }
