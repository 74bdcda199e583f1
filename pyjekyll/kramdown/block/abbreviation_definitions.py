"""Definitions of abbreviations."""

from __future__ import annotations

from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.characters import STRIPPED
from pyjekyll.kramdown.patterns import SP3
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import Abbreviation, KramdownBlockState


def parse_abbreviation_definition(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int:
    """Take a definition; a later one of the same text replaces it."""
    document, text = state.document, m["abbreviation"]
    if text in document.abbreviations:
        document.warn(f"Duplicate abbreviation ID '{text}' on line {state.line(state.cursor)} - overwriting")
    eob = state.new_token({"type": "eob", "kind": "abbrev_def", "attrs": {}})
    document.abbreviations[text] = Abbreviation(m["long_form"].strip(STRIPPED), eob)
    return m.end()


RULE = Rule("abbreviation_definition", rf"{SP3}\*\[(?P<abbreviation>.+?)\]:(?P<long_form>.*?)\n", parse_abbreviation_definition, "*")
