"""Long lists of words, kept as text beside the lexers."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def read_word_lists(file_name: str) -> dict[str, frozenset[str]]:
    """Return a file's lists by their names; each line is `name: words`."""
    text = resources.files(__package__).joinpath(file_name).read_text("utf-8")
    return {name: frozenset(words.split()) for name, _, words in (line.partition(": ") for line in text.splitlines())}
