"""XPath."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rule, Rules, any_of, include, rule

UNPREFIXED = r"[a-zA-Z\u017f\u212a_][a-zA-Z0-9\u017f\u212a_.-]*"
PREFIXED = rf"{UNPREFIXED}(?::{UNPREFIXED})?"
NAME = rf"(?:Q\{{[^{{}}]*\}}{UNPREFIXED}|{PREFIXED})"
_OPEN = r"\((?!:)"
_STRING = r""""(?:""|[^"])*"|'(?:''|[^'])*'"""
_OPERATOR = r",|=>?|:=?|>[>=]?|<[<=]?|[-*+]|!=|//?|\|\|?"
_OPERATOR_WORD = rf"{any_of('and or eq ge gt le lt ne is div mod idiv intersect except union to')}\b"
_KEYWORD = rf"{any_of('let for some every if then else return in satisfies')}\b"
_KIND = any_of("""
    element attribute schema-element schema-attribute comment text node document-node namespace-node
""")
_AXIS = any_of("""
    child descendant attribute self descendant-or-self following-sibling following namespace parent ancestor preceding-sibling
    preceding ancestor-or-self
""")
_KEYWORDS_APART = (t.KEYWORD, t.WHITESPACE, t.KEYWORD)


def _opening(name: str, token: str, *moves: str) -> Rule:
    """Return the rule for a name and the parenthesis after it."""
    return rule(rf"({name})(\s*)({_OPEN})", (token, t.WHITESPACE, t.PUNCTUATION), moves)


class XPath(RegexLexer):
    """Lex XPath."""

    tag = "xpath"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            rule(r"\.[0-9]+|[0-9]+(?:\.[0-9]*)?[eE][+-]?[0-9]+|[0-9]+\.[0-9]*", t.NUM_FLOAT),
            rule("[0-9]+", t.NUM),
            rule(_STRING, t.STR),
            rule(r"\$", t.NAME_VARIABLE, "variable"),
            rule(_OPERATOR, t.OPERATOR),
            rule(_OPERATOR_WORD, t.OPERATOR_WORD),
            rule(_KEYWORD, t.KEYWORD),
            rule(r"[?,{}()\[\]]", t.PUNCTUATION),
            _opening("function", t.KEYWORD),
            rule("map|array|empty-sequence", t.KEYWORD),  # also where a longer name begins so
            _opening(_KIND, t.KEYWORD, "kind"),
            _opening("processing-instruction", t.KEYWORD, "instruction"),
            _opening(NAME, t.NAME_FUNCTION),
            rule(
                rf"({NAME})(\s*)(#)(\s*)(\d+)",
                (t.NAME_FUNCTION, t.WHITESPACE, t.NAME_FUNCTION, t.WHITESPACE, t.NAME_FUNCTION),
            ),
            rule(r"(castable|cast)(\s+)(as)", _KEYWORDS_APART, "single type"),
            rule(r"(treat)(\s+)(as)|(instance)(\s+)(of)", _KEYWORDS_APART * 2, "item type"),
            rule(r"as\b", t.KEYWORD, "item type"),
            rule(
                rf"({UNPREFIXED})(\s*)(:)(\s*)(\*)",
                (t.NAME_TAG, t.WHITESPACE, t.PUNCTUATION, t.WHITESPACE, t.OPERATOR),
            ),
            rule(rf"({_AXIS})(\s*)(::)", (t.KEYWORD, t.WHITESPACE, t.OPERATOR)),
            rule(r"\.\.?", t.OPERATOR),
            rule("@", t.NAME_ATTRIBUTE, "attribute"),
            rule(NAME, t.NAME_TAG),
        ],
        "blanks": [rule(r"\(:", t.COMMENT, "comment"), rule(r"\s+", t.WHITESPACE)],
        "comment": [
            rule(r":\)", t.COMMENT, "#pop"),
            rule(r"\(:", t.COMMENT, "#push"),
            rule("[^:(]+|[:(]", t.COMMENT),
        ],
        "single type": [include("blanks"), rule(NAME, t.KEYWORD_TYPE, "#pop")],
        "item type": [
            include("blanks"),
            _opening(_KIND, t.KEYWORD_TYPE, "#goto:occurrence", "kind"),
            _opening("processing-instruction", t.KEYWORD_TYPE, "#goto:occurrence", "instruction"),
            rule(
                rf"(item)(\s*)({_OPEN})(\s*)(\))",
                (t.KEYWORD_TYPE, t.WHITESPACE, t.PUNCTUATION, t.WHITESPACE, t.PUNCTUATION),
                "#goto:occurrence",
            ),
            _opening("function|array|map|empty-sequence", t.KEYWORD_TYPE),
            rule(r"(castable|cast)(\s+)(as)", _KEYWORDS_APART, "#goto:single type"),
            rule(r"(treat)(\s+)(as)|(instance)(\s+)(of)", _KEYWORDS_APART * 2),
            rule(r"as\b", t.KEYWORD),
            rule(_OPERATOR, t.OPERATOR, "#pop"),
            rule(_OPERATOR_WORD, t.OPERATOR_WORD, "#pop"),
            rule(_KEYWORD, t.KEYWORD, "#pop"),
            rule(r"[\[)]", t.PUNCTUATION, "#pop"),
            rule(NAME, t.KEYWORD_TYPE, "#goto:occurrence"),
        ],
        # What a test of an item's kind has in its parentheses.
        "kind": [
            include("blanks"),
            rule("[?*]", t.OPERATOR),
            rule(",", t.PUNCTUATION),
            _opening("element|schema-element", t.KEYWORD_TYPE, "#push"),
            rule(NAME, t.NAME_TAG),
            rule(r"\)", t.PUNCTUATION, "#pop"),
        ],
        "instruction": [
            include("blanks"),
            rule(UNPREFIXED, t.NAME),
            rule(_STRING, t.STR),
            rule(r"\)", t.PUNCTUATION, "#pop"),
        ],
        "occurrence": [include("blanks"), rule("[?*+]", t.OPERATOR, "#pop"), rule("", None, "#pop")],
        "variable": [
            include("blanks"),
            _opening(NAME, t.NAME_VARIABLE, "#pop"),
            rule(NAME, t.NAME_VARIABLE, "#pop"),
        ],
        "attribute": [
            include("blanks"),
            rule(NAME, t.NAME_ATTRIBUTE, "#pop"),
            rule(r"\*", t.OPERATOR, "#pop"),
        ],
    }
