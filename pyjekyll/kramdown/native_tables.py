"""HTML tables that kramdown's own syntax could have made (for `html_to_native`)."""

from __future__ import annotations

from collections.abc import Iterator

from pyjekyll.kramdown.patterns import WS, Lazy
from pyjekyll.kramdown.tokens import Token

_ALIGNMENT = Lazy(rf"text-align:{WS}+(center|left|right|justify|inherit)")
_OWN_ALIGNMENT = Lazy(rf"(?:;{WS}*)?text-align:{WS}+(center|left|right)")
_SECTIONS = {"thead": ("th",), "tbody": ("td",), "tfoot": ("td",)}


def is_simple_table(table: Token, block_elements: frozenset[str]) -> bool:
    """Tell whether all rows have the same width and alignment, and no cell has block elements in it."""
    rows = list(_descend(table, "tr"))
    if not all(_is_phrasing(cell, block_elements) for row in rows for cell in _cells(row)):
        return False
    if len({len(_cells(row)) for row in rows if _cells(row)}) > 1:
        return False
    alignments = [[_alignment(cell) for cell in _cells(row)] for row in rows]
    if any(value in ("justify", "inherit") for row in alignments for value in row):
        return False
    if any(row != alignments[0] for row in alignments):
        return False
    return _has_rows(table, "td") or _has_sections(table)


def _descend(token: Token, name: str) -> Iterator[Token]:
    for child in token.get("children") or ():
        if child.get("tag") == name:
            yield child
        else:
            yield from _descend(child, name)


def _cells(row: Token) -> list[Token]:
    return [child for child in row.get("children") or () if child.get("tag") in ("td", "th")]


def _is_phrasing(token: Token, block_elements: frozenset[str]) -> bool:
    children = token.get("children") or ()
    return all(child.get("tag") not in block_elements and _is_phrasing(child, block_elements) for child in children)


def _alignment(cell: Token) -> str:
    found = _ALIGNMENT.search((cell.get("attrs") or {}).get("style") or "")
    return found[1] if found else "default"


def _has_rows(token: Token, cell: str) -> bool:
    """Tell whether there is nothing inside but rows of such cells."""
    return all(
        child["type"] == "text"
        or (child.get("tag") == "tr" and all(inner["type"] == "text" or inner.get("tag") == cell for inner in child["children"]))
        for child in token.get("children") or ()
    )


def _has_sections(table: Token) -> bool:
    children = [child for child in table.get("children") or () if child["type"] != "text"]
    fits = all(child.get("tag") in _SECTIONS and _has_rows(child, _SECTIONS[child["tag"]][0]) for child in children)
    return fits and any(child.get("tag") == "tbody" for child in children)


def convert_table(table: Token) -> None:
    """Make a table token of an element whose children are tokens already."""
    attrs, children = table.get("attrs"), [child for child in table["children"] if child["type"] != "html_element"]
    if children and children[0]["type"] == "table_row":
        children = [{"type": "table_body", "children": children}]
    table.clear()
    table.update({"type": "table", "children": children, "alignment": []})
    if attrs:
        table["attrs"] = attrs
    for section in children:
        for row in section["children"]:
            if row["type"] == "table_row":
                table["alignment"] = [_take_alignment(cell) for cell in row["children"]]


def _take_alignment(cell: Token) -> str | None:
    """Remove the alignment from a cell's style and return it."""
    attrs = cell.get("attrs") or {}
    style = attrs.get("style") or ""
    found = _OWN_ALIGNMENT.search(style)
    if found:
        attrs["style"] = style[: found.start()] + style[found.end() :]
    if "style" in attrs and not attrs["style"].strip():
        del attrs["style"]
    return found[1] if found else None
