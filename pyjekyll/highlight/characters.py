"""Characters that Ruby's regex classes and Python's judge differently, and others that stand in for them."""

from __future__ import annotations

from functools import cache

_WORD = "\u0be6"  # a digit that no lexer names: part of a word, no letter
_NUMERAL = "\u2160"  # a Roman one: alphabetic, no letter
_SUPERSCRIPT = "\xb2"  # part of a word for \b alone, which is a quirk of Ruby's with Latin 1
_OTHER = "\ue0b2"  # for private use: a number (`\p{N}`), no part of a word
# A letter of each kind beyond Latin 1. The two that Ruby folds to an ASCII letter stay what they are.
_LETTERS = {"Lu": "\u0100", "Ll": "\u0101", "Lt": "\u01c5", "Lm": "\u02b0", "Lo": "\u01bb"}
_FOLDED = "\u017f\u212a"


def with_stand_ins(text: str, kept: str = "") -> str:
    """Return text of the same length in which Python's `\\w` sees what Ruby's `\\p{Word}` sees; `kept` characters stay.

    Combining marks, connectors, letter-like numbers and circled letters are parts of words in Ruby, not in Python; for
    fractions and other numbers it is the other way round. Of each kind of letter only one is left, so that a regex for
    upper-case letters, say, need not list them all.
    """
    if text.isascii():
        return text
    table = {ord(char): stand_in for char in set(text) if char > "\x7f" and char not in kept and (stand_in := _stand_in(char))}
    return text.translate(table) if table else text


@cache
def _stand_in(char: str) -> str | None:
    from unicodedata import category

    kind = category(char)
    if kind == "Nl" or (kind == "So" and _is_letter_like(ord(char))):
        return _NUMERAL
    if kind in ("Mn", "Mc", "Me", "Pc"):
        return _WORD
    if kind == "No":
        return _SUPERSCRIPT if char <= "\xff" else _OTHER
    return _LETTERS.get(kind) if "\xff" < char <= "\uffff" and char not in _FOLDED else None


def _is_letter_like(code: int) -> bool:
    """Whether a symbol has the property Alphabetic: a letter in a circle or a box."""
    return 0x24B6 <= code <= 0x24E9 or 0x1F130 <= code <= 0x1F149 or 0x1F150 <= code <= 0x1F169 or 0x1F170 <= code <= 0x1F189
