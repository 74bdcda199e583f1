"""HTML, with the scripts and styles in it."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule
from pyjekyll.highlight.lexers.css import Css
from pyjekyll.highlight.lexers.javascript import Javascript

_NAME = r"[\p{L}:_-][\p{Word}\p{Cf}:.·-]*"


def _script(lexer: Html, hit: Hit) -> None:
    lexer.emit(t.NAME_TAG, hit[0])
    lexer.javascript.reset()


def _style(lexer: Html, hit: Hit) -> None:
    lexer.emit(t.NAME_TAG, hit[0])
    lexer.css.reset()


def _javascript(lexer: Html, hit: Hit) -> None:
    lexer.delegate(lexer.javascript, hit[0])


def _css(lexer: Html, hit: Hit) -> None:
    lexer.delegate(lexer.css, hit[0])


class Html(RegexLexer):
    """Lex HTML."""

    tag = "html"
    javascript: Javascript
    css: Css

    def start(self) -> None:
        self.javascript = Javascript(self.options)
        self.css = Css(self.options)

    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("[^<&]+", t.TEXT),
            rule(r"&\S*?;", t.NAME_ENTITY),
            rule("(?si)<!DOCTYPE .*?>", t.COMMENT_PREPROC),
            rule(r"(?s)<!\[CDATA\[.*?\]\]>", t.COMMENT_PREPROC),
            rule("<!--", t.COMMENT, "comment"),
            rule(r"(?s)<\?.*?\?>", t.COMMENT_PREPROC),
            rule(r"<\s*script\s*", _script, ("script", "tag")),
            rule(r"<\s*style\s*", _style, ("style", "tag")),
            rule("</", t.NAME_TAG, "end tag"),
            rule("<", t.NAME_TAG, "start tag"),
        ],
        "comment": [rule("-->", t.COMMENT, "#pop"), rule("[^-]+|-", t.COMMENT)],
        "end tag": [
            rule(r"\s+", t.TEXT),
            rule(">", t.NAME_TAG, "#pop"),
            rule(_NAME, t.NAME_TAG, "#goto:end of end tag"),
        ],
        "end of end tag": [rule(r"\s+", t.TEXT), rule(">", t.NAME_TAG, "#pop")],
        "start tag": [
            rule(r"\s+", t.TEXT),
            rule(_NAME, t.NAME_TAG, "#goto:tag"),
            rule("", t.TEXT, "#goto:tag"),
        ],
        "tag": [
            rule(r"\s+", t.TEXT),
            rule(r"[\p{L}:_\[\]()*.-][\p{Word}\p{Cf}:.·\[\]()*-]*\s*=\s*", t.NAME_ATTRIBUTE, "attribute value"),
            rule(r"[\p{L}:_*#-][\p{Word}\p{Cf}:.·*#-]*", t.NAME_ATTRIBUTE),
            rule(r"/?\s*>", t.NAME_TAG, "#pop"),
        ],
        "attribute value": [
            rule('"', t.STR, "#goto:double quotes"),
            rule("'", t.STR, "#goto:single quotes"),
            rule(r"[^\s>]+", t.STR, "#pop"),
        ],
        "double quotes": [rule('[^"]*"', t.STR, "#pop"), rule('[^"]+', t.STR)],
        "single quotes": [rule("[^']*'", t.STR, "#pop"), rule("[^']+", t.STR)],
        "script": [rule("[^<]+", _javascript), rule(r"<\s*/\s*script\s*>", t.NAME_TAG, "#pop"), rule("<", _javascript)],
        "style": [rule("[^<]+", _css), rule(r"<\s*/\s*style\s*>", t.NAME_TAG, "#pop"), rule("<", _css)],
    }
