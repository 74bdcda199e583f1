"""The payload: the global variables of every template (VAR-1)."""

from __future__ import annotations

from typing import Any

from pyjekyll.model.drops import ProgramDrop, SiteDrop, ThemeDrop
from pyjekyll.site import Site


def make_payload(site: Site) -> dict[str, Any]:
    """Return a fresh payload. One serves a whole build, as in Ruby, so that counters travel from item to item.

    It has the methods that Liquid lets through of Jekyll's drops: `count` is the number of the other names, `first` and `max` are a name
    and its value. What is set later, the page's, is nil in them.
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
    names, pairs = list(payload), [[name, payload[name]] for name in sorted(payload)]
    methods = {"count": len(payload), "keys": names, "content_methods": names, "first": ["jekyll", payload["jekyll"]], "sort": pairs}
    return {**payload, **methods, "min": pairs[0], "max": pairs[-1], "to_hash": payload, "hash_for_json": payload}
