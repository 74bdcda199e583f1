"""The first line of a list item or definition, and the lines that go on with it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pyjekyll.kramdown.attribute_lists import AttributeList
from pyjekyll.kramdown.block.lazy_ends import BLOCK_TAG_OR_IAL, is_lazy_stop
from pyjekyll.kramdown.patterns import BRACED, ID, WS, Lazy, quick_to_compile
from pyjekyll.kramdown.states import KramdownBlockState

_WS = " \t\n\v\f\r"
_ITEM_IAL = rf"{WS}*\{{:(?!(?:{ID})?:|/)(?P<item_ial>{BRACED})\}}{WS}*"
ITEM_IAL = Lazy(_ITEM_IAL)
_ONLY_IAL = Lazy(rf"(?:{_ITEM_IAL})?{WS}*\n")
_LEADING_TABS = Lazy(r"( *)(\t+)")


class Continuation(NamedTuple):
    """The patterns of the lines that go on with an item of some indentation."""

    content: re.Pattern[str]
    lazy_stop: re.Pattern[str]
    indentation: str

    def content_line(self, src: str, position: int) -> bool:
        """Tell whether an indented line of the item, not blank, stands at the position."""
        return self.content.match(src, position) is not None

    def lazy_line(self, src: str, position: int) -> bool:
        """Tell whether a line stands here that belongs to the item only if no blank line was before it."""
        stop = self.lazy_stop.match(src, position)
        return stop is None or not is_lazy_stop(stop)


@cache
def continuation(indentation: int) -> Continuation:
    """Return the patterns for an indentation."""
    tabs, spaces = divmod(indentation, 4)
    indent = r"(?:\t| {4})"
    text = r"[ \t\v\f\r]*[^ \t\n\v\f\r]"
    return Continuation(
        re.compile(rf"(?:{indent}{{{tabs}}} {{{spaces}}}|{indent}{{{tabs + 1}}}){text}"),
        re.compile(quick_to_compile(rf" {{0,{min(indentation, 3)}}}{BLOCK_TAG_OR_IAL}")),
        " " * indentation,
    )


def first_line(marker_width: int, rest: str) -> tuple[str, int]:
    """Return the text after a marker and the indentation that the item's further lines need."""
    if _ONLY_IAL.match(rest):
        return rest.lstrip(_WS), 4
    while found := _LEADING_TABS.match(rest):
        column = len(found[1]) + marker_width
        rest = found[1] + " " * (4 - column % 4 + (len(found[2]) - 1) * 4) + rest[found.end() :]
    return rest.lstrip(_WS), marker_width + len(rest) - len(rest.lstrip(" "))


def split_ial(text: str, state: KramdownBlockState, pending: AttributeList | None = None) -> tuple[str, AttributeList | None]:
    """Cut an attribute list for the item off the front of its text."""
    found = ITEM_IAL.match(text)
    if found is None:
        return text, pending
    attributes = AttributeList()
    state.document.parse_attribute_list(found["item_ial"], attributes)
    return text[found.end() :], attributes


def strip_indentation(line: str, indentation: str) -> tuple[str, bool]:
    """Return a line without the item's indentation, and whether it had it; leading tabs count as four spaces each."""
    if line[0] == "\t":
        text = line.lstrip("\t")
        line = "    " * (len(line) - len(text)) + text
    if line.startswith(indentation):
        return line[len(indentation) :], True
    return line, False
