"""Work grows with the input: asserted by counts of calls, never by seconds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import FrameType

import pytest

from pyjekyll.kramdown import Converter

RUNS = [
    "*", "* ", "*a", "*a ", "**", "**a ", "***a ", "_", " _a", "__a ", "`", "` ", "`a ", "``a `", "[", "[a ", "[a](", "![", "![a ",
    "<", "<a ", "<b> ", '<b a="', "<!--", "<http:", "|", "|a\n", "a|b\n", "|`\n", "<div>", "<div>\n", "<pre>", "<script>", "~~~ a\n",
    "```a\n", "``` a b\n", "```a\n~~~\n", "~~", "~~a ", "$$a ", "{:", "{::a}", "*<b>", "_<b>*", "[<b>", "![*", "*[", "**a*", "[^1]: ",
    "a *b _c `d [e <f |\n",
]  # fmt: skip


@pytest.fixture(autouse=True)
def usual_recursion_limit() -> Iterator[None]:
    """Start each test with the interpreter's usual limit, whatever deep document another one has converted."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(1000)
    yield
    sys.setrecursionlimit(max(before, sys.getrecursionlimit()))


def count_calls(text: str, parser: str) -> int:
    """Return how many functions, Python's and C's (regexes among them), a conversion calls."""
    converter = Converter({"input": parser}, highlighter=None)
    converter.convert(text)  # compiles what is compiled on demand
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        converter.convert(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("parser", ["GFM", "kramdown"])
@pytest.mark.parametrize("unit", RUNS)
def test_twice_the_text_is_at_most_twice_the_work(unit: str, parser: str) -> None:
    """The margin is for what happens once, however long the text is."""
    assert count_calls(unit * 240, parser) <= 2 * count_calls(unit * 120, parser) + 1000


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("> " * 1000 + "a\n", "<blockquote>"),
        (">" * 1000 + " a\n", "<blockquote>"),
        ("- " * 1000 + "a\n", "<ul>"),
        ("".join("  " * depth + "- a\n" for depth in range(1000)), "<ul>"),
        ("<div markdown='1'>\n" * 1000 + "a\n", "<div>"),
        ("<div>" * 1000, "<div>"),
        ("a <b>" * 1000, "<b>"),
        ("> <div>\n" * 1000, "<div>"),
    ],
)
def test_a_thousand_levels(text: str, tag: str) -> None:
    """Nesting that overflows Ruby's stack comes out whole."""
    assert Converter({"input": "GFM"}, highlighter=None).convert(text).html.count(tag) == 1000


def test_nested_lists_grow_as_their_output() -> None:
    """Each level reads the lines of all below it, as each of these lines is printed further in."""

    def nested(depth: int) -> str:
        return "".join("  " * level + "- a\n" for level in range(depth))

    assert count_calls(nested(200), "GFM") <= 4 * count_calls(nested(100), "GFM") + 200
