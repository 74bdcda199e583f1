"""Robot Framework."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_WORDS = r"[A-Za-z\u017f\u212a]+(?: [A-Za-z\u017f\u212a]+)?"
_NAME = r"[^|$@&% \t\n]+(?: (?:\\.|[^|$@&% \t\n])+)*"
_SPACE = "( )(?![ |])"
_VARIABLE = r"[$@&%]\{"
# Settings, with underlines for spaces, by what stands in the cells after them.
_WITH_KEYWORDS = words("""
    library resource setup teardown template suite_setup suite_teardown task_setup task_teardown task_template test_setup
    test_teardown test_template variables
""")
_WITH_ARGUMENTS = words("arguments default_tags documentation force_tags metadata return tags timeout task_timeout test_timeout")
_SECTIONS = {
    "setting": "settings",
    "test case": "tests",
    "task": "tests",
    "keyword": "keywords",
    "variable": "variables",
}


def _contents(setting: str, default: str | None = None) -> str | None:
    """Return the state for the cells after a setting, or a default for a setting that is unknown."""
    name = setting.lower().replace(" ", "_")
    return "keyword" if name in _WITH_KEYWORDS else "arguments" if name in _WITH_ARGUMENTS else default


def _heading(lexer: RobotFramework, hit: Hit) -> None:
    lexer.emit(t.GENERIC_HEADING, hit[0])
    section = _SECTIONS.get(hit[1].removesuffix("s").lower())
    if section:
        lexer.push(section)


def _separator(lexer: RobotFramework, hit: Hit) -> None:
    lexer.emit(t.TEXT_WHITESPACE, hit[0])
    lexer.column += 1
    if lexer.following is None and not lexer.is_template and lexer.column == 1:
        lexer.following = "keyword"
    lexer.push(lexer.following or "arguments")
    lexer.push("cell start")


def _continuation(lexer: RobotFramework, hit: Hit) -> None:
    lexer.emit(t.TEXT_WHITESPACE, hit[0])
    lexer.column += 1
    lexer.push("arguments")


def _newline(lexer: RobotFramework, hit: Hit) -> None:
    lexer.emit(t.TEXT_WHITESPACE, hit[0])
    lexer.column, lexer.following = 0, None
    lexer.push("cell start")


def _setting(lexer: RobotFramework, hit: Hit) -> None:
    lexer.following = _contents(hit[1])
    lexer.groups(hit, t.NAME_BUILTIN_PSEUDO, t.PUNCTUATION)


def _own_setting(lexer: RobotFramework, hit: Hit) -> None:
    lexer.groups(hit, t.PUNCTUATION, t.NAME_BUILTIN_PSEUDO, t.PUNCTUATION)
    lexer.is_template = lexer.is_template or hit[2].lower() == "template"
    lexer.following = _contents(hit[2], lexer.following)
    lexer.pop()


def _test_name(lexer: RobotFramework, hit: Hit) -> None:
    lexer.is_template = False
    lexer.emit(t.NAME_LABEL, hit[0])


def _variable(lexer: RobotFramework, hit: Hit) -> None:
    lexer.emit(t.NAME_VARIABLE, hit[0])
    _expect_keyword(lexer)
    lexer.push("variable")


def _own_variable(lexer: RobotFramework, hit: Hit) -> None:
    lexer.emit(t.NAME_VARIABLE, hit[0])
    lexer.following = "arguments"
    lexer.push("variable")


def _loop(lexer: RobotFramework, hit: Hit) -> None:
    lexer.emit(t.NAME_FUNCTION, hit[0])
    _expect_keyword(lexer)


def _expect_keyword(lexer: RobotFramework) -> None:
    if lexer.following is not None:
        lexer.following = "keyword"


def _keyword(lexer: RobotFramework, hit: Hit) -> None:
    lexer.emit(t.NAME_FUNCTION, hit[0])
    lexer.following = None


class RobotFramework(RegexLexer):
    """Lex Robot Framework: cells in lines, whose kind the cells before them tell."""

    tag = "robot_framework"
    column: int
    following: str | None
    is_template: bool
    states: ClassVar[dict[str, Rules]] = {
        "before": [rule(r"^[^*].*", t.TEXT), rule("", None, "#pop")],
        "root": [
            rule(r"\s+", t.TEXT_WHITESPACE),
            rule(rf"^(?:\| )?\*[* ]*({_WORDS}).*", _heading),
        ],
        "line": [
            rule(r"(?=(?:\| )?\*)", None, "#pop"),
            rule(r"\| ", t.TEXT_WHITESPACE),
            rule(r" +\| +| {2,}|\t+", _separator),
            rule(r"\.\.\. *", _continuation),
            rule(r" ?\|", t.TEXT_WHITESPACE),
            rule(r"\n", _newline),
        ],
        "settings": [include("line"), rule(rf"({_WORDS})(:?)", _setting)],
        "tests": [
            include("line"),
            rule(r"[$@&%{}]+", t.NAME_LABEL),
            rule(_SPACE, t.NAME_LABEL),
            rule(_NAME, _test_name),
        ],
        "keywords": [
            include("line"),
            rule(_VARIABLE, t.NAME_VARIABLE, "variable"),
            rule(r"[$@&%{}]+", t.NAME_LABEL),
            rule(_SPACE, t.NAME_LABEL),
            rule(_NAME, t.NAME_LABEL),
        ],
        "variables": [include("line"), rule(_VARIABLE, _own_variable)],
        "cell start": [rule("#.*", t.COMMENT), rule("", None, "#pop")],
        "keyword": [
            rule(rf"(\[)({_WORDS})(\])", _own_setting),
            rule(_VARIABLE, _variable),
            rule("(?i)FOR", _loop),
            rule(_SPACE, t.NAME_FUNCTION),
            rule("(?i)(?:Given|When|Then|And|But) ", t.NAME_BUILTIN),
            rule(_NAME, _keyword),
            rule("", None, "#pop"),
        ],
        "arguments": [
            rule(_VARIABLE, _variable),
            rule("[$@&%]+", t.STR),
            rule(_SPACE, t.STR),
            rule(_NAME, t.STR),
            rule("", None, "#pop"),
        ],
        "variable": [
            rule(r"(\})( )(=)", (t.NAME_VARIABLE, t.TEXT_WHITESPACE, t.PUNCTUATION), "#pop"),
            rule(_VARIABLE, t.NAME_VARIABLE, "variable"),
            rule(r"[{\[]", t.NAME_VARIABLE, "variable"),
            rule(r"[}\]]", t.NAME_VARIABLE, "#pop"),
            rule(r"[^$@&%{}\[\]]+", t.NAME_VARIABLE),
        ],
    }

    def configure(self) -> None:
        """Begin before the first cell; nothing resets this, as in Rouge."""
        self.column = 0
        self.following = None
        self.is_template = False

    def start(self) -> None:
        self.push("before")
