"""HTML elements and comments among blocks.

An element's content is raw, spans or blocks. Blocks are parsed on the same text from the start tag on, so the end tag is seen
only where a block can begin; a paragraph swallows it.
"""

from __future__ import annotations

import re

from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.html_elements import (
    CLOSING_TAG,
    KNOWN_ELEMENTS,
    MARKDOWN_VALUES,
    OPENING_TAG,
    SPAN_ELEMENTS,
    VOID_ELEMENTS,
    content_model,
    element_name,
    parse_attributes,
)
from pyjekyll.kramdown.patterns import SP3, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState, Place, make_room
from pyjekyll.kramdown.tokens import Token, add_text
from pyjekyll.ruby.unicode_tables import downcase

_REST_OF_LINE = Lazy(r"[ \t]*\n")


def parse_block_html(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int | None:
    """Take a comment, or an element that is no span; an end tag ends the container if it is of that name."""
    position = m.start("tag")
    if state.src.startswith("<!--", state.cursor):  # not indented: kramdown looks for it at the line's very start
        return _parse_comment(state)
    if tag := OPENING_TAG.match(state.src, position):
        return None if _is_span(tag) else _parse_element(parser, state, tag)
    if (tag := CLOSING_TAG.match(state.src, position)) and not _is_span(tag) and _ends_container(state, tag):
        state.closed = True
        return tag.end()
    return None


def _is_span(tag: Match) -> bool:
    return downcase(tag["name"]) in SPAN_ELEMENTS


def _ends_container(state: KramdownBlockState, tag: Match) -> bool:
    container = state.container
    return container is not None and container["type"] == "html_element" and container["tag"] == downcase(tag["name"])


def _parse_comment(state: KramdownBlockState) -> int | None:
    end = state.find("-->", state.cursor + 4)
    if end < 0:
        return None
    state.tokens.append({"type": "html_comment", "raw": state.src[state.cursor : end + 3], "category": "block"})
    return _skip_rest_of_line(state, end + 3)


def _parse_element(parser: KramdownBlockParser, state: KramdownBlockState, tag: Match) -> int:
    place = state.place()
    state.cursor = tag.end()
    end = parse_start_tag(parser, state, tag, state.tokens, _is_raw(state.container), place)
    if state.document.options.html_to_native:
        from pyjekyll.kramdown.native_html import to_native

        to_native(state.tokens[-1])
    return end


def _is_raw(token: Token | None) -> bool:
    return token is not None and token["type"] == "html_element" and token.get("model") == "raw"


def _skip_rest_of_line(state: KramdownBlockState, position: int) -> int:
    rest = _REST_OF_LINE.match(state.src, position)
    return rest.end() if rest else position


def parse_start_tag(
    parser: KramdownBlockParser, state: KramdownBlockState, tag: Match, siblings: list[Token], in_raw: bool, place: Place
) -> int:
    """Append the element whose start tag ends at the cursor, with its content; return the position after it."""
    name = element_name(tag["name"])
    attrs = parse_attributes(tag["attributes"], name in KNOWN_ELEMENTS, state.document, place)
    closed = tag["closed"] is not None or name in VOID_ELEMENTS
    token: Token = {"type": "html_element", "tag": name, "attrs": attrs, "children": [], "category": "block", "closed": closed}
    token["at"] = place
    siblings.append(token)
    if name in ("script", "style"):
        token["closed"] = False
        _take_verbatim(state, token)
    _set_model(state, token, in_raw)
    if token["model"] == "block":
        state.cursor = _skip_rest_of_line(state, state.cursor)
    if not closed and name not in ("script", "style"):
        # Raw elements nest without a state of their own.
        state.nesting += 1
        make_room(state.nesting)
        _parse_content(parser, state, token)
        state.nesting -= 1
        if not in_raw:
            state.cursor = _skip_rest_of_line(state, state.cursor)
    return state.cursor


def _set_model(state: KramdownBlockState, token: Token, in_raw: bool) -> None:
    """Hand the pending attribute list to the element, and decide how its content is parsed."""
    if state.block_ial is not None:
        token["ial"] = state.block_ial
        state.block_ial = None
    model = content_model(token["tag"]) if state.document.options.parse_block_html and not in_raw else "raw"
    wanted = MARKDOWN_VALUES.get(token["attrs"].pop("markdown", None))
    if wanted:
        model = content_model(token["tag"]) if wanted == "default" else wanted
    token["model"] = model


def _parse_content(parser: KramdownBlockParser, state: KramdownBlockState, token: Token) -> None:
    place: Place = token["at"]
    if token["model"] == "block":
        inner = state.enter_here(token, token["children"])
        parser.parse(inner)
        state.cursor = inner.cursor
        if not inner.closed:
            state.document.warn(f"Found no end tag for '{token['tag']}' (line {place.line}) - auto-closing it")
    elif token["model"] == "span":
        _take_spans(state, token)
    else:
        state.cursor = parse_raw_html(parser, state, token)


def _take_verbatim(state: KramdownBlockState, token: Token) -> None:
    """Take all up to the end tag as it is: a script's or a style's text."""
    name, start = token["tag"], state.cursor
    end = _end_tag(name, state)
    if end is None:
        state.cursor = state.cursor_max
        text = state.src[start:]
        state.document.warn(f"Found no end tag for '{name}' - auto-closing it")
    else:
        text = state.src[start : end.start()]
        state.cursor = end.end()
    add_text(token["children"], text, "raw_html")


def _take_spans(state: KramdownBlockState, token: Token) -> None:
    """Take all up to the first end tag of the name as text whose spans are parsed later."""
    start = state.cursor
    end = _end_tag(token["tag"], state)
    if end is None:
        token["text"] = state.src[start:]
        state.cursor = state.cursor_max
        state.document.warn(f"Found no end tag for '{token['tag']}' (line {token['at'].line}) - auto-closing it")
    else:
        token["text"] = state.src[start : end.start()]
        state.cursor = end.end()


def _end_tag(name: str, state: KramdownBlockState) -> Match | None:
    return state.search(re.compile(rf"</{re.escape(name)}[ \t\n\v\f\r]*>", re.IGNORECASE), state.cursor)


def parse_raw_html(parser: KramdownBlockParser, state: KramdownBlockState, token: Token) -> int:
    """Take the content of a raw element up to its end tag, or all the rest; elements inside may ask for Markdown again.

    One loop for text, comments, instructions and tags, as they only differ in what is appended.
    """
    src, tokens = state.src, token["children"]
    text_start = position = state.cursor
    while (position := src.find("<", position)) >= 0:
        end, made = _raw_piece(parser, state, token, position, text_start)
        if end < 0:
            position += 1
            continue
        if made is None:  # the end tag
            return end
        text_start = position = end
    if text_start < state.cursor_max:  # else an element inside was closed by the end of the text; one warning is enough
        add_text(tokens, src[text_start:])
        state.document.warn(f"Found no end tag for '{token['tag']}' on line {token['at'].line} - auto-closing it")
    return state.cursor_max


def _raw_piece(parser: KramdownBlockParser, state: KramdownBlockState, token: Token, position: int, text_start: int) -> tuple[int, bool | None]:
    """Handle the `<` at the position: the end of what it begins (negative if it is text), and None for the end tag."""
    src, tokens = state.src, token["children"]
    following = src[position + 1 : position + 2]
    if following == "/":
        tag = CLOSING_TAG.match(src, position)
        if tag is None:
            return -1, False
        if not _closes(token, tag):
            line = state.line(position)
            state.document.warn(f"Found invalidly used HTML closing tag for '{tag['name']}' on line {line} - ignoring it")
            return -1, False
        add_text(tokens, src[text_start:position])
        return tag.end(), None
    if following in ("!", "?"):
        opener, closer, kind = ("<!--", "-->", "html_comment") if following == "!" else ("<?", "?>", "html_pi")
        end = state.find(closer, position + len(opener)) if src.startswith(opener, position) else -1
        if end < 0:
            return -1, False
        end += len(closer)
        add_text(tokens, src[text_start:position])
        tokens.append({"type": kind, "raw": src[position:end], "category": "block"})
        return end, True
    tag = OPENING_TAG.match(src, position)
    if tag is None:
        return -1, False
    add_text(tokens, src[text_start:position])
    state.cursor = tag.end()
    return parse_start_tag(parser, state, tag, tokens, token["model"] == "raw", Place(state, position)), True


def _closes(token: Token, tag: Match) -> bool:
    name: str = tag["name"]
    return bool(token["tag"] == (downcase(name) if token["tag"] in KNOWN_ELEMENTS else name))


RULE = Rule("block_html", rf"{SP3}(?P<tag><)(?=[^ \t\n>])", parse_block_html, "<")
