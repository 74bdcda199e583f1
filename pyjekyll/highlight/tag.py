"""What Jekyll's `highlight` tag prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyjekyll.highlight import find, formatters
from pyjekyll.highlight.lexer import Chunks
from pyjekyll.ruby.text import chomp, escape_html, strip, truthy

_TABLE = {"gutter_class": "gutter", "code_class": "code"}


def render_block(code: str, lang: str, options: Mapping[str, Any], highlighter: str) -> str:
    """Return the whole figure for code in the language `lang`.

    `options` are the tag's: any `linenos` gives a table, `mark_lines` does nothing yet in Jekyll 4.3. A `highlighter`
    other than rouge (and pygments, which Jekyll maps to it) escapes the code only.
    """
    code = code.strip("\r\n")
    if highlighter in ("rouge", "pygments"):
        body = _highlighted(code, lang, truthy(options.get("linenos")))
    else:
        body = strip(escape_html(code))
    return (
        f'<figure class="highlight"><pre><code class="language-{lang.replace("+", "-")}" data-lang="{lang}">'
        f"{chomp(body)}</code></pre></figure>"
    )


def _highlighted(code: str, lang: str, linenos: bool) -> str:
    lexer = find(lang, code)
    if not linenos:
        return formatters.html(_lex(lexer, code))
    _lex(lexer, code)  # the count of lines is a run of its own in Rouge, and the lexer may remember it
    return formatters.html_table(formatters.html, _TABLE)(_lex(lexer, code))


def _lex(lexer: Any, code: str) -> Chunks:
    if lexer is None:
        return [("", code)] if code else []
    found: Chunks = lexer.lex(code)
    return found
