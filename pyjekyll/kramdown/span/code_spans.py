"""Code spans."""

from __future__ import annotations

from pyjekyll.kramdown.characters import WHITE_SPACE
from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownInlineState


def parse_code_span(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int:
    """Take code up to the next occurrence of as many backticks, be it part of a longer run; without one they are text."""
    src, start, end = state.src, m.start(), m.end()
    fence = m.group()
    if fence == "`" and src[end : end + 1] in WHITE_SPACE and (start == 0 or src[start - 1] in WHITE_SPACE):
        return end
    closing = state.source.find(fence, end)
    if closing < 0:
        return end
    text = src[end:closing]
    if fence != "`":
        text = text.removeprefix(" ").removesuffix(" ")
    state.append_token({"type": "codespan", "raw": text})
    return closing + len(fence)


RULE = Rule("codespan", "`+", parse_code_span, "`", "`")
