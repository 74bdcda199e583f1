"""jekyll-optional-front-matter 0.3: Markdown files without front matter become pages."""

from __future__ import annotations

from typing import Any

from pyjekyll.plugins import FilePage, generator, read_page
from pyjekyll.plugins.builtin._values import section
from pyjekyll.read.filter import Patterns

_LEFT_ALONE = ("README", "LICENSE", "LICENCE", "COPYING", "CODE_OF_CONDUCT", "CONTRIBUTING", "ISSUE_TEMPLATE", "PULL_REQUEST_TEMPLATE")


@generator
def optional_front_matter(site: Any) -> None:
    """Add a page for each such file; the file itself stays, unless `remove_originals` says otherwise."""
    options = section(site.config, "optional_front_matter")
    required = site.config.get("require_front_matter")
    if options.get("enabled") is False or required:
        return
    included = Patterns(site.source, site.config.include)
    files = [file for file in site.static_files if site.is_markdown(file.ext) and _taken(included, file)]
    site.pages.extend(read_page(site, FilePage(site, file.base, file.directory, file.name)) for file in files)
    if options.get("remove_originals") is True:
        site.static_files = [file for file in site.static_files if file not in files]


def _taken(included: Patterns, file: Any) -> bool:
    if included.match(file.relative_path) or included.match(file.name):
        return True
    return file.basename.upper() not in _LEFT_ALONE
