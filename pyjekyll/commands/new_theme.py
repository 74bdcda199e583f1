"""`new-theme`: write a theme to start from, as a gem that pyjekyll reads too."""

from __future__ import annotations

import os
import re
import subprocess
import time
from typing import TYPE_CHECKING, Any

from pyjekyll.commands import scaffold
from pyjekyll.commands.new import write_files
from pyjekyll.errors import UsageError
from pyjekyll.log import colour
from pyjekyll.version import JEKYLL_VERSION

if TYPE_CHECKING:
    from pyjekyll.log import Log


def run(options: dict[str, Any], words: list[str], log: Log) -> int:
    """Write a new theme into a folder named like it: the words joined by underscores."""
    if not words:
        raise UsageError("You must specify a theme name.", hint="For example: pyjekyll new-theme my-theme")
    name = re.sub("_+", "_", "_".join(words).replace(" ", "_"))
    path = os.path.abspath(name)
    if os.path.lexists(path):
        log.error("Conflict:", f"{path} already exists.")
        return 1
    for folder in scaffold.THEME_FOLDERS:
        log.info("create", f"{path}/{folder}")
        os.makedirs(f"{path}/{folder}")
    for file, text in _files(name, bool(options.get("code_of_conduct"))).items():
        _write(path, file, text, log)
    log.info("initialize", f"{path}/.git")
    _git("init", "--quiet", folder=path)
    _write(path, ".gitignore", scaffold.THEME_GITIGNORE, log)
    log.info(f"Your new Jekyll theme, {colour(name, 'cyan')}, is ready for you in {colour(path, 'cyan')}!")
    log.info(f"For help getting started, read {path}/README.md.")
    return 0


def _write(path: str, name: str, text: str, log: Log) -> None:
    log.info("create", f"{path}/{name}")
    write_files(path, {name: text})


def _files(name: str, conduct: bool) -> dict[str, str]:
    author, email = _git("config", "user.name"), _git("config", "user.email")
    facts = {
        "name": name,
        "name_literal": _ruby_string(name),
        "author": _ruby_string(author),
        "email": _ruby_string(email),
        "author_plain": author or "the authors",
        "email_plain": email or "(address)",
        "minor": ".".join(JEKYLL_VERSION.split(".")[:2]),
        "year": time.strftime("%Y"),
    }
    files = {
        "_layouts/page.html": scaffold.THEME_PAGE_LAYOUT,
        "_layouts/post.html": scaffold.THEME_POST_LAYOUT,
        "_layouts/default.html": scaffold.THEME_DEFAULT_LAYOUT,
        "Gemfile": scaffold.THEME_GEMFILE,
        f"{name}.gemspec": scaffold.THEME_GEMSPEC.format(**facts),
        "README.md": scaffold.THEME_README.format(**facts),
        "LICENSE.txt": scaffold.THEME_LICENCE.format(**facts),
    }
    return {**files, "CODE_OF_CONDUCT.md": scaffold.THEME_CONDUCT.format(**facts)} if conduct else files


def _ruby_string(text: str) -> str:
    from pyjekyll.ruby.inspect import inspect

    return inspect(text)


def _git(*arguments: str, folder: str | None = None) -> str:
    """Run git and return what it says; where there is none, the theme is written without it."""
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""
