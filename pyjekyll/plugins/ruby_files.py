"""Ruby files in `_plugins`: no Ruby is run, so they are read for what they register, and for the ports that do the same."""

from __future__ import annotations

import re
from typing import NamedTuple

from pyjekyll.plugins.known_gems import Brings

# What only the gem itself, or a copy of its files, defines.
_SIGNATURES = {
    "jekyll-archives": r"class Archives < (?:Jekyll::)?Generator",
    "jekyll-avatar": r"class Avatar < Liquid::Tag",
    "jekyll-coffeescript": r"class CoffeeScript < (?:Jekyll::)?Converter",
    "jekyll-commonmark": r"class CommonMark\b",
    "jekyll-default-layout": r"module JekyllDefaultLayout",
    "jekyll-feed": r"module JekyllFeed",
    "jekyll-gist": r"class GistTag < Liquid::Tag",
    "jekyll-github-metadata": r"module GitHubMetadata",
    "jekyll-include-cache": r"module JekyllIncludeCache",
    "jekyll-last-modified-at": r"module LastModifiedAt",
    "jekyll-mentions": r"class Mentions\b",
    "jekyll-optional-front-matter": r"module JekyllOptionalFrontMatter",
    "jekyll-paginate": r"module Paginate\s+class Pagination < Generator",
    "jekyll-paginate-v2": r"module PaginateV2",
    "jekyll-readme-index": r"module JekyllReadmeIndex",
    "jekyll-redirect-from": r"module JekyllRedirectFrom",
    "jekyll-relative-links": r"module JekyllRelativeLinks",
    "jekyll-remote-theme": r"module RemoteTheme",
    "jekyll-seo-tag": r"class SeoTag < Liquid::Tag",
    "jekyll-sitemap": r"class JekyllSitemap < (?:Jekyll::)?Generator",
    "jekyll-titles-from-headings": r"module JekyllTitlesFromHeadings",
    "jekyll-toc": r"module TableOfContentsFilter",
    "jemoji": r"class Emoji\b.*?\bemojify",
}
_COMMENT = re.compile(r"^[ \t]*#[^\n]*$|^=begin\b.*?^=end\b[^\n]*$", re.MULTILINE | re.DOTALL)
_REQUIRE = re.compile(r"""^\s*require\s*\(?\s*["']([\w./-]+)["']\)?\s*$""", re.MULTILINE)
_TAG = re.compile(r"""register_tag[\s(]+["':]([\w-]+)""")
_FILTERS = re.compile(r"register_filter[\s(]+(?:[\w:]*::)?(\w+)")
_METHOD = re.compile(r"^\s*def\s+([a-z_]\w*)", re.MULTILINE)
_HOOK = re.compile(r"Hooks\.register[\s(]+(\[[^\]]*\]|%i\[[^\]]*\]|:\w+)\s*,\s*:(\w+)")
_OWNER = re.compile(r"[a-z]\w*")
_CLASS = re.compile(r"class\s+(\w+)\s*<\s*(?:Jekyll::)?(Generator|Converter|Command)\b")


class RubyFile(NamedTuple):
    """One file: its path below the site, its text without comments, and the gems that it requires."""

    path: str
    text: str
    requires: tuple[str, ...]

    @property
    def does_something(self) -> bool:
        """Say whether there is more than comments and `require`."""
        return bool(_REQUIRE.sub("", self.text).strip())

    @property
    def port(self) -> str | None:
        """Return the gem of which the file is a copy."""
        squeezed = re.sub(r"[ \t]+", " ", self.text)
        return next((gem for gem, signature in _SIGNATURES.items() if re.search(signature, squeezed, re.DOTALL)), None)

    @property
    def registers(self) -> Brings:
        """Return the tags and filters that the file registers, and in words the rest."""
        hooks = [f"a hook ({' '.join(_OWNER.findall(owners.removeprefix('%i')))} {event})" for owners, event in _HOOK.findall(self.text)]
        classes = [f"the {kind.lower()} {name}" for name, kind in _CLASS.findall(self.text)]
        filters = [name for module in _FILTERS.findall(self.text) for name in self._methods(module)]
        return Brings(tuple(dict.fromkeys(_TAG.findall(self.text))), tuple(dict.fromkeys(filters)), (*hooks, *classes))

    def _methods(self, module: str) -> list[str]:
        """Return the public methods of a module: those up to `private`."""
        start = re.search(rf"^([ \t]*)module\s+(?:\w+::)*{module}\b", self.text, re.MULTILINE)
        if start is None:
            return []
        body = self.text[start.end() :]
        end = re.search(rf"^{start[1]}end\b", body, re.MULTILINE)
        body = body[: end.start()] if end else body
        return _METHOD.findall(re.split(r"^\s*private\s*$", body, maxsplit=1, flags=re.MULTILINE)[0])


def read(path: str, shown: str) -> RubyFile:
    """Read a file; `shown` is its path in messages."""
    with open(path, encoding="utf-8", errors="replace") as file:
        text = _COMMENT.sub("", file.read())
    return RubyFile(shown, text, tuple(name for name in _REQUIRE.findall(text)))
