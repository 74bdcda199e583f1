"""`doctor`: read the site without writing it, and say what may be wrong with it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pyjekyll.config import load
from pyjekyll.log import Log, colour

if TYPE_CHECKING:
    from pyjekyll.site import Site

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def run(options: dict[str, Any], words: list[str], log: Log) -> int:
    """Examine the site: exit code 0 when it is healthy, 1 when anything was found."""
    from pyjekyll.build import read_and_generate

    site = read_and_generate(load(options, log), log)
    healthy = [check(site, log) for check in CHECKS]  # all of them, whatever the first ones find
    if not all(healthy):
        return 1
    log.info("Your test results", "are in. Everything looks fine.")
    return 0


def absolute_permalinks(site: Site, log: Log) -> bool:
    """Warn of the setting that made permalinks relative before Jekyll 3."""
    if not site.config.relative_permalinks:
        return True
    log.warn("Deprecation:", "Your site still uses relative permalinks, which was removed in Jekyll v3.0.0.")
    return False


def distinct_destinations(site: Site, log: Log) -> bool:
    """Warn of files that several sources write; redirecting pages may share theirs."""
    sources: dict[str, list[str]] = {}
    for item in site.each_site_file():
        if not item.shares_destination:
            sources.setdefault(item.destination(site.dest), []).append(_shown(item))
    shared = {path: names for path, names in sources.items() if len(names) > 1}
    for path, names in shared.items():
        log.warn("Conflict:", "The following destination is shared by multiple files.")
        log.warn("", "The written file may end up with unexpected contents.")
        log.warn("", colour(path, "cyan"))
        for name in names:
            log.warn("", f" - {name}")
        log.warn("")
    return not shared


def _shown(item: Any) -> str:
    # Pages are named relative to the source, documents and static files by their whole path.
    return str(item.relative_path if item in getattr(item.site, "pages", ()) else item.path)


def distinct_whatever_the_case(site: Site, log: Log) -> bool:
    """Warn of destinations that are one file where the file system ignores case."""
    from pyjekyll.ruby.text import downcase

    groups: dict[str, list[str]] = {}
    for item in (*site.pages, *(document for document in site.docs if document.written)):
        path = item.destination(site.dest)
        groups.setdefault(downcase(path), []).append(path)
    alike = [paths for paths in groups.values() if len(set(paths)) > 1]
    for paths in alike:
        log.warn(
            "Warning:",
            "The following URLs only differ by case. On a case-insensitive file system one of the URLs will be "
            f"overwritten by the other: {', '.join(paths)}",
        )
    return not alike


def proper_url(site: Site, log: Log) -> bool:
    """Warn of a site whose address is not set, or has no scheme."""
    url = site.config.url
    given = url is not None and url != ""
    if not given:
        log.warn("Warning:", "You didn't set an URL in the config file, you may encounter problems with some plugins.")
    valid = url is None or isinstance(url, str)
    if not valid:
        log.warn("Warning:", "The site URL does not seem to be valid, check the value of `url` in your config file.")
    absolute = isinstance(url, str) and _SCHEME.match(url) is not None
    if not absolute:
        log.warn("Warning:", "Your site URL does not seem to be absolute, check the value of `url` in your config file.")
    return given and valid and absolute


def gathered_posts(site: Site, log: Log) -> bool:
    """Warn of posts beside the folder of all collections, which are never read."""
    folder = site.config.collections_dir
    outside = os.path.join(site.source, "_posts")
    if not folder or not os.path.isdir(outside):
        return True
    log.warn("Warning:", "Detected '_posts' directory outside custom `collections_dir`!")
    log.warn("", f"Please move '{outside}' into the custom directory at '{os.path.join(site.source, folder)}'")
    return False


CHECKS: tuple[Callable[[Any, Log], bool], ...] = (
    absolute_permalinks,
    distinct_destinations,
    distinct_whatever_the_case,
    proper_url,
    gathered_posts,
)
