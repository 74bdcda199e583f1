"""What a conversion knows: one Document per text, one block state per container, one inline state per run of spans."""

from __future__ import annotations

import re
import sys
from typing import Any, NamedTuple

from pyjekyll.kramdown._upstream import BlockState, InlineState
from pyjekyll.kramdown.attribute_lists import AttributeList
from pyjekyll.kramdown.options import Options
from pyjekyll.kramdown.tokens import Token, add_text


class LinkDefinition(NamedTuple):
    """A target of reference links; `eob` is the token whose attribute list every use shares."""

    url: str
    title: str | None
    eob: Token | None


class Footnote:
    """A footnote's definition and whether it was referred to."""

    __slots__ = ("at", "content", "referenced")

    def __init__(self, content: Token, at: Place) -> None:
        self.content = content
        self.at = at
        self.referenced = False


class Abbreviation(NamedTuple):
    """An abbreviation's long form; its attributes are those of `eob`."""

    title: str
    eob: Token


class Document:
    """Everything that belongs to one text rather than to a place in it."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.inline_options: dict[str, Any] = {}
        self.attribute_lists: dict[str, AttributeList] = {}
        self.link_definitions: dict[str, LinkDefinition] = {}
        self.footnotes: dict[str, Footnote] = {}
        self.abbreviations: dict[str, Abbreviation] = {}
        self.warnings: list[str] = []

    def warn(self, text: str) -> None:
        """Note a warning, worded as kramdown's."""
        self.warnings.append(text)

    def parse_attribute_list(self, text: str, target: AttributeList) -> None:
        """Read an attribute list, with kramdown's warning if it holds none."""
        if not target.add(text):
            self.warn(f"No or invalid attributes found in IAL/ALD content: {text}")


class Place:
    """A position in a source, turned into a line number only when a warning asks for it."""

    __slots__ = ("position", "source")

    def __init__(self, source: Source | None, position: int) -> None:
        self.source = source
        self.position = position

    @property
    def line(self) -> int:
        """The line's number in the document, counted as kramdown counts."""
        return 1 if self.source is None else self.source.line(self.position)


START = Place(None, 0)


class Source:
    """A text with the place it was taken from, and a memory of what does not occur in it any more."""

    src: str

    def __init__(self, origin: Place, offset: int = 0) -> None:
        self.origin = origin
        self.offset = offset
        self._missing: dict[object, int] = {}
        self._first_line: int | None = None

    def line(self, position: int) -> int:
        """Return the number of the line; a line feed at the position itself counts, as it does in kramdown."""
        if self._first_line is None:
            self._first_line = self.origin.line + self.offset
        return self._first_line + self.src.count("\n", 0, position + 1)

    def find(self, text: str, position: int) -> int:
        """Find as str.find does, but scan only once for what is not there: many openers may lack the same closer."""
        if self.is_missing(text, position):
            return -1
        found = self.src.find(text, position)
        if found < 0:
            self.note_missing(text, position)
        return found

    def search(self, pattern: re.Pattern[str], position: int) -> re.Match[str] | None:
        """Search as the pattern does, with the same memory."""
        if self.is_missing(pattern, position):
            return None
        found = pattern.search(self.src, position)
        if found is None:
            self.note_missing(pattern, position)
        return found

    def is_missing(self, what: object, position: int) -> bool:
        """Tell whether it is known not to occur from the position on."""
        return position >= self._missing.get(what, sys.maxsize)

    def note_missing(self, what: object, position: int) -> None:
        """Remember that something does not occur from the position on."""
        self._missing[what] = position


class KramdownBlockState(Source, BlockState):
    """A container's source text, the cursor in it and the tokens made so far."""

    parent: KramdownBlockState | None

    def __init__(self, parent: KramdownBlockState | None = None, origin: Place = START, offset: int = 0) -> None:
        Source.__init__(self, origin, offset)
        BlockState.__init__(self, parent)
        self.document: Document = parent.document if parent else Document(Options())
        self.container: Token | None = None
        self.block_ial: AttributeList | None = None
        self.closed = False  # set where the end tag of the HTML element that this state fills was found
        self.nesting: int = parent.nesting + 1 if parent else 0
        make_room(self.nesting)

    def enter(self, container: Token, src: str, tokens: list[Token], origin: Place, offset: int = 0) -> KramdownBlockState:
        """Return the state for the blocks of a container's own text."""
        child = KramdownBlockState(self, origin, offset)
        child.process(src)
        child.tokens = tokens
        child.container = container
        return child

    def enter_here(self, container: Token, tokens: list[Token]) -> KramdownBlockState:
        """Return the state for blocks that stand in this state's text, from its cursor on."""
        child = self.enter(container, self.src, tokens, self.origin, self.offset)
        child.cursor = self.cursor
        child._missing = self._missing
        return child

    def place(self) -> Place:
        """Return where the cursor is."""
        return Place(self, self.cursor)

    def new_token(self, token: Token) -> Token:
        """Hand the pending attribute list to a new block, unless it made one itself, and append it."""
        if self.block_ial is not None:
            token["ial"] = self.block_ial
            self.block_ial = None
        self.tokens.append(token)
        return token

    def after_block_boundary(self) -> bool:
        """Tell whether a heading, table or formula may begin here."""
        if not self.tokens or self.block_ial is not None:
            return True
        last = self.tokens[-1]
        return last["type"] == "blank_line" or (last["type"] == "eob" and last.get("kind") is None)


# The kinds of spans that must not stand inside themselves, as bits: a run of spans knows all it stands in.
EMPHASIS, STRONG, LINK = 1, 2, 4
NEVER = -1


class SpanSource(Source):
    """The text that a run of spans and all runs nested in it share."""

    def __init__(self, src: str, origin: Place, offset: int = 0) -> None:
        super().__init__(origin, offset)
        self.src = src
        # Where a construct that began with the same delimiter in the same surroundings found no end.
        self.dead: set[tuple[str, int, int]] = set()


class KramdownInlineState(InlineState):
    """A run of spans: the tokens made so far, and the literal text that is not yet a token."""

    def __init__(self, document: Document, source: SpanSource, start: int = 0) -> None:
        # mistune's own initialiser would add fields for CommonMark's algorithms to each of these many objects.
        self.env = {}
        self.document = document
        self.source = source
        self.src = source.src
        self.tokens = []
        self.start = start
        self.cursor = start  # where the match that a rule looks at begins
        self.pending = start  # where literal text begins that append_token still has to add; NEVER right after a token
        self.container = ""  # type of the token these spans are in
        self.kinds = 0
        self.raw = False  # in an HTML element whose content is not parsed
        self.open_brackets: list[int] | None = None  # in a link's text: the brackets that are not closed yet
        self.nesting = 0
        self._delimiters = None

    @property
    def depth(self) -> int:  # type: ignore[override]  # mistune's name for it, which its plugins ask for
        """How many runs this one stands in."""
        return self.nesting

    def nested(self, container: str, start: int, kinds: int = 0) -> KramdownInlineState:
        """Return the state for spans inside a token of that type, which begin at `start` in the same text."""
        child = KramdownInlineState(self.document, self.source, start)
        child.env = self.env
        child.container = container
        child.kinds = self.kinds | kinds
        child.nesting = self.nesting + 1
        make_room(child.nesting)
        return child

    def copy(self) -> KramdownInlineState:
        """Return a state for another text inside this one; set its `src` (mistune's interface for plugins)."""
        child = self.nested("", 0)
        child.source = SpanSource("", Place(self.source, self.cursor))
        return child

    def add_text(self, text: str) -> None:
        """Append literal text."""
        add_text(self.tokens, text)

    def flush(self, end: int) -> None:
        """Make the pending literal text up to `end` a token."""
        if NEVER < self.pending < end:
            text = self.src[self.pending : end]
            tokens = self.tokens
            if tokens and tokens[-1]["type"] == "text":
                tokens[-1]["raw"] += text
            else:
                tokens.append({"type": "text", "raw": text})
        self.pending = NEVER

    def append_token(self, token: Token) -> None:
        """Append a token after the literal text before the match."""
        self.flush(self.cursor)
        self.tokens.append(token)

    def last_element(self) -> Token | None:
        """Return the token right before the match, None if that is literal text or the start."""
        if NEVER < self.pending < self.cursor or not self.tokens or self.tokens[-1]["type"] == "text":
            return None
        return self.tokens[-1]

    def is_empty(self, position: int) -> bool:
        """Tell whether there is nothing yet before the position."""
        return not self.tokens and not NEVER < self.pending < position

    def is_dead_end(self, position: int) -> bool:
        """Tell whether the HTML element that begins here is known to take all the rest, being unclosed."""
        return ("<", self.kinds, position) in self.source.dead

    def line(self, position: int) -> int:
        """Return the number of the line of a position, for a warning."""
        return self.source.line(position)


def make_room(nesting: int) -> None:
    """Let the interpreter recurse as deep as the document nests.

    Containers are parsed, walked and printed by plain recursion. CPython keeps the frames of Python functions on the heap, so
    its limit guards no stack here; a document may nest deeper than it allows by default. The limit is only ever raised, by
    documents that need it.
    """
    if nesting > 24 and nesting % 16 == 0:
        needed = 1000 + 24 * nesting
        if sys.getrecursionlimit() < needed:
            sys.setrecursionlimit(needed)
