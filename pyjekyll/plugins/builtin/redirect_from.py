"""jekyll-redirect-from 0.16: stub pages for `redirect_from` and `redirect_to`, and `redirects.json`."""

from __future__ import annotations

import os
import re
from typing import Any

from pyjekyll.model.layout import Layout
from pyjekyll.plugins import Page, generator
from pyjekyll.plugins.builtin._values import section
from pyjekyll.ruby.text import to_s

_STUB = """\
<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="{{ page.redirect.to }}">
  <script>location="{{ page.redirect.to }}"</script>
  <meta http-equiv="refresh" content="0; url={{ page.redirect.to }}">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="{{ page.redirect.to }}">Click here if you are not redirected.</a>
</html>
"""


class Redirect(Page):
    """A stub. Several may ask for one address, or for a page's own: Jekyll does not warn of them."""

    shares_destination = True


@generator
def redirects(site: Any) -> None:
    """Add a stub for every old address and note it in `redirects.json`; a layout `redirect` of the site's own wins."""
    site.layouts.setdefault("redirect", Layout("redirect", "redirect.html", "_layouts/redirect.html", {}, _STUB))
    table: dict[str, Any] = {}
    documents = [item for item in site.documents if item.is_document and item.written]
    for item in [*documents, *site.pages]:
        _redirect_from(site, item, table)
        _redirect_to(site, item, table)
    if section(site.config, "redirect_from").get("json") is not False and not os.path.exists(site.in_source("redirects.json")):
        from pyjekyll.ruby.json import to_json

        site.pages.append(Page(site, name="redirects.json", data={"layout": None}, content=to_json(table)))


def _values(item: Any, key: str) -> list[Any]:
    value = item.data[key]
    if isinstance(value, list):
        return [each for each in value if each is not None]
    return [] if value is None else [value]


def _redirect_from(site: Any, item: Any, table: dict[str, Any]) -> None:
    for path in _values(item, "redirect_from"):
        data = _data(site, path, item.url)
        site.pages.append(Redirect(site, name="redirect.html", data=data))
        table[data["redirect"]["from"]] = data["redirect"]["to"]


def _redirect_to(site: Any, item: Any, table: dict[str, Any]) -> None:
    targets = _values(item, "redirect_to")
    if not targets or targets[0] is False:
        return
    data = _data(site, item.url, targets[0])
    item.data.update(data)
    item.content = ""
    table[data["redirect"]["from"]] = data["redirect"]["to"]


def _data(site: Any, source: Any, target: Any) -> dict[str, Any]:
    path = to_s(source)
    path = path if not path or path.startswith("/") else f"/{path}"
    to = target if re.match("https?://", str(target)) else site.apply_filter("absolute_url", target)
    return {"sitemap": False, "layout": "redirect", "permalink": path, "redirect": {"from": path, "to": to}}
