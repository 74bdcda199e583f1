"""Jekyll's log lines: a topic right-justified to 20 columns, then the message."""

from __future__ import annotations

import re
import sys
from typing import TextIO

from pyjekyll.version import JEKYLL_VERSION

LEVELS = {"debug": 0, "info": 1, "warn": 2, "error": 3}
_COLOURS = {"red": 31, "green": 32, "yellow": 33, "cyan": 36}
_WHITE_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_TOPIC_WIDTH = 20


def colour(text: str, name: str) -> str:
    """Wrap text in the escape codes of a named colour, as Jekyll does whether or not anyone sees them."""
    return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m"


def format_line(topic: str, message: str = "") -> str:
    """Lay out one line: the topic in its column, white space in the message squeezed."""
    return f"{topic} ".rjust(_TOPIC_WIDTH) + _WHITE_SPACE.sub(" ", message)


def program_error(message: str) -> str:
    """Lay out an error of the program itself, as the library of Jekyll's command line does."""
    return f"jekyll {JEKYLL_VERSION} | Error:  {message}"


class Log:
    """Write Jekyll's lines: warnings in yellow and errors in red to stderr, the rest to stdout.

    Passed along, never global. `warnings` and `errors` count what was said, printed or not. Streams are looked up when
    a line is written unless given, so that a replaced `sys.stdout` is honoured.
    """

    def __init__(self, level: str = "info", out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.level = level if level in LEVELS else "info"
        self.warnings = 0
        self.errors = 0
        self._out = out
        self._err = err

    def adjust_verbosity(self, quiet: bool = False, verbose: bool = False) -> None:
        """Set the level from the two flags (quiet wins) and say so at debug level, as each Jekyll command does."""
        if quiet:
            self.level = "error"
        elif verbose:
            self.level = "debug"
        self.debug("Logging at level:", self.level)
        self.debug("Jekyll Version:", JEKYLL_VERSION)

    def redirect(self, out: TextIO, err: TextIO) -> None:
        """Write to other streams from now on."""
        self._out, self._err = out, err

    def enabled(self, level: str) -> bool:
        """Tell whether lines of a level are printed: ask before building an expensive message."""
        return LEVELS[level] >= LEVELS[self.level]

    def debug(self, topic: str, message: str = "") -> None:
        """Write a line shown with --verbose only."""
        if self.level == "debug":
            self._write(self._out or sys.stdout, format_line(topic, message))

    def info(self, topic: str, message: str = "") -> None:
        """Write an ordinary line."""
        if self.enabled("info"):
            self._write(self._out or sys.stdout, format_line(topic, message))

    def plain(self, text: str) -> None:
        """Write an ordinary line that is laid out already: its white space stays."""
        if self.enabled("info"):
            self._write(self._out or sys.stdout, text)

    def warn(self, topic: str, message: str = "") -> None:
        """Write a yellow line to stderr, and count it."""
        self.warnings += 1
        if self.enabled("warn"):
            self._write(self._err or sys.stderr, colour(format_line(topic, message), "yellow"))

    def error(self, topic: str, message: str = "") -> None:
        """Write a red line to stderr, and count it."""
        self.errors += 1
        self._write(self._err or sys.stderr, colour(format_line(topic, message), "red"))

    def say(self, line: str) -> None:
        """Write a line as it is, at any level."""
        self._write(self._out or sys.stdout, line)

    @staticmethod
    def _write(stream: TextIO, line: str) -> None:
        # Ruby's `puts` adds no second newline; and Jekyll's stdout is unbuffered, so that both streams interleave.
        text = line if line.endswith("\n") else line + "\n"
        try:
            stream.write(text)
        except UnicodeEncodeError:
            stream.write(text.encode(stream.encoding or "ascii", "backslashreplace").decode(stream.encoding or "ascii"))
        stream.flush()
