"""Code with passages that are no code. Neither Jekyll nor kramdown lets them through as HTML: they are shown as errors."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.lexer import Chunks, Lexer
from pyjekyll.highlight.lexers.plaintext import PlainText


class Escape(Lexer):
    """Take passages between marks out of the code around them.

    Options: `start` and `end`, the marks; `lang`, the language of the code.
    """

    tag: ClassVar[str] = "escape"
    stand_ins = False  # the marks are left out, so that what remains cannot be matched with the text again

    def configure(self) -> None:
        self._start = self.string_option("start", "<!") or ""
        self._end = self.string_option("end", "!>") or ""
        if not self._start and not self._end:
            self._end = "!>"  # Ruby would never come to an end
        self._code = self.lexer_option("lang") or PlainText()
        self._code.reset()

    def stream(self, text: str, out: Chunks) -> None:
        inside = False
        while text:
            passage, _, text = _cut(text, self._end if inside else self._start)
            if inside:
                out.append((t.ESCAPE, passage))
            else:
                self._code.stream(passage, out)
            inside = not inside


def _cut(text: str, mark: str) -> tuple[str, str, str]:
    """Return what stands before a mark, the mark if there is one, and the rest; no mark at all is found at once."""
    return text.partition(mark) if mark else ("", "", text)
