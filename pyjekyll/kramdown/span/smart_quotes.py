"""Typographic quotes."""

from __future__ import annotations

from pyjekyll.kramdown.characters import is_boundary_word
from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.patterns import WS, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownInlineState

_PUNCTUATION = frozenset("!\"#$%'()*+,-./:;<=>?@[\\]^_`{|}~")
_LEFT = {'"': "ldquo", "'": "lsquo"}
_RIGHT = {'"': "rdquo", "'": "rsquo"}

# kramdown's rules in their order; the first that fits at the start decides. The punctuation rule is `_before_punctuation`.
_RULES = Lazy(
    rf"(?P<before_mark>[\"'](?=[_*]{{1,2}}[^ \t\n\v\f\r]))"
    rf"|(?P<space_a>{WS}?)(?P<double_single>\"')(?=[A-Za-z0-9_])"
    rf"|(?P<space_b>{WS}?)(?P<single_double>'\")(?=[A-Za-z0-9_])"
    rf"|(?P<space_c>{WS}?)(?P<decade>')(?=[0-9][0-9]s)"
    rf"|(?P<space_d>{WS})(?P<opening>['\"])(?=[A-Za-z0-9_])"
    r"|(?P<char>[^ \\\t\r\n\[{(-])(?P<closing>['\"])"
    rf"|(?P<before_space>[\"'])(?={WS}|s(?P<after_s>.)?|\n|\Z)"
    r"|(?P<any>(?s:.?))(?P<rest>['\"])"
)
# Characters after which a quote closes; others (white space, brackets, quotes) are for the rules.
_NOT_SIMPLE = frozenset(" \t\n\v\f\r\\[{(-\"'")


def parse_smart_quote(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int:
    """Take a quote, with the character before it if no other construct has taken that."""
    src, start = state.src, m.start()
    if src[start] not in _NOT_SIMPLE:
        return _append(state, start + 1, (_RIGHT[src[start + 1]],))
    if src[start] in _RIGHT and not _marked(src, start) and _before_punctuation(src, start):
        return _append(state, start, (_RIGHT[src[start]],))
    return _by_rules(state, src, start)


def _marked(src: str, position: int) -> bool:
    """Tell whether one or two marks of emphasis and then text follow: the rule before the one for punctuation."""
    found = _RULES.match(src, position)
    return found is not None and found["before_mark"] is not None


def _before_punctuation(src: str, position: int) -> bool:
    r"""Tell whether punctuation follows, but no ellipsis, and no word begins or ends after it (Ruby's \B)."""
    following = src[position + 1 : position + 2]
    if following not in _PUNCTUATION or src.startswith("..", position + 2):
        return False
    after = src[position + 2 : position + 3]
    return (bool(after) and is_boundary_word(after)) == (following == "_")


def _by_rules(state: KramdownInlineState, src: str, start: int) -> int:
    found = _RULES.match(src, start)
    if found is not None and found["before_space"] and found["after_s"] and is_boundary_word(found["after_s"]):
        found = _ANY.match(src, start)
    assert found is not None
    rule = found.lastgroup
    if rule == "after_s":
        rule = "before_space"
    quotes: tuple[str, ...]
    end = found.end()
    if rule == "double_single":
        quotes = ("ldquo", "lsquo")
    elif rule == "single_double":
        quotes = ("lsquo", "ldquo")
    else:
        quote = src[end - 1]
        closes = rule in ("decade", "closing", "before_space")
        quotes = ((_RIGHT if closes else _LEFT)[quote],)
    return _append(state, end - len(quotes), quotes)


def _append(state: KramdownInlineState, position: int, quotes: tuple[str, ...]) -> int:
    state.cursor = position
    for quote in quotes:
        state.append_token({"type": "smart_quote", "name": quote})
        state.cursor += 1
    return state.cursor


_ANY = Lazy(r"(?P<any>(?s:.?))(?P<rest>['\"])")
RULE = Rule("smart_quotes", r"(?:[^\\])?[\"']", parse_smart_quote, None, "\"|'")
