"""Escaping for HTML, in the three strengths kramdown knows."""

from __future__ import annotations

from pyjekyll.kramdown.characters import STRIPPED
from pyjekyll.kramdown.patterns import Lazy
from pyjekyll.kramdown.tokens import Attributes

# An ampersand that does not begin a character reference; any name will do.
_BARE_AMPERSAND = Lazy(r"&(?!(?:[A-Za-z0-9_:][A-Za-z0-9_.:-]*|#[0-9]+|#x[0-9a-fA-F]+);)")


def escape_all(text: str) -> str:
    """Escape the contents of code and formulas: references, too."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_text(text: str) -> str:
    """Escape running text; character references stay."""
    if "&" in text:
        text = _BARE_AMPERSAND.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """Escape an attribute's value."""
    return escape_text(text).replace('"', "&quot;")


def html_attributes(attrs: Attributes | None) -> str:
    """Print attributes; one without a value is left out, and so is a blank id."""
    if not attrs:
        return ""
    return "".join(
        [
            f' {key}="{escape_attribute(value)}"'
            for key, value in attrs.items()
            if value is not None and (key != "id" or value.strip(STRIPPED))
        ]
    )
