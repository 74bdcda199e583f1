"""GFM's strikethrough."""

from __future__ import annotations

from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.patterns import Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownInlineState, Place

_STRIKETHROUGH = Lazy(r"~~(?s:.*?)[^ \t\n\v\f\r~]~~")


def parse_strikethrough(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int | None:
    """Take text between two `~~`; it is parsed on its own, so what it stands in does not matter to it."""
    if state.source.find("~~", m.end()) < 0:
        return None
    found = _STRIKETHROUGH.match(state.src, m.start())
    if found is None:
        return None
    text = state.src[m.start() + 2 : found.end() - 2]
    children = parser(text, state.document, Place(state.source, m.start()), state.nesting)
    state.append_token({"type": "html_element", "tag": "del", "children": children, "category": "span"})
    return found.end()


RULE = Rule("strikethrough", r"~~(?![ \t\n\v\f\r~])", parse_strikethrough, "~", "~~")
