"""Highlighting as Rouge 3.30 does it: the same languages under the same names, the same tokens, the same HTML.

Nothing heavy is imported until a language is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyjekyll.highlight.lexer import Lexer


def find(name: str | None, code: str = "", options: dict[str, Any] | None = None) -> Lexer | None:
    """Return a new lexer for a language name, or None for a name that Rouge does not know.

    Like Rouge's `find_fancy`: names are case-sensitive, options may follow as `console?lang=python&prompt=%3E`, and
    `guess` (or no name) looks at the code. `options` are the lexer's unless the name has others.
    """
    if name is not None and "?" not in name and name != "guess":
        found = find_class(name)
        return found(options) if found else None
    language, _, query = (name or "").partition("?")
    if name is None or language == "guess":
        found = guess(code)
    else:
        found = find_class(language)
    return found({**(options or {}), **_parse_options(query)}) if found else None


def find_class(name: str) -> type[Lexer] | None:
    """Return the lexer class for a language's exact name or alias, or None."""
    from pyjekyll.highlight.lexers import ALIASES, load

    tag = ALIASES.get(name)
    return None if tag is None else load(tag)


def guess(code: str) -> type[Lexer]:
    """Return the class that the code's modeline, shebang or doctype speaks for, else plain text."""
    from pyjekyll.highlight.guessing import guess_tag
    from pyjekyll.highlight.lexers import load

    return load(guess_tag(code))


def _parse_options(query: str) -> dict[str, Any]:
    """Parse a CGI query as Rouge does: a name without `=` is true, a repeated one a list."""
    from urllib.parse import unquote_plus

    values: dict[str, list[str]] = {}
    for pair in query.replace(";", "&").split("&"):
        name, equals, value = pair.partition("=")
        if pair:
            found = values.setdefault(unquote_plus(name), [])
            if equals:
                found.append(unquote_plus(value))
    return {name: True if not found else found[0] if len(found) == 1 else found for name, found in values.items()}
