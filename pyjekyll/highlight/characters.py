"""Characters that Ruby's regex classes and Python's judge differently, and others that stand in for them."""

from __future__ import annotations

from functools import cache

# Each for the characters below 0x10000 and for those above, as rules may end a range there.
_WORD = "\u0be6", "\U000104a0"  # a digit that no lexer names: part of a word, neither letter nor number
_NUMERAL = "\u2160", "\U00010140"  # an old one: alphabetic, no letter
_VOWEL = "\u2161", "\U00010141"  # alphabetic, neither letter nor number
_SYMBOL = "\u2162", "\U00010142"  # the same, and a symbol
_OTHER = "\ue0b2", "\U000f00b2"  # for private use: a number (`\p{N}`), no part of a word
_SUPERSCRIPT = "\xb2"  # part of a word for \b alone, which is a quirk of Ruby's with Latin 1
# A letter of each kind beyond Latin 1. The two that Ruby folds to an ASCII letter stay what they are.
_LETTERS = {
    "Lu": ("\u0100", "\U00010400"),
    "Ll": ("\u0101", "\U00010428"),
    "Lt": ("\u01c5", "\u01c5"),
    "Lm": ("\u02b0", "\U00016b40"),
    "Lo": ("\u01bb", "\U00010280"),
}
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
    from unicodedata import category, combining

    kind = category(char)
    high = char > "\uffff"
    if kind == "Nl":
        return _NUMERAL[high]
    if kind == "So":
        return _SYMBOL[high] if _is_letter_like(ord(char)) else None
    if kind in ("Mn", "Mc") and combining(char) not in _DIACRITICS and not _is_variation_selector(ord(char)):
        return _VOWEL[high]
    if kind in ("Mn", "Mc", "Me", "Pc"):
        return _WORD[high]
    if kind == "No":
        return _SUPERSCRIPT if char <= "\xff" else _OTHER[high]
    return _LETTERS[kind][high] if kind in _LETTERS and char > "\xff" and char not in _FOLDED else None


# Classes of combining marks that are no letters: viramas, nuktas, what stands above or below. The others are vowels.
_DIACRITICS = frozenset((1, 6, 7, 8, 9, 107, 122, *range(200, 240)))


def _is_variation_selector(code: int) -> bool:
    return 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF


def _is_letter_like(code: int) -> bool:
    """Whether a symbol has the property Alphabetic: a letter in a circle or a box."""
    return 0x24B6 <= code <= 0x24E9 or 0x1F130 <= code <= 0x1F149 or 0x1F150 <= code <= 0x1F169 or 0x1F170 <= code <= 0x1F189
