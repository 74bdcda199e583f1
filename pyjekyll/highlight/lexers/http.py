"""HTTP requests and responses."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule
from pyjekyll.highlight.lexer import Lexer


def _header(lexer: Http, hit: Hit) -> None:
    if hit[1].lower() == "content-type":
        lexer.content_type = hit[5].split(";")[0].lower()
    lexer.groups(hit, t.NAME_ATTRIBUTE, t.TEXT, t.PUNCTUATION, t.TEXT, t.STR, t.TEXT)


def _content(lexer: Http, hit: Hit) -> None:
    lexer.delegate(lexer.content_lexer(), hit[0])


class Http(RegexLexer):
    """Lex HTTP; the body is in the language of the option `content` or of its content type."""

    tag = "http"
    content_type = "text/plain"
    _content_lexer: Lexer | type[Lexer] | None = None

    def start(self) -> None:
        self.content_type = "text/plain"

    def content_lexer(self) -> Lexer | type[Lexer]:
        """Return the body's lexer, the same for all that this lexer reads."""
        if self._content_lexer is None:
            self._content_lexer = self.lexer_option("content") or self._by_content_type()
        return self._content_lexer

    def _by_content_type(self) -> type[Lexer]:
        from pyjekyll.highlight.lexers import load
        from pyjekyll.highlight.lexers._mimetypes import TAG_BY_TYPE

        return load(TAG_BY_TYPE.get(self.content_type, "plaintext"))

    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(
                r"(GET|POST|PUT|DELETE|HEAD|OPTIONS|TRACE|PATCH)( +)([^ ]+)( +)(HTTPS?)(/)(\d(?:\.\d)?)(\r?\n|$)",
                (t.NAME_FUNCTION, t.TEXT, t.NAME_NAMESPACE, t.TEXT, t.KEYWORD, t.OPERATOR, t.NUM, t.TEXT),
                "headers",
            ),
            rule(
                r"(HTTPS?)(/)(\d\.\d)( +)(\d{3})( +)?([^\r\n]*)(\r?\n|$)",
                (t.KEYWORD, t.OPERATOR, t.NUM, t.TEXT, t.NUM, t.TEXT, t.NAME_EXCEPTION, t.TEXT),
                "headers",
            ),
        ],
        "headers": [
            rule(r"([^\s:]+)( *)(:)( *)([^\r\n]+)(\r?\n|$)", _header),
            rule(r"([^\r\n]+)(\r?\n|$)", (t.STR, t.TEXT)),
            rule(r"\r?\n", t.TEXT, "content"),
        ],
        "content": [rule("(?s).+", _content)],
    }
