"""From the finished tree to HTML, with kramdown's line feeds and indentation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pyjekyll.kramdown import footnotes, table_of_contents
from pyjekyll.kramdown._upstream import BaseRenderer, BlockState
from pyjekyll.kramdown.code import render_code_block, render_code_span
from pyjekyll.kramdown.entities import by_name, by_number, entity_to_text
from pyjekyll.kramdown.escaping import escape_all, escape_text, html_attributes
from pyjekyll.kramdown.heading_ids import HeadingIds, kramdown_id
from pyjekyll.kramdown.highlighter import Highlighter
from pyjekyll.kramdown.html_elements import VOID_ELEMENTS
from pyjekyll.kramdown.options import SMART_QUOTES, Options
from pyjekyll.kramdown.patterns import Lazy
from pyjekyll.kramdown.states import Document
from pyjekyll.kramdown.tokens import Attributes, Token

_INDENT = 2
_NO_TOC = Lazy(r"(?<![A-Za-z0-9_\x80-\U0010ffff])no_toc(?![A-Za-z0-9_\x80-\U0010ffff])")
_CJK_BREAK = Lazy("(?<=[\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u309f\u30a1-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9])\n"  # noqa: E501
                  "(?=[\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u309f\u30a1-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9])")
_AUTO_IDS = Lazy(r"auto_ids(?:-([A-Za-z0-9_-]+))?")
_GUILLEMETS = {"laquo_space": ("laquo", "nbsp"), "raquo_space": ("nbsp", "raquo")}
_SECTIONS = {"table_head": "thead", "table_body": "tbody", "table_foot": "tfoot"}


class RenderState:
    """What printing one document keeps: where it is, and what is inserted at the end."""

    def __init__(self, document: Document, options: Options) -> None:
        self.document = document
        self.options = options
        self.indent = -_INDENT
        self.parents: list[Token] = []
        self.plain_text = not options.remove_line_breaks_for_cjk
        self.ids = HeadingIds(options.auto_id_prefix)
        self.footnotes = footnotes.FootnoteList(options)
        self.toc = table_of_contents.Contents()


class KramdownHTMLRenderer(BaseRenderer):
    """Prints tokens: one method for each type, called with the token and the state."""

    NAME = "html"

    def __init__(self, highlighter: Highlighter | None = None) -> None:
        super().__init__()
        self.highlighter = highlighter
        self._printers: dict[str, Callable[[Token, Any], str]] = {}

    def register(self, name: str, method: Callable[..., str]) -> None:
        """Register a method for a type of token, as with mistune: it gets the renderer, the text and the attributes."""
        super().register(name, method)
        self._printers.pop(name, None)

    def render_document(self, root: Token, document: Document, options: Options) -> str:
        """Return the HTML of a document, footnotes and table of contents included."""
        state = RenderState(document, options)
        html = self.inner(root, state)
        state.indent = -_INDENT
        html = state.footnotes.insert(html, self, state)
        return state.toc.insert(html, self, state)

    def render_tokens(self, tokens: Iterable[Token], state: Any) -> str:
        """Print tokens one after another."""
        parts = []
        for token in tokens:
            parts.append(self.render_token(token, state))
        return "".join(parts)

    def render_token(self, token: Token, state: Any) -> str:
        """Print one token."""
        return self._printer(token["type"])(token, state)

    def _printer(self, kind: str) -> Callable[[Token, Any], str]:
        printer = self._printers.get(kind)
        if printer is None:
            own = getattr(type(self), "print_" + kind, None)
            printer = own.__get__(self) if own else self._foreign_printer(kind)
            self._printers[kind] = printer
        return printer

    def _foreign_printer(self, kind: str) -> Callable[[Token, Any], str]:
        """Return the printer for a token of a plugin, whose method is called as mistune's HTML renderer calls it."""
        method = self._get_method(kind)

        def print_foreign(token: Token, state: RenderState | BlockState) -> str:
            attrs = token.get("attrs") or {}
            if "raw" in token:
                return method(token["raw"], **attrs)
            if "children" in token:
                return method(self.inner(token, state), **attrs)
            return method(**attrs)

        return print_foreign

    def inner(self, token: Token, state: Any) -> str:
        """Print what is inside the token, two columns further in."""
        parts = []
        printers = self._printers
        state.indent += _INDENT
        state.parents.append(token)
        for child in token.get("children") or ():
            kind = child["type"]
            if kind == "text" and state.plain_text:  # nearly half of all tokens
                text = child["raw"]
                parts.append(escape_text(text) if "<" in text or ">" in text or "&" in text else text)
            else:
                parts.append((printers.get(kind) or self._printer(kind))(child, state))
        state.parents.pop()
        state.indent -= _INDENT
        return "".join(parts)

    # Layouts

    def block(self, tag: str, attrs: Attributes | None, body: str, state: RenderState) -> str:
        """Print an element on a line of its own."""
        return f"{' ' * state.indent}<{tag}{html_attributes(attrs)}>{body}</{tag}>\n"

    def box(self, tag: str, attrs: Attributes | None, body: str, state: RenderState) -> str:
        """Print an element whose tags have lines of their own."""
        spaces = " " * state.indent
        return f"{spaces}<{tag}{html_attributes(attrs)}>\n{body}{spaces}</{tag}>\n"

    def span(self, tag: str, attrs: Attributes | None, body: str) -> str:
        """Print an element in a line."""
        return f"<{tag}{html_attributes(attrs)}>{body}</{tag}>"

    # Blocks

    def print_blank_line(self, token: Token, state: RenderState) -> str:
        return "\n"

    def print_paragraph(self, token: Token, state: RenderState) -> str:
        children = token["children"]
        if len(children) == 1 and children[0]["type"] == "image" and _refers_to(children[0], "standalone"):
            return self._figure(token, children[0], state)
        attrs = token.get("attrs")
        return f"{' ' * state.indent}<p{html_attributes(attrs) if attrs else ''}>{self.inner(token, state)}</p>\n"

    def print_block_text(self, token: Token, state: RenderState) -> str:
        return self.inner(token, state)

    def _figure(self, token: Token, image: Token, state: RenderState) -> str:
        figure_attrs, image_attrs = dict(token.get("attrs") or {}), dict(image["attrs"])
        for name in ("class", "id"):
            if name in image_attrs and name not in figure_attrs:
                figure_attrs[name] = image_attrs.pop(name)
        spaces = " " * (state.indent + _INDENT)
        caption = image_attrs["alt"]
        body = f"{spaces}<img{html_attributes(image_attrs)} />\n{spaces}<figcaption>{caption}</figcaption>\n"
        return self.box("figure", figure_attrs, body, state)

    def print_heading(self, token: Token, state: RenderState) -> str:
        attrs = dict(token.get("attrs") or {})
        # An id left empty on purpose is none for a list of contents made by kramdown's own parser, and prints as none.
        if state.options.auto_ids and attrs.get("id") is None:
            attrs["id"] = state.ids.unique(kramdown_id(token["raw_text"]) or "section")
        if attrs.get("id") is not None and self._in_toc(token, state.options):
            state.toc.add(token["level"], attrs["id"] or "", token["children"])
        level = min(max(token["level"] + state.options.header_offset, 1), 6)
        return self.block(f"h{level}", attrs, self.inner(token, state), state)

    def _in_toc(self, token: Token, options: Options) -> bool:
        classes = (token.get("attrs") or {}).get("class") or ""
        return token["level"] in options.toc_levels and not _NO_TOC.search(classes)

    def print_block_quote(self, token: Token, state: RenderState) -> str:
        return self.box("blockquote", token.get("attrs"), self.inner(token, state), state)

    def print_block_code(self, token: Token, state: RenderState) -> str:
        return render_code_block(self, token, state)

    def print_thematic_break(self, token: Token, state: RenderState) -> str:
        return f"{' ' * state.indent}<hr{html_attributes(token.get('attrs'))} />\n"

    def print_list(self, token: Token, state: RenderState) -> str:
        if not state.toc.token and _refers_to(token, "toc"):
            return state.toc.claim(token)
        if not state.footnotes.placed and _refers_to(token, "footnotes"):
            return state.footnotes.claim()
        return self.box("ol" if token["ordered"] else "ul", token.get("attrs"), self.inner(token, state), state)

    def print_list_item(self, token: Token, state: RenderState) -> str:
        return self._item("li", token, state)

    def print_def_list(self, token: Token, state: RenderState) -> str:
        return self.box("dl", token.get("attrs"), self.inner(token, state), state)

    def print_def_list_item(self, token: Token, state: RenderState) -> str:
        return self._item("dd", token, state)

    def _item(self, tag: str, token: Token, state: RenderState) -> str:
        body = self.inner(token, state)
        children = token["children"]
        spaces = " " * state.indent
        if not children or children[0]["type"] == "block_text":
            before, after = "", spaces if body.endswith("\n") else ""
        else:
            before, after = "\n", spaces
        return f"{spaces}<{tag}{html_attributes(token.get('attrs'))}>{before}{body}{after}</{tag}>\n"

    def print_def_list_head(self, token: Token, state: RenderState) -> str:
        attrs = dict(token.get("attrs") or {})
        ial = state.parents[-1].get("ial")
        if attrs.get("id") is None and ial is not None:
            for reference in ial.refs:
                if found := _AUTO_IDS.match(reference):
                    attrs["id"] = f"{found[1] or ''}{kramdown_id(token['raw_text'])}".lstrip()
                    break
        return self.block("dt", attrs, self.inner(token, state), state)

    def print_table(self, token: Token, state: RenderState) -> str:
        return self.box("table", token.get("attrs"), self.inner(token, state), state)

    def print_table_section(self, token: Token, state: RenderState) -> str:
        return self.box(_SECTIONS[token["type"]], token.get("attrs"), self.inner(token, state), state)

    print_table_head = print_table_body = print_table_foot = print_table_section

    def print_table_row(self, token: Token, state: RenderState) -> str:
        """Print a row with its cells, whose alignments the table holds."""
        section = state.parents[-1]
        table = state.parents[-2] if len(state.parents) > 1 else section
        tag = "th" if section["type"] == "table_head" else "td"
        cells = token["children"]
        alignments = [*(table.get("alignment") or ()), *[None] * len(cells)]
        state.indent += _INDENT
        state.parents.append(token)
        parts = []
        for cell, alignment in zip(cells, alignments, strict=False):
            parts.append(self._cell(tag, cell, alignment, state) if cell["type"] == "table_cell" else self.render_token(cell, state))
        state.parents.pop()
        state.indent -= _INDENT
        return self.box("tr", token.get("attrs"), "".join(parts), state)

    def print_table_cell(self, token: Token, state: RenderState) -> str:
        """Print a cell that HTML put outside a row."""
        return self._cell("td", token, None, state)

    def _cell(self, tag: str, token: Token, alignment: str | None, state: RenderState) -> str:
        body = self.inner(token, state)
        attrs = token.get("attrs")
        if alignment is not None:
            attrs = dict(attrs or {})
            style = f"{attrs['style']}; " if "style" in attrs else ""
            attrs["style"] = f"{style}text-align: {alignment}"
        return self.block(tag, attrs, body or self.entity("nbsp", state), state)

    # HTML, comments, verbatim output

    def print_html_element(self, token: Token, state: RenderState) -> str:
        body = self.inner(token, state)
        tag = token["tag"]
        start = f"<{tag}{html_attributes(token.get('attrs'))}"
        if token["category"] == "span":
            return f"{start} />" if not body and tag in VOID_ELEMENTS else f"{start}>{body}</{tag}>"
        spaces = " " * state.indent
        if token["closed"] and token["model"] == "raw":
            html = f"{start} />"
        elif body and token["model"] != "block":
            html = f"{start}>{body}</{tag}>"
        elif body:
            inside = body.removesuffix("\n")
            html = f"{start}>\n{inside}\n{spaces}</{tag}>"
        else:
            html = f"{start} />" if tag in VOID_ELEMENTS else f"{start}></{tag}>"
        return html if _in_raw_html(state) else f"{spaces}{html}\n"

    def print_html_comment(self, token: Token, state: RenderState) -> str:
        if token["category"] == "block" and not _in_raw_html(state):
            return f"{' ' * state.indent}{token['raw']}\n"
        raw: str = token["raw"]
        return raw

    print_html_pi = print_html_comment

    def print_raw_html(self, token: Token, state: RenderState) -> str:
        raw: str = token["raw"]
        return raw

    def print_comment(self, token: Token, state: RenderState) -> str:
        comment = f"<!-- {token['raw']} -->"
        return f"{' ' * state.indent}{comment}\n" if token["category"] == "block" else comment

    def print_raw(self, token: Token, state: RenderState) -> str:
        if token["formats"] and "html" not in token["formats"]:
            return ""
        return str(token["raw"] + ("\n" if token["category"] == "block" else ""))

    def print_math(self, token: Token, state: RenderState) -> str:
        is_block, attrs = token["category"] == "block", token.get("attrs")
        if state.options.math_engine == "mathjax":
            value = escape_all(token["raw"])
            html = f"\\[{value}\\]\n" if is_block else f"\\({value}\\)"
            if not attrs:
                return html
            return self.block("div", attrs, html, state) if is_block else self.span("span", attrs, f"${token['raw']}$")
        if state.options.math_engine:
            state.document.warn(f"The configured math engine {state.options.math_engine} is not available.")
        attrs = {**(attrs or {}), "class": f"{(attrs or {}).get('class') or ''} kdmath".lstrip()}
        if is_block:
            return self.block("div", attrs, f"$$\n{token['raw']}\n$$", state)
        return self.span("span", attrs, f"${token['raw']}$")

    # Spans

    def print_text(self, token: Token, state: RenderState) -> str:
        text = escape_text(token["raw"])
        return _CJK_BREAK.sub("", text) if state.options.remove_line_breaks_for_cjk else text

    def print_emphasis(self, token: Token, state: RenderState) -> str:
        return self.span("em", token.get("attrs"), self.inner(token, state))

    def print_strong(self, token: Token, state: RenderState) -> str:
        return self.span("strong", token.get("attrs"), self.inner(token, state))

    def print_link(self, token: Token, state: RenderState) -> str:
        return self.span("a", token.get("attrs"), self.inner(token, state))

    def print_image(self, token: Token, state: RenderState) -> str:
        return f"<img{html_attributes(token['attrs'])} />"

    def print_codespan(self, token: Token, state: RenderState) -> str:
        return render_code_span(self, token, state)

    def print_linebreak(self, token: Token, state: RenderState) -> str:
        return "<br />"

    def print_footnote_ref(self, token: Token, state: RenderState) -> str:
        return state.footnotes.refer(token["name"], token["content"])

    def print_entity(self, token: Token, state: RenderState) -> str:
        return entity_to_text(token["entity"], state.options, token.get("original"))

    def print_smart_quote(self, token: Token, state: RenderState) -> str:
        quote = state.options.smart_quotes[SMART_QUOTES.index(token["name"])]
        if isinstance(quote, str):
            return self.entity(quote, state)
        return entity_to_text(by_number(quote), state.options)

    def print_typographic(self, token: Token, state: RenderState) -> str:
        name = token["name"]
        replacement = state.options.typographic_symbols.get(name)
        if replacement is not None:
            return escape_text(replacement)
        parts = [self.entity(part, state) for part in _GUILLEMETS.get(name, (name,))]
        return "".join(parts)

    def print_abbreviation(self, token: Token, state: RenderState) -> str:
        attrs = token["attrs"]
        if token["title"]:
            attrs = {**attrs, "title": token["title"]}
        return self.span("abbr", attrs, token["raw"])

    def entity(self, name: str, state: RenderState) -> str:
        """Print the entity of that name."""
        entity = by_name(name)
        return name if entity is None else entity_to_text(entity, state.options)


def _refers_to(token: Token, name: str) -> bool:
    ial = token.get("ial")
    return ial is not None and name in ial.refs


def _in_raw_html(state: RenderState) -> bool:
    parent = state.parents[-1]
    return parent["type"] == "html_element" and parent.get("model") == "raw"


