"""Attribute lists for spans, and extensions in running text."""

from __future__ import annotations

from pyjekyll.kramdown.attribute_lists import AttributeList
from pyjekyll.kramdown.extension_tags import EXTENSION_TAG, handle_extension
from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.patterns import BRACED, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownInlineState
from pyjekyll.kramdown.tokens import attributes

_EXTENSION = Lazy(EXTENSION_TAG)
_IAL = Lazy(rf"\{{:(?P<list>{BRACED})\}}")


def parse_span_extensions(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int | None:
    """Take an extension, or an attribute list right after an element; after text its brace is text."""
    start = m.start()
    if state.source.find("}", start) < 0:
        return None
    if tag := _EXTENSION.match(state.src, start):
        return _parse_extension(state, tag)
    if ial := _IAL.match(state.src, start):
        return _parse_ial(state, ial)
    return None


def _parse_extension(state: KramdownInlineState, tag: Match) -> int | None:
    outcome = handle_extension(state.document, state.source, tag, state.line(tag.start()), block=False)
    if outcome is None:
        return tag.start() + 1
    end, token = outcome
    if token is None:
        state.flush(tag.start())
    else:
        state.append_token(token)
    return end


def _parse_ial(state: KramdownInlineState, ial: Match) -> int:
    last = state.last_element()
    if last is None:
        state.document.warn("Found span IAL after text - ignoring it")
        return ial.start() + 1
    attrs = AttributeList()
    state.document.parse_attribute_list(ial["list"], attrs)
    if last.get("ial") is None:
        last["ial"] = AttributeList()
    last["ial"].merge(attrs)
    attrs.apply(attributes(last), state.document.attribute_lists)
    state.flush(ial.start())
    return ial.end()


RULE = Rule("span_extensions", r"\{:", parse_span_extensions, "{")
