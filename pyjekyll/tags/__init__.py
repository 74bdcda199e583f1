"""Jekyll's own Liquid tags, one a file, imported when a template first uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyjekyll.liquid.environment import Environment

TAGS: dict[str, str] = {
    "highlight": "pyjekyll.tags.highlight:Highlight",
    "include": "pyjekyll.tags.include:Include",
    "include_relative": "pyjekyll.tags.include_relative:IncludeRelative",
    "link": "pyjekyll.tags.link:Link",
    "post_url": "pyjekyll.tags.post_url:PostUrl",
}


def register(environment: Environment) -> None:
    """Add Jekyll's tags to an environment."""
    for name, place in TAGS.items():
        environment.add_tag(name, place)
