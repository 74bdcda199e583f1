"""Ceylon."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, include, rule
from pyjekyll.highlight.regex import quoted

# Where Rouge breaks a list of words, the break and the ten spaces after it are part of the next one.
_BREAK = "\n          "
_ANNOTATIONS = f"""shared|abstract|formal|default|actual|variable|deprecated|small|{_BREAK}late|literal|doc|by|see|throws|optional\
|license|tagged|final|native|{_BREAK}annotation|sealed"""
_KEYWORDS = f"""break|case|catch|continue|else|finally|for|in|{_BREAK}if|return|switch|this|throw|try|while|is|exists|dynamic\
|{_BREAK}nonempty|then|outer|assert|let"""
_GROUPED = r"\d{1,3}(?:_\d{3})+"
_MAGNITUDE = "[kMGTPmunpf]?"


class Ceylon(RegexLexer):
    """Lex Ceylon. Of a block comment only the opener is one."""

    tag = "ceylon"
    states: ClassVar[dict[str, Rules]] = {
        "blanks": [
            rule(r"[^\S\n]+", t.TEXT),
            rule(r"//.*\n", t.COMMENT_SINGLE),
            rule(r"/\*", t.COMMENT_MULTILINE),
        ],
        "root": [
            include("blanks"),
            rule(rf"(?:{_ANNOTATIONS})\b", t.NAME_DECORATOR),
            rule(rf"(?:{_KEYWORDS})\b", t.KEYWORD),
            rule(r"(?:abstracts|extends|satisfies|super|given|of|out|assign)\b", t.KEYWORD_DECLARATION),
            rule(r"(?:function|value|void|new)\b", t.KEYWORD_TYPE),
            rule(r"(assembly|module|package)(\s+)", (t.KEYWORD_NAMESPACE, t.TEXT), "import"),
            rule(r"(?:true|false|null)\b", t.KEYWORD_CONSTANT),
            rule(r"(class|interface|object|alias)(\s+)", (t.KEYWORD_DECLARATION, t.TEXT), "class"),
            rule(r"(import)(\s+)", (t.KEYWORD_NAMESPACE, t.TEXT), "import"),
            rule(quoted('"'), t.STR),
            rule(r"'\\.'|'[^\\]'|'\\\{#[0-9a-fA-F]{4}\}'", t.STR_CHAR),
            rule(r"(\.)([a-z_]\w*)", (t.OPERATOR, t.NAME_ATTRIBUTE)),
            rule(r"[a-zA-Z_]\w*:", t.NAME_LABEL),
            rule(r"(?:\\I[a-z]|[A-Z])\w*", t.NAME_DECORATOR),
            rule(r"[a-zA-Z_]\w*", t.NAME),
            rule(r"[~^*!%&\[\](){}<>|+=:;,./?`-]", t.OPERATOR),
            rule(rf"{_GROUPED}\.{_GROUPED}{_MAGNITUDE}", t.NUM_FLOAT),
            rule(rf"{_GROUPED}\.[0-9]+(?:[eE][+-]?[0-9]+)?{_MAGNITUDE}", t.NUM_FLOAT),
            rule(rf"[0-9]+\.{_GROUPED}{_MAGNITUDE}", t.NUM_FLOAT),
            rule(rf"[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?{_MAGNITUDE}", t.NUM_FLOAT),
            rule(r"#(?:\h{4}(?:_\h{4})+|\h+)", t.NUM_HEX),
            rule(r"\$(?:[01]{4}(?:_[01]{4})+|[01]+)", t.NUM_BIN),
            rule(rf"(?:{_GROUPED}|[0-9]+)[kMGTP]?", t.NUM_INTEGER),
            rule(r"\n", t.TEXT),
        ],
        "class": [include("blanks"), rule(r"[A-Za-z_]\w*", t.NAME_CLASS, "#pop")],
        "import": [rule(r"[a-z][\w.]*", t.NAME_NAMESPACE, "#pop"), rule(quoted('"'), t.STR, "#pop")],
    }
