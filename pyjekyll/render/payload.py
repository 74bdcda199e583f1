"""The payload: the global variables of every template (VAR-1)."""

from __future__ import annotations

from typing import Any

from pyjekyll.model.drops import ProgramDrop, SiteDrop, ThemeDrop
from pyjekyll.site import Site


def make_payload(site: Site) -> dict[str, Any]:
    """Return a fresh payload. One serves a whole build, as in Ruby, so that counters travel from item to item.

    It has what Enumerable gives Jekyll's drops: `count` is the number of the other names, `first` and `max` are a name and its value.
    """
    payload = {
        "site": site.watched(SiteDrop, site),
        "jekyll": ProgramDrop(site),
        "theme": ThemeDrop(site.theme) if site.theme else None,
        "page": None,
        "layout": None,
        "content": None,
        "paginator": None,
        "highlighter_prefix": None,
        "highlighter_suffix": None,
    }
    pairs = {"first": ["jekyll", payload["jekyll"]], "max": ["theme", payload["theme"]]}
    return {**payload, "count": len(payload), **pairs}
