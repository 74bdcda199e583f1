"""Rouge's themes, as the inline style of each token."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

from pyjekyll.errors import PyjekyllError
from pyjekyll.highlight import tokens as t


class ThemeNotFound(PyjekyllError):
    """Report a highlighting theme that Rouge does not have."""


@cache
def load_themes() -> dict[str, dict[str, str]]:
    """Return each theme's own styles by token; a token that is not there has its parent's, in the end that of text."""
    found: dict[str, dict[str, str]] = json.loads(resources.files(__package__).joinpath("themes.json").read_text("utf-8"))
    return found


class Theme:
    """One of Rouge's themes."""

    def __init__(self, name: str) -> None:
        themes = load_themes()
        if name not in themes:
            raise ThemeNotFound(f"There is no highlighting theme '{name}'.", hint=f"Rouge's themes are {', '.join(themes)}.")
        self._own = themes[name]

    def rules(self, token: str) -> str:
        """Return the declarations for a token, joined by semicolons."""
        while token not in self._own:
            token = t.PARENT.get(token, t.TEXT)
        return self._own[token]
