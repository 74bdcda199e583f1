"""The hook that many sites carry in `_plugins`: the date of a post's last commit as its `last_modified_at`.

It is Ruby, a few lines around two calls of git. A file that holds such a hook and nothing else is done by this port.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from typing import Any, NamedTuple

from pyjekyll.plugins import hook

_PATH = r'"? ?#\{ ?(?P=item)\.path ?\} ?"?'
_HOOK = re.compile(
    r"(?:Jekyll::)?Hooks\.register\(? ?(?P<owners>:\w+|\[[^\]]*\]|%i\[[^\]]*\]) ?, ?:post_init ?\)? do \|(?P<item>\w+)\| "
    rf"(?:(?P<count>\w+) = `git rev-list --count HEAD (?:-- )?{_PATH}` "
    r"if (?P=count)\.to_i > (?P<more>\d+) )?"
    r'(?P<date>\w+) = `git log -1 --pretty=(?:format:)?"?(?P<pretty>%[acd][dDiIts])"?(?: --date=(?P<style>\w+))? '
    rf"(?:-- )?{_PATH}`(?P<chomp>\.(?:strip|chomp))? "
    r"(?P=item)\.data\[ ?[\"'](?P<key>\w+)[\"'] ?\] = (?P=date) "
    r"(?:end )?end"
)


class LastCommit(NamedTuple):
    """What the hook asks git, and where its answer goes."""

    owners: tuple[str, ...]
    key: str
    pretty: str
    style: str | None
    more_than: int
    always: bool
    chomped: bool

    def date(self, path: str) -> str | None:
        """Return the date of a file's last commit as git prints it, None where the file has too few."""
        words = [f"--pretty=format:{self.pretty}", *([f"--date={self.style}"] if self.style else [])]
        dates = _git("log", f"-{self.more_than + 1}", *words, "--", path).split("\n")
        dates = [date for date in dates if date]
        if not self.always and len(dates) <= self.more_than:
            return None
        newest = dates[0] if dates else ""
        return newest if self.chomped or not newest else f"{newest}\n"


def recognise(text: str) -> LastCommit | None:
    """Return what a Ruby file's hook does, None for a file that is anything else; comments are gone from the text."""
    found = _HOOK.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    owners = tuple(re.findall(r"[a-z]\w*", found["owners"].removeprefix("%i")))
    more = int(found["more"] or 0)
    return LastCommit(owners, found["key"], found["pretty"], found["style"], more, found["count"] is None, found["chomp"] is not None)


def listener(asked: LastCommit) -> Callable[[Any], None]:
    """Return the hook in Python."""

    @hook(asked.owners, "post_init")
    def last_commit(item: Any) -> None:
        date = asked.date(item.path)
        if date is not None:
            item.data[asked.key] = date

    return last_commit


def _git(*words: str) -> str:
    try:
        done = subprocess.run(["git", "-c", "log.showSignature=false", *words], capture_output=True, check=False)
    except OSError:
        return ""
    return done.stdout.decode("utf-8", "replace")
