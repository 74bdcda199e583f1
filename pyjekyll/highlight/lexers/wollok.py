"""Wollok."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule

_ENTITY = "[a-zA-Z][a-zA-Z0-9]*"
_VARIABLE = f"_?{_ENTITY}"


def _declare(lexer: Wollok, hit: Hit) -> None:
    lexer.emit(t.NAME_CLASS, hit[0])
    lexer.entities.add(hit[0])


def _name(lexer: Wollok, hit: Hit) -> None:
    is_entity = hit[0] in lexer.entities or hit[0][0].isupper()
    lexer.emit(t.NAME_CLASS if is_entity else t.KEYWORD_VARIABLE, hit[0])


class Wollok(RegexLexer):
    """Lex Wollok. What was declared as a class or an object is one for the rest of the text."""

    tag = "wollok"
    states: ClassVar[dict[str, Rules]] = {
        "blanks": [
            rule(r"\s+", t.TEXT_WHITESPACE),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
        ],
        "root": [
            include("blanks"),
            rule("(import)(.+)", (t.KEYWORD_RESERVED, t.TEXT)),
            rule("class|object|mixin", t.KEYWORD_RESERVED, "declaration"),
            rule("test|program", t.KEYWORD_RESERVED),
            rule(rf"(package)(\s+)({_ENTITY})", (t.KEYWORD_RESERVED, t.TEXT_WHITESPACE, t.NAME_CLASS)),
            rule("[{}]", t.TEXT),
            rule(r"self\b", t.NAME_BUILTIN_PSEUDO),
            rule(r"(?:new|super|return|if|else|var|const|override|constructor)\b", t.KEYWORD_RESERVED),
            rule(rf"(method)(\s+)({_VARIABLE})", (t.KEYWORD_RESERVED, t.TEXT_WHITESPACE, t.TEXT)),
            rule(r"\+\+|--|[+-]=|<=|=>|===?|[-+!*/%<>]|(?:and|or|not)\b", t.OPERATOR),
            rule("[()=]", t.TEXT),
            rule(",", t.PUNCTUATION),
            include("values"),
        ],
        "declaration": [
            include("blanks"),
            rule("inherits|mixed|with|and", t.KEYWORD_RESERVED),
            rule(rf"{_ENTITY}(?=\s*\{{)", _declare, "#pop"),
            rule(_ENTITY, _declare),
        ],
        "values": [
            rule(_VARIABLE, _name),
            rule(rf"\.{_ENTITY}", t.TEXT),
            include("blanks"),
            rule(r"[0-9]+\.?[0-9]*", t.NUM),
            rule('"[^"]*"', t.STR),
            rule(r"\[|#\{", t.PUNCTUATION, "collection"),
        ],
        "collection": [
            rule(",", t.PUNCTUATION),
            rule(r"[\]}]", t.PUNCTUATION, "#pop"),
            include("values"),
        ],
    }

    def start(self) -> None:
        """Forget the declarations, which Rouge keeps for all later texts."""
        self.entities: set[str] = set()
