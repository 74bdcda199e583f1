"""Markdown, with the code in its fences."""

from __future__ import annotations

import re
from typing import ClassVar

from pyjekyll.highlight import find
from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, make_state, rule
from pyjekyll.highlight.lexer import Lexer
from pyjekyll.highlight.lexers.html import Html
from pyjekyll.highlight.lexers.plaintext import PlainText
from pyjekyll.ruby.text import strip

_CHAR = r"(?:\\.|[^\\\n])"


def _front_matter(lexer: Markdown, hit: Hit) -> None:
    from pyjekyll.highlight.lexers.yaml import Yaml

    lexer.delegate(Yaml, hit[0])


def _fence(lexer: Markdown, hit: Hit) -> None:
    """Lex a whole fence, or open one that nothing closes and that so runs on by lines."""
    code = hit[5]
    inner = find(strip(hit[3]) or "guess", code or "", lexer.options)
    if inner is None:
        inner = PlainText({**lexer.options, "token": "Literal.String.Backtick"})
    inner.reset()
    lexer.groups(hit, t.TEXT, t.PUNCTUATION, t.NAME_LABEL)
    if code is not None:
        lexer.delegate(inner, code)
    lexer.emit(t.TEXT, hit[6])
    if hit[7]:
        lexer.emit(t.PUNCTUATION, hit[7])
    else:
        lexer.push(make_state(Markdown, "open fence", _open_fence(inner, hit[2])))


def _open_fence(inner: Lexer, fence: str) -> Rules:
    def line(lexer: Markdown, hit: Hit) -> None:
        lexer.delegate(inner, hit[0])

    return [
        rule(rf"^([ \t]*)({re.escape(fence)})", (t.TEXT, t.PUNCTUATION), "#pop"),
        rule(r"^.*\n", line),
    ]


def _inline_html(lexer: Markdown, hit: Hit) -> None:
    lexer.delegate(lexer.html, hit[0])


class Markdown(RegexLexer):
    """Lex Markdown."""

    tag = "markdown"
    html: Html

    def configure(self) -> None:
        self.html = Html(self.options)

    def start(self) -> None:
        self.html.reset()

    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"(?s)\A(---\s*\n.*?\n?)^(---\s*$\n?)", _front_matter),
            rule(r"\\.", t.STR_ESCAPE),
            # Rouge names the two underlines the wrong way round.
            rule(r"^[\S ]+\n--+\n", t.GENERIC_HEADING),
            rule(r"^[\S ]+\n==+\n", t.GENERIC_SUBHEADING),
            rule("^#(?=[^#]).*?$", t.GENERIC_HEADING),
            rule("^#+.*?$", t.GENERIC_SUBHEADING),
            rule(r"(?s)^([ \t]*)(`{3,}|~{3,})([^\n]*\n)((.*?)(\n\1)(\2))?", _fence),
            rule(r"\n\n(?:(?:    |\t).*?\n|\n)+", t.STR_BACKTICK),
            rule(rf"(`+)(?:{_CHAR}|\n)+?\1", t.STR_BACKTICK),
            rule(r"^(?:\s*\*){3,}\s*$", t.PUNCTUATION),
            rule(r"^(?:\s*-){3,}\s*$", t.PUNCTUATION),
            rule(r"^\s*[*+-](?=\s)", t.PUNCTUATION),
            rule(r"^\s*\d+\.", t.PUNCTUATION),
            rule(r"^\s*>.*?$", t.GENERIC_TRACEBACK),
            rule(
                rf"^(\s*)(\[)({_CHAR}+?)(\])(\s*)(:)",
                (t.TEXT, t.PUNCTUATION, t.STR_SYMBOL, t.PUNCTUATION, t.TEXT, t.PUNCTUATION),
                ("title", "url"),
            ),
            rule(
                rf"(!?\[)({_CHAR}*?|[^\]]*?)(\])(?=[\[(])",
                (t.PUNCTUATION, t.NAME_VARIABLE, t.PUNCTUATION),
                "link",
            ),
            rule(rf"\*\*{_CHAR}*?\*\*|__{_CHAR}*?__", t.GENERIC_STRONG),
            rule(rf"\*{_CHAR}*?\*|_{_CHAR}*?_", t.GENERIC_EMPH),
            rule(r"<.*?@.+\..+>", t.NAME_VARIABLE),
            rule(rf"<(?:https?|mailto|ftp)://{_CHAR}*?>", t.NAME_VARIABLE),
            rule(r"[^\\`\[*\n&<]+", t.TEXT),
            rule(rf"&\S*;|<{_CHAR}*?>", _inline_html),
            rule(r"[&<\[\n]", t.TEXT),
        ],
        "link": [
            rule(rf"(\[)({_CHAR}*?)(\])", (t.PUNCTUATION, t.STR_SYMBOL, t.PUNCTUATION), "#pop"),
            rule(r"\(", t.PUNCTUATION, ("inline title", "inline url")),
            rule(r"[ \t]+", t.TEXT),
            rule("", t.TEXT, "#pop"),
        ],
        "url": [
            rule(r"[ \t]+", t.TEXT),
            rule(rf"(<)({_CHAR}*?)(>)", (t.NAME_TAG, t.STR_OTHER, t.NAME_TAG), "#pop"),
            rule(r"\S+", t.STR_OTHER, "#pop"),
        ],
        "title": [
            rule(rf"""\"{_CHAR}*?"|'{_CHAR}*?'|\({_CHAR}*?\)""", t.NAME_NAMESPACE),
            rule(r"""\s*(?=["'()])""", t.TEXT),
            rule("", t.TEXT, "#pop"),
        ],
        "inline title": [rule(r"\)", t.PUNCTUATION, "#pop"), include("title")],
        "inline url": [
            rule(r"[^<\s)]+", t.STR_OTHER, "#pop"),
            rule(r"\s+", t.TEXT),
            include("url"),
        ],
    }
