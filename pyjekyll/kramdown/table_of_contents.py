"""The table of contents, which replaces the first list marked `{:toc}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyjekyll.kramdown.tokens import Token

if TYPE_CHECKING:
    from pyjekyll.kramdown.html_renderer import KramdownHTMLRenderer, RenderState

_PLACEHOLDER = "\ufdd0toc\ufdd1"


class Contents:
    """The headings met so far, and the list they go into."""

    def __init__(self) -> None:
        self.token: Token | None = None
        self._headings: list[tuple[int, str, list[Token]]] = []

    def claim(self, token: Token) -> str:
        """Take a list in the document for the place of the table."""
        self.token = token
        return _PLACEHOLDER

    def add(self, level: int, heading_id: str, spans: list[Token]) -> None:
        """Note a heading."""
        self._headings.append((level, heading_id, spans))

    def insert(self, html: str, renderer: KramdownHTMLRenderer, state: RenderState) -> str:
        """Return the document with the table in its place; without headings there is none."""
        if self.token is None:
            return html
        tree = self._tree(self.token)
        state.indent = 0
        return html.replace(_PLACEHOLDER, renderer.render_token(tree, state) if tree["children"] else "", 1)

    def _tree(self, token: Token) -> Token:
        """Return the list of links; a deeper heading nests below the one before, by whatever step."""
        ordered = token["ordered"]
        attrs = dict(token.get("attrs") or {})
        if attrs.get("id") is None:
            attrs["id"] = "markdown-toc"
        root: Token = {"type": "list", "ordered": ordered, "attrs": attrs, "children": []}
        stack: list[tuple[int, Token]] = [(0, root)]
        for level, heading_id, spans in self._headings:
            while stack[-1][0] >= level:
                stack.pop()
            parent = stack[-1][1]
            if parent is not root:
                parent = _sublist(parent, ordered)
            item = _entry(attrs["id"] or "", heading_id, spans)
            parent["children"].append(item)
            stack.append((level, item))
        return root


def _entry(toc_id: str, heading_id: str, spans: list[Token]) -> Token:
    link = {"type": "link", "attrs": {"href": f"#{heading_id}", "id": f"{toc_id}-{heading_id}"}, "children": _plain(spans)}
    return {"type": "list_item", "children": [{"type": "block_text", "children": [link]}]}


def _sublist(item: Token, ordered: bool) -> Token:
    if len(item["children"]) == 1:
        item["children"].append({"type": "list", "ordered": ordered, "children": []})
    sublist: Token = item["children"][1]
    return sublist


def _plain(spans: list[Token]) -> list[Token]:
    """Return a heading's spans without footnotes, and links replaced by what is in them."""
    result: list[Token] = []
    for span in spans:
        if span["type"] == "footnote_ref":
            continue
        inside = _plain(span.get("children") or [])
        if span["type"] == "link":
            result.extend(inside)
        else:
            result.append({**span, "children": inside})
    return result
