"""Read a page or a layout: split its front matter, report what is wrong with it (RD-7, RD-8)."""

from __future__ import annotations

from typing import Any

from pyjekyll.errors import FrontMatterError, InvalidPermalinkError, ReadError, YamlError
from pyjekyll.model.page import Page
from pyjekyll.read import yaml
from pyjekyll.read.frontmatter import split
from pyjekyll.site import Site


def read_text(site: Site, path: str) -> str:
    """Return a file's text in the site's encoding, without its byte order mark. Raises ReadError when it cannot be read."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise ReadError(f"{error.strerror}: {path}", path=path, hint="Make the file readable, or name it under `exclude`.") from None
    encoding = site.config.encoding or "utf-8"
    if encoding.lower().startswith("utf-8"):
        data = data.removeprefix(b"\xef\xbb\xbf")
    return data.decode(encoding, "surrogateescape")


def read_front_matter(site: Site, path: str) -> tuple[dict[str, Any], str]:
    """Return (data, content) of a page or layout; a YAML error is a warning and leaves the data empty."""
    block, content = split(read_text(site, path))
    if block is None:
        return {}, content
    try:
        data = yaml.load(block, site.zone, path)
    except YamlError as error:
        site.log.warn(f"YAML Exception reading {path}: {error.message}", "")
        if site.config.strict_front_matter:
            raise
        return {}, content
    if data is None or data is False:
        data = {}
    if not isinstance(data, dict):
        raise FrontMatterError(f"Invalid YAML front matter in {path}", path=path, line=2, hint="Front matter is a list of `key: value` lines.")
    return data, content


def read_page(site: Site, page: Page) -> Page:
    """Read the page's file into it, make its excerpt where the site wants it, and tell the hooks."""
    site.log.debug("Reading:", page.relative_path)
    data, page.content = read_front_matter(site, page.path)
    page.data.update(data)
    if page.data.get("permalink") == "":
        raise InvalidPermalinkError(f"Invalid permalink in {page.path}", path=page.path, hint="Give the permalink a value or remove the line.")
    if site.config.page_excerpts and not page.data["excerpt"] and page.is_html and site.config.excerpt_separator:
        from pyjekyll.model.excerpt import PageExcerpt

        page.data["excerpt"] = PageExcerpt(page)
    site.registry.fire_item(page, "post_init")
    return page
