"""What every lexer is: options, and text in, tokens out."""

from __future__ import annotations

from typing import Any, ClassVar

from pyjekyll.highlight.characters import with_stand_ins

Token = str
Chunks = list[tuple[Token, str]]
LOST = "\0"  # the token of text that Rouge reads and then shows nowhere


class Lexer:
    """Turn source text into (token, text) chunks; one instance holds the state of one language's text."""

    tag: ClassVar[str] = ""
    stand_ins: ClassVar[bool] = True  # False for a language whose rules name characters that others would stand in for
    kept: ClassVar[str] = ""  # or just those characters

    def __init__(self, options: dict[str, Any] | None = None) -> None:
        self.options: dict[str, Any] = dict(options or {})
        self.configure()

    def lex(self, text: str) -> Chunks:
        """Return the chunks of text from a fresh start: equal neighbours merged, empty ones dropped."""
        self.reset()
        seen = with_stand_ins(text, self.kept) if self.stand_ins else text
        out: Chunks = []
        self.stream(seen, out)
        return merged(out if seen is text else _restored(out, text))

    def configure(self) -> None:
        """Read the options; called once for an instance."""

    def reset(self) -> None:
        """Forget everything a former text left behind."""

    def stream(self, text: str, out: Chunks) -> None:
        """Append the chunks of text to out, going on from the present state."""
        raise NotImplementedError

    def bool_option(self, name: str, default: bool = False) -> bool:
        """Return an option as Rouge reads truth: no, 0, false and off are false."""
        if name not in self.options:
            return default
        value = self.options[name]
        if isinstance(value, list):
            value = value[-1] if value else True
        return value not in (None, False, 0, "0", "false", "off")

    def string_option(self, name: str, default: str | None = None) -> str | None:
        """Return an option as text and, as Rouge does, take it out of the options handed to sub-lexers."""
        value = self.options.pop(name, default)
        if isinstance(value, list):
            value = value[-1] if value else None
        return None if value is None or value is False else "true" if value is True else str(value)

    def list_option(self, name: str) -> list[str]:
        """Return an option as the list that its comma-separated text names, taking it out of the options."""
        value = self.options.pop(name, [])
        values = value if isinstance(value, list) else [value]
        return [part for item in values if isinstance(item, str) for part in item.rstrip(",").split(",") if item]

    def lexer_option(self, name: str) -> Lexer | None:
        """Return the lexer that an option names, or None, taking it out of the options."""
        value = self.options.pop(name, None)
        if isinstance(value, list):
            value = value[-1] if value else None
        if not isinstance(value, str):
            return None
        from pyjekyll.highlight import find_class

        found = find_class(value)
        return found(self.options) if found else None


def merged(chunks: Chunks) -> Chunks:
    """Return chunks with equal neighbours joined, without what is lost."""
    out: Chunks = []
    parts: list[str] = []
    last: Token | None = None
    for token, text in chunks:
        if token == last:
            parts.append(text)
        elif text and token != LOST:
            if last is not None:
                out.append((last, "".join(parts)))
            last, parts = token, [text]
    if last is not None:
        out.append((last, "".join(parts)))
    return out


def _restored(chunks: Chunks, text: str) -> Chunks:
    """Return chunks with the text that they were made of before others stood in for some characters."""
    out: Chunks = []
    position = 0
    for token, seen in chunks:
        out.append((token, text[position : position + len(seen)]))
        position += len(seen)
    return out
