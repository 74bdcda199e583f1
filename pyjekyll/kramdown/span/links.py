"""Links and images, with a target in parentheses or by reference."""

from __future__ import annotations

from pyjekyll.kramdown.attribute_lists import AttributeList
from pyjekyll.kramdown.block.link_definitions import normalize_link_id
from pyjekyll.kramdown.characters import STRIPPED
from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.patterns import WS, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.span.escapes import ESCAPED
from pyjekyll.kramdown.states import LINK, KramdownInlineState
from pyjekyll.kramdown.tokens import Token, attributes

_REFERENCE = Lazy(rf"{WS}*\[(?P<id>[^\]]+)?\]")
_ANGLE_URL = Lazy(r"\(<(?P<url>.*?)>")
_PAREN_STOP = Lazy(rf"\(|\)|{WS}(?=['\"])")
_TITLE = Lazy(rf"{WS}*(?P<quote>[\"'])(?P<title>(?s:.+?))(?P=quote){WS}*\)")
_ESCAPED = Lazy(ESCAPED)


def parse_link(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int:
    """Take a link or an image; where something is missing, its bracket is text and the rest is parsed again."""
    end = m.end()
    is_image = end - m.start() == 2
    if not is_image and state.kinds & LINK:
        return end
    token: Token = {"type": "image" if is_image else "link"}
    inner = state.nested(token["type"], end, LINK)
    key = ("[", inner.kinds, end)
    if key in state.source.dead:
        return end
    brackets: list[int] = []
    inner.open_brackets = brackets
    closing = parser.run(inner, _balance, "[]!<")
    if closing < 0:
        # None of the brackets open at the end can be closed by a run of its own.
        state.source.dead.update(("[", inner.kinds, bracket) for bracket in (end, *brackets))
        return end
    alt = _ESCAPED.sub(r"\1", state.src[end:closing])
    if not is_image:
        token["children"] = inner.tokens
    position = _find_target(state, token, closing + 1, alt, m.start())
    if position is None:
        return end
    if is_image and state.open_brackets:
        state.open_brackets.pop()
    state.append_token(token)
    return position


def _balance(state: KramdownInlineState, position: int) -> int:
    """Stop at the `]` that closes the link; images that were found have taken theirs along."""
    char, brackets = state.src[position], state.open_brackets
    assert brackets is not None
    if char == "]":
        if not brackets:
            return 1
        brackets.pop()
    elif char == "<":
        return -1 if state.is_dead_end(position) else 0
    else:
        content = position + (2 if char == "!" else 1)
        if ("[", state.kinds, content) in state.source.dead:
            return -1  # it stays open to the end, and so does what it stands in
        brackets.append(content)
    return 0


def _find_target(state: KramdownInlineState, token: Token, position: int, alt: str, start: int) -> int | None:
    """Find the target that stands after the brackets, write it to the token, and return the position after it."""
    src = state.src
    reference = _REFERENCE.match(src, position)
    if reference or not src.startswith("(", position):
        return _resolve_reference(state, token, reference, position, alt, start)
    if angle := _ANGLE_URL.match(src, position):
        url, position, closed = angle["url"], angle.end(), src.startswith(")", angle.end())
        position += closed
    else:
        url, position, closed = _parenthesized(state, position)
    if closed:
        _set_target(token, url, None, alt)
        return position
    title = _TITLE.match(src, position)
    if title is None:
        return None
    _set_target(token, url, title["title"], alt)
    return title.end()


def _resolve_reference(
    state: KramdownInlineState, token: Token, reference: Match | None, position: int, alt: str, start: int
) -> int | None:
    link_id = normalize_link_id((reference and reference["id"]) or alt)
    definition = state.document.link_definitions.get(link_id)
    if definition is None:
        if not (reference and reference["id"]):
            state.document.warn(f"No link definition for link ID '{link_id}' found on line {state.line(start)}")
        return None
    ial: AttributeList | None = definition.eob.get("ial") if definition.eob else None
    if ial is not None:
        # Shared by all uses of the definition: a list after one of them shows on those that follow.
        token["ial"] = ial
        ial.apply(attributes(token), state.document.attribute_lists)
    _set_target(token, definition.url, definition.title, alt)
    return reference.end() if reference else position


def _parenthesized(state: KramdownInlineState, start: int) -> tuple[str, int, bool]:
    """Return the URL after an opening parenthesis, the position after it, and whether the parenthesis is closed.

    An unclosed one is followed by a title, or the link is none.
    """
    src, position, dead = state.src, start, state.source.dead
    opened: list[int] = []
    if ("(", 0, start) in dead:
        return "", start, False
    while found := _PAREN_STOP.search(src, position):
        position = found.end()
        stop = found.group()
        if stop == "(":
            opened.append(found.start())
        elif stop == ")":
            opened.pop()
            if not opened:
                return src[start + 1 : position - 1].strip(STRIPPED), position, True
        else:
            return src[start + 1 : position - 1].strip(STRIPPED), position, False
    dead.update(("(", 0, parenthesis) for parenthesis in opened)
    return "", position, False


def _set_target(token: Token, url: str | None, title: str | None, alt: str) -> None:
    attrs = attributes(token)
    if token["type"] == "link":
        attrs["href"] = url
    else:
        attrs["src"] = url
        attrs["alt"] = alt
    if title is not None:
        attrs["title"] = title


RULE = Rule("link", r"!?\[(?=[^^])", parse_link, "![", r"!\[|\[")
