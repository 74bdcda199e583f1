"""Character references."""

from __future__ import annotations

from pyjekyll.kramdown.entities import by_name, by_number
from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownInlineState


def parse_entity(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int:
    """Take a reference; of an unknown name the ampersand becomes an entity, the rest is text."""
    if m["entity_name"] is not None:
        entity = by_name(m["entity_name"])
        if entity is None:
            state.append_token({"type": "entity", "entity": by_name("amp")})
            state.pending = m.start() + 1
            return m.end()
    else:
        entity = by_number(int(m["decimal"]) if m["decimal"] else int(m["hexadecimal"], 16))
    state.append_token({"type": "entity", "entity": entity, "original": m.group()})
    return m.end()


RULE = Rule(
    "html_entity",
    r"&(?:(?P<entity_name>[A-Za-z0-9_:][A-Za-z0-9_.:-]*)|#(?P<decimal>[0-9]+)|#x(?P<hexadecimal>[0-9a-fA-F]+));",
    parse_entity,
    "&",
    "&[A-Za-z0-9_:#]",
)
