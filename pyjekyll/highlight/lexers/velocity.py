"""Velocity's templates."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Rules, include, rule
from pyjekyll.highlight.lexers._template import TemplateLexer, parent
from pyjekyll.highlight.regex import quoted

_NAME = r"[a-zA-Z\u017f\u212a_]\w*"


class Velocity(TemplateLexer):
    """Lex Velocity's templates; outside its marks a brace is an error."""

    tag = "velocity"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("[^{#$]+", parent),
            rule(r"(?s)#\*.*?\*#", t.COMMENT_MULTILINE),
            rule("##.*?$", t.COMMENT_SINGLE),
            rule(
                rf"(#\{{?)({_NAME})(\}}?)(\s?\()",
                (t.PUNCTUATION, t.NAME_FUNCTION, t.PUNCTUATION, t.PUNCTUATION),
                "directive",
            ),
            rule(rf"(#\{{?)({_NAME})(\}}|\b)", (t.PUNCTUATION, t.NAME_FUNCTION, t.PUNCTUATION)),
            rule(r"\$\{?", t.PUNCTUATION, "variable"),
        ],
        "variable": [
            rule(_NAME, t.NAME_VARIABLE),
            rule(r"\(", t.PUNCTUATION, "parameters"),
            rule(rf"(\.)({_NAME})", (t.PUNCTUATION, t.NAME_VARIABLE)),
            rule(r"\}", t.PUNCTUATION, "#pop"),
            rule("", None, "#pop"),
        ],
        "directive": [
            rule(r"&&|\|\||==?|!=?|[-<>+*%&|^/]|(?:eq|ne|gt|lt|ge|le|not|in)\b", t.OPERATOR),
            rule(r"\[", t.OPERATOR, "range"),
            rule(rf"{_NAME}\b", t.NAME_FUNCTION),
            include("parameters"),
        ],
        "range": [rule(r"\.\.", t.OPERATOR), include("parameters")],
        "parameters": [
            rule(r"\$\{?", t.PUNCTUATION, "variable"),
            rule(r"\s+", t.TEXT),
            rule(",", t.PUNCTUATION),
            rule(quoted('"'), t.STR_DOUBLE),
            rule(quoted("'"), t.STR_SINGLE),
            rule("0[xX][0-9a-fA-F]+[Ll]?", t.NUM_HEX),
            rule(r"[0-9]+\b", t.NUM_INTEGER),
            rule(r"(?:true|false|null)\b", t.KEYWORD_CONSTANT),
            rule(r"[(\[]", t.PUNCTUATION, "#push"),
            rule(r"[)\]}]", t.PUNCTUATION, "#pop"),
        ],
    }
