"""What block and span rules have in common: a named pattern, a method, and the characters a match can begin with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from types import MethodType
from typing import Any, NamedTuple, TypeVar

from pyjekyll.kramdown._upstream import BlockState, InlineState, Parser

Match = re.Match[str]
Method = Callable[[Match, Any], int | None]


class Rule(NamedTuple):
    """A construct of the grammar.

    `parse(parser, match, state)` returns the position after the construct, or None: then the next rule is asked. `starts`
    holds the characters a match begins with (for blocks: after up to three spaces; "\\t" for an indented line); None means
    any. `trigger` is, for spans, the regex that finds places to try the rule at; without one it is the pattern.
    """

    name: str
    pattern: str
    parse: Callable[[Any, Match, Any], int | None]
    starts: str | None = None
    trigger: str | None = None


State = TypeVar("State", bound=BlockState | InlineState)


class RuleParser(Parser[State]):  # type: ignore[type-var]  # mistune names its own two states only
    """mistune's registry of rules, which keeps for each character the rules that can match there, in order."""

    sc_flag = re.RegexFlag(0)

    def __init__(self, rules: Iterable[Rule]) -> None:
        super().__init__()
        self.starts: dict[str, str | None] = {}
        self.triggers: dict[str, str] = {}
        self._dispatch: dict[str, list[tuple[Callable[[str, int], Match | None], Method]]] = {}
        for rule in rules:
            self.add_rule(rule)

    def add_rule(self, rule: Rule, before: str | None = None) -> None:
        """Register a rule, or replace the one of that name."""
        self.register(rule.name, rule.pattern, rule.parse, before)
        self.starts[rule.name] = rule.starts
        self.triggers[rule.name] = rule.trigger or rule.pattern

    def register(self, name: str, pattern: str | None, func: Callable[[Any, Match, Any], int | None], before: str | None = None) -> None:
        """Register a rule as with mistune; `func(parser, match, state)` returns the end of the match or None."""
        super().register(name, pattern, func, before)
        # Bound without the wrapper that mistune makes: one frame less for each construct.
        self._methods[name] = MethodType(func, self)
        self.starts[name] = None
        self.triggers[name] = self.specification[name]
        self.rules_changed()

    def remove(self, name: str) -> None:
        """Take a rule out."""
        self.rules.remove(name)
        self.rules_changed()

    def rules_changed(self) -> None:
        """Forget what was derived from the rules; call it after changing `rules` itself."""
        self._dispatch.clear()

    def rules_for(self, char: str) -> list[tuple[Callable[[str, int], Match | None], Method]]:
        """Return pattern and method of the rules that can match at the character."""
        found = self._dispatch.get(char)
        if found is None:
            names = [name for name in self.rules if self.starts[name] is None or char in (self.starts[name] or "")]
            found = self._dispatch[char] = [(self.compile_sc([name]).match, self._methods[name]) for name in names]
        return found
