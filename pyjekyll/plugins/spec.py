"""The catalogue of hooks and priorities: what a plugin may listen to, and what it is handed. The manual's table is made from it."""

from typing import NamedTuple

PRIORITIES = {"highest": 100, "high": 10, "normal": 0, "low": -10, "lowest": -100}
# Markdown processors of Jekyll 1 and 2 that old configurations still name; Jekyll 4 stops there.
RETIRED_MARKDOWN = ("redcarpet", "rdiscount", "maruku", "gfm")
HOOK_PRIORITIES = {"low": 10, "normal": 20, "high": 30}


class HookSpec(NamedTuple):
    """Describe one event: when it fires, its arguments, and what a listener may change."""

    event: str
    arguments: str
    when: str
    may_change: str


SITE_HOOKS = (
    HookSpec("after_init", "site", "once, when the site exists", "`site.config`"),
    HookSpec("after_reset", "site", "before every build", "`site.config`"),
    HookSpec("post_read", "site", "when all files are read", "every list of the site, any item's `data` and `content`"),
    HookSpec("pre_render", "site, payload", "before the first item is rendered", "the payload"),
    HookSpec("post_render", "site, payload", "when every item is rendered", "any item's `output`"),
    HookSpec("post_write", "site", "when everything is written", ""),
)
ITEM_HOOKS = (
    HookSpec("post_init", "item", "when the item is made, before its file is read (a page: after)", "`item.data`"),
    HookSpec("pre_render", "item, payload", "before the item's Liquid", "the payload, `item.content`, `item.data`"),
    HookSpec("post_convert", "item", "after the item's Markdown, before its layout", "`item.content`"),
    HookSpec("post_render", "item", "when the item's output is finished", "`item.output`"),
    HookSpec("post_write", "item", "when the item is written", ""),
)
CLEAN_HOOKS = (HookSpec("on_obsolete", "paths", "before files that are no longer made are removed", "the list of paths"),)


def events_of(owner: str) -> tuple[str, ...]:
    """Return the events that an owner (site, clean, pages, posts, documents or a collection label) fires."""
    table = {"site": SITE_HOOKS, "clean": CLEAN_HOOKS}.get(owner, ITEM_HOOKS)
    return tuple(spec.event for spec in table)


def rank(priority: str | int, table: dict[str, int] = PRIORITIES) -> int:
    """Turn a priority name into its number; a number stays. Raises ValueError for an unknown name."""
    if isinstance(priority, int):
        return priority
    if priority not in table:
        raise ValueError(f"unknown priority {priority!r}: use one of {', '.join(table)} or a number")
    return table[priority]
