"""Tulip."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, include, rule

_NAME = r"[a-zA-Z\u017f\u212a][\w-]*"  # with what Ruby folds to one of the letters


class Tulip(RegexLexer):
    """Lex Tulip."""

    tag = "tulip"
    states: ClassVar[dict[str, Rules]] = {
        "blanks": [rule(r"\s+", t.TEXT), rule("#.*", t.COMMENT)],
        "root": [
            include("blanks"),
            rule(f"@{_NAME}", t.KEYWORD),
            rule(rf"(\\{_NAME})(\{{)", (t.NAME_FUNCTION, t.STR), "braces"),
            rule(rf"(\+{_NAME})(\{{)", (t.NAME_DECORATOR, t.STR), "braces"),
            rule(rf"\\{_NAME}", t.NAME_FUNCTION),
            rule(rf"\+{_NAME}", t.NAME_DECORATOR),
            rule(r'"\{', t.STR, "interpolated"),
            rule('"', t.STR, "string"),
            rule(r"'\{", t.STR, "braces"),
            rule(f"'{_NAME}", t.STR),
            rule(rf"\.{_NAME}", t.NAME_TAG),
            rule(rf"\$(?:{_NAME})?", t.NAME_VARIABLE),
            rule(f"-{_NAME}:?", t.NAME_LABEL),
            rule(f"%{_NAME}", t.NAME_FUNCTION),
            rule(f"`{_NAME}", t.OPERATOR_WORD),
            rule(r"[?~%._>,!\[\]:{}()=;/-]", t.PUNCTUATION),
            rule(r"[0-9]+(?:\.[0-9]+)?", t.NUM),
            rule(_NAME, t.NAME),
            rule("<", t.COMMENT_PREPROC, "angle brackets"),
        ],
        "string": [
            rule(r'[^\\"]+', t.STR),
            rule('"', t.STR, "#pop"),
            rule(r"\\.", t.STR_ESCAPE),
        ],
        "interpolated": [
            rule(r"\$\(", t.STR_INTERPOL, "interpolation"),
            rule(r"\{", t.STR, "#push"),
            rule(r"\}", t.STR, "#pop"),
            rule(r"[^{}$]+|\$", t.STR),
        ],
        "interpolation": [rule(r"\)", t.STR_INTERPOL, "#pop"), include("parentheses")],
        "parentheses": [
            rule(r"\(", t.PUNCTUATION, "parentheses"),
            rule(r"\)", t.PUNCTUATION, "#pop"),
            include("root"),
        ],
        "braces": [
            rule(r"\\.", t.STR_ESCAPE),
            rule(r"\{", t.STR, "#push"),
            rule(r"\}", t.STR, "#pop"),
            rule(r"[^{}\\]+", t.STR),
        ],
        "angle brackets": [
            include("blanks"),
            rule(">", t.COMMENT_PREPROC, "#pop"),
            rule("[*:]", t.PUNCTUATION),
            rule(r"[A-Z][\w-]*", t.KEYWORD_TYPE),
            rule(_NAME, t.NAME_VARIABLE),
        ],
    }
