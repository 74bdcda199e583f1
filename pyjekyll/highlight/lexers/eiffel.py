"""Eiffel."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, rule

_KEYWORDS = any_of("""
    across agent alias all and attached as assign attribute check class convert create debug deferred detachable do else
    elseif end ensure expanded export external feature from frozen if implies inherit inspect invariant like local loop not
    note obsolete old once or Precursor redefine rename require rescue retry select separate some then undefine until variant
    Void when xor
""")
_HEX = r"0[xX]\h(?:_*\h)*"
_OCTAL = "0[cC][0-7](?:_*[0-7])*"
_BINARY = "0[bB][01](?:_*[01])*"
_DIGITS = r"\d(?:_*\d)*"
_ESCAPE = rf"""%(?:[A-DFHLNQR-V%'"()<>]|/(?:{_HEX}|{_OCTAL}|{_BINARY}|{_DIGITS})/)"""


def _verbatim(closer: str) -> Rules:
    """Return the rules for a text of several lines, which its bracket and a quote end."""
    return [rule(f'{closer}"', t.STR_OTHER, "#pop"), rule(rf'[^"%\b\f\v]|{_ESCAPE}', t.STR_OTHER)]


class Eiffel(RegexLexer):
    """Lex Eiffel."""

    tag = "eiffel"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r'"\[', t.STR_OTHER, "aligned text"),
            rule(r'"\{', t.STR_OTHER, "text"),
            rule(rf'"(?:[^"%\b\f\n\r\v]|{_ESCAPE})*"', t.STR_DOUBLE),
            rule("--.*", t.COMMENT_SINGLE),
            rule(rf"'(?:[^%\b\f\n\r\t\v]|{_ESCAPE})'", t.STR_CHAR),
            rule(rf"{_KEYWORDS}\b", t.KEYWORD),
            rule(r"(?:Current|Result)\b", t.KEYWORD_VARIABLE),
            rule(r"(?:True|False)\b", t.KEYWORD_CONSTANT),
            rule(rf"{_HEX}b", t.NUM_HEX),  # the letter b: a word's end was meant
            rule(rf"{_OCTAL}\b", t.NUM_OCT),
            rule(rf"{_BINARY}\b", t.NUM_BIN),
            rule(_DIGITS, t.NUM_INTEGER),
            rule(rf"\.(?:(?:{_DIGITS})?[eE][+-]?)?{_DIGITS}", t.NUM_FLOAT),
            rule(r":=|<<|>>|\(\||\|\)|->|[.{}\[\];(),:?]", t.PUNCTUATION_INDICATOR),
            rule(r"\\\\|\|\.\.\||/[~/]?|[><]=?|[-+*^=~]", t.OPERATOR),
            rule(r"[A-Z][\dA-Z_]*", t.NAME_CLASS),
            rule("[A-Za-z][0-9A-Za-z_]*", t.NAME),
            rule(r"\s+", t.TEXT),
        ],
        "aligned text": _verbatim(r"\]"),
        "text": _verbatim(r"\}"),
    }
