"""Java in server pages."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, include, rule
from pyjekyll.highlight.lexers._template import TemplateLexer, parent
from pyjekyll.highlight.lexers.java import Java

_DIRECTIVES = "(?:page|include|taglib)"
_ACTIONS = "(?:scriptlet|declaration|expression)"


def _java(lexer: Jsp, hit: Hit) -> None:
    lexer.delegate(lexer.java, hit[0])


def _tag(closer: str) -> Rules:
    return [
        rule(closer, t.NAME_TAG, "#pop"),
        include("attributes"),
        rule(f"(?s).+?(?={closer})", parent),
    ]


def _quoted(quote: str) -> Rules:
    return [
        rule(quote, t.STR, "#pop"),
        rule(r"\$\{", t.STR_INTERPOL, "interpolated"),
        rule(f"[^{quote}]+", t.STR),
    ]


class Jsp(TemplateLexer):
    """Lex JSP. Java's state is never reset, as in Rouge."""

    tag = "jsp"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("<%--", t.COMMENT, "comment"),
            rule(rf"<%@\s*{_DIRECTIVES}\s*", t.NAME_TAG, "directive"),
            rule(rf"<jsp:directive\.{_DIRECTIVES}", t.NAME_TAG, "directive element"),
            rule(f"<jsp:{_ACTIONS}>", t.NAME_TAG, "expression element"),
            rule(r"<[a-zA-Z]*:[a-zA-Z]*\s*", t.NAME_TAG, "tag"),
            rule("</[a-zA-Z]*:[a-zA-Z]*>", t.NAME_TAG),
            rule("<%[!=]?", t.NAME_TAG, "expression"),
            rule("(?s).+?(?=<%|</?[a-zA-Z]*:)", parent),
            rule("(?s).+", parent),
        ],
        "comment": [rule("--%>", t.COMMENT, "#pop"), rule("(?s).", t.COMMENT)],
        "directive": _tag("%>"),
        "directive element": _tag("/>"),
        "tag": _tag("/?>"),
        "expression element": [
            rule(f"</jsp:{_ACTIONS}>", t.NAME_TAG, "#pop"),
            include("attributes"),
            rule("[^</]+", _java),
        ],
        "expression": [rule("%>", t.NAME_TAG, "#pop"), rule("[^%>]+", _java)],
        "attributes": [rule(r"\s*[a-zA-Z0-9_:-]+\s*=\s*", t.NAME_ATTRIBUTE, "value")],
        "value": [
            rule('"', t.STR, "#goto:double quotes"),
            rule("'", t.STR, "#goto:single quotes"),
            rule(r"[^\s>]+", t.STR, "#pop"),
        ],
        "double quotes": _quoted('"'),
        "single quotes": _quoted("'"),
        "interpolated": [
            rule(r"\}", t.STR_INTERPOL, "#pop"),
            rule("'", t.LITERAL, "literal"),
            rule(r"[^'}]+", _java),
        ],
        "literal": [rule("'", t.LITERAL, "#pop"), rule("[^']+", t.LITERAL)],
    }

    def configure(self) -> None:
        self.java = Java()
        super().configure()
