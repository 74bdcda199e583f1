"""The two ways kramdown makes an id from a heading's text."""

from __future__ import annotations

from pyjekyll.kramdown.characters import is_word
from pyjekyll.kramdown.patterns import Lazy
from pyjekyll.ruby.unicode_tables import downcase

_NOT_WORD = Lazy(r"[^A-Za-z0-9_ \t-]+")
_BEFORE_LETTER = Lazy(r"(?m:^)[^a-zA-Z]+")
_NOT_ALLOWED = Lazy(r"[^a-zA-Z0-9 -]+")


class HeadingIds:
    """Hands out ids in document order, each once: repeated ones get a number."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self._seen: dict[str, int] = {}

    def unique(self, base: str) -> str:
        """Return the id, numbered if it was handed out before."""
        count = self._seen[base] = self._seen.get(base, -1) + 1
        return f"{self.prefix}{base}-{count}" if count else self.prefix + base


def gfm_id(text: str) -> str:
    """Return GFM's id: letters of all scripts stay, and each blank becomes a hyphen; it may be empty."""
    text = downcase(text)
    if text.isascii():
        text = _NOT_WORD.sub("", text)
    else:
        text = "".join(char for char in text if is_word(char) or char in "- \t")
    return text.replace(" ", "-").replace("\t", "-")


def kramdown_id(text: str) -> str:
    """Return kramdown's own id: ASCII only, from the first letter on (of each line); it may be empty."""
    text = _NOT_ALLOWED.sub("", _BEFORE_LETTER.sub("", text))
    return text.replace(" ", "-").lower()
