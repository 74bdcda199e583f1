"""Augeas's lenses."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_RESERVED = words("""
    _ after autoload clear counter del excl get in incl insa insb key label lens_atype lens_ctype lens_format_atype lens_ktype
    lens_vtype let module print_endline print_regexp print_string print_tree put regexp_match seq set store test transform
    value
""")


def _word(lexer: Augeas, hit: Hit) -> None:
    word = hit[0]
    if word in _RESERVED:
        lexer.emit(t.KEYWORD_RESERVED, word)
    else:
        lexer.emit(t.KEYWORD_NAMESPACE if "A" <= word[0] <= "Z" else t.NAME, word)
    if word == "module":
        lexer.push("module")


class Augeas(RegexLexer):
    """Lex Augeas's lenses."""

    tag = "augeas"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(r"\(\*", t.COMMENT_MULTILINE, "comment"),
            rule(r"(:)(\w+)", (t.PUNCTUATION, t.KEYWORD_TYPE)),
            rule(r"\w[\w']*", _word),
            rule('"', t.STR, "string"),
            rule("/", t.STR, "regexp"),
            rule("[-*+.=?|]+", t.OPERATOR),
            rule(r"[\[\](){}:;]", t.PUNCTUATION),
        ],
        "comment": [
            rule(r"\*\)", t.COMMENT_MULTILINE, "#pop"),
            rule(r"\(\*", t.COMMENT_MULTILINE, "#push"),
            rule("[^*)]+|[*)]", t.COMMENT_MULTILINE),  # what opens another is seen right after a star or parenthesis only
        ],
        "module": [rule(r"\s+", t.TEXT), rule("[A-Z][a-zA-Z0-9_.]*", t.NAME_NAMESPACE, "#pop")],
        "regexp": [rule("/", t.STR_REGEX, "#pop"), rule(r"[^\\/]+|\\[\\/]?", t.STR_REGEX)],
        "string": [
            rule('"', t.STR, "#pop"),
            rule(r"\\", t.STR_ESCAPE, "escape"),
            rule(r'[^\\"]+', t.STR),
        ],
        "escape": [
            rule(r"""[abfnrtv"'&\\]|\^[\[\]A-Z@^_]|[oO][0-7]+|[xX][\da-fA-F]+|\d+|\s+""", t.STR_ESCAPE, "#pop"),
            rule(".", t.STR, "#pop"),
        ],
    }
