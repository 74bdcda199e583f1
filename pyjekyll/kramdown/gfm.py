"""The flavour Jekyll uses: kramdown with the habits of GitHub's Markdown."""

from __future__ import annotations

from pyjekyll.kramdown.block import fences, headings, lists
from pyjekyll.kramdown.block.lazy_ends import line_search
from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.characters import STRIPPED
from pyjekyll.kramdown.entities import by_name
from pyjekyll.kramdown.heading_ids import HeadingIds, gfm_id
from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.options import Options
from pyjekyll.kramdown.patterns import SP3, WS, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.span import escapes, strikethrough
from pyjekyll.kramdown.states import Document, KramdownBlockState
from pyjekyll.kramdown.tokens import PARAGRAPHS, Token, attributes, is_block

_ATX = r"(?P<atx_level>#{1,6})[\t ]+(?P<atx_text>.*)\n"
PARAGRAPH_END = line_search(rf"|{lists.LIST_START}|#{{1,6}}[\t ]|{SP3}(?:[>]|:[\t| ]|[~`]{{3}})")

# Their space is a non-breaking one, which ids lose.
_GUILLEMETS = {"laquo_space": "«\xa0", "raquo_space": "\xa0»"}
_MAY_BREAK = Lazy(rf"\\{WS}*\n")
_CONTAINERS = frozenset(("block_quote", "list", "list_item", "def_list", "def_list_item"))
_UNCHECKED = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />'
_CHECKED = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />'
_UNCHECKED_BOX = Lazy(rf"\A{WS}*\[ \]{WS}+")
_CHECKED_BOX = Lazy(rf"\A{WS}*\[[xX]\]{WS}+")


def configure(block: KramdownBlockParser, inline: KramdownInlineParser, options: Options) -> None:
    """Replace the rules that differ; what the options `hard_wrap` and `gfm_quirks` say holds for the whole text."""
    quirk = "paragraph_end" in options.gfm_quirks
    block.add_rule(fences.GFM_RULE)
    block.add_rule(Rule("atx_heading", _ATX, parse_atx_heading if quirk else headings.parse_atx_heading, "#"))
    block.add_rule(lists.RULE._replace(parse=parse_task_list))
    if quirk:
        block.paragraph_end = PARAGRAPH_END
    if options.hard_wrap:
        inline.remove("line_break")
    if "no_auto_typographic" in options.gfm_quirks:
        inline.remove("typographic_syms")
    inline.add_rule(escapes.GFM_RULE)
    inline.add_rule(strikethrough.RULE)


def parse_atx_heading(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int | None:
    """Take a heading, which needs no boundary; its closing `#` need a blank before them."""
    text, heading_id = headings.split_id(m["atx_text"])
    body = text.rstrip("#")
    if body != text and body[-1:] in (" ", "\t"):
        text = body.rstrip(STRIPPED)
    return headings.add_heading(state, m, len(m["atx_level"]), text, heading_id)


def parse_task_list(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int:
    """Take a list and turn boxes at the start of its items into checkboxes."""
    end = lists.parse_list(parser, m, state)
    token = next(token for token in reversed(state.tokens) if token["type"] == "list")
    is_task_list = False
    for item in token["children"]:
        if not item["children"] or item["children"][0]["type"] not in PARAGRAPHS:
            continue
        is_task_list = _replace_box(item["children"][0]) or is_task_list
        if is_task_list:  # once there was a box, items without one have the class, too
            attributes(item)["class"] = "task-list-item"
    if is_task_list:
        attributes(token)["class"] = "task-list"
    return end


def _replace_box(paragraph: Token) -> bool:
    text = paragraph.get("text", "")
    for box, html in ((_UNCHECKED_BOX, _UNCHECKED), (_CHECKED_BOX, _CHECKED)):
        if found := box.match(text):
            paragraph["text"] = html + text[found.end() :]
            return True
    return False


def raw_text(token: Token) -> str:
    """Return the text of a heading or term that its id is made from: also code, formulas and typographic signs."""
    kind = token["type"]
    if kind in ("text", "codespan", "math"):
        text: str = token["raw"]
        return text
    if kind == "entity":
        return token["entity"].char or ""
    if kind == "smart_quote":
        return _character(token["name"])
    if kind == "typographic":
        name = token["name"]
        return _GUILLEMETS.get(name) or _character(name)
    parts = []
    for child in token.get("children") or ():
        parts.append(raw_text(child))
    return "".join(parts)


def _character(name: str) -> str:
    entity = by_name(name)
    return (entity and entity.char) or ""


class LinePass:
    """Makes hard line breaks and heading ids, in document order; it leaves out footnotes and what is in HTML elements."""

    def __init__(self, document: Document, hard_wrap: bool, source: str) -> None:
        self._break = "\n" if hard_wrap else "\\\n"
        # Most documents have no backslash at a line's end (a parser may cut the blanks after it): then spans are left alone.
        self._may_break = hard_wrap or _MAY_BREAK.search(source) is not None
        self._auto_ids = document.options.auto_ids
        self._ids = HeadingIds(document.options.auto_id_prefix)

    def run(self, token: Token) -> None:
        """Finish the token's children, and all below them."""
        children: list[Token] = token["children"]
        if self._may_break and any(child["type"] == "text" and self._break in child["raw"] for child in children):
            children = self._with_breaks(token)
        for child in children:
            kind = child["type"]
            if kind == "heading" and self._auto_ids and "id" not in child.get("attrs", ()):
                attributes(child)["id"] = self._ids.unique(gfm_id(child["raw_text"]))
            elif kind != "html_element" and (self._may_break or kind in _CONTAINERS) and child.get("children"):
                self.run(child)

    def _with_breaks(self, token: Token) -> list[Token]:
        result: list[Token] = []
        for child in token["children"]:
            if child["type"] == "text" and self._break in child["raw"]:
                self._break_lines(token, child, result)
            else:
                result.append(child)
        token["children"] = result
        return result

    def _break_lines(self, parent: Token, child: Token, result: list[Token]) -> None:
        lines = child["raw"].split(self._break)
        last = len(lines) - 1
        omit_last = not lines[-1] and is_block(parent) and parent["children"][-1] is child
        for index, line in enumerate(lines):
            result.append({"type": "text", "raw": "\n" + line if index else line})
            if index < last - 1 or (index == last - 1 and not omit_last):
                result.append({"type": "linebreak"})
