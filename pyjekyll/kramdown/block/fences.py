"""Fenced code blocks: in kramdown with `~~~` at the line's start; GFM's are in gfm.py."""

from __future__ import annotations

from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.characters import WHITE_SPACE
from pyjekyll.kramdown.patterns import BLANKS, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState

_WS = " \t\n\v\f\r"
_CLOSING = Lazy(rf"\n(?P<marks>~{{3,}}){BLANKS}(?=\n)")
_INDENTED_CLOSING = Lazy(rf"\n {{0,3}}(?P<marks>[~`]{{3,}}){BLANKS}(?=\n)")


def parse_fence(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int | None:
    """Take code up to a line with the same fence or a longer one; without such a line, or with two words of info, decline."""
    info = m["fence_rest"].strip(_WS)
    if not WHITE_SPACE.isdisjoint(info):
        return None
    run = m["fence_run"]
    # kramdown's pattern may also give the last marks of a long fence to the info: "````" is closed by "```" then.
    may_shorten = not info or m["fence_rest"][0] not in WHITE_SPACE
    found = _find_closing(state, m, run, may_shorten)
    if found is None:
        return None
    closing, length = found
    _add_code(state, state.src[m.end() : closing.start() + 1], run[length:] + info)
    return closing.end() + 1


def _find_closing(state: KramdownBlockState, m: Match, run: str, may_shorten: bool) -> tuple[Match, int] | None:
    """Return the line that closes the fence, and how much of the opening run is fence: as much as possible."""
    pattern = _INDENTED_CLOSING if "fence_indent" in m.re.groupindex else _CLOSING
    unclosed = ("fence", run, may_shorten)
    if state.is_missing(unclosed, m.end()):
        return None
    best: tuple[Match, int] | None = None
    position = m.end() - 1
    while closing := pattern.search(state.src, position):
        position = closing.end() - 1
        length = _common_fence(run, closing["marks"])
        if length == len(run):
            return closing, length
        if may_shorten and length > (best[1] if best else 2):
            best = closing, length
    if best is None:
        state.note_missing(unclosed, m.end())
    return best


def _common_fence(run: str, marks: str) -> int:
    """Return how long a fence the marks can close: its text, then any number of its last character; 0 for none."""
    length = 0
    while length < len(run) and length < len(marks) and run[length] == marks[length]:
        length += 1
    while length > 2 and marks[length:].strip(run[length - 1]):
        length -= 1
    return length if length > 2 else 0


def _add_code(state: KramdownBlockState, code: str, info: str) -> None:
    token = state.new_token({"type": "block_code", "raw": code, "lang": None})
    if info:
        # `ruby?start_line=3`: the highlighter gets all of it, the class the name.
        token["lang"] = info
        options = info.find("?", 1)
        token["attrs"] = {"class": "language-" + (info if options < 0 else info[:options])}


RULE = Rule("fence", r"(?P<fence_run>~{3,})(?P<fence_rest>.*)\n", parse_fence, "~")
GFM_RULE = Rule("fence", r"(?P<fence_indent> {0,3})(?P<fence_run>[~`]{3,})(?P<fence_rest>.*)\n", parse_fence, "~`")
