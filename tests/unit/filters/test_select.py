"""What `where` reads of the site's own lists is taken apart once, however often it is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from pyjekyll.filters import select


def test_a_column_is_taken_apart_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    original = select.parse_number
    monkeypatch.setattr(select, "parse_number", lambda value: seen.append(value) or original(value))
    column = select.Column(["a", "007", 7, None, ["a", "a", "b"]])
    assert [column.places(text) for text in ("a", "7", "b", "007", "")] == [[0, 4], [1, 2], [4], [], []]
    assert len(seen) == 5
