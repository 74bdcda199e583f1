"""BibTeX."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule

_SIGNS = r"@!$&.\\:;<>?\[\]^`|~*/+-"
_NAME = rf"[a-zA-Z\u017f\u212a_{_SIGNS}][\w{_SIGNS}]*"
# What stands between the braces of the entries that are no publications.
_INNER = {"preamble": "value", "string": "field"}


def _entry(lexer: BibTeX, hit: Hit) -> None:
    kind = hit[1].lower()
    if kind == "comment":
        lexer.emit(t.COMMENT, hit[0])
        return
    lexer.emit(t.NAME_CLASS, hit[0])
    for state in ("closing brace", _INNER.get(kind, "key"), "opening brace"):
        lexer.push(state)


class BibTeX(RegexLexer):
    """Lex BibTeX. What is outside entries is a comment."""

    tag = "bibtex"
    states: ClassVar[dict[str, Rules]] = {
        "root": [include("blanks"), rule(f"@({_NAME})", _entry), rule(".+", t.COMMENT)],
        "blanks": [rule(r"\s+", t.TEXT)],
        "opening brace": [include("blanks"), rule("[{(]", t.PUNCTUATION, "#pop")],
        "closing brace": [include("blanks"), rule("[})]", t.PUNCTUATION, "#pop")],
        "key": [include("blanks"), rule(r"[^\s,}]+", t.NAME_LABEL, "#goto:fields")],
        "fields": [include("blanks"), rule(",", t.PUNCTUATION, "field"), rule("", None, "#pop")],
        "field": [
            include("blanks"),
            rule(_NAME, t.NAME_ATTRIBUTE, ("value", "equals")),
            rule("", None, "#pop"),
        ],
        "equals": [include("blanks"), rule("=", t.PUNCTUATION, "#pop")],
        "value": [
            include("blanks"),
            rule(_NAME, t.NAME_VARIABLE),
            rule('"', t.STR, "quotes"),
            rule(r"\{", t.STR, "braces"),
            rule(r"\d+", t.NUM),
            rule("#", t.PUNCTUATION),
            rule("", None, "#pop"),
        ],
        "quotes": [rule(r"\{", t.STR, "braces"), rule('"', t.STR, "#pop"), rule(r'[^{"]+', t.STR)],
        "braces": [rule(r"\{", t.STR, "#push"), rule(r"\}", t.STR, "#pop"), rule("[^{}]+", t.STR)],
    }
