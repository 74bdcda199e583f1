"""Java."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, any_of, rule
from pyjekyll.highlight.regex import quoted

_NAME = "[[:alpha:]_][[:word:]]*"
_KEYWORDS = any_of("""
    assert break case catch continue default do else finally for if goto instanceof new return switch this throw try while
""")
_DECLARATIONS = any_of("""
    abstract const enum extends final implements native private protected public static strictfp super synchronized throws
    transient volatile
""")
_TYPES = any_of("boolean byte char double float int long short var void")


def _digits(of: str) -> str:
    """Return a regex for digits; an underscore stands between two only, so `1_2_3` ends after `1_2`."""
    return f"(?:[{of}]_+[{of}]|[{of}])+"


def _method(lexer: Java, hit: Hit) -> None:
    lexer.recurse(hit[1])
    lexer.emit(t.NAME_FUNCTION, hit[2])
    lexer.emit(t.TEXT, hit[3])
    lexer.emit(t.OPERATOR, hit[4])


class Java(RegexLexer):
    """Lex Java. A name before a parenthesis is a method's only where other words precede it."""

    tag = "java"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"[^\S\n]+", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
            rule(rf"{_KEYWORDS}\b", t.KEYWORD),
            # Looking for the parenthesis first spares most attempts.
            rule(r"(?=[\w.\[\]<>\s]++\()(\s*(?:[a-zA-Z_][a-zA-Z0-9_.\[\]<>]*\s+)+?)([a-zA-Z_][a-zA-Z0-9_]*)(\s*)(\()", _method),
            rule(f"@{_NAME}", t.NAME_DECORATOR),
            rule(rf"{_DECLARATIONS}\b", t.KEYWORD_DECLARATION),
            rule(rf"{_TYPES}\b", t.KEYWORD_TYPE),
            rule(r"(?:true|false|null)\b", t.KEYWORD_CONSTANT),
            rule(r"(?:class|interface)\b", t.KEYWORD_DECLARATION, "class name"),
            rule(r"(?:import|package)\b", t.KEYWORD_NAMESPACE, "package name"),
            rule(quoted('"'), t.STR),
            rule(r"'(?:\\.|[^\\]|\\u[0-9a-f]{4})'", t.STR_CHAR),
            rule(rf"(\.)({_NAME})", (t.OPERATOR, t.NAME_ATTRIBUTE)),
            rule(f"{_NAME}:", t.NAME_LABEL),
            rule(r"[[:upper:]][[:upper:][:digit:]_]*\b", t.NAME_CONSTANT),
            rule(r"[[:upper:]][[:alnum:]]*\b", t.NAME_CLASS),
            rule(rf"\$?{_NAME}", t.NAME),
            rule(r"[~^*!%&\[\](){}<>\|+=:;,./?-]", t.OPERATOR),
            rule(rf"{_digits('0-9')}\.{_digits('0-9')}(?:[eE]{_digits('0-9')})?[fd]?", t.NUM_FLOAT),
            rule(f"0[bB]{_digits('01')}", t.NUM_BIN),
            rule(f"0[xX]{_digits('0-9a-fA-F')}", t.NUM_HEX),
            rule(f"0{_digits('0-7')}", t.NUM_OCT),
            rule(f"{_digits('0-9')}L?", t.NUM_INTEGER),
            rule(r"\n", t.TEXT),
        ],
        "class name": [rule(r"\s+", t.TEXT), rule(_NAME, t.NAME_CLASS, "#pop")],
        "package name": [rule(r"\s+", t.TEXT), rule(r"[a-zA-Z0-9_.\u017f\u212a]+\*?", t.NAME_NAMESPACE, "#pop")],
    }
