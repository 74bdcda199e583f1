"""What a site's Gemfile asks for: the plugins of its `:jekyll_plugins` group, and the settings that the gem github-pages forces."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, Any

from pyjekyll.ruby.hash import deep_merge

if TYPE_CHECKING:
    from pyjekyll.config import Config

DEFAULT_PLUGINS = (
    "jekyll-coffeescript", "jekyll-commonmark-ghpages", "jekyll-gist", "jekyll-github-metadata", "jekyll-paginate",
    "jekyll-relative-links", "jekyll-optional-front-matter", "jekyll-readme-index", "jekyll-default-layout",
    "jekyll-titles-from-headings",
)  # fmt: skip
WHITELIST = (
    *DEFAULT_PLUGINS, "jekyll-feed", "jekyll-redirect-from", "jekyll-seo-tag", "jekyll-sitemap", "jekyll-avatar", "jemoji", "jekyll-mentions",
    "jekyll-include-cache", "jekyll-octicons", "jekyll-remote-theme",
)  # fmt: skip
_PROCESSORS = ("kramdown", "gfm", "commonmarkghpages")
_FORCED = {
    "lsi": False,
    "safe": True,
    "whitelist": list(WHITELIST),
    "highlighter": "rouge",
    "kramdown": {"template": "", "math_engine": "mathjax", "syntax_highlighter": "rouge"},
    "gist": {"noscript": False},
}


def applied(config: Config) -> Config:
    """Return the configuration as the gem github-pages makes it where the Gemfile names that gem, else as it is.

    `future` is true there unless the site says otherwise, as in the Jekyll of GitHub Pages.
    """
    if "github-pages" not in gemfile_plugins(config):
        return config
    values: dict[str, Any] = deep_merge(config, _FORCED)
    if "future" not in config.given:
        values["future"] = True
    if str(config.markdown).lower() not in _PROCESSORS:
        values["markdown"] = "kramdown"
    return config.for_github_pages(values)


def gemfile_plugins(config: Config, known: Container[str] = ()) -> list[str]:
    """Return the gems of the Gemfile's `:jekyll_plugins` group, `github-pages` wherever it stands, and a theme's known dependencies."""
    if os.environ.get("JEKYLL_NO_BUNDLER_REQUIRE"):
        return []
    path = find_gemfile(config.source)
    if path is None:
        return []
    text = read_gemfile(path)
    names = _gems(text)
    if not config.safe and re.search(r"^[ \t]*gemspec\b", text, re.MULTILINE):
        names += [name for name in _dependencies(os.path.dirname(os.path.abspath(path))) if name in known]
    return names


def find_gemfile(source: str) -> str | None:
    """Return the Gemfile: the one that BUNDLE_GEMFILE names, else the current folder's, as for Bundler, else the site's."""
    named = os.environ.get("BUNDLE_GEMFILE")
    places = [named] if named else ["Gemfile", os.path.join(source, "Gemfile")]
    return next((place for place in places if os.path.isfile(place)), None)


def read_gemfile(path: str) -> str:
    """Return a Gemfile's text without the lines that are comments."""
    with open(path, encoding="utf-8", errors="replace") as file:
        return re.sub(r"^[ \t]*#.*$", "", file.read(), flags=re.MULTILINE)


def _gems(text: str) -> list[str]:
    gem = re.compile(r"""^[ \t]*gem[ \t(]+["']([^"']+)["'](.*)$""", re.MULTILINE)
    names: list[str] = []
    for group in re.finditer(r"^[ \t]*group[ \t(]+(.*?)\)?[ \t]+do\b(.*?)^[ \t]*end\b", text, re.MULTILINE | re.DOTALL):
        if ":jekyll_plugins" in group[1]:
            names += [found[1] for found in gem.finditer(group[2])]
    inline = [found[1] for found in gem.finditer(text) if ":jekyll_plugins" in found[2] or found[1] == "github-pages"]
    return [*names, *inline]


def _dependencies(folder: str) -> Iterator[str]:
    """Yield a theme's own dependencies: its repository, built as a site, needs those that are plugins."""
    for path in sorted(glob.glob(os.path.join(glob.escape(folder), "*.gemspec"))):
        with open(path, encoding="utf-8", errors="replace") as file:
            yield from re.findall(r"""add_(?:runtime_)?dependency[ \t(]+["']([^"']+)["']""", file.read())
