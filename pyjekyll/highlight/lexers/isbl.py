"""ISBL, the language of the document management system DIRECTUM."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words
from pyjekyll.highlight.lexers._word_lists import read_word_lists

_LETTERS = "a-zA-Zа-яА-ЯёЁ_\u017f\u212a\u1c80-\u1c86"  # with the old forms of letters that Ruby folds
_WORD = f"[{_LETTERS}0-9]"
_KEYWORDS = words("""
    and else endexcept endfinally endforeach endif endwhile except exitfor finally foreach if in not or try while
    в все если и или иначе конецвсе конецесли конецпока не пока
""")


def _is(kind: str, word: str) -> bool:
    return word.lower() in read_word_lists("isbl_words.txt")[kind]


def _word(lexer: Isbl, hit: Hit) -> None:
    word = hit[0]
    if word.lower() in _KEYWORDS:
        token = t.KEYWORD
    elif _is("constants", word):
        token = t.NAME_BUILTIN
    else:
        token = t.NAME_VARIABLE_GLOBAL if _is("globals", word) else t.NAME_VARIABLE
    lexer.emit(token, word)


def _member(lexer: Isbl, hit: Hit) -> None:
    if _is("constants", hit[0]):
        lexer.emit(t.NAME_BUILTIN, hit[0])
    else:
        lexer.emit(t.KEYWORD_TYPE if lexer.in_state("type") else t.NAME, hit[0])


def _type(lexer: Isbl, hit: Hit) -> None:
    lexer.emit(t.KEYWORD_TYPE if _is("interfaces", hit[0]) else t.NAME, hit[0])


class Isbl(RegexLexer):
    """Lex ISBL."""

    tag = "isbl"
    kept = "".join(map(chr, (*range(0x410, 0x450), 0x401, 0x451, *range(0x1C80, 0x1C87))))
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            rule(":", t.PUNCTUATION, "type"),
            rule("[.]", t.PUNCTUATION, "member"),
            rule(r"[\[\]();]", t.PUNCTUATION),
            rule("[&*+=<>/-]", t.OPERATOR),
            rule(rf"[{_LETTERS}]{_WORD}*(?=\()", t.NAME_FUNCTION),
            rule(f"[{_LETTERS}!]{_WORD}*", _word),
            rule(r"\d+(?:\.\d+)?\b", t.NUM),
            rule('"[^"]*"', t.STR_DOUBLE),
            rule("'[^']*'", t.STR_SINGLE),
        ],
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"(?s)/[*].*?[*]/", t.COMMENT_MULTILINE),
        ],
        "member": [include("blanks"), rule(f"{_WORD}+", _member, "#pop")],
        "type": [
            include("blanks"),
            rule(f"{_WORD}+", _type, "#pop"),
            rule("[.]", t.PUNCTUATION, "member"),
            rule("", None, "#pop"),
        ],
    }
