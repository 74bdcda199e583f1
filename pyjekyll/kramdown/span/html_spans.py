"""HTML in running text."""

from __future__ import annotations

from pyjekyll.kramdown.html_elements import (
    BLOCK_ELEMENTS,
    CLOSING_TAG,
    KNOWN_ELEMENTS,
    MARKDOWN_VALUES,
    OPENING_TAG,
    VOID_ELEMENTS,
    content_model,
    element_name,
    parse_attributes,
)
from pyjekyll.kramdown.inline_parser import KramdownInlineParser, Stop
from pyjekyll.kramdown.patterns import Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownInlineState, Place
from pyjekyll.kramdown.tokens import Attributes, Token
from pyjekyll.ruby.unicode_tables import downcase

_LINE_FEEDS = Lazy(r"\n+")


def parse_span_html(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int | None:
    """Take a comment or an element; end tags and tags of block elements are text."""
    src, start = state.src, m.start()
    if src.startswith("<!--", start):
        return _parse_comment(state, start)
    if tag := CLOSING_TAG.match(src, start):
        state.document.warn(f"Found invalidly used HTML closing tag for '{tag['name']}' on line {state.line(start)}")
        return tag.end()
    tag = OPENING_TAG.match(src, start)
    if tag is None:
        return None
    name = element_name(tag["name"])
    if name in BLOCK_ELEMENTS:
        state.document.warn(f"Found block HTML tag '{name}' in span-level text on line {state.line(start)}")
        return tag.end()
    return _parse_element(parser, state, tag, name)


def _parse_comment(state: KramdownInlineState, start: int) -> int | None:
    end = state.source.find("-->", start + 4)
    if end < 0:
        return None
    state.append_token({"type": "html_comment", "raw": state.src[start : end + 3], "category": "span"})
    return end + 3


def _parse_element(parser: KramdownInlineParser, state: KramdownInlineState, tag: Match, name: str) -> int:
    attrs = parse_attributes(tag["attributes"], name in KNOWN_ELEMENTS, state.document, Place(state.source, tag.start()))
    for key, value in attrs.items():
        if value and "\n" in value:
            attrs[key] = _LINE_FEEDS.sub(" ", value)
    parsed = _is_parsed(state, name, attrs, tag)
    model = "span" if parsed else "raw"
    token: Token = {"type": "html_element", "tag": name, "attrs": attrs, "category": "span", "model": model, "children": []}
    token["closed"] = tag["closed"] is not None
    end = tag.end()
    if token["closed"] or name in VOID_ELEMENTS:
        state.append_token(token)
    else:
        end = _parse_content(parser, state, token, tag)
    if state.document.options.html_to_native:
        from pyjekyll.kramdown.native_html import to_native

        to_native(token)
    return end


def _is_parsed(state: KramdownInlineState, name: str, attrs: Attributes, tag: Match) -> bool:
    """Tell whether the element's content is parsed; the attribute `markdown` decides, and is removed."""
    wanted = MARKDOWN_VALUES.get(attrs.pop("markdown", None) or "")
    if wanted == "span":
        return True
    raw = content_model(name) == "raw"
    if wanted == "default":
        return not raw
    if wanted == "raw":
        return False
    if wanted == "block":
        line = state.line(tag.start())
        state.document.warn(f"Cannot use block-level parsing in span-level HTML tag (line {line}) - using default mode")
    return not raw and not state.raw and state.document.options.parse_span_html


def _parse_content(parser: KramdownInlineParser, state: KramdownInlineState, token: Token, tag: Match) -> int:
    """Parse up to the end tag; without one the element takes all the rest."""
    inner = state.nested("html_element", tag.end())
    inner.raw = token["model"] == "raw"
    found = parser.run(inner, _closer(token["tag"]), "<", ("span_html",) if inner.raw else None)
    token["children"] = inner.tokens
    if found < 0:
        state.document.warn(f"Found no end tag for '{token['tag']}' (line {state.line(tag.start())}) - auto-closing it")
        inner.flush(len(state.src))
        state.source.dead.add(("<", state.kinds, tag.start()))
        end = len(state.src)
    else:
        closing = CLOSING_TAG.match(state.src, found)
        assert closing is not None
        end = closing.end()
    state.append_token(token)
    return end


def _closer(name: str) -> Stop:
    known = name in KNOWN_ELEMENTS

    def closes(state: KramdownInlineState, position: int) -> int:
        tag = CLOSING_TAG.match(state.src, position) if state.src.startswith("</", position) else None
        return tag is not None and (tag["name"] == name or (known and downcase(tag["name"]) == name))

    return closes


RULE = Rule("span_html", "<", parse_span_html, "<", "<")
