"""Style sheets."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule
from pyjekyll.highlight.lexers._css_words import COLOURS, PROPERTIES, VALUES, VENDOR_PREFIXES
from pyjekyll.highlight.regex import quoted

_NAME = r"[\p{L}_-][\p{Word}\p{Cf}-]*"
_NUMBER = r"-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
_UNIT = r"(?:%|(?:em|px|pt|pc|in|mm|cm|ex|rem|ch|vw|vh|vmin|vmax|dpi|dpcm|dppx|deg|grad|rad|turn|s|ms|Hz|kHz)\b)"


_STRINGS: Rules = [
    # Rouge has the two kinds of quotes the other way round.
    rule(quoted('"'), t.STR_SINGLE),
    rule(quoted("'"), t.STR_DOUBLE),
]


def _property(lexer: Css, hit: Hit) -> None:
    known = hit[1] in PROPERTIES or hit[1].startswith(VENDOR_PREFIXES)
    lexer.groups(hit, t.NAME_LABEL if known else t.NAME_PROPERTY, t.TEXT, t.PUNCTUATION)


def _word(lexer: Css, hit: Hit) -> None:
    lexer.emit(t.NAME_CONSTANT if hit[0] in COLOURS else t.NAME_BUILTIN if hit[0] in VALUES else t.NAME, hit[0])


class Css(RegexLexer):
    """Lex CSS."""

    tag = "css"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            rule(r"\{", t.PUNCTUATION, "declarations"),
            rule(f"::?{_NAME}", t.NAME_DECORATOR),
            rule(rf"\.{_NAME}", t.NAME_CLASS),
            rule(f"#{_NAME}", t.NAME_FUNCTION),
            rule(f"@{_NAME}", t.KEYWORD, "at-rule"),
            rule(_NAME, t.NAME_TAG),
            rule(r"[~^*!%&\[\]()<>|+=@:;,./?-]", t.OPERATOR),
            *_STRINGS,
        ],
        "blanks": [rule(r"\s+", t.TEXT), rule(r"(?s)/\*.*?\*/", t.COMMENT)],
        "declarations": [
            include("blanks"),
            rule(r"\}", t.PUNCTUATION, "#pop"),
            rule(rf"({_NAME})(\s*)(:)", _property, "property value"),
        ],
        "property value": [
            rule(";", t.PUNCTUATION, "#pop"),
            rule(r"(?=\})", t.TEXT, "#pop"),
            rule(r"!\s*important\b", t.COMMENT_PREPROC),
            rule("^@.*?$", t.COMMENT_PREPROC),
            include("value"),
        ],
        "value": [
            include("blanks"),
            rule(r"url\(.*?\)", t.STR_OTHER),
            rule("(?i)#[0-9a-f]{1,6}", t.NUM),
            rule(f"{_NUMBER}{_UNIT}?", t.NUM),
            rule(r"[\[\]():/.,]", t.PUNCTUATION),
            *_STRINGS,
            rule(_NAME, _word),
        ],
        "at-rule": [
            rule(rf"\{{(?=\s*{_NAME}\s*:)", t.PUNCTUATION, "at-rule's declarations"),
            rule(r"\{", t.PUNCTUATION, "at-rule's rules"),
            rule(";", t.PUNCTUATION, "#pop"),
            include("value"),
        ],
        "at-rule's rules": [rule(r"\}", t.PUNCTUATION, "#pop:2"), include("root")],
        "at-rule's declarations": [rule(r"\}", t.PUNCTUATION, "#pop:2"), include("declarations")],
    }
