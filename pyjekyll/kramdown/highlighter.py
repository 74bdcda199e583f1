"""The seam to code highlighting: Rouge's part, done by pyjekyll.highlight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

# highlighter(text, language, kind, call_opts, options): kind is "block" or "span"; the function sets call_opts["default_lang"]
# and returns HTML, or None for code that is not highlighted.
Highlighter = Callable[[str, str | None, str, dict[str, Any], dict[str, Any]], str | None]


def rouge(text: str, language: str | None, kind: str, call_opts: dict[str, Any], options: dict[str, Any]) -> str | None:
    """Highlight as kramdown does with Rouge."""
    from pyjekyll.highlight import rouge as highlight

    return highlight.call(text, language, kind, call_opts, options)


def minted(text: str, language: str | None, kind: str, call_opts: dict[str, Any], options: dict[str, Any]) -> str | None:
    """Leave code to LaTeX's minted, as kramdown can; the text is not escaped."""
    language = language or options.get("default_lang")
    if not language:
        return None
    if kind == "span":
        return f"\\mintinline{{{language}}}{{{text}}}"
    settings = [setting for setting, option in (("breaklines", "wrap"), ("linenos", "line_numbers")) if options.get(option)]
    if options.get("frame"):
        settings.append(f"frame={options['frame']}")
    return f"\\begin{{minted}}[{','.join(settings)}]{{{language}}}\n{text}\n\\end{{minted}}"
