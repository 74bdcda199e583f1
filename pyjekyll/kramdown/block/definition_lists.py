"""Definition lists: a paragraph, each line a term, and definitions that begin with a colon."""

from __future__ import annotations

from pyjekyll.kramdown.block.list_items import continuation, first_line, split_ial, strip_indentation
from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.patterns import BLANKS, SP3, WS, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState, Place
from pyjekyll.kramdown.tokens import PARAGRAPHS, Token, extend_paragraph

_DEFINITIONS = {indentation: Lazy(rf"( {{0,{indentation - 1}}}:)[\t| ]") for indentation in (1, 2, 3, 4)}
_BLANK = Lazy(rf"(?>{WS}*\n)")
_EOB = Lazy(rf"\^{BLANKS}\n")


class _Definition:
    """A definition while its lines are collected."""

    __slots__ = ("as_paragraph", "continuation", "indentation", "lines", "token")

    def __init__(self, marker: str, rest: str, state: KramdownBlockState, position: int, as_paragraph: bool) -> None:
        text, self.indentation = first_line(len(marker), rest)
        self.token: Token = {"type": "def_list_item", "children": [], "at": Place(state, position)}
        text, ial = split_ial(text, state)
        if ial is not None:
            self.token["ial"] = ial
        self.lines = [text]
        self.as_paragraph = as_paragraph
        self.continuation = continuation(self.indentation)


def parse_definition_list(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int | None:
    """Take definitions for the paragraph before, which may be set off by one blank line; they join a list before it."""
    tokens = state.tokens
    set_off = len(tokens) > 1 and tokens[-1]["type"] == "blank_line" and tokens[-1]["raw"] == "\n"
    if not tokens or tokens[-2 if set_off else -1]["type"] not in PARAGRAPHS:
        return None
    if set_off:
        tokens.pop()
    paragraph = tokens.pop()
    state.block_ial = None  # the list would take it, but then takes the paragraph's instead
    terms = [_term(line, state) for line in _lines(paragraph.get("text", ""))]
    definitions, end = _collect(state, set_off)
    last_blank: Token | None = None
    for definition in definitions:
        last_blank = _parse_definition(parser, state, definition, last_blank)
    _append(tokens, [*terms, *(definition.token for definition in definitions)], paragraph)
    if last_blank is not None:
        tokens.append(last_blank)
    return end


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _term(line: str, state: KramdownBlockState) -> Token:
    text, ial = split_ial(line, state)
    token: Token = {"type": "def_list_head", "text": text, "raw_text": text, "at": state.place()}
    if ial is not None:
        token["ial"] = ial
    return token


def _collect(state: KramdownBlockState, set_off: bool) -> tuple[list[_Definition], int]:
    """Return the definitions with their lines, and where the list ends."""
    src, position, length = state.src, state.cursor, state.cursor_max
    definitions: list[_Definition] = []
    start_pattern = _DEFINITIONS[4]
    as_paragraph, after_blank = set_off, False
    while position < length:
        end = src.index("\n", position) + 1
        if start := start_pattern.match(src, position):
            definition = _Definition(start[1], src[start.end(1) : end], state, position, as_paragraph)
            definitions.append(definition)
            start_pattern = _DEFINITIONS[min(definition.indentation, 4)]
            as_paragraph = after_blank = False
        elif _EOB.match(src, position):
            break
        elif blank := _BLANK.match(src, position):
            definition.lines.append(blank.group())
            as_paragraph = after_blank = True
            end = blank.end()
        elif definition.continuation.content_line(src, position) or (not after_blank and definition.continuation.lazy_line(src, position)):
            definition.lines.append(strip_indentation(src[position:end], definition.continuation.indentation)[0])
            as_paragraph = after_blank = False
        else:
            break
        position = end
    return definitions, position


def _parse_definition(parser: KramdownBlockParser, state: KramdownBlockState, definition: _Definition, last_blank: Token | None) -> Token | None:
    """Parse a definition's text; return the blank it ended with, the one of the definition before if this is empty."""
    tokens: list[Token] = definition.token["children"]
    parser.parse(state.enter(definition.token, "".join(definition.lines), tokens, definition.token["at"]))
    if not tokens:
        return last_blank
    last_blank = tokens.pop() if tokens[-1]["type"] == "blank_line" else None
    if tokens and tokens[0]["type"] == "paragraph" and not definition.as_paragraph:
        if len(tokens) > 1:
            extend_paragraph(tokens[0], "\n")
        tokens[0]["type"] = "block_text"
    return last_blank


def _append(tokens: list[Token], items: list[Token], paragraph: Token) -> None:
    """Append a new list, or the items to the list that ends right before the paragraph."""
    if tokens and tokens[-1]["type"] == "def_list":
        tokens[-1]["children"].extend(items)
    elif len(tokens) > 1 and tokens[-1]["type"] == "blank_line" and tokens[-2]["type"] == "def_list":
        tokens.pop()
        tokens[-1]["children"].extend(items)
    else:
        definition_list: Token = {"type": "def_list", "children": items}
        if paragraph.get("ial") is not None:
            definition_list["ial"] = paragraph["ial"]
        tokens.append(definition_list)


RULE = Rule("def_list", rf"{SP3}:[\t| ]", parse_definition_list, ":")
