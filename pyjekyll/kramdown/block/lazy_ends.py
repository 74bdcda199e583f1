"""Where lazily continued text is over: the ends that paragraphs, quotes, code and list items share.

kramdown looks for them line by line; here one search finds the next. A rough pattern takes any character above ASCII for a
letter of a tag's name; `line_search` looks again with Ruby's letters where that matters.
"""

from __future__ import annotations

from collections.abc import Callable

from pyjekyll.kramdown.html_elements import SPAN_ELEMENTS
from pyjekyll.kramdown.patterns import BLANKS, BLOCK_IAL, HIGH, NAME, SP3, WS, Lazy
from pyjekyll.kramdown.rules import Match

_NAMES = "|".join(sorted(SPAN_ELEMENTS | {"script"}))
_NOT_SPAN = rf"(?!(?:{_NAMES})(?![A-Za-z0-9_]))"
# A start or end tag of an element that is not a span; the first form leaves the decision to the exact pattern.
_UNSURE = rf"(?P<unsure></?[A-Za-z0-9._:-]*[{HIGH}])"
BLOCK_TAG = rf"(?:{_UNSURE}|<{_NOT_SPAN}[A-Za-z_]|</{_NOT_SPAN}{NAME}{WS}*>)"
BLOCK_TAG_OR_IAL = rf"(?:{BLOCK_TAG}|{BLOCK_IAL})"


def _exact_tag() -> str:
    from pyjekyll.ruby.unicode_tables import ALNUM, ALPHA, BWORD

    start, rest = f"[_{ALPHA}]", f"[._{ALNUM}-]*"
    name = f"(?:{start}{rest}:)?{start}{rest}"
    not_span = rf"(?!(?:{_NAMES})(?![{BWORD}]))"
    return rf"<{not_span}{start}|</{not_span}{name}{WS}*>"


_EXACT_TAG = Lazy(_exact_tag)


def is_lazy_stop(m: Match) -> bool:
    """Tell whether a match of a pattern with BLOCK_TAG in it holds under Ruby's classes, too."""
    return m["unsure"] is None or _EXACT_TAG.match(m.string, m.start("unsure")) is not None


def line_search(ends: str) -> Callable[[str, int], Match]:
    """Return the search for the line feed before a lazy end or before one of the ends given as alternatives.

    Without one it is the last line feed: the end of the text is an end as well.
    """
    # Everything begins with a literal line feed, which the regex engine looks for fast.
    find = Lazy(rf"\n(?={BLANKS}\n|\Z|\^{BLANKS}\n|{SP3}{BLOCK_TAG_OR_IAL}{ends})")

    def search(src: str, position: int) -> Match:
        """Find the line feed from a position on."""
        found = find.search(src, position)
        while found is not None and not is_lazy_stop(found):
            found = find.search(src, found.end())
        assert found is not None, "every source ends with a line feed"
        return found

    return search


LAZY_END = line_search("")
