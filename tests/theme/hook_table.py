#!/usr/bin/env python3
"""Write the table of hooks in `_pages/docs/writing-plugins.md` from the catalogue, `pyjekyll/plugins/spec.py`.

usage: hook_table.py [--check]
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from pyjekyll.plugins.spec import CLEAN_HOOKS, HOOK_PRIORITIES, ITEM_HOOKS, SITE_HOOKS, HookSpec

PAGE = Path(__file__).parents[2] / "_pages/docs/writing-plugins.md"
MARKED = re.compile(r"(?<=<!-- hooks: made by tests/theme/hook_table.py -->\n).*?(?=<!-- end of hooks -->)", re.DOTALL)
OWNERS = {"`site`": SITE_HOOKS, "`pages`, `posts`, `documents`, a collection's label": ITEM_HOOKS, "`clean`": CLEAN_HOOKS}


def table() -> str:
    """Return the table and the sentence on priorities."""
    rows = ["| owner | event | gets | when | may change |", "|:--|:--|:--|:--|:--|"]
    for owner, hooks in OWNERS.items():
        rows += [row(owner if place == 0 else "", hook) for place, hook in enumerate(hooks)]
    ranks = ", ".join(f"`{name}` ({number})" for name, number in HOOK_PRIORITIES.items())
    order = "a higher one comes first, equal ones come in the order of their definition"
    return "\n" + "\n".join(rows) + f"\n\n`priority` is {ranks} or a number; {order}.\n\n"


def row(owner: str, hook: HookSpec) -> str:
    """Return one row."""
    return f"| {owner} | `{hook.event}` | {hook.arguments} | {hook.when} | {hook.may_change} |"


def page() -> str:
    """Return the page with the table as the catalogue has it now."""
    text = PAGE.read_text("utf-8")
    if MARKED.search(text) is None:
        raise SystemExit(f"{PAGE}: the marks of the table are gone")
    return MARKED.sub(lambda _: table(), text)


if __name__ == "__main__":
    made = page()
    if "--check" in sys.argv and made != PAGE.read_text("utf-8"):
        raise SystemExit(f"{PAGE} is out of date: run {sys.argv[0]}")
    PAGE.write_text(made, "utf-8")
