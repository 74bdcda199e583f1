"""Formulas in running text."""

from __future__ import annotations

from pyjekyll.kramdown.characters import STRIPPED
from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownInlineState


def parse_inline_math(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int | None:
    """Take a formula between two `$$`; a single `$` is nothing."""
    end = state.source.find("$$", m.end())
    if end < 0:
        return None
    state.append_token({"type": "math", "raw": state.src[m.end() : end].strip(STRIPPED), "category": "span"})
    return end + 2


RULE = Rule("inline_math", r"\$\$", parse_inline_math, "$")
