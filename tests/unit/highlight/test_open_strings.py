"""Strings that are not closed: Rouge's regexes try every way to read their backslashes, ours one."""

from __future__ import annotations

import pytest

from pyjekyll.highlight import find


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("ruby", "'"),
        ("r", "'"),
        ("r", '"'),
        ("make", '"'),
        ("make", "'"),
        ("clojure", '"'),
        ("applescript", '"'),
        ("ceylon", '"'),
        ("datastudio", "%"),
        ("vala", '"'),
    ],
)
def test_many_backslashes_end(language: str, quote: str) -> None:
    lexer = find(language)
    assert lexer is not None
    text = quote + "\\\\a" * 2000
    assert "".join(part for _, part in lexer.lex(text)) == text


@pytest.mark.parametrize(("language", "quote"), [("ruby", "'"), ("r", "'"), ("r", '"'), ("clojure", '"'), ("datastudio", "%"), ("vala", '"')])
def test_the_last_escaped_quote_closes(language: str, quote: str) -> None:
    lexer = find(language)
    assert lexer is not None
    string = f"{quote}a\\{quote}b\\\\c\\{quote}"
    assert lexer.lex(f"{string} d")[0][1] == string
