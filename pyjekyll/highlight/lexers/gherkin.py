"""Gherkin, the language of Cucumber's features, in seventy natural languages."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule

_REST_OF_LINE = r".*?(?=[#\n])"
_DESCRIPTIONS = {
    "element": ("description", t.KEYWORD_NAMESPACE),
    "feature": ("description of feature", t.KEYWORD_DECLARATION),
    "examples": ("description of examples", t.NAME_NAMESPACE),
}


@cache
def _read_words() -> dict[str, list[str]]:
    text = resources.files(__package__).joinpath("gherkin_words.txt").read_text("utf-8")
    return {name: words.split("|") for name, _, words in (line.partition(": ") for line in text.split("\n"))}


def _heading(lexer: Gherkin, hit: Hit) -> None:
    lexer.reset_stack()
    token = t.ERROR
    for kind, (state, known) in _DESCRIPTIONS.items():
        if hit[1] in _read_words()[kind]:
            lexer.push(state)
            token = known
            break
    lexer.groups(hit, token, t.PUNCTUATION)


def _step_pattern() -> str:
    """Return the regex for what begins a step. A word that ends in `<` or a blank may stand before a letter."""
    branches = []
    for word in _read_words()["step"]:
        if word.endswith("<"):
            branches.append(re.escape(word[:-1]))
        else:
            branches.append(re.escape(word) + ("" if word.endswith(" ") else r"\b"))
    return "|".join(branches)


class Gherkin(RegexLexer):
    """Lex Gherkin."""

    tag = "gherkin"
    stand_ins = False
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            rule(r"\n", t.TEXT),
            rule('(?s)""".*?"""', t.STR),
            rule(r"@[^\s@]+", t.NAME_TAG),
            include("tables"),
            include("steps"),
        ],
        "blanks": [rule("#.*$", t.COMMENT), rule(r"[ \r\t]+", t.TEXT)],
        "headings": [rule("(.*?)(:)", _heading)],
        "steps": [include("headings"), rule(_step_pattern(), t.NAME_FUNCTION, ("#reset", "step"))],
        "tables": [rule(r"(?=\|)", None, "first row")],
        "first row": [rule(r"[^|\s]+", t.NAME_VARIABLE), rule(r"\n", t.TEXT, "#goto:table"), include("table")],
        "table": [
            include("blanks"),
            rule(r"\n", t.TEXT, "row start"),
            rule(r"\|", t.PUNCTUATION),
            rule(r"[^|\s]+", t.NAME),
        ],
        "row start": [rule(r"(?=\s*[^\s|])", None, "#reset"), rule("", None, "#pop")],
        "description": [include("blanks"), include("steps"), rule(r"\n", t.TEXT), rule(_REST_OF_LINE, t.TEXT)],
        "description of feature": [
            include("blanks"),
            include("headings"),
            rule(r"\n", t.TEXT),
            rule(_REST_OF_LINE, t.TEXT),
        ],
        "description of examples": [
            include("blanks"),
            include("tables"),
            rule(r"\n", t.TEXT),
            rule(_REST_OF_LINE, t.TEXT),
        ],
        "step": [
            include("blanks"),
            rule("<.*?>", t.NAME_VARIABLE),
            rule('".*?"', t.STR),
            rule(r"\S[^\s<]*", t.TEXT),
            rule(_REST_OF_LINE, t.TEXT, "#pop"),
        ],
    }
