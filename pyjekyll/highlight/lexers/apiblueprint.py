"""API Blueprint."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Rules, rule
from pyjekyll.highlight.lexers.markdown import Markdown


class ApiBlueprint(Markdown):
    """Lex API Blueprint: Markdown in which the words of headings and lists have a meaning."""

    tag = "apiblueprint"
    states: ClassVar[dict[str, Rules]] = {
        **Markdown.states,
        "root": [
            rule(r"(\S+)(:\s*)(.*)$", (t.NAME_VARIABLE, t.PUNCTUATION, t.STR)),  # metadata; also in the midst of a line
            rule(r"^(#+)(\s*Group\s+)(.*)$", (t.PUNCTUATION, t.KEYWORD, t.GENERIC_HEADING)),
            rule(r"^(#+)(.*)(\[.*\])$", (t.PUNCTUATION, t.GENERIC_HEADING, t.STR)),
            rule(r"^([+*-])(\s*Relation:)(\s*.*)$", (t.PUNCTUATION, t.KEYWORD, t.STR)),
            rule(r"^(\s+[+*-]\s*)(Attributes|Parameters)(.*)$", (t.PUNCTUATION, t.KEYWORD, t.STR)),
            rule(r"^([+*-]\s*)(Request|Response)(\s+\d\d\d)?(.*)$", (t.PUNCTUATION, t.KEYWORD, t.NUM, t.STR)),
            *Markdown.states["root"],
        ],
    }
