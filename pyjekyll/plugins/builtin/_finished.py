"""How plugins edit the body of a finished page."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pyjekyll.plugins.builtin._fragment import Element, Text, parse

_BODY = re.compile(r"<body(.*?)>[ \t\r\n\f\v]*", re.DOTALL)


def is_html(item: Any) -> bool:
    """Say whether an item's output is HTML that is written."""
    permalink = item.permalink
    return (not item.is_document or item.written) and (item.output_ext == ".html" or (isinstance(permalink, str) and permalink.endswith("/")))


def split_body(html: str) -> tuple[str, str, str]:
    """Return what stands before the body's content, the content, and what stands after it; without a body all is content."""
    opener = _BODY.search(html) if "<body" in html else None
    if opener is None:
        return ("", html, "") if "<body" not in html else (html, "", "")
    content, end, rest = html[opener.end() :].partition("</body>")
    return html[: opener.end()], content, end + rest


def edit_texts(html: str, mark: str, ignored: tuple[str, ...], edit: Callable[[Text], str | None]) -> str:
    """Return the HTML with texts that have the mark in them replaced by what `edit` makes of them, but inside the ignored elements."""
    tree = parse(html)
    for node in list(tree.walk()):
        if isinstance(node, Text) and mark in node.text and not any(above.name in ignored for above in node.ancestors()):
            made = edit(node)
            if made is not None and node.parent is not None:
                node.parent.replace(node, _nodes(made))
    return tree.html()


def _nodes(html: str) -> list[Any]:
    tree: Element = parse(html)
    return tree.children
