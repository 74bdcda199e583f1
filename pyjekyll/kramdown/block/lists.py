"""Bullet and numbered lists."""

from __future__ import annotations

from pyjekyll.kramdown.block.horizontal_rules import HORIZONTAL_RULE
from pyjekyll.kramdown.block.list_items import Continuation, continuation, first_line, split_ial, strip_indentation
from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.characters import WHITE_SPACE
from pyjekyll.kramdown.patterns import BLANKS, SP3, WS, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState, Place
from pyjekyll.kramdown.tokens import Token, extend_paragraph

_BULLET, _NUMBER = "[+*-]", r"[0-9]+\."
LIST_START = rf"{SP3}(?:{_BULLET}|{_NUMBER})[\t| ]"
_LIST_START = Lazy(LIST_START)
_MARKER_STARTS = frozenset(" *+-0123456789")
_BLANK = Lazy(rf"(?>{WS}*\n)")
_EOB = Lazy(rf"\^{BLANKS}\n")


class _Item:
    """An item while its lines are collected.

    Each chunk is parsed on its own, but into the same children: so a nested list needs no blank line before it, as it cannot
    join the paragraph above.
    """

    __slots__ = ("chunks", "continuation", "indentation", "nested", "token")

    def __init__(self, marker: str, rest: str, state: KramdownBlockState, position: int) -> None:
        text, self.indentation = first_line(len(marker), rest)
        self.token: Token = {"type": "list_item", "children": [], "at": Place(state, position)}
        text, ial = split_ial(text, state)
        if ial is not None:
            self.token["ial"] = ial
        self.chunks: list[list[str]] = [[text]]
        self.nested = _LIST_START.match(text) is not None
        self.continuation: Continuation = continuation(self.indentation)

    def add_line(self, line: str) -> None:
        text, found = strip_indentation(line, self.continuation.indentation)
        if found != self.nested and text[0] in _MARKER_STARTS and _LIST_START.match(text):
            if found:
                self.chunks.append([])
                self.nested = True
            else:
                # Not indented, so the text of an inner list: it must not look like an item of this one.
                text = " " * (self.indentation + 4) + text
        self.chunks[-1].append(text)

    def is_plain_content(self, src: str, position: int) -> bool:
        """Tell at once of the commonest line that it goes on with the item: just its indentation, then text."""
        indentation = self.continuation.indentation
        return src.startswith(indentation, position) and src[position + len(indentation)] not in WHITE_SPACE

    def add_blank(self, blank: str) -> None:
        self.chunks[-1].append(blank)
        self.nested = True


def parse_list(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int:
    """Take a list: collect the lines of all its items, then parse them, then decide which items are paragraphs."""
    ordered = m["list_number"] is not None
    children: list[Token] = []
    token = {"type": "list", "ordered": ordered, "children": children}
    if state.block_ial is not None:
        token["ial"] = state.block_ial
        state.block_ial = None
    items, end, ended_by_eob = _collect(state, ordered)
    state.tokens.append(token)
    children.extend(item.token for item in items)
    for item in items:
        _parse_item(parser, state, item)
    last_blank = _finish_items(children, ended_by_eob)
    if last_blank is not None and not ended_by_eob:
        state.tokens.append(last_blank)
    return end


def _collect(state: KramdownBlockState, ordered: bool) -> tuple[list[_Item], int, bool]:
    """Return the items with their lines, where the list ends, and whether an end-of-block marker ended it."""
    src, position, length = state.src, state.cursor, state.cursor_max
    items: list[_Item] = []
    item_start = _item_pattern(ordered, 4)
    after_blank = False
    while position < length:
        if src[position] == "^" and (eob := _EOB.match(src, position)):
            return items, eob.end(), True
        if after_blank and HORIZONTAL_RULE.match(src, position):
            break
        end = src.index("\n", position) + 1
        if items and items[-1].is_plain_content(src, position):
            items[-1].add_line(src[position:end])
            after_blank = False
        elif start := item_start.match(src, position):
            item = _Item(start[1], src[start.end(1) : end], state, position)
            items.append(item)
            item_start = _item_pattern(ordered, min(item.indentation, 4))
            after_blank = False
        elif blank := _BLANK.match(src, position):
            item.add_blank(blank.group())
            after_blank = True
            end = blank.end()
        elif item.continuation.content_line(src, position) or (not after_blank and item.continuation.lazy_line(src, position)):
            item.add_line(src[position:end])
            after_blank = False
        else:
            break
        position = end
    return items, position, False


def _item_pattern(ordered: bool, indentation: int) -> Lazy:
    """Return the pattern of the next item: its marker must stand left of the text of the item before."""
    return _ITEM_PATTERNS[ordered, indentation]


_ITEM_PATTERNS = {
    (ordered, indentation): Lazy(rf"( {{0,{indentation - 1}}}{_NUMBER if ordered else _BULLET})[\t| ]")
    for ordered in (False, True)
    for indentation in (1, 2, 3, 4)
}


def _parse_item(parser: KramdownBlockParser, state: KramdownBlockState, item: _Item) -> None:
    origin = item.token["at"]
    offset = 0
    tokens = item.token["children"]
    for chunk in item.chunks:
        text = "".join(chunk)
        parser.parse(state.enter(item.token, text, tokens, origin, offset))
        offset += text.count("\n")


def _finish_items(items: list[Token], ended_by_eob: bool) -> Token | None:
    """Make paragraphs transparent that are item texts; return the blank that ended the last item with children."""
    last_blank: Token | None = None
    earlier_text = False  # an earlier item does not begin with a paragraph of its own
    for item in items:
        tokens: list[Token] = item["children"]
        if not tokens:
            earlier_text = True
            continue
        first = tokens[0]
        if first["type"] == "paragraph":
            if len(tokens) > 1 and tokens[1]["type"] == "eob" and "ial" in first:
                del tokens[1]  # left by the attribute list of the first paragraph
            is_last = item is items[-1]
            if _is_item_text(tokens, is_last, ended_by_eob) and (not is_last or len(items) == 1 or earlier_text):
                if len(tokens) > 1 and tokens[1]["type"] != "blank_line":
                    extend_paragraph(first, "\n")
                first["type"] = "block_text"
        earlier_text = earlier_text or first["type"] != "paragraph"
        last_blank = tokens.pop() if tokens[-1]["type"] == "blank_line" else None
    return last_blank


def _is_item_text(tokens: list[Token], is_last: bool, ended_by_eob: bool) -> bool:
    """Tell whether an item's first paragraph is not set off from what follows by a blank line."""
    return len(tokens) < 2 or tokens[1]["type"] != "blank_line" or (is_last and len(tokens) == 2 and not ended_by_eob)


RULE = Rule("list", rf"{SP3}(?:{_BULLET}|(?P<list_number>{_NUMBER}))[\t| ]", parse_list, "*+-0123456789")
