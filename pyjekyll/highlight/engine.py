"""Rouge's regex-state machine: what its lexers are written in.

A lexer is a class with a table of states; a state is a list of rules tried in order at the scanner's place. The first
that matches wins, even with an empty match, emits tokens and moves on the stack of states. Where nothing matches, one
character becomes an `Error`. See `rule` for how a rule is written.

Speed: a state's rules are joined into as few regexes as possible, so that one C call finds the winning rule; regexes
are compiled when their state is first entered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar, Union

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.lexer import Chunks, Lexer, Token
from pyjekyll.highlight.regex import FLAGS, FOLDED, Pattern

Moves = Union[str, "tuple[str, ...]", None]
Callback = Callable[[Any, "Hit"], None]
Action = Union[Token, "tuple[Token | None, ...]", Callback]

MAX_NULL_SCANS = 5  # empty matches in a row, after which a rule's success counts as failure


class Hit:
    """What a rule matched: `hit[0]` the whole, `hit[1]` its first group (None where it took no part)."""

    __slots__ = ("_base", "_match")

    def __init__(self, match: re.Match[str], base: int) -> None:
        self._match = match
        self._base = base

    def __getitem__(self, group: int | str) -> Any:
        return self._match[group + self._base] if isinstance(group, int) else self._match[group]


class Rule:
    """One line of a state: a Ruby regex, what to emit, where to go."""

    __slots__ = ("action", "moves", "pattern")

    def __init__(self, pattern: str, action: Action, moves: tuple[tuple[str, Any], ...]) -> None:
        self.pattern = pattern
        self.action = action
        self.moves = moves


class include(str):
    """Stand for all rules of another state, found in the class that lexes (so a subclass may replace it)."""

    __slots__ = ()


Rules = Sequence["Rule | include"]


def words(text: str) -> frozenset[str]:
    """Return a table of words, such as a language's keywords, written as running text."""
    return frozenset(text.split())


def any_of(text: str) -> str:
    """Return a regex for one of the words in text: tried in their order, but found by their first letter."""
    by_initial: dict[str, list[str]] = {}
    for word in text.split():
        by_initial.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(_branch(initial, rests) for initial, rests in by_initial.items()) + ")"


def _branch(initial: str, rests: list[str]) -> str:
    return re.escape(initial) + (re.escape(rests[0]) if len(rests) == 1 else f"(?:{'|'.join(map(re.escape, rests))})")


def rule(pattern: str, action: Action | None, moves: Moves = None) -> Rule:
    """Return a rule for a state's table.

    `pattern` is Ruby's regex source; flags stand in front as `(?imsx)`, with `s` for Ruby's /m. `action` is a token
    for the whole match, a tuple of tokens for its groups (None emits nothing for that group), a function `(lexer, hit)`,
    or None for a rule that only moves. `moves` happen after it: the name of a state to push, `#pop`, `#pop:2`, `#push` (the top again),
    `#goto:name` (replace the top), `#reset` (back to root), or a tuple of several.
    """
    return Rule(pattern, () if action is None else action, _parse_moves(moves))


def _parse_moves(moves: Moves) -> tuple[tuple[str, Any], ...]:
    if moves is None:
        return ()
    return tuple(map(_parse_move, (moves,) if isinstance(moves, str) else moves))


def _parse_move(move: str) -> tuple[str, Any]:
    if not move.startswith("#"):
        return "push", move
    name, _, argument = move[1:].partition(":")
    if name == "pop":
        return name, int(argument or 1)
    return ("again" if name == "push" else name), argument


Matcher = Callable[[str, int], "re.Match[str] | None"]
# Neighbouring rules tried at once, the first one's number, and by the number of the group that matched the rule's
# (None for a rule that is alone).
Segment = tuple[Matcher, int, "dict[int, int] | None"]


class State:
    """A state ready to run: its rules in one row, and the regexes that try several at once."""

    __slots__ = ("_twin", "folds", "name", "resume", "rules", "segments")

    def __init__(self, name: str, rules: list[Rule], resume: list[int], folds: bool = False) -> None:
        self.name = name
        self.folds = folds
        self._twin: State | None = None
        self.rules = rules
        self.resume = resume  # for each rule, where its mixin ends
        self.segments: list[Segment] | None = None  # made when first needed

    def compile(self) -> list[Segment]:
        """Make the state's regexes."""
        self.segments = list(_segments(self.rules, self.folds))
        return self.segments

    def folding(self) -> State:
        """Return the same state for texts with letters that Ruby folds to ASCII: rare, and all others would be slower with it."""
        if self.folds:
            return self
        if self._twin is None:
            self._twin = State(self.name, self.rules, self.resume, folds=True)
        return self._twin


def _segments(rules: list[Rule], folds: bool) -> Iterable[Segment]:
    pending: list[tuple[int, Pattern]] = []
    for index, item in enumerate(rules):
        pattern = Pattern(item.pattern, folds)
        if not pattern.alone:
            pending.append((index, pattern))
            continue
        yield from _joined(pending)
        pending = []
        yield _alone(index, pattern)
    yield from _joined(pending)


def _joined(pending: list[tuple[int, Pattern]]) -> Iterable[Segment]:
    if len(pending) == 1:
        yield _alone(*pending[0])
    elif pending:
        table: dict[int, int] = {}
        group = 1
        for index, pattern in pending:
            table[group] = index
            group += 1 + pattern.count_groups()
        combined = re.compile("|".join(f"({pattern.source})" for _, pattern in pending), FLAGS)
        yield combined.match, pending[0][0], table


def _alone(index: int, pattern: Pattern) -> Segment:
    regex = re.compile(pattern.source, FLAGS)
    return _on_slice(regex, pattern.at_line_start) if pattern.looks_back else regex.match, index, None


def _on_slice(regex: re.Pattern[str], at_line_start: bool) -> Matcher:
    def match(text: str, position: int) -> re.Match[str] | None:
        if at_line_start and position and text[position - 1] != "\n":
            return None
        return regex.match(text[position:])

    return match


class RegexLexer(Lexer):
    """A lexer given by its table `states`, which starts in `root`."""

    states: ClassVar[dict[str, Rules]] = {}
    _laid_out: ClassVar[dict[str, State]] = {}  # this class's states that were entered so far

    text: str  # what is being lexed
    position: int  # where the scanner stands: after the match, while a callback runs; a callback may move it

    def __init__(self, options: dict[str, Any] | None = None) -> None:
        self.text = ""
        self.position = 0
        self._out: Chunks = []
        self._null_scans = 0
        self.stack: list[State] = [self.find_state("root")]
        super().__init__(options)

    def __init_subclass__(cls) -> None:
        cls._laid_out = {}

    @classmethod
    def find_state(cls, name: str) -> State:
        """Return a state of this class with its mixins laid out."""
        state = cls._laid_out.get(name)
        if state is None:
            state = cls._laid_out[name] = make_state(cls, name, cls.states[name])
        return state

    def reset(self) -> None:
        self.reset_stack()
        self.start()

    def start(self) -> None:
        """Prepare for a fresh text: make sub-lexers, forget what rules kept. What is not reset here stays, as in Rouge."""

    # What callbacks use

    def emit(self, token: Token, text: str | None) -> None:
        """Emit a chunk (nothing for an empty one)."""
        if text:
            self._out.append((token, text))

    def groups(self, hit: Hit, *tokens: Token) -> None:
        """Emit the match's groups, in order, with these tokens."""
        for number, token in enumerate(tokens, 1):
            self.emit(token, hit[number])

    def delegate(self, lexer: Lexer | type[Lexer], text: str) -> None:
        """Let another lexer go on with text: an instance from the state it is in, a class from the start."""
        if isinstance(lexer, type):
            lexer = lexer()
            lexer.reset()
        lexer.stream(text, self._out)

    def recurse(self, text: str) -> None:
        """Lex text with a fresh lexer of the same class."""
        self.delegate(type(self), text)

    def push(self, name: str | State | None = None) -> None:
        """Enter a state; the present one again if none is given."""
        self.stack.append(self.state if name is None else name if isinstance(name, State) else self.find_state(name))

    def pop(self, times: int = 1) -> None:
        """Leave so many states."""
        del self.stack[-times:]

    def goto(self, name: str | State) -> None:
        """Replace the present state."""
        self.stack[-1:] = [name if isinstance(name, State) else self.find_state(name)]

    def reset_stack(self) -> None:
        """Leave all states but root."""
        self.stack[:] = [self.find_state("root")]

    @property
    def state(self) -> State:
        """The present state."""
        if not self.stack:
            self.push("root")  # Ruby stops with "empty stack!"; a page is not worth that
        return self.stack[-1]

    def in_state(self, name: str) -> bool:
        """Whether a state is anywhere on the stack."""
        return any(state.name == name for state in self.stack)

    def is_state(self, name: str) -> bool:
        """Whether a state is on top of the stack."""
        return self.state.name == name

    def check(self, regex: re.Pattern[str]) -> re.Match[str] | None:
        """Match a compiled Python regex at the scanner's place without moving."""
        return regex.match(self.text, self.position)

    # The machine

    def stream(self, text: str, out: Chunks) -> None:
        outer = self.text, self.position, self._out
        self.text, self._out = text, out
        self._null_scans = 0
        if not text.isascii() and any(letter in text for letter in FOLDED):
            self._fold()
        self._run(text, out)
        self.text, self.position, self._out = outer

    def _fold(self) -> None:
        self.stack[:] = [state.folding() for state in self.stack]
        ordinary = type(self).find_state
        self.__dict__["find_state"] = lambda name: ordinary(name).folding()

    def _run(self, text: str, out: Chunks) -> None:
        """Lex text; one long function because every call in it costs a tenth of the speed."""
        position = 0
        end = len(text)
        stack = self.stack
        while position < end:
            state = stack[-1] if stack else self.state
            for match_rules, index, table in state.segments or state.compile():  # noqa: B007 - index is used after the loop
                match = match_rules(text, position)
                if match is not None:
                    break
            else:
                out.append((t.ERROR, text[position]))
                position += 1
                continue
            base = 0
            if table is not None:
                base = match.lastindex or 0
                index = table[base]
            winner = state.rules[index]
            action = winner.action
            width = match.end() - match.start()
            position += width
            if isinstance(action, str):
                if width:
                    out.append((action, text[position - width : position]))
                if winner.moves:
                    self._move(winner.moves)
            else:
                self.position = position
                self._act(winner, action, match, base)
                position = self.position
            if width:
                self._null_scans = 0
            else:
                position = self._after_null_scan(state, index, position)

    def _act(self, winner: Rule, action: tuple[Token | None, ...] | Callback, match: re.Match[str], base: int) -> None:
        if isinstance(action, tuple):
            for number, token in enumerate(action, base + 1):
                if token is not None and match[number]:
                    self._out.append((token, match[number]))
        else:
            action(self, Hit(match, base))
        if winner.moves:
            self._move(winner.moves)

    def _move(self, moves: tuple[tuple[str, Any], ...]) -> None:
        for kind, argument in moves:
            if kind == "push":
                self.stack.append(self.find_state(argument))
            elif kind == "pop":
                del self.stack[-argument:]
            elif kind == "again":
                self.stack.append(self.state)
            elif kind == "goto":
                self.goto(argument)
            else:
                self.reset_stack()

    def _after_null_scan(self, state: State, index: int, position: int) -> int:
        """Count an empty match; when there were too many, go on as if the rule's mixin had failed."""
        self._null_scans += 1
        while self._null_scans > MAX_NULL_SCANS:
            found = self._try_from(state, state.resume[index], position)
            if found is None:
                if position < len(self.text):
                    self._out.append((t.ERROR, self.text[position]))
                return position + 1
            index, width = found
            position = self.position
            if width:
                self._null_scans = 0
            else:
                self._null_scans += 1
        return position

    def _try_from(self, state: State, start: int, position: int) -> tuple[int, int] | None:
        """Try a state's rules one by one from start on; return the one that matched and how much it took."""
        for index in range(start, len(state.rules)):
            candidate = state.rules[index]
            match = _alone(index, Pattern(candidate.pattern))[0](self.text, position)
            if match is None:
                continue
            width = match.end() - match.start()
            self.position = position + width
            if isinstance(candidate.action, str):
                self.emit(candidate.action, match[0])
                self._move(candidate.moves)
            else:
                self._act(candidate, candidate.action, match, 0)
            return index, width
        return None


def make_state(lexer: type[RegexLexer], name: str, rules: Rules) -> State:
    """Return a state made of rules that are known only while lexing, such as a string's own delimiter.

    Give it to `push`; callers keep it (`functools.cache`), or its regexes are compiled each time.
    """
    flat: list[Rule] = []
    resume: list[int] = []
    _lay_out(lexer, rules, flat, resume)
    return State(name, flat, resume)


def _lay_out(lexer: type[RegexLexer], rules: Rules, flat: list[Rule], resume: list[int]) -> None:
    first = len(flat)
    for item in rules:
        if isinstance(item, include):
            _lay_out(lexer, lexer.states[item], flat, resume)
        else:
            flat.append(item)
            resume.append(-1)
    for index in range(first, len(flat)):
        if resume[index] == -1:
            resume[index] = len(flat)
