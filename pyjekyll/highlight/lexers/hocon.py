"""HOCON, the JSON of configurations."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Rules, include, rule
from pyjekyll.highlight.lexers.json import Json

_INTERPOLATION = rule(r"\$\{\??", t.STR_INTERPOL, "interpolation")


class Hocon(Json):
    """Lex HOCON."""

    tag = "hocon"
    states: ClassVar[dict[str, Rules]] = {
        **Json.states,
        "root": [include("comments"), *Json.states["root"]],
        "object": [rule(r"(?:include|url|file|classpath)\b", t.KEYWORD), *Json.states["object"]],
        "comments": [rule("(?://|#).*?$", t.COMMENT_SINGLE)],
        "key": [
            rule(r'("[^\n]*?"|[-\w.]+)(\s*)([:=]|(?=\{))', (t.NAME_LABEL, t.WHITESPACE, t.PUNCTUATION)),
        ],
        "value": [
            include("comments"),
            rule(r"\d+\.\d(?:\.?\d){2,}\.?", t.LITERAL),  # an address, but also a number with three decimals
            _INTERPOLATION,
            rule('"""', t.STR_DOUBLE, "long string"),
            *Json.states["value"],
            rule("[()=]", t.PUNCTUATION),
            rule(r'[^$"{}\[\]:=,+#`^?!@*&]', t.LITERAL),
        ],
        "interpolation": [rule(r"[\w.-]+", t.NAME_VARIABLE), rule(r"\}", t.STR_INTERPOL, "#pop")],
        "string": [_INTERPOLATION, rule(r'[^\\"${]+', t.STR_DOUBLE), *Json.states["string"]],
        # One quote before another or at the end closes it, as does the first of the three that should.
        "long string": [rule('"[^"]{1,2}', t.STR_DOUBLE), include("string")],
    }
