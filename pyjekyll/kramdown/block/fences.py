"""Fenced code blocks: in kramdown with `~~~` at the line's start; GFM's are in gfm.py."""

from __future__ import annotations

import re

from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.characters import WHITE_SPACE
from pyjekyll.kramdown.patterns import BLANKS
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState

_WS = " \t\n\v\f\r"


def parse_fence(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int | None:
    """Take code up to a line with the same fence or a longer one; without such a line, or with two words of info, decline."""
    run, rest = m["fence_run"], m["fence_rest"]
    # kramdown's pattern may also give the last marks of a long fence to the info: "````" is closed by "```" then.
    for length in range(len(run), 2, -1):
        info = (run[length:] + rest).strip(_WS)
        if WHITE_SPACE.isdisjoint(info) and (closing := _find_closing(state, run[:length], m)):
            _add_code(state, state.src[m.end() : closing.start() + 1], info)
            return closing.end()
    return None


def _find_closing(state: KramdownBlockState, fence: str, m: Match) -> Match | None:
    indent = " {0,3}" if m.re.groupindex.get("fence_indent") else ""
    closing = re.compile(rf"\n{indent}{re.escape(fence)}{re.escape(fence[-1])}*{BLANKS}\n")
    return state.search(closing, m.end() - 1)


def _add_code(state: KramdownBlockState, code: str, info: str) -> None:
    token = state.new_token({"type": "block_code", "raw": code, "lang": None})
    if info:
        # `ruby?start_line=3`: the highlighter gets all of it, the class the name.
        token["lang"] = info
        options = info.find("?", 1)
        token["attrs"] = {"class": "language-" + (info if options < 0 else info[:options])}


RULE = Rule("fence", r"(?P<fence_run>~{3,})(?P<fence_rest>.*)\n", parse_fence, "~")
GFM_RULE = Rule("fence", r"(?P<fence_indent> {0,3})(?P<fence_run>[~`]{3,})(?P<fence_rest>.*)\n", parse_fence, "~`")
