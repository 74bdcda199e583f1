"""`highlight-css`: print the style sheet of a highlighting theme."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyjekyll.log import Log


def run(_options: dict[str, Any], words: list[str], _log: Log) -> int:
    """Print the CSS of the theme that the first word names (github by default) for the classes that code gets."""
    from pyjekyll.highlight.stylesheet import css

    sys.stdout.write(css(words[0] if words else "github"))
    return 0
