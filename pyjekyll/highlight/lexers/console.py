"""Terminal sessions: prompts, what is typed after them, and what comes back."""

from __future__ import annotations

import re
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.lexer import Chunks, Lexer
from pyjekyll.highlight.lexers.plaintext import PlainText
from pyjekyll.highlight.lexers.shell import Shell
from pyjekyll.ruby.text import strip

_LINE = re.compile(r"(.*?)(\n|$)", re.MULTILINE)
_SNIP = re.compile(r"\s*(?:<\.+>|\.+)\s*\Z", re.ASCII)
_BLANKS = re.compile(r"\s*", re.ASCII)


class Console(Lexer):
    """Lex terminal sessions.

    Options: `lang` and `output` (languages), `prompt` (what a prompt may end in), `comments` (lines that begin with # are
    comments; so by default if the option `prompt` leaves # out), `error` (what an error message begins with).
    """

    tag: ClassVar[str] = "console"

    def configure(self) -> None:
        prompts = self.list_option("prompt")
        self._lang = self.lexer_option("lang") or Shell(self.options)
        self._output = self.lexer_option("output") or PlainText({"token": "Generic.Output"})
        comments = self.bool_option("comments") if "comments" in self.options else bool(prompts) and "#" not in prompts
        errors = self.list_option("error")
        endings = prompts or ([*"$>;"] if comments else [*"$#>;"])
        # Without comments anything before a prompt's end is the prompt; with them neither # nor <.
        before = "[^<#]*?" if comments else ".*?"
        self._prompt = re.compile(f"^{before}(?:{'|'.join(map(re.escape, endings))})", re.MULTILINE)
        self._error = re.compile(f"^(?:{'|'.join(map(re.escape, errors))})", re.MULTILINE) if errors else None

    def stream(self, text: str, out: Chunks) -> None:
        self._lang.reset()
        self._output.reset()
        position = 0
        while position < len(text):
            line = _LINE.match(text, position)
            assert line is not None
            position = line.end()
            self._lex_line(line[0], out)

    def _lex_line(self, line: str, out: Chunks) -> None:
        prompt = None if _SNIP.match(line) else self._prompt.search(line)
        if prompt:
            self._output.reset()
            self._lex_command(line, prompt, out)
            return
        self._lang.reset()
        if _SNIP.match(line) or strip(line).startswith("#"):
            self._output.reset()
            out.append((t.COMMENT, line))
        elif self._error and self._error.search(line):
            self._output.reset()
            out.append((t.GENERIC_ERROR, line))
        else:
            self._output.stream(line, out)

    def _lex_command(self, line: str, prompt: re.Match[str], out: Chunks) -> None:
        # The blanks are taken off so that the command's lexer sees where a line really begins.
        blanks = _BLANKS.match(line, prompt.end())
        assert blanks is not None
        out.append((t.GENERIC_PROMPT, prompt[0]))
        out.append((t.WHITESPACE, blanks[0]))
        self._lang.stream(line[blanks.end() :], out)
