"""The auto pages of jekyll-paginate-v2: an index for each tag, category and collection, made from layouts."""

from __future__ import annotations

import os
import re
from typing import Any, NamedTuple

from pyjekyll.errors import ConfigError
from pyjekyll.model.item import Data
from pyjekyll.plugins import FilePage
from pyjekyll.plugins.builtin._values import section
from pyjekyll.read.pages import read_front_matter
from pyjekyll.ruby.hash import deep_merge
from pyjekyll.ruby.inspect import inspect
from pyjekyll.ruby.text import downcase, slugify, strip, to_s, truthy


def _defaults(layout: str, title: str, permalink: str) -> dict[str, Any]:
    slugs = {"mode": "none", "cased": False}
    return {"layouts": [layout], "title": title, "permalink": permalink, "enabled": True, "slugify": slugs}


DEFAULTS: dict[str, Any] = {
    "enabled": False,
    "tags": _defaults("autopage_tags.html", "Posts tagged with :tag", "/tag/:tag"),
    "categories": _defaults("autopage_category.html", "Posts in category :cat", "/category/:cat"),
    "collections": _defaults("autopage_collection.html", "Posts in collection :coll", "/collection/:coll"),
}
# What each kind is read from, its placeholder, and the filter that its pagination gets.
KINDS = {"tags": ("tags", ":tag", "tag"), "categories": ("categories", ":cat", "category"), "collections": ("__coll", ":coll", "collection")}


def create(site: Any, pagination: dict[str, Any]) -> None:
    """Add the auto pages that the `autopages` section enables."""
    options = deep_merge(DEFAULTS, section(site.config, "autopages"))
    if not truthy(options["enabled"]):
        site.log.info("AutoPages:", "Disabled/Not configured in site.config.")
        return
    documents = []
    for label, collection in site.collections.items():
        own = [document for document in collection.docs if "pagination" not in document.data]
        for document in own:
            document.data["__coll"] = label
        documents += own
    for kind in KINDS:
        _create_kind(site, kind, options[kind], pagination, documents)


def _create_kind(site: Any, kind: str, options: Any, pagination: dict[str, Any], documents: list[Any]) -> None:
    if options is None:
        return
    # A text has no part that says "enabled", as Ruby looks for it.
    if not isinstance(options, dict) and not (isinstance(options, str) and "enabled" not in options):
        message = f"'{kind}' below 'autopages' should be set as a mapping, but was: {inspect(options)}."
        raise ConfigError(message, key=kind, hint=f"Write `{kind}: {{enabled: false}}`, or what the pages need.")
    if isinstance(options, str) or not truthy(options["enabled"]):
        site.log.info("AutoPages:", f"{kind} pages are disabled/not configured in site.config.")
        return
    site.log.info("AutoPages:", f"Generating {kind} pages")
    for value, shown in _values(documents, KINDS[kind][0]).items():
        for layout in options["layouts"]:
            site.pages.append(AutoPage(site, kind, options, pagination, layout, value, shown))


def _values(documents: list[Any], key: str) -> dict[str, str]:
    """Map each value in lower case to the way it was first written."""
    from pyjekyll.plugins.builtin.paginate_v2 import values_of

    table: dict[str, str] = {}
    for document in documents:
        for value in values_of(document, key):
            for part in re.split("[;,]", strip(value)):
                if part:
                    table.setdefault(strip(downcase(part)), part)
    return table


class LayoutFile(NamedTuple):
    """What an auto page takes its defaults from: those of its layout's path."""

    site: Any
    relative_path: str
    type: str = "pages"


class AutoPage(FilePage):
    """The page of one value, its front matter and settings read from a layout."""

    def __init__(self, site: Any, kind: str, options: dict[str, Any], pagination: dict[str, Any], layout: str, value: str, shown: str) -> None:
        super().__init__(site, site.source, "", "index.html")
        _, placeholder, filtered = KINDS[kind]
        self.data = Data(LayoutFile(site, f"_layouts/{layout}"))  # type: ignore[arg-type]
        data, self.content = read_front_matter(site, site.in_source("_layouts", layout))
        own = deep_merge(options, data.get("autopages") or {})
        slugs = options.get("slugify") or {}
        slug = slugify(value, mode=slugs.get("mode"), cased=truthy(slugs.get("cased"))) or ""
        self.data.update(data)
        self.data["permalink"] = own["permalink"].replace(placeholder, slug, 1)
        self.url = f"{self.data['permalink'].rstrip('/')}/{self.name}"
        self.directory = self.data["permalink"]
        self.path = os.path.join(site.source, "_layouts", layout)
        self.data["layout"] = os.path.splitext(os.path.basename(layout))[0]
        self.data["title"] = to_s(own["title"]).replace(placeholder, slug, 1)
        self.data["pagination"] = {**deep_merge(pagination, data.get("pagination") or {}), filtered: value}
        self.data["autopage"] = {"layout_path": os.path.join("_layouts", layout), "display_name": shown}
