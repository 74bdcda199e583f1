"""Ruby's regular expressions, as Rouge's scanner uses them, on Python's `re`."""

from __future__ import annotations

import re

FLAGS = re.MULTILINE | re.ASCII  # Ruby: ^ and $ are always those of lines; \w \d \s are ASCII, only \b is not

_CLASS_MEMBER = r"\\p\{\^?\w+\}|\\[\s\S]|\[:\^?\w+:\]|[^\]\\]"
_PIECE = re.compile(rf"\\p\{{\^?\w+\}}|\\[\s\S]|\[\^?\]?(?:{_CLASS_MEMBER})*\]")
_MEMBER = re.compile(_CLASS_MEMBER)
_OUTSIDE = {
    r"\b": r"(?u:\b)",
    r"\B": r"(?u:\B)",
    r"\h": "[0-9a-fA-F]",
    r"\H": "[^0-9a-fA-F]",
    r"\z": r"\Z",
    r"\Z": r"(?=\n?\Z)",
    r"\R": "(?:\r\n|[\n\v\f\r\x85\u2028\u2029])",
    r"\e": "\x1b",
}
_INSIDE = {r"\h": "0-9a-fA-F", r"\e": "\x1b", "[": r"\["}
_ASCII_SETS = {
    "digit": "0-9",
    "upper": "A-Z\xc0-\xd6\xd8-\xde",
    "lower": "a-z\xdf-\xf6\xf8-\xff",
    "xdigit": "0-9a-fA-F",
    "space": r"\s\x85\u2028\u2029",
    "blank": r" \t",
    "punct": r"!-/:-@\[-`{-~",
}


def translate(source: str) -> str:
    """Return Ruby's regex source in Python's spelling, for compilation with `FLAGS`.

    Nested sets (`[a&&[^b]]`) and subexpression calls (`\\g<x>`) have no counterpart: write those out by hand.
    """
    return _PIECE.sub(_translate_piece, source)


def _translate_piece(match: re.Match[str]) -> str:
    piece = match[0]
    if piece.startswith("["):
        start = 2 if piece.startswith("[^") else 1
        return piece[:start] + _MEMBER.sub(_translate_member, piece[start:-1]) + "]"
    if piece.startswith(r"\p"):
        return f"[{_named_set(piece)}]"
    return _OUTSIDE.get(piece, piece)


def _translate_member(match: re.Match[str]) -> str:
    member = match[0]
    if member.startswith(("[:", r"\p")):
        return _named_set(member)
    return _INSIDE.get(member, member)


def _named_set(text: str) -> str:
    name = text.strip("\\p{}[:]").lower()
    if name in _ASCII_SETS:
        return _ASCII_SETS[name]
    from pyjekyll.ruby import unicode_tables as tables

    return {"alnum": tables.ALNUM, "word": tables.WORD}.get(name, tables.ALPHA)


# A rule sees the text as if it began where the scanner stands: Rouge's StringScanner is not fixed-anchored. What could
# look further back must therefore be matched on a slice, which costs a copy.
_LOOKS_BACK = re.compile(
    r"""\(\?<[=!]                      # look-behind
      | \\A | \\B
      | (?:[(|:=!]|[?*][?+]?|,\}|\{0,\d*\})\)*\\b   # \b where nothing may have been consumed before it
      """,
    re.VERBOSE,
)
_SET = re.compile(r"\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]")
_NEGATIVE_LOOK_BEHIND = re.compile(r"\(\?<!(?:[^()\[\]\\]|\\.|\[[^\]\\]*\])*\)")
_LEADING_FLAGS = re.compile(r"\(\?([imsx]+)\)")


class Pattern:
    """A rule's regex, ready to be compiled alone or as a branch of its state's."""

    __slots__ = ("at_line_start", "looks_back", "own", "source")

    def __init__(self, ruby: str) -> None:
        """Take Ruby's source, whose flags may stand before it as `(?imsx)` (`s` for Ruby's /m)."""
        flags = _LEADING_FLAGS.match(ruby)
        source = ruby[flags.end() :] if flags else ruby
        # Rouge tests "at the start of a line" for the whole rule when its source begins with ^, even in `^a|b`.
        self.at_line_start = source.startswith("^")
        source = _anchor_free_start(source)
        self.looks_back = _LOOKS_BACK.search(source) is not None or "^" in _SET.sub("", source)[1:]
        self.own = self.looks_back or "(?P" in source or _BACK_REFERENCE.search(source) is not None
        source = translate(source)
        if flags:
            source = f"(?{flags[1]}:{source}\n)" if "x" in flags[1] else f"(?{flags[1]}:{source})"
        self.source = f"(?:^)(?:{source})" if self.at_line_start else source


_BACK_REFERENCE = re.compile(r"(?<!\\)(?:\\\\)*\\[1-9]|\(\?\(")


def _anchor_free_start(source: str) -> str:
    """Replace what looks back at the very start by what it comes to at the start of a text."""
    while behind := _NEGATIVE_LOOK_BEHIND.match(source):
        source = source[behind.end() :]
    if source.startswith(r"\b"):
        return r"(?u:(?=\w))" + source[2:]
    return source
