"""Read a page or a layout: split its front matter, report what is wrong with it (RD-7, RD-8)."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from pyjekyll.errors import FrontMatterError, InvalidPermalinkError, ReadError, YamlError
from pyjekyll.model.item import INVALID_BYTES
from pyjekyll.model.page import Page
from pyjekyll.read import yaml
from pyjekyll.read.frontmatter import split
from pyjekyll.ruby.text import decoded, truthy
from pyjekyll.site import Site

# What stands for the front matter of a file that has none.
ABSENT: Any = ...
FRONT_MATTER_ADVICE = "Front matter is made of `key: value` lines."


def read_text(site: Site, path: str) -> str:
    """Return a file's text in the site's encoding, without its byte order mark. Raises ReadError when it cannot be read."""
    return decoded(_read_bytes(path), site.codec)


def read_parts(site: Site, path: str, keep: Callable[[str], None]) -> Any:
    """Return a file's front matter, ABSENT without any; `keep` is given the text, and the content once that is known.

    Raises ReadError for a file that cannot be read or has bytes that its encoding does not know, YamlError.
    """
    data = _read_bytes(path)
    known = None
    if site.memory is not None:
        site.memory.note(path, data)
        known = site.memory.find(data)
    if known is not None:
        keep(known[1])
        return known[0]
    text = decoded(data, site.codec)
    keep(text)
    require_valid(text, path)
    block, content = split(text)
    keep(content)
    front = ABSENT if block is None else yaml.load(block, site.zone, path)
    if site.memory is not None:
        site.memory.keep(data, front, content)
    return front


def _read_bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError) and not os.path.islink(path)
        hint = "Create the file, or name another one." if missing else "Make the file readable, or name it under `exclude`."
        unreadable = ReadError(f"{error.strerror} @ rb_sysopen - {path}", path=path, hint=hint)
        unreadable.unopened = True
        raise unreadable from None


def read_front_matter(site: Site, path: str) -> tuple[dict[str, Any], str]:
    """Return (data, content) of a page or layout; a YAML error is a warning and leaves the data empty.

    So is a file that cannot be read, or is not valid in its encoding: Jekyll goes on with what it has.
    """
    contents = [""]
    try:
        data = read_parts(site, path, contents.append)
    except (ReadError, YamlError) as error:
        what = "YAML Exception reading" if isinstance(error, YamlError) and error.is_syntax else "Error reading file"
        site.log.warn(f"{what} {path}: {error.message}", "")
        if site.config.strict_front_matter:
            error.reported = True
            raise
        return {}, contents[-1]
    content = contents[-1]
    if data is ABSENT or data is None or data is False:
        data = {}
    if not isinstance(data, dict):
        raise FrontMatterError(f"Invalid YAML front matter in {path}", path=path, line=2, hint=FRONT_MATTER_ADVICE)
    if data.get("permalink") == "":
        raise InvalidPermalinkError(f"Invalid permalink in {path}", path=path, key="permalink", hint="Give the permalink a value or remove the line.")
    return data, content


def require_valid(text: str, path: str) -> None:
    """Raise ReadError for a text with bytes that its encoding does not know."""
    if not text.isascii() and INVALID_BYTES.search(text):
        raise ReadError("invalid byte sequence in UTF-8", path=path, hint="Save the file as UTF-8, or name its encoding under `encoding`.")


def read_page(site: Site, page: Page) -> Page:
    """Read the page's file into it, make its excerpt where the site wants it, and tell the hooks."""
    site.log.debug("Reading:", page.relative_path)
    data, page.content = read_front_matter(site, page.path)
    page.data.update(data)
    if site.config.page_excerpts and not truthy(page.data.get("excerpt")) and page.is_html and page.excerpt_separator:
        from pyjekyll.model.excerpt import PageExcerpt

        page.data["excerpt"] = PageExcerpt(page)
    site.registry.fire_item(page, "post_init")
    return page
