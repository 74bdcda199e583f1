"""The nodes of the document tree: mistune's tokens.

A token is a dict with a `type` and, as needed:

raw       the literal text of a leaf (text, code, comment, math)
text      source text whose spans are still to be parsed; the tree pass replaces it by `children`
children  the tokens inside
attrs     HTML attributes in output order; a value of None is not printed
ial       the AttributeList that waits to be applied, and is asked for references such as `toc`
at        the Place the token begins at, for warnings

Block tokens: paragraph, block_text (a paragraph without <p>), heading, block_quote, block_code, thematic_break, list, list_item,
def_list, def_list_head, def_list_item, table, table_head, table_body, table_foot, table_row, table_cell, block_math, blank_line,
eob, footnote_def, raw_text. In both places: html_element, html_comment, html_pi, raw_html, comment, raw, math.
Span tokens: text, emphasis, strong, codespan, link, image, footnote_ref, entity, smart_quote, typographic, linebreak,
abbreviation.
"""

from __future__ import annotations

from typing import Any

Token = dict[str, Any]
Attributes = dict[str, str | None]

BLOCK_TYPES = frozenset(
    (
        "blank_line", "paragraph", "block_text", "heading", "block_quote", "block_code", "list", "list_item", "def_list",
        "def_list_head", "def_list_item", "table", "table_cell", "thematic_break",
    )
)  # fmt: skip
_SPAN_TYPES = frozenset(
    (
        "text", "link", "linebreak", "image", "codespan", "footnote_ref", "emphasis", "strong", "entity", "typographic",
        "smart_quote", "abbreviation",
    )
)  # fmt: skip
PARAGRAPHS = ("paragraph", "block_text")


def is_block(token: Token) -> bool:
    """Tell whether kramdown files the token under its block category; table sections and rows have none."""
    kind = token["type"]
    return kind in BLOCK_TYPES or (kind not in _SPAN_TYPES and token.get("category") == "block")


def attributes(token: Token) -> Attributes:
    """Return the token's attributes, adding an empty dict to a token that has none."""
    attrs: Attributes | None = token.get("attrs")
    if attrs is None:
        attrs = token["attrs"] = {}
    return attrs


def children(token: Token) -> list[Token]:
    """Return the token's children, adding an empty list to a token that has none."""
    tokens: list[Token] | None = token.get("children")
    if tokens is None:
        tokens = token["children"] = []
    return tokens


def extend_paragraph(paragraph: Token, text: str) -> None:
    """Add text whose spans are still to be parsed to a paragraph's end."""
    if "text" in paragraph:
        paragraph["text"] += text
    else:  # made of an HTML element
        children(paragraph).append({"type": "raw_text", "raw": text})


def add_text(tokens: list[Token], text: str, kind: str = "text") -> None:
    """Append text to the last token if it is of that kind, else as a new token unless the text is empty."""
    if tokens and tokens[-1]["type"] == kind:
        tokens[-1]["raw"] += text
    elif text:
        tokens.append({"type": kind, "raw": text})
