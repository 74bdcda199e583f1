"""Paragraphs, and the ends kramdown gives them."""

from __future__ import annotations

from pyjekyll.kramdown.block.lazy_ends import line_search
from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.characters import STRIPPED
from pyjekyll.kramdown.patterns import SP3
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState
from pyjekyll.kramdown.tokens import extend_paragraph

# In kramdown nothing but a lazy end or a definition ends a paragraph: no heading, quote, fence or list.
PARAGRAPH_END = line_search(rf"|{SP3}:[\t| ]")


def parse_paragraph(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int:
    """Take lines up to a paragraph's end; they join a paragraph that stopped for a rule which then declined."""
    src, start = state.src, state.cursor
    end = parser.paragraph_end(src, start).end()
    text = src[start:end].rstrip(STRIPPED)
    last = state.tokens[-1] if state.tokens else None
    if last is not None and last["type"] == "paragraph":
        hard_break = start >= 3 and src[start - 3 : start] == "  \n"
        joiner = "  \n" if hard_break else "\n"
        extend_paragraph(last, joiner + text if "text" in last else text)
    else:
        state.new_token({"type": "paragraph", "text": text.lstrip(STRIPPED), "at": state.place()})
    return end


RULE = Rule("paragraph", rf"{SP3}[^ \t]", parse_paragraph)
