"""Sessions of Ruby's shells, irb and pry."""

from __future__ import annotations

import re
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Rules, include, rule
from pyjekyll.highlight.lexers.console import Console
from pyjekyll.highlight.lexers.ruby import Ruby


class Irb(Console):
    """Lex sessions of irb and pry."""

    tag = "irb"

    def configure(self) -> None:
        super().configure()
        self._lang = Ruby(self.options)
        self._output = IrbOutput(self.options)
        self._prompt = re.compile('^.*?(?:irb|pry).*?[>"*]', re.MULTILINE)


class IrbOutput(Ruby):
    """Lex what irb answers: text until `=>`, then Ruby."""

    tag = "irb_output"
    states: ClassVar[dict[str, Rules]] = {
        **Ruby.states,
        "root": [rule("#<", t.KEYWORD_TYPE, "object"), *Ruby.states["root"]],
        "object": [rule(">", t.KEYWORD_TYPE, "#pop"), include("root")],
        "answer": [rule("=>", t.PUNCTUATION, "#pop"), rule(r".+?(?:\n|$)", t.GENERIC_OUTPUT)],
        "error": [rule(r".+?(?:\n|$)", t.GENERIC_ERROR), include("answer")],
        "output": [rule(r"\w+?(?:Error|Exception):.+?(?:\n|$)", t.GENERIC_ERROR, "error"), include("answer")],
    }

    def start(self) -> None:
        super().start()
        self.push("output")
