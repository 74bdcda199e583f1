"""Makefiles."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, any_of, include, rule
from pyjekyll.highlight.lexers.shell import Shell

_FUNCTIONS = any_of("""
    abspath addprefix addsuffix and basename call dir error eval file filter filter-out findstring firstword flavor foreach if
    join lastword notdir or origin patsubst realpath shell sort strip subst suffix value warning wildcard word wordlist words
""")


def _shell(lexer: Make, hit: Hit) -> None:
    lexer.delegate(lexer.shell, hit[0])


def _open(lexer: Make, hit: Hit) -> None:
    lexer.delegate(lexer.shell, hit[0])
    lexer.push()


def _leave_recipe(lexer: Make, _hit: Hit) -> None:
    lexer.shell.reset()
    lexer.pop()


class Make(RegexLexer):
    """Lex makefiles. The shell's state is forgotten only at the end of a rule's body, so a quote may stay open until there."""

    tag = "make"
    shell: Shell
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(r"#.*?\n", t.COMMENT),
            rule(r"([-s]?include)((?:[\t ]+[^\t\n #]+)+)", (t.KEYWORD, t.STR_OTHER)),
            rule(r"(ifn?(?:def|eq))([\t ]+)([^#\n]+)", (t.KEYWORD, t.TEXT, t.NAME_VARIABLE)),
            rule(r"(?:else|endif)[\t ]*(?=[#\n])", t.KEYWORD),
            rule(r"(export)([\t ]+)(?=[\w${}()\t -]+\n)", (t.KEYWORD, t.TEXT), "export"),
            rule(r"export[\t ]+", t.KEYWORD),
            rule(r"([\w${}().-]+)([\t ]*)([!?:+]?=)", (t.NAME_VARIABLE, t.TEXT, t.OPERATOR), "shell line"),
            rule(r'"(?:\\.|[^"\\])*"', t.STR_DOUBLE),
            rule(r"'(?:\\.|[^'\\])*'", t.STR_SINGLE),
            rule(r"([^\n:]+)(:+)([ \t]*)", (t.NAME_LABEL, t.OPERATOR, t.TEXT), "prerequisites"),
        ],
        "export": [rule(r"[\w${}()-]", t.NAME_VARIABLE), rule(r"\n", t.TEXT, "#pop"), rule(r"[\t ]+", t.TEXT)],
        "prerequisites": [
            rule(r"[^,\\\n#]+", t.NAME_FUNCTION),
            rule(",", t.PUNCTUATION),
            rule("#", t.COMMENT),  # and what is in the comment is lexed as prerequisites
            rule(r"\\\n|\\.", t.TEXT),
            rule(r"\n", t.TEXT, "#goto:recipe"),
        ],
        "recipe": [
            rule(r"(ifn?(?:def|eq))([\t ]+)([^#\n]+)(#.*)?(\n)", (t.KEYWORD, t.TEXT, t.NAME_VARIABLE, t.COMMENT, t.TEXT)),
            rule(r"(else|endif)([\t ]*)(#.*)?(\n)", (t.KEYWORD, t.TEXT, t.COMMENT, t.TEXT)),
            rule(r"(\t[\t ]*)([@-]?)", (t.TEXT, t.PUNCTUATION), "shell line"),
            rule("", _leave_recipe),
        ],
        "shell": [
            rule(r"(?i)\$[({][\t ]*\w[\w:=%.]*[\t ]*[)}]", t.NAME_VARIABLE),
            rule(rf"(\$[({{])([\t ]*)({_FUNCTIONS})([\t ]+)", (t.NAME_FUNCTION, t.TEXT, t.NAME_BUILTIN, t.TEXT), "call"),
            rule(r"(?s)\\.", _shell),
            rule(r"(?s).+?(?=\$[({]|[()}\\]|$)", _shell),
        ],
        "call": [rule("[({]", _open), rule("[)}]", t.NAME_FUNCTION, "#pop"), include("shell")],
        "shell line": [rule(r"\n", t.TEXT, "#pop"), include("shell")],
    }

    def configure(self) -> None:
        """Make the lexer for what the shell runs."""
        self.shell = Shell(self.options)

    def start(self) -> None:
        self.shell.reset()
