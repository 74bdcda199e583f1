"""Attribute lists for blocks, named attribute lists, and extensions such as `{::options ... /}`."""

from __future__ import annotations

from pyjekyll.kramdown.attribute_lists import AttributeList
from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.extension_tags import EXTENSION_TAG, handle_extension
from pyjekyll.kramdown.patterns import BLANKS, BLOCK_IAL, BRACED, ID, SP3, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState
from pyjekyll.kramdown.tokens import Token

_NAMED_LIST = Lazy(rf"{SP3}\{{:(?P<list_id>{ID}):(?P<list>{BRACED})\}}{BLANKS}\n")
_EXTENSION = Lazy(rf"{SP3}{EXTENSION_TAG}{BLANKS}\n")
_IAL = Lazy(rf"{SP3}{BLOCK_IAL}")
_DEFINITIONS = ("link_def", "abbrev_def", "footnote_def")


def parse_block_extensions(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int | None:
    """Take whatever of the three begins here."""
    if named := _NAMED_LIST.match(state.src, state.cursor):
        target = state.document.attribute_lists.setdefault(named["list_id"], AttributeList())
        state.document.parse_attribute_list(named["list"], target)
        state.new_token({"type": "eob", "kind": "ald"})
        return named.end()
    if tag := _EXTENSION.match(state.src, state.cursor):
        return _parse_extension(state, tag)
    if ial := _IAL.match(state.src, state.cursor):
        return _parse_ial(state, ial)
    return None


def _parse_ial(state: KramdownBlockState, ial: Match) -> int:
    """Give the list to the block before, or keep it for the one that follows."""
    last = state.tokens[-1] if state.tokens else None
    if last is None or not _takes_ial(last):
        if state.block_ial is None:
            state.block_ial = AttributeList()
        state.document.parse_attribute_list(ial["ial"], state.block_ial)
    else:
        if last.get("ial") is None:
            last["ial"] = AttributeList()
        state.document.parse_attribute_list(ial["ial"], last["ial"])
        if not _IAL.match(state.src, ial.end()):
            state.new_token({"type": "eob", "kind": "ial"})
    return ial.end()


def _takes_ial(token: Token) -> bool:
    kind = token["type"]
    return kind != "blank_line" and (kind != "eob" or token.get("kind") in _DEFINITIONS)


def _parse_extension(state: KramdownBlockState, tag: Match) -> int | None:
    outcome = handle_extension(state.document, state, tag, state.line(state.cursor), block=True)
    if outcome is None:
        return None
    end, token = outcome
    if tag["extension"] == "options":
        state.new_token({"type": "eob", "kind": "extension"})
    elif token is not None:
        state.tokens.append(token)
    return end


RULE = Rule("block_extensions", rf"{SP3}\{{:", parse_block_extensions, "{")
