"""jekyll-default-layout 0.1: Markdown files without a layout get home, page, post or default."""

from __future__ import annotations

from typing import Any

from pyjekyll.plugins import generator


@generator(priority="lowest")
def default_layout(site: Any) -> None:
    """Set the layout of every Markdown page and post that names none."""
    for item in [*site.pages, *site.posts.docs]:
        if site.is_markdown(item.ext) and "layout" not in item.data and "layout" not in site.defaults.all(item.relative_path, item.type):
            item.data["layout"] = _layout(site, item)


def _layout(site: Any, item: Any) -> str | None:
    wanted = ["home"] if item.url == "/" else []
    if not item.is_document:
        wanted.append("page")
    elif item.collection.label == "posts":
        wanted.append("post")
    return next((name for name in (*wanted, "default") if name in site.layouts), None)
