"""Nix expressions."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, include, rule

_SECTION = "/[a-zA-Z0-9._-]+"
_RELATIVE = f"[a-zA-Z0-9._-]+(?:{_SECTION})+"
_RESERVED = "rec|assert|map|abort|baseNameOf|builtins|derivation|fetchTarball|import|isNull|removeAttrs|throw|toString"


class Nix(RegexLexer):
    """Lex Nix expressions. An end of a line inside a string or a long comment is an error, as in Rouge."""

    tag = "nix"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("#.*$", t.COMMENT),
            rule(r"/\*", t.COMMENT, "comment"),
            rule("true|false|null", t.KEYWORD_CONSTANT),
            rule("[0-9]", t.NUM_INTEGER),
            rule(rf"~?(?:{_SECTION})+|{_RELATIVE}|[a-z+]+:///?{_RELATIVE}", t.STR_OTHER),
            rule('"', t.STR_DOUBLE, "quotes"),
            rule("''", t.STR_DOUBLE, "indented string"),
            rule(r"(?:with|in|inherit)\b", t.KEYWORD_NAMESPACE),
            rule(r"let\b", t.KEYWORD_DECLARATION),
            rule(r"(?:if|then|else)\b", t.KEYWORD),
            rule(rf"(?:{_RESERVED})\b", t.KEYWORD_RESERVED),
            rule(r"//|[.?+!/*<>-]|&&|\|\||[=@]", t.OPERATOR),
            rule(r"[$;,:]", t.PUNCTUATION),
            rule("[a-zA-Z_][a-zA-Z0-9-]*", t.NAME_VARIABLE),
            rule(r"\(", t.PUNCTUATION, "parentheses"),
            rule(r"\{", t.PUNCTUATION, "braces"),
            rule(r"\[", t.PUNCTUATION, "list"),
        ],
        "comment": [rule(r"\*/", t.COMMENT, "#pop"), rule(".", t.COMMENT)],
        "interpolation": [rule(r"\$\{", t.STR_INTERPOL, "interpolated")],
        "interpolated": [include("root"), rule(r"\}", t.STR_INTERPOL, "#pop")],
        "quotes": [
            rule(r"\\.|\$\$", t.STR_ESCAPE),
            include("interpolation"),
            rule('"', t.STR_DOUBLE, "#pop"),
            rule(".", t.STR_DOUBLE),
        ],
        "indented string": [
            rule(r"''(?:['$]|\\.)|\$\$", t.STR_ESCAPE),
            include("interpolation"),
            rule("''", t.STR_DOUBLE, "#pop"),
            rule(".", t.STR_DOUBLE),
        ],
        "parentheses": [include("root"), rule(r"\)", t.PUNCTUATION, "#pop")],
        "braces": [rule(r"\}", t.PUNCTUATION, "#pop"), include("root")],
        "list": [rule(r"\]", t.PUNCTUATION, "#pop"), include("root")],
    }
