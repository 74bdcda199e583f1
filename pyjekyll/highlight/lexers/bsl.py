"""The language of 1C:Enterprise, which has its words in Russian and in English."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule
from pyjekyll.highlight.lexers._word_lists import read_word_lists

_WORD = r"[\wа-яА-ЯёЁ\u1c80-\u1c86]+"  # the last are old forms of some letters; numbers are such words too


def _is_in(name: str, word: str) -> bool:
    return word.casefold() in read_word_lists("bsl_words.txt")[name]


def _word(lexer: Bsl, hit: Hit) -> None:
    lexer.emit(t.KEYWORD if _is_in("keywords", hit[0]) else t.NAME_VARIABLE, hit[0])


def _called(lexer: Bsl, hit: Hit) -> None:
    if _is_in("functions", hit[1]):
        lexer.emit(t.NAME_BUILTIN, hit[0])
    else:
        lexer.groups(hit, t.KEYWORD if _is_in("keywords", hit[1]) else t.NAME_VARIABLE, t.TEXT)


class Bsl(RegexLexer):
    """Lex 1C:Enterprise's language."""

    tag = "bsl"
    stand_ins = False  # Cyrillic letters are named
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("//.*$", t.COMMENT_SINGLE),
            rule(r"[\[\]:(),;]", t.PUNCTUATION),
            rule("[&#].*$", t.KEYWORD_DECLARATION),
            rule("[-+/*%=<>.?]", t.OPERATOR),
            rule(rf"({_WORD})(\s*)(?=\()", _called),
            rule(_WORD, _word),
            rule("'.*'", t.LITERAL_DATE),
            rule('".*?(?:"|$)', t.STR_SINGLE),
            rule(r'\|(?:(?!"").)*?(?:"|$)', t.STR),
        ]
    }
