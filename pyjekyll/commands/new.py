"""`new`: write a site to start from."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING, Any

from pyjekyll.errors import UsageError
from pyjekyll.log import colour
from pyjekyll.themes import copy_starter, starters
from pyjekyll.version import JEKYLL_VERSION

if TYPE_CHECKING:
    from pyjekyll.log import Log


def run(options: dict[str, Any], words: list[str], log: Log) -> int:
    """Write a new site into the folder that the words, joined by spaces, name.

    A folder with visible files in it is refused unless --force is given.
    """
    if not words:
        raise UsageError("You must specify a path.", hint="For example: pyjekyll new my-site")
    theme = options.get("theme")
    if theme and theme not in starters():
        raise UsageError(f"There is no theme '{theme}' to start from.", hint=f"Choose one of: {', '.join(starters()) or 'none is installed'}.")
    path = os.path.abspath(os.path.expanduser(" ".join(words)))
    os.makedirs(path, exist_ok=True)
    if not options.get("force") and any(not name.startswith(".") for name in os.listdir(path)):
        log.error("Conflict:", f"{path} exists and is not empty.")
        log.error("", f"Ensure {path} is empty or else try again with `--force` to proceed and overwrite any files.")
        return 1
    _fill(path, options)
    log.info(f"New jekyll site installed in {colour(path, 'cyan')}.")
    if theme:
        near = path.removeprefix(os.getcwd() + os.sep)
        log.info("Next:", f"cd {shlex.quote(near)} && pyjekyll serve")
    if options.get("skip-bundle"):
        log.info("Bundle install skipped.")
    return 0


def _fill(path: str, options: dict[str, Any]) -> None:
    from pyjekyll.commands import scaffold

    if options.get("theme"):
        copy_starter(options["theme"], path)
    elif options.get("blank"):
        write_files(path, scaffold.blank_site())
        for folder in scaffold.BLANK_FOLDERS:
            os.makedirs(os.path.join(path, folder), exist_ok=True)
    else:
        import datetime
        import time

        now = datetime.datetime.fromtimestamp(time.time()).astimezone()
        date = now.strftime("%Y-%m-%d %H:%M:%S %z")
        write_files(path, scaffold.default_site(date, date[:10], JEKYLL_VERSION))


def write_files(root: str, files: dict[str, str]) -> None:
    """Write files, and the folders they need, below a root."""
    for name, text in files.items():
        path = os.path.join(root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
