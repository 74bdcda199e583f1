"""Definitions of the targets of reference links."""

from __future__ import annotations

from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.patterns import SP3, WS, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState, LinkDefinition
from pyjekyll.ruby.unicode_tables import downcase

_WHITE_SPACE = Lazy(rf"{WS}+")
_UNFINISHED_TITLE = Lazy(r"[ \t]+[\"']")
_SOURCE = (
    rf"{SP3}\[(?P<link_id>[^\n\]]+)\]:[ \t]*(?:<(?P<angle_url>.*?)>|(?P<bare_url>[^\n]*?[^ \t\n\v\f\r][^\n]*?))"
    r"(?:(?:[ \t]*?\n|[ \t]+?)[ \t]*?(?P<title_quote>[\"'])(?P<link_title>.+?)(?P=title_quote))?[ \t]*?\n"
)


def normalize_link_id(link_id: str) -> str:
    """Return a label as definitions are filed under: white space as one space, in lower case."""
    return downcase(_WHITE_SPACE.sub(" ", link_id))


def parse_link_definition(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int | None:
    """Take a definition; it needs no boundary, and what looks like an unfinished title declines."""
    bare_url = m["bare_url"]
    if bare_url is not None and _UNFINISHED_TITLE.search(bare_url):
        return None
    link_id = normalize_link_id(m["link_id"])
    document = state.document
    if link_id in document.link_definitions:
        document.warn(f"Duplicate link ID '{link_id}' on line {state.line(m.end())} - overwriting")
    eob = state.new_token({"type": "eob", "kind": "link_def"})
    url = bare_url if m["angle_url"] is None else m["angle_url"]
    document.link_definitions[link_id] = LinkDefinition(url, m["link_title"], eob)
    return m.end()


RULE = Rule("link_definition", _SOURCE, parse_link_definition, "[")
