"""No possessive quantifier on a group: before Python 3.11.5, Debian's own included, one that fails half-way does not step back.

An atomic group around the repetition, `(?>(?:x)*)`, means the same and is right everywhere.
"""

from __future__ import annotations

import re
from pathlib import Path

import pyjekyll

PACKAGE = Path(pyjekyll.__file__).parent
# Lists of characters such as `'()*+,` look alike.
POSSESSIVE_GROUP = re.compile(r"(?<!\()\)(?:[*+?]|\{\d*,?\d*\})\+(?![,;])")


def test_the_pattern_finds_them() -> None:
    assert POSSESSIVE_GROUP.search(r"(?:a|b)*+c")
    assert POSSESSIVE_GROUP.search(r"(?:a|b){2,}+c")
    assert not POSSESSIVE_GROUP.search(r"[ab]*+(?>(?:a|b)*)!$&'()*+,;=")


def test_no_group_is_repeated_possessively() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{number}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if POSSESSIVE_GROUP.search(line)
    ]
    assert found == []
