"""Text without highlighting."""

from __future__ import annotations

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.lexer import Chunks, Lexer


class PlainText(Lexer):
    """Leave everything as it is, in the token that the option `token` names."""

    tag = "plaintext"

    def configure(self) -> None:
        self.token = t.find(self.string_option("token") or "") or t.TEXT

    def stream(self, text: str, out: Chunks) -> None:
        out.append((self.token, text))
