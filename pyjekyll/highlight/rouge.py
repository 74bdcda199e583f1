"""What kramdown's Rouge highlighter gives for a code block or a code span."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from typing import Any

from pyjekyll.errors import PyjekyllError
from pyjekyll.highlight import find, formatters
from pyjekyll.ruby.text import to_s

_CONSTANT = re.compile(r"[^\W\d_a-z][^\W_]*\w*")


def call(text: str, lang: str | None, kind: str, call_opts: MutableMapping[str, Any], options: Mapping[str, Any]) -> str | None:
    """Return highlighted HTML, or None where kramdown is to print text plainly.

    `kind` is `block` or `span`; `options` is kramdown's `syntax_highlighter_opts`. As in kramdown, `call_opts` gets the
    default language, from which the caller takes the element's class.
    """
    opts = _options(options, kind)
    default = opts.get("default_lang")
    call_opts["default_lang"] = default
    if not (_given(lang) or _given(default) or _given(opts.get("guess_lang"))):
        return None
    wanted = lang if _given(lang) else default
    lexer = find(to_s(wanted) if _given(wanted) else None, text)
    if _given(opts.get("disable")) or lexer is None or (lexer.tag == "plaintext" and not _given(opts.get("guess_lang"))):
        return None
    if not _given(opts.get("css_class")):
        opts["css_class"] = "highlight"
    formatter = _formatter(opts)
    if _given(opts.get("line_numbers")):
        lexer.lex(text)  # Rouge's table formatter counts in a run of its own; a lexer may remember what it met there
    return formatter(lexer.lex(text))


def _given(value: Any) -> bool:
    return value is not None and value is not False


def _options(options: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Return the options for blocks or spans: the common ones, then those under the kind's own key."""
    opts = {key: value for key, value in options.items() if key not in ("block", "span")}
    opts.update(options.get(kind) or {})
    if kind == "span":
        opts["wrap"] = False
    return opts


def _formatter(opts: Mapping[str, Any]) -> formatters.Formatter:
    """Return the formatter that the option `formatter` names; any name that is no class of Rouge's means plain spans."""
    name = opts.get("formatter")
    if not isinstance(name, str) or not _CONSTANT.fullmatch(name) or name == "HTMLLegacy":
        return formatters.html_legacy(opts)
    if name in _UNFIT:
        raise PyjekyllError(f"Rouge's formatter {name} gives no HTML in kramdown.", hint="Use HTMLLegacy or HTML for `formatter`.")
    return formatters.html


# Formatters that Rouge has and that fail when kramdown makes one, or that write no HTML.
_UNFIT = frozenset(
    (
        "HTMLInline",
        "HTMLLineHighlighter",
        "HTMLLineTable",
        "HTMLLinewise",
        "HTMLPygments",
        "HTMLTable",
        "Null",
        "Terminal256",
        "TerminalTruecolor",
        "Tex",
    )
)
