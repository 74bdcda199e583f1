"""jekyll-archives 2.2: a page for each tag, category, year, month and day of the posts."""

from __future__ import annotations

import datetime
import os
from typing import Any

from pyjekyll.errors import ConfigError
from pyjekyll.model.item import split_ext
from pyjekyll.model.permalink import clean, fill_from_hash
from pyjekyll.plugins import FilePage, generator
from pyjekyll.plugins.builtin._values import section
from pyjekyll.ruby.hash import deep_merge
from pyjekyll.ruby.inspect import inspect
from pyjekyll.ruby.text import slugify, to_i, to_s
from pyjekyll.ruby.url import unescape_path

_DEFAULTS: dict[str, Any] = {
    "layout": "archive",
    "enabled": [],
    "permalinks": {
        "year": "/:year/",
        "month": "/:year/:month/",
        "day": "/:year/:month/:day/",
        "tag": "/tag/:name/",
        "category": "/category/:name/",
    },
}
_PARTS = {"year": "%Y", "month": "%m", "day": "%d"}


@generator
def archives(site: Any) -> None:
    """Add the archives that are enabled; `site.archives` lists them."""
    options = deep_merge(_DEFAULTS, section(site.config, "jekyll-archives"))
    site.config["jekyll-archives"] = options
    pages: list[Archive] = []
    for kind, key in (("tag", "tags"), ("category", "categories")):
        if _enabled(options, key):
            pages += [Archive(site, title, kind, posts, options) for title, posts in site.post_attributes(key).items()]
    pages += _dated(site, site.posts.docs, list(_PARTS), {}, options)
    site.pages.extend(pages)
    site.config["archives"] = pages


def _template(permalinks: Any, kind: str) -> str:
    """Return the template of a kind's URLs; one that no archive needs may be anything, as for Ruby."""
    template = permalinks.get(kind) if isinstance(permalinks, dict) else None
    if isinstance(template, str):
        return template
    message = f"'permalinks' below 'jekyll-archives' should be set as a mapping to strings, but was: {inspect(permalinks)}."
    raise ConfigError(message, key="permalinks", hint='Write a template for each kind: `tag: "/tag/:name/"`.')


def _enabled(options: dict[str, Any], name: str) -> bool:
    enabled = options["enabled"]
    return enabled is True or enabled == "all" or (isinstance(enabled, list) and name in enabled)


def _dated(site: Any, posts: list[Any], kinds: list[str], outer: dict[str, str], options: dict[str, Any]) -> list[Archive]:
    """Return the archives of a year, its months and their days, in that order."""
    if not kinds:
        return []
    kind, *inner = kinds
    groups: dict[str, list[Any]] = {}
    for post in posts:
        groups.setdefault(post.date.strftime(_PARTS[kind]), []).append(post)
    pages = []
    newest = {id(post): place for place, post in enumerate(site.posts_newest_first())}
    for value, members in groups.items():
        members.sort(key=lambda post: newest[id(post)])
        title = {**outer, kind: value}
        if _enabled(options, kind):
            pages.append(Archive(site, title, kind, members, options))
        pages += _dated(site, members, inner, title, options)
    return pages


class BareData(dict[str, Any]):
    """Data without the site's defaults behind them."""

    def __missing__(self, key: str) -> None:
        return None


class Archive(FilePage):
    """The page of one archive: `title` is a tag's or category's name, or the parts of a date."""

    def __init__(self, site: Any, title: Any, kind: str, posts: list[Any], options: dict[str, Any]) -> None:
        self.site, self.posts, self.type, self._title = site, posts, kind, title
        self.template_url = _template(options["permalinks"], kind)
        layouts = options.get("layouts")
        self.data = BareData(layout=(layouts.get(kind) if isinstance(layouts, dict) else None) or options["layout"])  # type: ignore[assignment]
        self.content, self.base, self.directory = "", site.source, ""
        self._excerpt = None
        self._url = clean(fill_from_hash(self.template_url, self._placeholders()))
        path = unescape_path(self._url).lstrip("/")
        self.path = self.relative_path = f"{path.rstrip('/')}/index.html".lstrip("/") if self._url.endswith("/") else path
        stem, self.ext = split_ext(os.path.basename(self.path))
        self.name = self.basename = stem

    def _placeholders(self) -> dict[str, Any]:
        if isinstance(self._title, dict):
            return {**self._title, "type": self.type}
        name = slugify(self._title) if isinstance(self._title, str) else None
        if name == "":
            self.site.log.warn("Warning:", f"Empty `slug` generated for '{self._title}'.")
        return {"name": name, "type": self.type}

    def to_liquid(self, without: str = "") -> dict[str, Any]:
        """Return what templates see: no `content`, and the posts."""
        values = {
            "posts": self.posts,
            "type": self.type,
            "title": self._title if isinstance(self._title, str) else None,
            "date": _date(self._title),
            "name": self.name,
            "path": self.path,
            "url": self.url,
            "permalink": self.data["permalink"],
        }
        merged = deep_merge(self.site.defaults.all(self.relative_path, self.type), deep_merge(dict(self.data), values))
        return merged if self.site.recorder is None else self.site.recorder.hash_of(self, merged)


def _date(title: Any) -> datetime.date | None:
    if not isinstance(title, dict):
        return None
    year, month, day = (*(to_i(to_s(value)) for value in title.values()), 1, 1)[:3]
    # A tag that is a mapping is a date to the plugin, and for Ruby there is a year 0.
    return datetime.date(year, month, day) if year else None
