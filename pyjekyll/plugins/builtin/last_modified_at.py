"""jekyll-last-modified-at 1.3: `page.last_modified_at` and `{% last_modified_at %}`, from git or the file's own time."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
from typing import Any

from pyjekyll.errors import PluginError
from pyjekyll.model.item import join_inside
from pyjekyll.plugins import hook, tag
from pyjekyll.plugins.builtin._values import either, look, section
from pyjekyll.ruby.strftime import strftime
from pyjekyll.ruby.text import strip, to_s


@hook(("posts", "pages", "documents"), "post_init")
def determine(item: Any) -> None:
    """Give the item a date that is found out when a template asks for it."""
    item.data["last_modified_at"] = LastModified(item.site, item.path if item.is_document else item.relative_path)


@tag("last_modified_at", parallel=True)
def last_modified_at(context: Any, markup: str) -> str:
    """Return the date of the page in a format."""
    return LastModified(context.registers["site"], to_s(look(context["page"], "path")), strip(markup) if markup else None).ruby_to_s()


class LastModified:
    """When a file was last changed: a time to filters, formatted text where it is printed."""

    def __init__(self, site: Any, path: str, format: str | None = None) -> None:
        self.site, self.path, self.format = site, path, format

    def to_liquid(self) -> datetime.datetime:
        """Return the time. Raises PluginError for a page that has no file."""
        path = join_inside(self.site.source, self.path)
        if not os.path.exists(path):
            raise PluginError(f"No such file or directory - {path} does not exist!", path=path)
        times = self.site.cached("last_modified_times", dict)
        if path not in times:
            times[path] = datetime.datetime.fromtimestamp(self._repository().committed(path) or int(os.stat(path).st_mtime), self.site.zone)
        return times[path]  # type: ignore[no-any-return]

    def _repository(self) -> Repository:
        return self.site.cached("last_modified_repository", lambda: Repository(self.site.source))  # type: ignore[no-any-return]

    def ruby_to_s(self) -> str:
        """Print the date; the first format that a path is printed in stays, as in Ruby."""
        printed = self.site.cached("last_modified_texts", dict)
        if self.path not in printed:
            own = section(self.site.config, "last-modified-at").get("date-format")
            format = to_s(either(self.format, own, "%d-%b-%y"))
            printed[self.path] = strftime(self.to_liquid(), format)
        return printed[self.path]  # type: ignore[no-any-return]


class Repository:
    """The git repository that the site lies in, if it does."""

    def __init__(self, source: str) -> None:
        self.top = self._git(source, "rev-parse", "--show-toplevel") if self._git(source, "rev-parse", "--is-inside-work-tree") == "true" else ""

    def committed(self, path: str) -> int | None:
        """Return the time of the last commit that touched a file, None where there is none."""
        if not self.top:
            return None
        # A repository's own settings must not run a program to check signatures.
        log = ("-c", "log.showSignature=false", "--git-dir", os.path.join(self.top, ".git"), "log", "-n", "1", "--format=%ct", "--")
        found = re.search("[0-9]+", self._git(self.top, *log, os.path.relpath(path, self.top)))
        return int(found[0]) if found else None

    @staticmethod
    def _git(folder: str, *words: str) -> str:
        try:
            done = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=False)
        except OSError:
            return ""
        return (done.stdout + b" " + done.stderr).decode("utf-8", "surrogateescape").strip()
