"""The span pass: the text of a block becomes text, emphasis, links and so on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from pyjekyll.kramdown.rules import Match, Rule, RuleParser
from pyjekyll.kramdown.states import NEVER, START, Document, KramdownInlineState, Place, SpanSource
from pyjekyll.kramdown.tokens import Token

# Asked at a character that may end a construct: positive ends it, negative says that its end will not come.
Stop = Callable[[KramdownInlineState, int], int]


class KramdownInlineParser(RuleParser[KramdownInlineState]):
    """Parses spans by an ordered table of rules.

    mistune's loop cannot be used: in kramdown constructs nest by parsing on in the same text until their end is found, and
    start over one character later if it is not.
    """

    state_cls = KramdownInlineState
    max_nested_level = 1000  # what mistune's plugins stop at; kramdown has no limit

    def __init__(self, rules: Iterable[Rule]) -> None:
        super().__init__(rules)
        self._searches: dict[tuple[tuple[str, ...] | None, str], Callable[[str, int], Match | None]] = {}
        self._subsets: dict[tuple[str, ...], RuleParser[KramdownInlineState]] = {}

    def __call__(self, text: str, document: Document, at: Place = START, nesting: int = 0) -> list[Token]:
        """Return the tokens of a text of its own."""
        search = self._searches.get((None, "")) or self._search(None, "")
        if search(text, 0) is None:
            return [{"type": "text", "raw": text}] if text else []
        state = KramdownInlineState(document, SpanSource(text, at))
        state.nesting = nesting
        self.run(state)
        return state.tokens

    def render(self, state: KramdownInlineState) -> list[Token]:
        """Parse the text in `state.src` and return its tokens (mistune's interface for plugins)."""
        if state.source.src is not state.src:
            state.source = SpanSource(state.src, state.source.origin)
        self.run(state)
        return state.tokens

    def parse(self, state: KramdownInlineState) -> list[Token]:
        """Do as `render` does."""
        return self.render(state)

    def rules_changed(self) -> None:
        super().rules_changed()
        self._searches = {}
        self._subsets = {}

    def run(
        self, state: KramdownInlineState, stop: Stop | None = None, stop_chars: str = "", only: tuple[str, ...] | None = None
    ) -> int:
        """Parse from the state's start until `stop` says so at one of its characters; return where, or -1 at the text's end.

        Without a stop the end is what is expected. With one the state is of no use when it is not found, but for the
        text still pending. This is the hot spot of the span pass: no call per character, one per construct.
        """
        src, cursor = state.src, state.start
        rules_for = self.rules_for if only is None else self._subset(only).rules_for
        search = self._searches.get((only, stop_chars)) or self._search(only, stop_chars)
        while (found := search(src, cursor)) is not None:
            position = found.start()
            char = src[position]
            if stop is not None and char in stop_chars and (verdict := stop(state, position)):
                if verdict > 0:
                    state.flush(position)
                    return position
                return -1
            if (char == '"' or char == "'") and position > cursor and src[position - 1] != "\\":
                # A quote is looked at together with the character before it, if that is still literal text.
                position -= 1
            state.cursor = position
            for match, method in rules_for(char):
                m = match(src, position)
                if m is not None:
                    end = method(m, state)
                    if end is not None:
                        cursor = end
                        if state.pending == NEVER:
                            state.pending = end
                        break
            else:
                cursor = position + 1
        if stop is None:
            state.flush(len(src))
        return -1

    def _subset(self, names: tuple[str, ...]) -> RuleParser[KramdownInlineState]:
        """Return a registry of some of the rules: the contexts in which kramdown looks for nothing else."""
        subset = self._subsets.get(names)
        if subset is None:
            subset = RuleParser[KramdownInlineState]([])
            for name in names:
                if name in self.rules:
                    subset.specification[name] = self.specification[name]
                    subset._methods[name] = self._methods[name]
                    subset.rules.append(name)
                    subset.starts[name] = self.starts[name]
            self._subsets[names] = subset
        return subset

    def _search(self, only: tuple[str, ...] | None, stop_chars: str) -> Callable[[str, int], Match | None]:
        """Return the search for the next place where a rule or the stop may match.

        One regex, all of whose alternatives begin with a literal: so the regex engine skips plain text by a character set.
        """
        names = self.rules if only is None else [name for name in only if name in self.rules]
        triggers = [self.triggers[name] for name in names]
        if "]" in stop_chars:  # the only one that no rule begins with
            triggers.append(r"\]")
        search = re.compile("|".join(triggers)).search
        self._searches[only, stop_chars] = search
        return search

    def split_code(self, text: str, document: Document, at: Place) -> list[tuple[str, bool]]:
        """Split text into code spans (True) and what is between them."""
        return self._split(text, document, at, ("codespan",))

    def split_code_and_html(self, text: str, document: Document, at: Place) -> list[tuple[str, bool]]:
        """Split text into code spans (True), and text and names of elements."""
        return self._split(text, document, at, ("codespan", "span_html"))

    def _split(self, text: str, document: Document, at: Place, only: tuple[str, ...]) -> list[tuple[str, bool]]:
        state = KramdownInlineState(document, SpanSource(text, at))
        self.run(state, only=only)
        return [(token.get("raw", token.get("tag", "")), token["type"] == "codespan") for token in state.tokens]
