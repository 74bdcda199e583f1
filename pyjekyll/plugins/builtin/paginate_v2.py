"""jekyll-paginate-v2 3.0: pages over posts or collections, filtered, sorted and with trails; see also its auto pages."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

from pyjekyll.errors import PluginError
from pyjekyll.model.item import Data
from pyjekyll.plugins import FilePage, generator
from pyjekyll.plugins.builtin import paginate_v2_autopages as autopages
from pyjekyll.plugins.builtin._values import section
from pyjekyll.ruby.hash import deep_merge
from pyjekyll.ruby.order import compare as spaceship
from pyjekyll.ruby.order import comparison_error, instant, merge_sort
from pyjekyll.ruby.text import downcase, strip, to_i, to_s, truthy

DEFAULTS: dict[str, Any] = {
    "enabled": False,
    "collection": "posts",
    "offset": 0,
    "per_page": 10,
    "permalink": "/page:num/",
    "title": ":title - page :num",
    "page_num": 1,
    "sort_reverse": False,
    "sort_field": "date",
    "limit": 0,
    "trail": {"before": 0, "after": 0},
    "indexpage": None,
    "extension": "html",
    "debug": False,
    "legacy": False,
}

_BOTH = (
    "The new jekyll-paginate-v2 and the old jekyll-paginate logic cannot both be configured in the site config at the same time. "
    "Please disable the old 'paginate:' config settings by either omitting the values or setting them to 'paginate:off'."
)
_INSTEAD = "Take `paginate` out of the configuration and write `pagination: {enabled: true, per_page: N}`."
_EXPLAINED = {
    "Active configuration": {
        "Enabled": "enabled",
        "Items per page": "per_page",
        "Permalink": "permalink",
        "Title": "title",
        "Limit": "limit",
        "Sort by": "sort_field",
        "Sort reverse": "sort_reverse",
    },
    "Active Filters": {"Collection": "collection", "Offset": "offset", "Category": "category", "Tag": "tag", "Locale": "locale"},
}


@generator(priority="lowest")
def paginate(site: Any) -> None:
    """Make the auto pages, then the pages of every page that says `pagination: {enabled: true}`."""
    options = deep_merge(DEFAULTS, section(site.config, "pagination"))
    autopages.create(site, options)
    if site.config.get("paginate") is not None:
        _refuse_legacy(site)
    if not truthy(options["enabled"]):
        site.log.info("Pagination:", "Disabled in site.config.")
        return
    count = _paginate_templates(site, options)
    site.log.info("Pagination:", f"Complete, processed {'' if count is None else count} pagination page(s)")


def _refuse_legacy(site: Any) -> None:
    site.log.info("Pagination:", "Legacy paginate configuration settings detected and will be used.")
    site.log.warn(
        "Pagination:",
        "You are running jekyll-paginate backwards compatible pagination logic. "
        "Please ignore all earlier warnings displayed related to the old jekyll-paginate gem.",
    )
    if site.config.get("pagination") is not None:
        raise PluginError(_BOTH, path="_config.yml", hint=_INSTEAD)
    raise PluginError(
        "Legacy jekyll-paginate configuration compatibility mode has expired. Please upgrade to jekyll-paginate-v2 configuration.",
        path="_config.yml",
        hint=_INSTEAD,
    )


def _paginate_templates(site: Any, options: dict[str, Any]) -> int | None:
    templates = [page for page in site.pages if isinstance(page.data["pagination"], dict) and truthy(page.data["pagination"].get("enabled"))]
    if not templates:
        site.log.warn(
            "Pagination:",
            "Is enabled, but I couldn't find any pagination page. Skipping pagination. "
            "Pages must have 'pagination: enabled: true' in their front-matter for pagination to work.",
        )
        return None
    for template in templates:
        own = deep_merge(options, template.data["pagination"])
        say = _explain(site, template, own) if truthy(own["debug"]) else _keep_quiet
        everything = documents = _documents(site, own["collection"])
        for key, name in (("category", "categories"), ("tag", "tags"), ("locale", "locale")):
            before, documents = len(documents), _filtered(documents, own.get(key), index(everything, name))
            say(f" Filtering by: {key.capitalize():9} {before:3} => {len(documents)}")
        if truthy(own["sort_field"]):
            say("Rolling through the date fields for all documents")
        Pagination(template, own, _sorted(documents, own)).add()
    return len(templates)


def _keep_quiet(_text: str) -> None:
    """Say nothing of a page without `debug: true`."""


def _explain(site: Any, template: Any, options: dict[str, Any]) -> Callable[[str], None]:
    """Say what is in force for one page, and return the function that says the rest."""

    def say(text: str) -> None:
        site.log.plain("Pagination: ".rjust(20) + text)

    say("----------------------------")
    say(f"Page: {to_s(template.data.get('path', template.relative_path))}")
    for title, rows in _EXPLAINED.items():
        say(f" {title}")
        for label, key in rows.items():
            value = options.get(key)
            unset = value is None or (key, value) == ("category", "posts")
            shown = "[Not set]" if unset and key in ("category", "tag", "locale") else to_s(value)
            say(f"  {label}: ".ljust(20) + shown)
    return say


def _documents(site: Any, names: Any) -> list[Any]:
    listed = re.split(r"[;,\s]", names, flags=re.ASCII) if isinstance(names, str) else names
    found: list[Any] = []
    for name in (downcase(strip(to_s(each))) for each in listed):
        if name == "all":
            found += [doc for label, each in site.collections.items() if label != "posts" for doc in each.docs]
        elif name in site.collections:
            found += site.collections[name].docs
    return [doc for doc in found if "pagination" not in doc.data and not truthy(doc.data["hidden"])]


def values_of(document: Any, key: str) -> list[Any]:
    """Return a document's tags, categories or locales; text is taken apart at semicolons, commas and blanks."""
    value = document.data.get(key)
    if isinstance(value, str):
        return [part for part in re.split(r"[;,\s]", value, flags=re.ASCII) if part] if strip(value) else []
    return value if isinstance(value, list) else []


def index(documents: list[Any], key: str) -> dict[str, list[Any]]:
    """Map each value, in lower case, to its documents."""
    table: dict[str, list[Any]] = {}
    for document in documents:
        for value in values_of(document, key):
            for part in re.split("[;,]", strip(downcase(to_s(value)))):
                if part:
                    table.setdefault(strip(part), []).append(document)
    if key == "categories":
        table["posts"] = documents
    return table


def _filtered(documents: list[Any], wanted: Any, table: dict[str, list[Any]]) -> list[Any]:
    if wanted is None:
        return documents
    for value in re.split("[;,]", wanted) if isinstance(wanted, str) else wanted:
        kept = {id(document) for document in table.get(strip(downcase(to_s(value))), ())}
        documents = list({id(document): document for document in documents if id(document) in kept}.values())
    return documents


def _sorted(documents: list[Any], options: dict[str, Any]) -> list[Any]:
    if not truthy(options["sort_field"]):
        return documents
    path = [downcase(strip(key)) for key in to_s(options["sort_field"]).split(":")]
    keyed = merge_sort([(_field(document, path), document) for document in documents], _order)
    ordered = [document for _, document in keyed]
    skipped = max(to_i(to_s(options["offset"])), 0)
    del ordered[max(len(ordered) - skipped, 0) :]  # the offset counts from the end, before the order is reversed
    return ordered[::-1] if truthy(options["sort_reverse"]) else ordered


def _field(document: Any, path: list[str]) -> Any:
    value: Any = document.date if path == ["date"] else document.data
    for key in path if path != ["date"] else ():
        if not isinstance(value, dict) or key not in value:
            return None
        value = value[key]
    return None if isinstance(value, dict) else value


def _order(left: tuple[Any, Any], right: tuple[Any, Any]) -> int:
    a, b = left[0], right[0]
    if (a is None) != (b is None):
        return -1 if a is None else 1
    if isinstance(a, str) and isinstance(b, str):
        a, b = downcase(a), downcase(b)
    if hasattr(a, "timestamp") and hasattr(b, "timestamp"):
        a, b = instant(a).total_seconds(), instant(b).total_seconds()
    order = 0 if a is None and b is None else spaceship(a, b)
    if order is None:
        raise comparison_error(left[1], right[1])
    return order


class PaginatedPage(FilePage):
    """One page of a pagination: a copy of the template with a URL of its own."""

    def __init__(self, template: Any, name: str) -> None:
        super().__init__(template.site, "", "", name)
        self.data = Data(template)  # defaults are those of the template's path
        self.data.update(deep_merge(dict(template.data), {}))
        own = template.data.get("autopage")
        self.content = "" if truthy(own) else template.content
        if isinstance(own, dict) and "display_name" in own:
            self.data["autopages"] = dict(own)


class Pagination:
    """The pages that one template turns into."""

    def __init__(self, template: Any, options: dict[str, Any], documents: list[Any]) -> None:
        self.template, self.options, self.documents, self.site = template, options, documents, template.site
        self.per_page = to_i(to_s(options["per_page"]))
        self.pages = math.ceil(len(documents) / self.per_page)
        limit = to_i(to_s(options["limit"]))
        if 0 < limit < self.pages:
            self.pages = limit
        self.pages = max(self.pages, 1)
        extension = to_s(options["extension"])
        self.extension = extension if options["extension"] is None or extension.startswith(".") else f".{extension}"
        self.index = to_s(options["indexpage"]).split(".")[0]
        first = template.data["permalink"]
        first = first if truthy(first) else template.dir
        self.first = first if first.endswith("/") else first + "/"
        self.later = f"{self.first.rstrip('/')}/{to_s(options['permalink']).lstrip('/')}"

    def add(self) -> None:
        """Put the pages into the site, in place of the template."""
        self.site.pages[:] = [page for page in self.site.pages if page is not self.template]
        made = [self._page(number) for number in range(1, self.pages + 1)]
        self.site.pages.extend(made)
        trail = self.options["trail"]
        if isinstance(trail, dict) and len(made) > 1:
            _add_trails(made, *(max(to_i(to_s(trail.get(side))), 0) for side in ("before", "after")))

    def _page(self, number: int) -> PaginatedPage:
        page = PaginatedPage(self.template, self.index + self.extension)
        page.data["pagination_info"] = {"curr_page": number, "total_pages": self.pages}
        page.pager = self._pager(number)
        path = page.pager["page_path"]
        if path.endswith("/"):
            page.url = path + self.index + self.extension
        else:
            page.url = path if path.endswith(self.extension) else path + self.extension
        if truthy(self.template.data["permalink"]):
            page.data["permalink"] = path
        self._entitle(page, number)
        return page

    def _entitle(self, page: PaginatedPage, number: int) -> None:
        own = self.template.data["title"]
        title = own if truthy(own) else self.site.config.get("title")
        page.data["title"] = title
        if number > 1:
            page.data["title"] = self._numbered(to_s(self.options["title"]).replace(":title", to_s(title), 1), number)
            page.data["autogen"] = "jekyll-paginate-v2"

    def _numbered(self, text: str, number: int) -> str:
        return text.replace(":num", str(number), 1).replace(":max", str(self.pages), 1)

    def _pager(self, number: int) -> dict[str, Any]:
        start = (number - 1) * self.per_page
        own = _full(self.first if number == 1 else self.later, self.index or "index", self.extension or ".html")
        first = _full(self.first, self.index, self.extension) if self.index else self.first
        later = _full(self.later, self.index, self.extension) if self.index else self.later
        before = number - 1 if number > 1 else None
        after = number + 1 if number < self.pages else None
        return {
            "per_page": self.per_page,
            "posts": self.documents[start : start + self.per_page],
            "total_posts": len(self.documents),
            "total_pages": self.pages,
            "page": number,
            "page_path": self._numbered(own, number),
            "previous_page": before,
            "previous_page_path": self._numbered(first if before == 1 else later, before) if before else None,
            "next_page": after,
            "next_page_path": self._numbered(later, after) if after else None,
            "first_page": 1,
            "first_page_path": self._numbered(first, 1),
            "last_page": self.pages,
            "last_page_path": self._numbered(later, self.pages),
            "page_trail": None,
        }


def _full(url: str, name: str, extension: str) -> str:
    """Return a URL that names a file: the index of a folder, or a name without extension and the index' name."""
    if url.endswith("/"):
        return url + name + extension
    return url if "." in url else url + name


def _add_trails(pages: list[PaginatedPage], before: int, after: int) -> None:
    if not before and not after:
        return
    length = before + after + 1
    for page in pages:
        start = max(page.pager["page"] - before - 1, 0)
        end = min(start + length, len(pages))
        start = max(min(start, end - length), 0)
        page.pager["page_trail"] = [
            {"num": number, "path": each.pager["page_path"], "title": each.data["title"]} for number, each in enumerate(pages[start:end], start + 1)
        ]
