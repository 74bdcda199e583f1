"""ERB: Ruby in a template."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight.engine import Rules
from pyjekyll.highlight.lexers._template import EmbeddingLexer, embedding
from pyjekyll.highlight.lexers.ruby import Ruby


class Erb(EmbeddingLexer):
    """Lex ERB."""

    tag = "erb"
    embedded = Ruby
    states: ClassVar[dict[str, Rules]] = embedding("<%[%=#-]?", "%%>|-?%>")
