"""Scripts of the stream editor sed."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule

# Up to the delimiter that is group 2 and after no backslash; if there are too few such, the last two count. (Rouge's own
# regexes take exponential time here.)
_PIECE = r"((?>(?:(?!\2)(?:\\.|.))*))"
_TWO_PIECES = rf"{_PIECE}(\2)(?:{_PIECE}|(.*))(\2)"
_LAST_PIECES = r"(.*)(\2)((?:(?!\2).)*)(\2)"


class _Regex(RegexLexer):
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\\.", t.STR_ESCAPE),
            rule(r"\[", t.PUNCTUATION, "brackets"),
            rule("[$^.*]", t.OPERATOR),
            rule("[()]", t.PUNCTUATION),
            rule(".", t.STR_REGEX),
        ],
        "brackets": [rule(r"\^", t.PUNCTUATION, "#goto:set"), rule("", None, "#goto:set")],
        "set": [rule(".-.", t.NAME_VARIABLE), rule(r"\]", t.PUNCTUATION, "#pop"), rule(".", t.STR_REGEX)],
    }


class _Replacement(RegexLexer):
    states: ClassVar[dict[str, Rules]] = {
        "root": [rule(r"(?s)\\.", t.STR_ESCAPE), rule("&", t.OPERATOR), rule(r"[^\\&]+", t.TEXT)],
    }


def _emit_pieces(lexer: Sed, hit: Hit, first: RegexLexer, groups: tuple[int, ...]) -> None:
    before, delimiter, after, last = groups
    lexer.emit(t.KEYWORD, hit[1])
    lexer.emit(t.PUNCTUATION, hit[2])
    lexer.delegate(first, hit[before])
    lexer.emit(t.PUNCTUATION, hit[delimiter])
    lexer.delegate(lexer.replacement, hit[after] or "")
    lexer.emit(t.PUNCTUATION, hit[last])


def _substitution(lexer: Sed, hit: Hit) -> None:
    _emit_pieces(lexer, hit, lexer.regex, _groups(hit))


def _transliteration(lexer: Sed, hit: Hit) -> None:
    _emit_pieces(lexer, hit, lexer.replacement, _groups(hit))


def _groups(hit: Hit) -> tuple[int, ...]:
    """Return which groups hold the pieces and the delimiters after them."""
    if hit[11] is not None:
        return (8, 9, 10, 11)
    return (3, 4, 5 if hit[5] is not None else 6, 7)


def _address(lexer: Sed, hit: Hit) -> None:
    lexer.emit(t.KEYWORD_NAMESPACE, hit[1] + hit[2])
    lexer.delegate(lexer.regex, hit[3])
    lexer.emit(t.KEYWORD_NAMESPACE, hit[4])


def _write_flag(lexer: Sed, hit: Hit) -> None:
    # Rouge prints the whole three times here.
    for token in (t.KEYWORD, t.TEXT, t.NAME):
        lexer.emit(token, hit[0])


class Sed(RegexLexer):
    """Lex sed's scripts."""

    tag = "sed"
    stand_ins = False  # the text is not always what comes out
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            rule(r"\d+|[$,~+!]", t.KEYWORD_NAMESPACE),
            rule(r"(/)()((?>(?:(?!/)(?:\\.|.))*)|.*)(/)", _address),
            rule(r"(\\)(.)((?>(?:(?!\2)(?:\\.|.))*)|.*)(\2)", _address),
            rule("", None, "command"),
        ],
        "blanks": [rule(r"\s+", t.TEXT), rule(r"#.*?\n", t.COMMENT, "#reset"), rule(";", t.PUNCTUATION, "#reset")],
        "command": [
            include("blanks"),
            rule(rf"(?s)(s)(.)(?:{_TWO_PIECES}|{_LAST_PIECES})", _substitution, "#goto:flags"),
            rule(rf"(?s)(y)(.)(?:{_TWO_PIECES}|{_LAST_PIECES})", _transliteration, "#pop"),
            rule(r"([aic])(\s*)", (t.KEYWORD, t.TEXT), "#goto:text"),
            rule("[pd]", t.KEYWORD),
            rule(r"(?i)([ql])(\s+)(\d+)", (t.KEYWORD, t.TEXT, t.NUM), "#pop"),
            rule("[={}DgGhHlnPqx]", t.KEYWORD, "#pop"),
            rule(r"([rRwW])(\s+)(\S+)", (t.KEYWORD, t.TEXT, t.NAME), "#pop"),
            rule(r"([:btT])(\s+)(\S+)", (t.KEYWORD, t.TEXT, t.NAME_LABEL), "#pop"),
        ],
        "text": [
            rule(r"[^\\\n]+", t.STR),
            rule(r"\\\n", t.STR_ESCAPE),
            rule(r"\\", t.STR),
            rule(r"\n", t.TEXT, "#pop"),
        ],
        "flags": [
            rule("[gp]+", t.KEYWORD, "#pop"),
            rule(r"[wW]\s+\S+", _write_flag),
            rule("", None, "#pop"),
        ],
    }

    def configure(self) -> None:
        """Make the lexers for what is between delimiters."""
        self.regex = _Regex(self.options)
        self.replacement = _Replacement(self.options)

    def start(self) -> None:
        self.regex.reset()
        self.replacement.reset()
