"""Jekyll's slugs, the parts of URLs it makes from titles."""

from __future__ import annotations

import re

from pyjekyll.ruby.text import downcase

# The latin letters that mode "latin" can spell in ASCII, by their spelling (I18n's approximations); the rest become "?".
_SPELLINGS = {
    "A": "ÀÁÂÃÄÅĀĂĄ", "AE": "Æ", "C": "ÇĆĈĊČ", "E": "ÈÉÊËĒĔĖĘĚ", "I": "ÌÍÎÏĨĪĬĮİ", "D": "ÐĎĐ", "N": "ÑŃŅŇ", "O": "ÒÓÔÕÖØŌŎŐ", "x": "×",
    "U": "ÙÚÛÜŨŪŬŮŰŲ", "Y": "ÝŶŸ", "Th": "Þ", "ss": "ß", "a": "àáâãäåāăą", "ae": "æ", "c": "çćĉċč", "e": "èéêëēĕėęě", "i": "ìíîïĩīĭįı",
    "d": "ðďđ", "n": "ñńņň", "o": "òóôõöøōŏő", "u": "ùúûüũūŭůűų", "y": "ýÿŷ", "th": "þ", "G": "ĜĞĠĢ", "g": "ĝğġģ", "H": "ĤĦ", "h": "ĥħ",
    "IJ": "Ĳ", "ij": "ĳ", "J": "Ĵ", "j": "ĵ", "K": "Ķ", "k": "ķĸ", "L": "ĹĻĽĿŁ", "l": "ĺļľŀł", "'n": "ŉ", "NG": "Ŋ", "ng": "ŋ", "OE": "Œ",
    "oe": "œ", "R": "ŔŖŘ", "r": "ŕŗř", "S": "ŚŜŞŠ", "s": "śŝşš", "T": "ŢŤŦ", "t": "ţťŧ", "W": "Ŵ", "w": "ŵ", "Z": "ŹŻŽ", "z": "źżž",
}

# \p{Word} without marks, letters and decimal digits: letter-like numbers, circled letters, connecting punctuation.
_NOT_IN_SLUGS = (
    "\u16ee-\u16f0\u203f-\u2040\u2054\u2160-\u2182\u2185-\u2188\u24b6-\u24e9\u3007\u3021-\u3029\u3038-\u303a\ua6e6-\ua6ef\ufe33-\ufe34"
    "\ufe4d-\ufe4f\uff3f\U00010140-\U00010174\U00010341\U0001034a\U000103d1-\U000103d5\U00012400-\U0001246e\U0001f130-\U0001f149"
    "\U0001f150-\U0001f169\U0001f170-\U0001f189"
)
_MODES = ("raw", "default", "pretty", "ascii", "latin")
_REPLACED = {
    "raw": re.compile(r"[ \t\n\v\f\r]+"),
    "ascii": re.compile("[^A-Za-z0-9]+"),
    # The ASCII characters that go; a class that names what stays, up to the end of Unicode, is slow to compile.
    "default": re.compile(r"[\x00-/:-@\[-`{-\x7f]+"),
    "pretty": re.compile(r"[\x00- \"#%*/:<>?\[-^`{|}\x7f-]+"),
}
_REPLACED["latin"] = _REPLACED["default"]
_EDGE_HYPHENS = re.compile(r"^-|-$", re.MULTILINE)


def slugify(text: str, mode: str | None, cased: bool) -> str:
    """Return a text as part of a URL (Jekyll::Utils.slugify); an unknown mode only lower-cases."""
    mode = "default" if mode is None else mode
    if mode not in _MODES:
        return text if cased else downcase(text)
    if mode == "latin":
        text = transliterate(text)
    if mode in ("default", "pretty") and not text.isascii():
        text = _blank_symbols(text)
    slug = _REPLACED[mode].sub("-", text)
    if "-" in slug:
        slug = _EDGE_HYPHENS.sub("", slug)
    return slug if cased else downcase(slug)


def transliterate(text: str) -> str:
    """Spell latin letters in ASCII, and anything else outside ASCII as `?` (I18n.transliterate)."""
    if text.isascii():
        return text
    spelled = {letter: spelling for spelling, letters in _SPELLINGS.items() for letter in letters}
    return "".join([char if char < "\x80" else spelled.get(char, "?") for char in text])


def _blank_symbols(text: str) -> str:
    """Replace what is neither mark, letter nor digit by a blank; a regex of these classes would take 10 ms to compile."""
    from pyjekyll.ruby.unicode_tables import WORD, in_class

    symbols = {char for char in set(text) if char >= "\x80" and (not in_class(char, WORD) or in_class(char, _NOT_IN_SLUGS))}
    return text.translate({ord(char): " " for char in symbols}) if symbols else text
