"""What `sort_natural` does with each item: the order itself is Ruby's, in the conformance cases."""

from __future__ import annotations

from pyjekyll.liquid.filters.array import sort_natural


class Page:
    """An item that counts how often it is asked for the text of its data, which is long where it is a page."""

    asked = 0

    def __init__(self, title: str) -> None:
        self.title = title

    def ruby_to_s(self) -> str:
        Page.asked += 1
        return self.title


def test_each_text_is_made_once() -> None:
    Page.asked = 0
    found = sort_natural([Page(f"{'aB'[number % 2]}{number * 37 % 64:02d}") for number in range(64)]) or []
    assert [page.title for page in found] == [f"a{number:02d}" for number in range(0, 64, 2)] + [f"B{number:02d}" for number in range(1, 64, 2)]
    assert Page.asked == 64


def test_a_single_item_is_not_asked() -> None:
    Page.asked = 0
    assert len(sort_natural([Page("a")]) or []) == 1
    assert Page.asked == 0
