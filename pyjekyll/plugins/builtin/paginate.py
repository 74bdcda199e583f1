"""jekyll-paginate 1.1: the posts of an index.html spread over several pages (PAG-1, PAG-2)."""

from __future__ import annotations

import math
import os
from typing import Any

from pyjekyll.errors import ConfigError
from pyjekyll.plugins import FilePage, generator, read_page
from pyjekyll.ruby.inspect import inspect
from pyjekyll.ruby.text import to_i, to_s, truthy


@generator(priority="lowest")
def paginate(site: Any) -> None:
    """Give the template its pager and add the further pages."""
    if site.config.get("paginate") is None or not site.pages:
        return
    template = _template(site)
    if template is None:
        site.log.warn(
            "Pagination:", "Pagination is enabled, but I couldn't find an index.html page to use as the pagination template. Skipping pagination."
        )
        return
    per_page = _per_page(site.config["paginate"])
    posts = [post for post in site.posts_newest_first() if not truthy(post.data["hidden"])]
    count = math.ceil(len(posts) / per_page)
    for number in range(1, count + 1):
        page = template
        if number > 1:
            page = read_page(site, FilePage(site, site.source, template.dir, template.name))
            page.directory = _path(site, template, number) or ""
            site.pages.append(page)
        page.pager = _pager(site, template, posts, number, per_page, count)


def _per_page(value: Any) -> int:
    number = to_i(to_s(value)) if isinstance(value, (str, int, float)) else 0
    if number == 0:
        raise ConfigError(
            f"'paginate' should be set as a number, but was: {inspect(value)}.", key="paginate", hint="Write how many posts go on a page, 1 or more."
        )
    return number


def _template(site: Any) -> Any:
    folder = os.path.dirname(os.path.normpath(os.path.join(site.source, site.config.paginate_path.removeprefix("/"))))
    found = [page for page in site.pages if page.name == "index.html" and _above(site, page, folder)]
    return max(found, key=lambda page: len(_shown_path(page)), default=None)


def _above(site: Any, page: Any, folder: str) -> bool:
    own = os.path.dirname(os.path.normpath(os.path.join(site.source, _shown_path(page).removeprefix("/"))))
    return folder == own or (folder.startswith(own + "/") and own.startswith(site.source))


def _shown_path(page: Any) -> str:
    return to_s(page.data["path"]) if "path" in page.data else str(page.relative_path)


def _path(site: Any, template: Any, number: int | None) -> str | None:
    if number is None:
        return None
    if number <= 1:
        return str(template.url)
    path: str = site.config.paginate_path.replace(":num", str(number), 1)
    return path if path.startswith("/") else "/" + path


def _pager(site: Any, template: Any, posts: list[Any], number: int, per_page: int, count: int) -> dict[str, Any]:
    before = number - 1 if number != 1 else None
    after = number + 1 if number != count else None
    return {
        "page": number,
        "per_page": per_page,
        "posts": posts[(number - 1) * per_page : number * per_page],
        "total_posts": len(posts),
        "total_pages": count,
        "previous_page": before,
        "previous_page_path": _path(site, template, before),
        "next_page": after,
        "next_page_path": _path(site, template, after),
    }
