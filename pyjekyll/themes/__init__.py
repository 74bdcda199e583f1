"""What the package ships to begin with: folders with a `_config.yml` are sites for `new --theme`; `plain` is a theme.

`plain` has the layouts of Jekyll's default theme (default, home, page, post) and stands in for it where it is not installed,
so that a new site can be built with no Ruby and no network.
"""

from __future__ import annotations

import os

_HERE = os.path.dirname(os.path.abspath(__file__))
_STAND_INS = {"minima": "plain"}


def starters() -> list[str]:
    """Name the sites that `new --theme` can copy."""
    return sorted(entry.name for entry in os.scandir(_HERE) if os.path.isfile(os.path.join(entry.path, "_config.yml")))


def starter(name: str) -> str:
    """Return the folder of a site that `new --theme` can copy."""
    return os.path.join(_HERE, name)


def stand_in(name: str) -> str | None:
    """Return the folder of the shipped theme that has the layouts of the named one, or None."""
    folder = _STAND_INS.get(name)
    return os.path.join(_HERE, folder) if folder else None
