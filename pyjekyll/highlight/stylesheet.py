"""Style sheets for highlighted code: Rouge's themes and Pygments' styles under Rouge's class names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.themes import ThemeNotFound, load_themes

if TYPE_CHECKING:
    from pygments.style import StyleMeta

SCOPE = ".highlight"


def css(theme: str) -> str:
    """Return the style sheet of a theme: Rouge's of that name, else Pygments'; raise ThemeNotFound if there is none."""
    styles = load_themes().get(theme) or _pygments_styles(theme)
    lines = [f"{SCOPE} table td {{ padding: 5px; }}", f"{SCOPE} table pre {{ margin: 0; }}"]
    for token, rules in styles.items():
        selectors = ", ".join(f"{SCOPE} .{name}" if name else SCOPE for name in _inheriting(token, styles))
        if rules or token:  # Rouge drops a base without rules only
            lines.append(f"{selectors} {{\n{''.join(f'  {rule};{chr(10)}' for rule in rules.split(';') if rule)}}}")
    return "\n".join(lines) + "\n"


def _inheriting(token: str, styles: dict[str, str]) -> Iterator[str]:
    """Yield a token and all those below it that the theme gives no style of their own."""
    yield token
    for child, parent in t.PARENT.items():
        if parent == token and child not in styles:
            yield from _inheriting(child, styles)


def _pygments_styles(name: str) -> dict[str, str]:
    from pygments.styles import get_style_by_name
    from pygments.token import STANDARD_TYPES, Text
    from pygments.util import ClassNotFound

    try:
        style = get_style_by_name(name)
    except ClassNotFound:
        raise _unknown(name) from None
    base = f"background-color: {style.background_color}"
    colour = _declarations(style, Text)
    found = {t.TEXT: f"{colour};{base}" if colour else base}
    all_rules = {short: _declarations(style, token) for token, short in STANDARD_TYPES.items() if short in t.PARENT or short in _ROOTS}
    for short, rules in all_rules.items():
        if rules and rules != all_rules.get(t.PARENT.get(short, t.TEXT), colour):
            found[short] = rules
    return found


_ROOTS = frozenset(t.PARENT.values()) | {t.ERROR, t.OTHER, t.ESCAPE}


def _declarations(style: StyleMeta, token: object) -> str:
    rules = style.style_for_token(token)  # type: ignore[arg-type]
    parts = [
        f"color: #{rules['color']}" if rules["color"] else "",
        f"background-color: #{rules['bgcolor']}" if rules["bgcolor"] else "",
        "font-weight: bold" if rules["bold"] else "",
        "font-style: italic" if rules["italic"] else "",
        "text-decoration: underline" if rules["underline"] else "",
        f"border: 1px solid #{rules['border']}" if rules["border"] else "",
    ]
    return ";".join(part for part in parts if part)


def _unknown(name: str) -> ThemeNotFound:
    from pygments.styles import get_all_styles

    names = sorted({*load_themes(), *get_all_styles()})
    return ThemeNotFound(f"There is no highlighting theme '{name}'.", hint=f"The themes are {', '.join(names)}.")
