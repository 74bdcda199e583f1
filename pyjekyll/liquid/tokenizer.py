"""Split a template into text, `{{ }}` and `{% %}`."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}?|\{%|\{\{)", re.DOTALL)
_START = re.compile(r"\{[%{]")


class Tokenizer:
    """Hand out a template's tokens and count lines.

    `line` is the line on which the token handed out last ends. Inside a `{% liquid %}` tag each line is a token.
    """

    __slots__ = ("for_liquid_tag", "index", "line", "tokens")

    def __init__(self, source: str, line: int = 1, for_liquid_tag: bool = False) -> None:
        self.tokens = _lines(source) if for_liquid_tag else _split(source)
        self.line = line
        self.index = 0
        self.for_liquid_tag = for_liquid_tag

    def shift(self) -> str | None:
        """Return the next token, or None at the end."""
        if self.index >= len(self.tokens):
            return None
        token = self.tokens[self.index]
        self.index += 1
        self.line += 1 if self.for_liquid_tag else token.count("\n")
        return token


def _lines(source: str) -> list[str]:
    lines = source.split("\n")
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _split(source: str) -> list[str]:
    tag, output = source.rfind("{%"), source.rfind("{{")
    if (tag < 0 or source.find("%}", tag + 2) >= 0) and (output < 0 or source.find("}", output + 2) >= 0):
        return _TOKEN.split(source)
    return _split_unclosed(source)


def _split_unclosed(source: str) -> list[str]:
    """Split a template whose last tag or output is never closed; the regex would search to the end from every opening."""
    tokens: list[str] = []
    position, tag_end, output_end = 0, 0, 0
    for found in _START.finditer(source):
        start = found.start()
        if start < position:
            continue
        stop = start + 2
        if source[start + 1] == "%":
            tag_end = _find(source, "%}", stop, tag_end)
            stop = tag_end + 2 if tag_end >= 0 else stop
        else:
            output_end = _find(source, "}", stop, output_end)
            if output_end >= 0:
                stop = output_end + (2 if source.startswith("}}", output_end) else 1)
        tokens += (source[position:start], source[start:stop])
        position = stop
    tokens.append(source[position:])
    return tokens


def _find(source: str, text: str, start: int, known: int) -> int:
    # `known` is the last answer: -1 stays -1, and an answer further ahead is still the nearest.
    return known if known < 0 or known >= start else source.find(text, start)
