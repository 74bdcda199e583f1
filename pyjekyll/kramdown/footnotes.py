"""Footnotes: numbers in the order of their first printing, and the list at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyjekyll.kramdown.escaping import escape_text
from pyjekyll.kramdown.options import Options
from pyjekyll.kramdown.tokens import PARAGRAPHS, Token, children

if TYPE_CHECKING:
    from pyjekyll.kramdown.html_renderer import KramdownHTMLRenderer, RenderState

# Stands for the list until it is known; noncharacters, which no text has.
_PLACEHOLDER = "\ufdd0footnotes\ufdd1"
_ENDS = (*PARAGRAPHS, "heading")


class _Note:
    __slots__ = ("content", "name", "number", "repetitions")

    def __init__(self, name: str, content: Token, number: int) -> None:
        self.name = name
        self.content = content
        self.number = number
        self.repetitions = 0


class FootnoteList:
    """The footnotes referred to so far."""

    def __init__(self, options: Options) -> None:
        self.placed = False
        self._options = options
        self._notes: dict[str, _Note] = {}

    def claim(self) -> str:
        """Take a list in the document for the place where the footnotes go."""
        self.placed = True
        return _PLACEHOLDER

    def refer(self, name: str, content: Token) -> str:
        """Print a reference to a footnote."""
        name = self._options.footnote_prefix + name
        note, repeat = self._notes.get(name), ""
        if note is None:
            note = self._notes[name] = _Note(name, content, self._options.footnote_nr + len(self._notes))
        else:
            note.repetitions += 1
            repeat = f":{note.repetitions}"
        link = f'<a href="#fn:{name}" class="footnote" rel="footnote">{note.number}</a>'
        return f'<sup id="fnref:{name}{repeat}" role="doc-noteref">{link}</sup>'

    def insert(self, html: str, renderer: KramdownHTMLRenderer, state: RenderState) -> str:
        """Return the document with the list in its place."""
        notes = self._render(renderer, state)
        return html.replace(_PLACEHOLDER, notes, 1) if self.placed else html + notes

    def _render(self, renderer: KramdownHTMLRenderer, state: RenderState) -> str:
        items: list[str] = []
        state.indent = 4
        while len(items) < len(self._notes):  # printing one may refer to another
            note = list(self._notes.values())[len(items)]
            items.append(renderer.render_token(self._item(note, renderer, state), state))
        if not items:
            return ""
        number = self._options.footnote_nr
        start = f' start="{number}"' if number != 1 else ""
        return f'<div class="footnotes" role="doc-endnotes">\n  <ol{start}>\n{"".join(items)}  </ol>\n</div>\n'

    def _item(self, note: _Note, renderer: KramdownHTMLRenderer, state: RenderState) -> Token:
        """Return the list item, with links back to the references."""
        blocks: list[Token] = note.content["children"]
        paragraph = self._last_paragraph(blocks)
        space = renderer.entity("nbsp", state)
        if paragraph is None:
            paragraph = {"type": "paragraph", "children": []}
            blocks.append(paragraph)
            first_space = ""
        else:
            first_space = space
        if self._options.footnote_backlink:
            text = escape_text(self._options.footnote_backlink)
            links = [_back_link(first_space, note.name, text)]
            for index in range(1, note.repetitions + 1):
                links.append(_back_link(space, f"{note.name}:{index}", f"{text}<sup>{index + 1}</sup>"))
            children(paragraph).extend({"type": "raw", "raw": link, "formats": [], "category": "span"} for link in links)
        return {"type": "list_item", "attrs": {"id": f"fn:{note.name}", "role": "doc-endnote"}, "children": blocks}

    def _last_paragraph(self, blocks: list[Token]) -> Token | None:
        """Return the paragraph that takes the links: the last block, or with an option the last one inside that."""
        if not blocks or (blocks[-1]["type"] not in PARAGRAPHS and not self._options.footnote_backlink_inline):
            return None
        while blocks and blocks[-1]["type"] not in _ENDS:
            blocks = blocks[-1].get("children") or []
        return blocks[-1] if blocks else None


def _back_link(space: str, name: str, text: str) -> str:
    return f'{space}<a href="#fnref:{name}" class="reversefootnote" role="doc-backlink">{text}</a>'
