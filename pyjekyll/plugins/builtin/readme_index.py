"""jekyll-readme-index 0.3: a folder's README becomes its index where it has none."""

from __future__ import annotations

import os
import re
from typing import Any

from pyjekyll.plugins import FilePage, generator, read_page
from pyjekyll.plugins.builtin._values import section


@generator(priority="low")
def readme_index(site: Any) -> None:
    """Add an index page for each README without front matter; with `with_frontmatter`, move those that have it."""
    options = section(site.config, "readme_index")
    if options.get("enabled") is False:
        return
    extensions = "|".join(re.escape(ext) for ext in site.markdown_extensions)
    # Ruby's union keeps to its case inside an expression that ignores case.
    readme = re.compile(f"/readme(?-i:{extensions})$", re.IGNORECASE | re.MULTILINE)
    for file in [file for file in site.static_files if readme.search(file.relative_path)]:
        if _has_index(site, _parent(file.url)):
            continue
        page = read_page(site, FilePage(site, file.base, file.directory, file.name))
        page.data["permalink"] = _folder(file.url)
        site.pages.append(page)
        if options.get("remove_originals") is True:
            site.static_files.remove(file)
    if options.get("with_frontmatter") is True:
        _move_pages(site, readme)


def _move_pages(site: Any, readme: re.Pattern[str]) -> None:
    for page in [page for page in site.pages if readme.search("/" + page.relative_path)]:
        if not _has_index(site, _parent(page.url)):
            page.data["permalink"] = _folder(page.url)
            page.url = None


def _parent(url: str) -> str:
    """Return the folder above a URL, of `/x/` as of `/x`: Ruby's File.dirname minds no final slash."""
    return os.path.dirname(url.rstrip("/")) or "/"


def _folder(url: str) -> str:
    # Jekyll's URL cleaning squeezes the second slash that the top folder gets.
    return _parent(url) + "/"


def _has_index(site: Any, folder: str) -> bool:
    start = folder if folder.endswith("/") else folder + "/"
    pattern = re.compile(f"^{re.escape(start)}(?:$|index\\.(?:html?|xhtml|xml)$)", re.IGNORECASE | re.MULTILINE)
    return any(pattern.search(item.url) for item in (*site.pages, *site.static_files))
