"""Slice, in which Ice's interfaces are specified."""

from __future__ import annotations

from pyjekyll.highlight.engine import words
from pyjekyll.highlight.lexers.c import C


class Slice(C):
    """Lex Slice: C with other words."""

    tag = "slice"
    keywords = words("""
        extends implements enum interface struct class module dictionary const optional out throws exception local idempotent
        sequence Object LocalObject Value
    """)
    types = words("bool string byte long float double int void short")
