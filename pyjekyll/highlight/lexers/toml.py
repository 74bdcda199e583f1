"""TOML."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, include, rule

_KEY = r"""(?:\S+|"[^"]+"|'[^']+')"""
_DIGITS = r"\d+(?:_\d+)*"


class Toml(RegexLexer):
    """Lex TOML."""

    tag = "toml"
    states: ClassVar[dict[str, Rules]] = {
        "root": [include("basics"), rule(rf"({_KEY})(\s*)(=)", (t.NAME_PROPERTY, t.TEXT, t.PUNCTUATION), "value of line")],
        "basics": [
            rule(r"\s+", t.TEXT),
            rule("#.*?$", t.COMMENT),
            rule("true|false", t.KEYWORD_CONSTANT),
            rule(
                rf"({_KEY})(\s*)(=)(\s*)(\{{)",
                (t.NAME_NAMESPACE, t.TEXT, t.OPERATOR, t.TEXT, t.PUNCTUATION),
                "table",
            ),
            rule(r"\s*\[\S+\]", t.NAME_NAMESPACE),
            rule(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", t.LITERAL_DATE),
            rule(rf"[+-]?{_DIGITS}\.{_DIGITS}(?:[eE][+-]?{_DIGITS})?", t.NUM_FLOAT),
            rule(rf"[+-]?{_DIGITS}[eE][+-]?{_DIGITS}|[+-]?(?:nan|inf)", t.NUM_FLOAT),
            rule(r"0x\h+(?:_\h+)*", t.NUM_HEX),
            rule("0o[0-7]+(?:_[0-7]+)*", t.NUM_OCT),
            rule("0b[01]+(?:_[01]+)*", t.NUM_BIN),
            rule(f"[+-]?{_DIGITS}", t.NUM_INTEGER),
        ],
        "value of line": [rule(r"\n", t.TEXT, "#pop"), include("value")],
        "value": [
            include("basics"),
            rule(rf"({_KEY})(\s*)(=)", (t.NAME_PROPERTY, t.TEXT, t.PUNCTUATION)),
            rule('"""', t.STR, "long double quotes"),
            rule('"', t.STR, "double quotes"),
            rule("'''", t.STR, "long single quotes"),
            rule("'", t.STR, "single quotes"),
            include("escape"),
            rule(",", t.PUNCTUATION),
            rule(r"\[", t.PUNCTUATION, "array"),
        ],
        "array": [include("value"), rule(r"\]", t.PUNCTUATION, "#pop")],
        "table": [include("value"), rule(r"\}", t.PUNCTUATION, "#pop")],
        "double quotes": [
            rule('"', t.STR, "#pop"),
            rule(r"\n", t.ERROR, "#pop"),
            include("escape"),
            rule(r'[^\\"\n]+', t.STR),
        ],
        "long double quotes": [rule('"""', t.STR, "#pop"), include("escape"), rule(r'[^\\"]+|"+', t.STR)],
        "single quotes": [rule("'", t.STR, "#pop"), rule(r"\n", t.ERROR, "#pop"), rule(r"[^'\n]+", t.STR)],
        "long single quotes": [rule("'''", t.STR, "#pop"), rule("[^']+|'+", t.STR)],
        "escape": [rule(r'\\[0t\tn\n "\\r]', t.STR_ESCAPE)],
    }
