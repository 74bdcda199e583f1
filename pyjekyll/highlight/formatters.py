"""Rouge's HTML formatters: chunks in, HTML out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.lexer import Chunks

Formatter: TypeAlias = Callable[[Chunks], str]


def escape(text: str) -> str:
    """Escape text as Rouge does: quotes stay."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def html(chunks: Chunks) -> str:
    """Put each chunk into a span of its token's class; plain text gets none."""
    out: list[str] = []
    for token, text in chunks:
        if "&" in text or "<" in text or ">" in text:
            text = escape(text)
        # Escape tokens are for a switch that neither Jekyll nor kramdown turns on: without it they are errors.
        out.append(f'<span class="{"err" if token == t.ESCAPE else token}">{text}</span>' if token else text)
    return "".join(out)


def html_inline(theme: str) -> Formatter:
    """Return a formatter that writes a theme's rules into `style` attributes; raise ThemeNotFound for an unknown theme."""
    from pyjekyll.highlight.themes import Theme

    rules = Theme(theme).rules

    def format_chunks(chunks: Chunks) -> str:
        return "".join(f'<span style="{rules(token)}">{escape(text)}</span>' if token else escape(text) for token, text in chunks)

    return format_chunks


def html_table(inner: Formatter, options: Mapping[str, Any]) -> Formatter:
    """Return a formatter that sets line numbers beside what `inner` makes, in a table.

    Options: start_line, line_format (printf's), table_class, gutter_class, code_class.
    """
    start_line = options.get("start_line", 1)
    line_format = options.get("line_format", "%i")
    table_class = options.get("table_class", "rouge-table")
    gutter_class = options.get("gutter_class", "rouge-gutter")
    code_class = options.get("code_class", "rouge-code")

    def format_chunks(chunks: Chunks) -> str:
        lines = sum(text.count("\n") for _, text in chunks)
        formatted = inner(chunks)
        if not (chunks and chunks[-1][1].endswith("\n")):
            lines += 1
            formatted += "\n"
        # An empty range still prints its line end, as when every line was counted away by a lexer that drops text.
        numbers = "\n".join(line_format % number for number in range(start_line, start_line + lines)) + "\n"
        return (
            f'<table class="{table_class}"><tbody><tr><td class="{gutter_class} gl"><pre class="lineno">{numbers}</pre></td>'
            f'<td class="{code_class}"><pre>{formatted}</pre></td></tr></tbody></table>'
        )

    return format_chunks


def html_pygments(inner: Formatter, css_class: str = "codehilite") -> Formatter:
    """Return a formatter that wraps what `inner` makes as Pygments does."""

    def format_chunks(chunks: Chunks) -> str:
        return f'<div class="highlight"><pre class="{css_class}"><code>{inner(chunks)}</code></pre></div>'

    return format_chunks


def html_legacy(options: Mapping[str, Any]) -> Formatter:
    """Return the formatter that kramdown uses unless told otherwise: options inline_theme, line_numbers, wrap, css_class."""
    formatter = html_inline(options["inline_theme"]) if options.get("inline_theme") else html
    if options.get("line_numbers"):
        formatter = html_table(formatter, options)
    wrap = options.get("wrap", True)
    if wrap is not None and wrap is not False:
        formatter = html_pygments(formatter, options.get("css_class", "codehilite"))
    return formatter
