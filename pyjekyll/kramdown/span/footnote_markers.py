"""References to footnotes."""

from __future__ import annotations

from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.patterns import ID
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownInlineState


def parse_footnote_marker(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int:
    """Take a marker of a footnote that is defined; others are text."""
    name = m["footnote_name"]
    footnote = state.document.footnotes.get(name)
    if footnote is None:
        state.document.warn(f"Footnote definition for '{name}' not found on line {state.line(m.start())}")
    else:
        footnote.referenced = True
        state.append_token({"type": "footnote_ref", "name": name, "content": footnote.content})
    return m.end()


RULE = Rule("footnote_marker", rf"\[\^(?P<footnote_name>{ID})\]", parse_footnote_marker, "[", r"\[")
