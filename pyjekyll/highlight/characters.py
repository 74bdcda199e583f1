"""Characters that Ruby's regex classes and Python's judge differently, and others that stand in for them."""

from __future__ import annotations

from functools import cache

_WORD = "\u0be6"  # a digit that no lexer names: part of a word, no letter
_NUMERAL = "\u2160"  # a Roman one: alphabetic, no letter
_SUPERSCRIPT = "\xb2"  # part of a word for \b alone, which is a quirk of Ruby's with Latin 1
_OTHER = "\u2013"  # a dash: no part of a word


def with_stand_ins(text: str) -> str:
    """Return text of the same length in which Python's `\\w` sees what Ruby's `\\p{Word}` sees.

    Combining marks, connectors, letter-like numbers and circled letters are parts of words in Ruby, not in Python; for
    fractions and other numbers it is the other way round.
    """
    if text.isascii():
        return text
    table = {ord(char): stand_in for char in set(text) if char > "\x7f" and (stand_in := _stand_in(char))}
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
    return None


def _is_letter_like(code: int) -> bool:
    """Whether a symbol has the property Alphabetic: a letter in a circle or a box."""
    return 0x24B6 <= code <= 0x24E9 or 0x1F130 <= code <= 0x1F149 or 0x1F150 <= code <= 0x1F169 or 0x1F170 <= code <= 0x1F189
