"""kramdown's converter: options, the two parsers and the renderer, put together once for a site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pyjekyll.kramdown import block, gfm, smartypants, span
from pyjekyll.kramdown.block.lazy_ends import LAZY_END
from pyjekyll.kramdown.block.link_definitions import normalize_link_id
from pyjekyll.kramdown.block.paragraphs import PARAGRAPH_END
from pyjekyll.kramdown.block_parser import KramdownBlockParser
from pyjekyll.kramdown.highlighter import Highlighter, rouge
from pyjekyll.kramdown.html_renderer import KramdownHTMLRenderer
from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.options import Options
from pyjekyll.kramdown.states import Document, KramdownBlockState, LinkDefinition
from pyjekyll.kramdown.tokens import Token
from pyjekyll.kramdown.tree_passes import AbbreviationPass, TreePass, text_only


class Result(NamedTuple):
    """The HTML of a text, and what kramdown would warn of."""

    html: str
    warnings: list[str]


class KramdownDocument:
    """kramdown behind the interface of mistune's `Markdown` object: `block`, `inline`, `renderer`, hooks and `use`."""

    def __init__(self, options: Options, highlighter: Highlighter | None) -> None:
        self.options = options
        plain = options.input == "SmartyPants"
        self.inline = KramdownInlineParser(smartypants.SPAN_RULES if plain else span.RULES)
        self.block = KramdownBlockParser(smartypants.BLOCK_RULES if plain else block.RULES, self.inline, PARAGRAPH_END, LAZY_END)
        self.renderer = KramdownHTMLRenderer(highlighter)
        self.is_gfm = options.input == "GFM"
        if self.is_gfm:
            gfm.configure(self.block, self.inline, options)
        self.before_parse_hooks: list[Callable[[KramdownDocument, KramdownBlockState], None]] = []
        self.before_render_hooks: list[Callable[[KramdownDocument, KramdownBlockState], Any]] = []
        self.after_render_hooks: list[Callable[[KramdownDocument, str, KramdownBlockState], str]] = []

    def use(self, plugin: Callable[[Any], None]) -> None:
        """Let a plugin add its rules, as `mistune.Markdown.use` does."""
        plugin(self)

    def parse(self, text: str) -> tuple[str, KramdownBlockState]:
        """Return the HTML of a text and the state of its parsing, whose document has the warnings."""
        state = self._new_state(text)
        root: Token = {"type": "root", "children": state.tokens}
        for before_parse in self.before_parse_hooks:
            before_parse(self, state)
        self.block.parse(state)
        for before_render in self.before_render_hooks:
            before_render(self, state)
        root["children"] = state.tokens
        html = self._finish(root, state.document, state.src)
        for after_render in self.after_render_hooks:
            html = after_render(self, html, state)
        return html, state

    def __call__(self, text: str) -> str:
        """Return the HTML of a text."""
        return self.parse(text)[0]

    def _new_state(self, text: str) -> KramdownBlockState:
        state = KramdownBlockState()
        options = self.options.copy()
        options.auto_id_stripping = options.auto_id_stripping or self.is_gfm
        state.document = Document(options)
        for label, (url, title) in options.link_defs.items():
            state.document.link_definitions[normalize_link_id(label)] = LinkDefinition(url or "", title, None)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        state.process(text.removesuffix("\n") + "\n")
        return state

    def _finish(self, root: Token, document: Document, source: str) -> str:
        """Run the passes over the tree in kramdown's order, then print it."""
        spans = TreePass(self.inline, document, gfm.raw_text if self.is_gfm else text_only)
        spans.run(root)
        abbreviations = AbbreviationPass(document) if document.abbreviations else None
        if abbreviations:
            abbreviations.run(root)
        for footnote in document.footnotes.values():
            spans.run(footnote.content)
            if abbreviations:
                abbreviations.run(footnote.content)
        for name, footnote in document.footnotes.items():
            if not footnote.referenced:
                document.warn(f"Footnote definition for '{name}' on line {footnote.at.line} is unreferenced - ignoring")
        if self.is_gfm:
            gfm.LinePass(document, self.options.hard_wrap, source).run(root)
        return self.renderer.render_document(root, document, self._print_options(document))

    def _print_options(self, document: Document) -> Options:
        """Return the options that hold for printing: those set in the text hold for all of it."""
        if not document.inline_options:
            return self.options
        options = self.options.copy()
        for name, value in document.inline_options.items():
            setattr(options, name, value)
        return options


class Converter:
    """Converts texts with one set of options.

    `options` is the hash that Jekyll hands to kramdown; values may be strings or what YAML makes of them. An option that is
    not supported raises UnsupportedOptionError. `highlighter` does the part of Rouge; None leaves code as it is.
    """

    def __init__(self, options: Mapping[str, Any] | None = None, highlighter: Highlighter | None = rouge) -> None:
        self.options = Options.parse(options or {})
        self.document = KramdownDocument(self.options, highlighter)

    def use(self, plugin: Callable[[Any], None]) -> None:
        """Let a plugin written for mistune add its rules."""
        self.document.use(plugin)

    def convert(self, text: str) -> Result:
        """Return the HTML of a text and the warnings, as kramdown gives them."""
        html, state = self.document.parse(text)
        return Result(html, state.document.warnings)


def convert(text: str, options: Mapping[str, Any] | None = None) -> str:
    """Return the HTML of one text; for many build a Converter once."""
    return Converter(options).convert(text).html
