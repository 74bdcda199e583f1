"""Protocol buffers."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, rule

_KEYWORDS = any_of("ctype default extensions import max oneof option optional packed repeated required returns rpc to")
_TYPES = any_of("""
    bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32 uint64
""")


def _name(token: str) -> Rules:
    return [rule(r"[a-zA-Z_]\w*", token, "#pop"), rule("", None, "#pop")]


class Protobuf(RegexLexer):
    """Lex protocol buffers' interface files."""

    tag = "protobuf"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(r"[,;{}\[\]()]", t.PUNCTUATION),
            rule(r"/(?:\\\n)?/(?:$|(?s:.)*?[^\\]$)", t.COMMENT_SINGLE),
            rule(r"/(?:\\\n)?\*(?s:.)*?\*(?:\\\n)?/", t.COMMENT_MULTILINE),
            rule(rf"{_KEYWORDS}\b", t.KEYWORD),
            rule(rf"{_TYPES}\b", t.KEYWORD_TYPE),
            rule("true|false", t.KEYWORD_CONSTANT),
            rule(r"(package)(\s+)", (t.KEYWORD_NAMESPACE, t.TEXT), "package"),
            rule(r"(message|extend)(\s+)", (t.KEYWORD_DECLARATION, t.TEXT), "message"),
            rule(r"(enum|group|service)(\s+)", (t.KEYWORD_DECLARATION, t.TEXT), "type"),
            rule("""".*?"|'.*?'""", t.STR),
            rule(r"(?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[LlUu]*", t.NUM_FLOAT),
            rule(r"(?:\d+\.\d*|\.\d+|\d+[fF])[fF]?", t.NUM_FLOAT),
            rule(r"-?(?:inf|nan)\b", t.NUM_FLOAT),
            rule("0x[0-9a-fA-F]+[LlUu]*", t.NUM_HEX),
            rule("0[0-7]+[LlUu]*", t.NUM_OCT),
            rule(r"\d+[LlUu]*", t.NUM_INTEGER),
            rule("[+-=]", t.OPERATOR),  # a range
            rule(r"([a-zA-Z_][\w.]*)([ \t]*)(=)", (t.NAME_ATTRIBUTE, t.TEXT, t.OPERATOR)),
            rule(r"[a-zA-Z_][\w.]*", t.NAME),
        ],
        "package": _name(t.NAME_NAMESPACE),
        "message": _name(t.NAME_CLASS),
        "type": _name(t.NAME),
    }
