"""Dockerfiles."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule
from pyjekyll.highlight.lexers.shell import Shell

_WORDS = "FROM|MAINTAINER|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|STOPSIGNAL|HEALTHCHECK|SHELL"


def _run(lexer: Docker, hit: Hit) -> None:
    lexer.emit(t.KEYWORD, hit[0])
    lexer.push("run")
    lexer.shell.reset()


def _shell(lexer: Docker, hit: Hit) -> None:
    lexer.delegate(lexer.shell, hit[0])


class Docker(RegexLexer):
    """Lex Dockerfiles."""

    tag = "docker"
    shell: Shell
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(
                r"(?i)^(FROM)(\s+)(.*)(\s+)(AS)(\s+)(.*)",
                (t.KEYWORD, t.WHITESPACE, t.STR, t.WHITESPACE, t.KEYWORD, t.WHITESPACE, t.STR),
            ),
            rule(rf"(?i)^(ONBUILD)(\s+)({_WORDS})(.*)", (t.KEYWORD, t.WHITESPACE, t.KEYWORD, t.STR)),
            rule(rf"(?i)^({_WORDS})\b(.*)", (t.KEYWORD, t.STR)),
            rule("#.*?$", t.COMMENT),
            rule(r"(?i)^(?:ONBUILD\s+)?RUN\s+", _run),
            rule(r"\w+|\W+", t.TEXT),
        ],
        "run": [rule(r"\n", t.TEXT, "#pop"), rule(r"(?s)\\.", t.STR_ESCAPE), rule(r"(?:\\.|[^\n\\])+", _shell)],
    }

    def start(self) -> None:
        self.shell = Shell(self.options)
