"""What the package ships to begin with: starting points for `new --theme`, and `plain`, a theme.

`plain` has the layouts of Jekyll's default theme (default, home, page, post) and stands in for it where it is not installed,
so that a new site can be built with no Ruby and no network. The starting points are in `starting.py`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HERE = os.path.dirname(os.path.abspath(__file__))
# By gem: the folder, and the plugins that the gem depends on, which an own layout of the site may count on.
_STAND_INS = {"minima": ("plain", ("jekyll-feed", "jekyll-seo-tag"))}


def starters() -> list[str]:
    """Name the sites that `new --theme` can copy."""
    from pyjekyll.themes.starting import STARTERS

    return list(STARTERS)


def find(name: str) -> dict[str, Path]:
    """Return the files of a starting point: the path in the new site -> the file to copy. Raises ThemeError."""
    from pyjekyll.themes.starting import find

    return find(name)


def copy_starter(name: str, target: Path | str) -> list[str]:
    """Copy a starting point into the folder target, and return the paths written. Raises ThemeError."""
    from pyjekyll.themes.starting import copy_starter

    return copy_starter(name, target)


def stand_in(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the folder of the shipped theme that has the layouts of the named one, and the plugins that one brings; or None."""
    if name not in _STAND_INS:
        return None
    folder, plugins = _STAND_INS[name]
    return os.path.join(_HERE, folder), plugins
