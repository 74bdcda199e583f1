"""Ruby's regular expressions, as Rouge's scanner uses them, on Python's `re`."""

from __future__ import annotations

import re
from functools import cache

FLAGS = re.MULTILINE | re.ASCII  # Ruby: ^ and $ are always those of lines; \w \d \s are ASCII, only \b is not

_SET_MEMBER = r"\\p\{\^?\w+\}|\\[\s\S]|\[:\^?\w+:\]|[^\]\\]"
_SET = rf"\[\^?\]?(?:{_SET_MEMBER})*\]"
_PIECE = re.compile(rf"\\p\{{\^?\w+\}}|\\[\s\S]|{_SET}")
_MEMBER = re.compile(_SET_MEMBER)
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
_NAMED_RANGES = {
    "upper": "A-Z\xc0-\xd6\xd8-\xde\u0100\u212a\U00010400",
    "lu": "A-Z\xc0-\xd6\xd8-\xde\u0100\u212a\U00010400",
    "lower": "a-z\xaa\xb5\xba\xdf-\xf6\xf8-\xff\u0101\u017f\U00010428",
    "ll": "a-z\xb5\xdf-\xf6\xf8-\xff\u0101\u017f\U00010428",
    "lt": "\u01c5",
    "lm": "\u02b0\U00016b40",
    "lo": "\xaa\xba\u01bb\U00010280",
    "mn": "\u0be6\u2161\U000104a0\U00010141",
    "mc": "\u0be6\u2161\U000104a0\U00010141",
    "pc": "_\u0be6\U000104a0",
    "xdigit": "0-9a-fA-F",
    "space": r"\s\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000",
    "blank": r" \t",
    "punct": r"!-/:-@\[-`{-~",
    "nl": "\u2160\U00010140",  # what stands in for all
    "cf": "\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb",
}
_CATEGORIES = {"s": "\u2162\U00010142", "sm": "", "so": "\u2162\U00010142", "po": ""}  # and what stands in for others that are in it
# Unicode's large classes are left to Python; where the two differ, other characters stand in (see characters.py).
_DIGIT = "(?u:(?![\u0be6\U000104a0])\\d)"
_LETTER = "(?u:[^\\W\\d_\xb2\u2160-\u2162\U00010140-\U00010142])"
_UNICODE = {
    "alpha": "(?u:[^\\W\\d_\xb2])",
    "alnum": "(?u:[^\\W_\xb2\u0be6\U000104a0])",
    "word": "(?u:[^\\W\xb2])",
    "xid_start": "(?u:[^\\W\\d_\xb2\u2161\u2162\U00010141\U00010142])",
    "xid_continue": "(?u:[^\\W\xb2\u2162\U00010142]|\xb7)",
    "digit": _DIGIT,
    "nd": _DIGIT,
    "n": rf"(?:{_DIGIT}|[\xb2\u2160\ue0b2\U00010140\U000f00b2])",
}


def translate(source: str) -> str:
    """Return Ruby's regex source in Python's spelling, for compilation with `FLAGS`.

    Nested sets (`[a&&[^b]]`) and subexpression calls (`\\g<x>`) have no counterpart: write those out by hand.
    """
    return _PIECE.sub(_translate_piece, source)


def _translate_piece(match: re.Match[str]) -> str:
    piece = match[0]
    if piece.startswith("["):
        return _translate_set(piece)
    if piece.startswith(r"\p"):
        return _translate_set(f"[{piece}]")
    return _OUTSIDE.get(piece, piece)


def _translate_set(piece: str) -> str:
    """Translate a set; Unicode's large classes become alternatives beside it."""
    negated = piece.startswith("[^")
    ranges: list[str] = []
    large: list[str] = []
    for member in _MEMBER.findall(piece[2 if negated else 1 : -1]):
        if member.startswith(("[:", r"\p")):
            name = member.strip("\\p{}[:]").lower()
            if name in _NAMED_RANGES:
                ranges.append(_NAMED_RANGES[name])
            elif name in _CATEGORIES:
                ranges.append(_list_category(name))
            else:
                large.append(_UNICODE.get(name, _LETTER))
        else:
            ranges.append(_INSIDE.get(member, member))
    plain = "".join(ranges)
    if not large:
        return f"[{'^' if negated else ''}{plain}]"
    if negated:
        return f"(?:(?!{'|'.join(large)})[^{plain}])" if plain else f"(?:(?!{'|'.join(large)})[\\s\\S])"
    return f"(?:{'|'.join([f'[{plain}]', *large] if plain else large)})"


@cache
def _list_category(prefix: str) -> str:
    """Return, as ranges, the characters of Unicode's categories that begin so; there are none in the higher planes."""
    runs = re.finditer(f"(?:{prefix.title():.<2})+", _read_categories())
    return _CATEGORIES[prefix] + "".join(f"{re.escape(chr(run.start() // 2))}-{re.escape(chr(run.end() // 2 - 1))}" for run in runs)


@cache
def _read_categories() -> str:
    """Return the categories of the two lower planes' characters: two letters each, of which the first is a capital."""
    from unicodedata import category

    return "".join(map(category, map(chr, range(0x20000))))


def quoted(opener: str, closer: str = "", inside: str = r"[\s\S]") -> str:
    """Return Ruby's `Q(\\\\|\\Q|[^Q])*Q`, which takes exponential time for an open string, in linear time.

    If every quote that follows is escaped, backtracking ends the string at the last of them. Opener and closer are regexes for
    one character each, `inside` is one for what may stand between them.
    """
    closer = closer or opener
    return rf"{opener}(?:(?>(?:\\(?:\\|{closer})|(?!{closer}){inside})*)|{inside}*){closer}"


FOLDED = "\u017f\u212a"  # beyond ASCII, what Ruby takes for an s and a k where it ignores case


def spell_out_folds(source: str, ignoring: bool) -> str:
    """Return a regex of Ruby's with ſ beside each s, and the Kelvin sign beside each k, where case is ignored: from the start, or in `(?i:…)`."""
    around: list[bool] = []
    pieces: list[str] = []
    for found in _FOLDABLE.finditer(source):
        piece = found[0]
        if piece == ")":
            ignoring = around.pop() if around else ignoring
        elif piece.startswith("(") and not piece.startswith("(?P="):
            around.append(ignoring)
            flags = _SCOPED_FLAGS.fullmatch(piece)
            ignoring = ignoring if flags is None or "i" not in piece else "i" in flags[1]
        elif ignoring:
            piece = _with_folds(piece) if piece.startswith("[") else _FOLDED.get(piece.lower(), piece)
        pieces.append(piece)
    return "".join(pieces)


def _with_folds(piece: str) -> str:
    members = _MEMBER.findall(piece.removeprefix("[").removeprefix("^")[:-1])
    ranges = [(low, high) for low, dash, high in zip(members, members[1:], members[2:], strict=False) if dash == "-"]
    named = [letter for letter in "sSkK" if letter in members or any(len(low) == len(high) == 1 and low <= letter <= high for low, high in ranges)]
    extra = "".join(FOLDED["sk".index(letter)] for letter in dict.fromkeys(map(str.lower, named)))
    if piece.endswith("-]") and not piece.endswith("\\-]"):
        return f"{piece[:-2]}{extra}-]"
    return f"{piece[:-1]}{extra}]"


_FOLDED = {"s": "[s\u017f]", "k": "[k\u212a]"}
_ESCAPE_OR_SET = re.compile(rf"\\[\s\S]|{_SET}")
_SCOPED_FLAGS = re.compile(r"\(\?([a-z]*)(?:-[a-z]+)?:")
_FOLDABLE = re.compile(rf"\(\?P=\w+\)|{_SET}|\\p\{{\^?\w+\}}|\\[\s\S]|\((?:\?(?:P?<\w+>|<[=!]|[=!>#]|[a-z]*(?:-[a-z]+)?:))?|[\s\S]")
_BACK_REFERENCE = re.compile(r"(?<!\\)(?:\\\\)*\\[1-9]|\(\?\(|\(\?P[<=]")
_LEADING_FLAGS = re.compile(r"\(\?([imsx]+)\)")


class Pattern:
    """A rule's regex, ready to be compiled alone or as a branch of its state's.

    A rule sees the text as if it began where the scanner stands: Rouge's StringScanner is not fixed-anchored. What could
    look further back (`looks_back`) must therefore be matched on a slice, which costs a copy.
    """

    __slots__ = ("alone", "at_line_start", "extended", "looks_back", "source")

    def __init__(self, ruby: str, folds: bool = False) -> None:
        """Take Ruby's source, whose flags may stand before it as `(?imsx)` (`s` for Ruby's /m); `folds` is for texts with `FOLDED`."""
        flags = _LEADING_FLAGS.match(ruby)
        source = ruby[flags.end() :] if flags else ruby
        if folds:
            source = spell_out_folds(source, flags is not None and "i" in flags[1])
        # Rouge tests "at the start of a line" for the whole rule when its source begins with ^, even in `^a|b`.
        self.at_line_start = source.startswith("^")
        source = _without_leading_anchors(source)
        extended = flags is not None and "x" in flags[1]
        self.looks_back = _MAY_LOOK_BACK.search(source) is not None and (extended or _looks_back(source))
        self.alone = self.looks_back or _BACK_REFERENCE.search(source) is not None
        source = translate(source)
        if flags:
            source = f"(?{flags[1]}:{source}\n)" if extended else f"(?{flags[1]}:{source})"
        self.extended = extended
        self.source = f"^(?:{source})" if self.at_line_start and not self.looks_back else source


    def count_groups(self) -> int:
        """Return how many groups capture."""
        if self.extended:  # comments may hold parentheses
            return re.compile(self.source, FLAGS).groups
        plain = _ESCAPE_OR_SET.sub("x", self.source)
        return plain.count("(") - plain.count("(?")


_NEGATIVE_LOOK_BEHIND = re.compile(r"\(\?<!(?:[^()\[\]\\]|\\.|\[[^\]\\]*\])*\)")


def _without_leading_anchors(source: str) -> str:
    """Replace what looks back at the very start by what it comes to at the start of a text."""
    while behind := _NEGATIVE_LOOK_BEHIND.match(source):
        source = source[behind.end() :]
    if source.startswith(r"\A"):
        source = source[2:]
    if source.startswith(r"\b"):
        return r"(?u:(?=\w))" + source[2:]
    return source


_MAY_LOOK_BACK = re.compile(
    r"""\(\?<[=!] | \\A | \\B
      | (?:[(|:=!]|[?*][?+]?|,\}|\{0,\d*\})\)*\\b   # \b where nothing may have been consumed before it
      | .\^""",
    re.VERBOSE | re.DOTALL,
)
_ATOM = re.compile(rf"{_SET}|\\p\{{\^?\w+\}}|\\[\s\S]|\((?:\?(?:P?<\w+>|<[=!]|[=!>#]|[a-z-]*:))?|[\s\S]")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")


def _looks_back(source: str) -> bool:
    """Whether some part of a regex may look at what stands before the place where the match begins."""
    return _scan_alternatives(source, 0, False)[1]


def _scan_alternatives(source: str, position: int, consumed: bool) -> tuple[int, bool, bool]:
    """Walk alternatives up to their closing parenthesis: (end, whether one looks back, whether all consume)."""
    every, branch = True, consumed
    while position < len(source):
        atom = _ATOM.match(source, position)
        assert atom is not None
        piece, position = atom[0], atom.end()
        if piece == ")":
            break
        if piece == "|":
            every, branch = every and branch, consumed
            continue
        if piece in (r"\b", r"\B", r"\A", "^"):
            if not branch and not (piece == "^" and atom.start() == 0):
                return position, True, branch
            continue
        consumes = piece != "$" and piece not in (r"\z", r"\Z")
        if piece.startswith("(") and piece != "(?#":
            if piece in ("(?<=", "(?<!"):
                return position, True, branch
            position, back, consumes = _scan_alternatives(source, position, branch)
            if back:
                return position, True, branch
            consumes = consumes and piece not in ("(?=", "(?!")
        quantifier = _QUANTIFIER.match(source, position)
        if quantifier:
            position = quantifier.end()
            consumes = consumes and not quantifier[0].startswith(("?", "*", "{0", "{,"))
        branch = branch or consumes
    return position, False, every and branch
