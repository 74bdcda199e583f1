"""Dashes, ellipses and guillemets."""

from __future__ import annotations

from pyjekyll.kramdown.entities import by_name
from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownInlineState

_NAMES = {
    "---": "mdash",
    "--": "ndash",
    "...": "hellip",
    "<< ": "laquo_space",
    " >>": "raquo_space",
    "<<": "laquo",
    ">>": "raquo",
}


def parse_typography(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int:
    """Take the longest symbol; escaped guillemets are two signs each."""
    name = _NAMES.get(m.group())
    if name is not None:
        state.append_token({"type": "typographic", "name": name})
    else:
        entity = by_name("lt" if m.group() == "\\<<" else "gt")
        state.append_token({"type": "entity", "entity": entity})
        state.append_token({"type": "entity", "entity": entity})
    return m.end()


RULE = Rule("typographic_syms", r"---|--|\.\.\.|\\<<|\\>>|<<[ ]| >>|<<|>>", parse_typography, "-.\\< >", r"--|\.\.\.|<<| >>|>>|\\<<|\\>>")
