"""jekyll-feed 0.17: Atom feeds of posts, collections, categories and tags, and `{% feed_meta %}`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

from pyjekyll.errors import ConfigError
from pyjekyll.liquid.values import integer
from pyjekyll.plugins import Page, generator, tag
from pyjekyll.plugins.builtin._values import chain, default, either, look, printed, section
from pyjekyll.ruby.hash import as_key
from pyjekyll.ruby.inspect import inspect
from pyjekyll.ruby.text import to_s, truthy

MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'


@generator(priority="lowest")
def feeds(site: Any) -> None:
    """Add a page for every feed that the `feed` section asks for; a file of the site's own wins."""
    options = section(site.config, "feed")
    if truthy(options.get("disable_in_development")) and site.environment == "development":
        site.log.info("Jekyll Feed:", "Skipping feed generation in development")
        return
    collections = _collections(options)
    for name, meta in collections.items():
        site.log.info("Jekyll Feed:", f"Generating feed for {name}")
        for category in dict.fromkeys([*map(as_key, _categories(meta.get("categories"))), None]):
            _add(site, _feed_path(name, meta, category), collection=name, category=category)
    if truthy(options.get("tags")) and site.tags:
        _add_tag_feeds(site, options["tags"] if isinstance(options["tags"], dict) else {})


def _collections(options: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what each collection's feed is told; posts may be told at the top level as well."""
    given = options.get("collections")
    names = given if isinstance(given, (list, dict)) else ()
    metas = {name: dict(given[name] or {}) if isinstance(given, dict) else {} for name in names}
    posts = metas.setdefault("posts", {})
    for key in ("path", "categories"):
        posts[key] = either(posts.get(key), options.get(key))
    return metas


def _categories(given: Any) -> list[Any]:
    if not isinstance(given, (list, dict)) and truthy(given):
        message = f"'categories' below 'feed' should be set as an array, but was: {inspect(given)}."
        raise ConfigError(message, key="categories", hint="Write `categories: [news]`.")
    return [list(pair) for pair in given.items()] if isinstance(given, dict) else given or []


def _feed_path(collection: str, meta: dict[str, Any], category: Any) -> str:
    prefix = "/feed" if collection == "posts" else f"/feed/{collection}"
    if category is not None:
        return f"{prefix}/{to_s(category)}.xml"
    path = either(meta.get("path"), f"{prefix}.xml")
    if not isinstance(path, str):
        raise ConfigError(f"'path' below 'feed' should be set as a string, but was: {inspect(path)}.", key="path", hint="Write `path: /atom.xml`.")
    return path


def _add_tag_feeds(site: Any, options: dict[str, Any]) -> None:
    left_out = options.get("except") or ()
    for name in either(options.get("only"), list(site.tags)):
        if name in left_out or re.search("[^a-zA-Z0-9_]", to_s(name)):
            continue  # only plain names make a path that needs no thought
        site.log.info("Jekyll Feed:", f"Generating feed for posts tagged {to_s(name)}")
        _add(site, f"{to_s(either(options.get('path'), '/feed/by_tag/'))}{to_s(name)}.xml", tags=name)


def _add(site: Any, path: str, collection: str = "posts", category: Any = None, tags: Any = None) -> None:
    if os.path.exists(site.in_source(path)):
        return
    data = {
        "layout": None,
        "sitemap": False,
        "xsl": os.path.exists(site.in_source("feed.xslt.xml")),
        "collection": collection,
        "category": category,
        "tags": tags,
    }
    site.pages.append(Page(site, name=path, data=data, content="{% jekyll_feed %}"))


@tag("feed_meta", parallel=True, pure=True)
def feed_meta(context: Any, _markup: str) -> str:
    """Return the link element that announces the feed."""
    config = context.registers["site"].config
    options = section(config, "feed")
    path = either(options.get("path"), _collections(options)["posts"].get("path"), "feed.xml")
    attributes = {"type": "application/atom+xml", "rel": "alternate", "href": context.invoke("absolute_url", path)}
    title = either(config.get("title"), config.get("name"))
    if truthy(title):
        attributes["title"] = title
    return f"<link {' '.join(f'{name}={_quoted(to_s(value))}' for name, value in attributes.items())} />"


def _quoted(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&apos;")
    return f'"{escaped}"'


@tag("jekyll_feed", parallel=True)
def jekyll_feed(context: Any, _markup: str) -> str:
    """Return the feed that the page's data describe: the whole content of a feed page."""
    return "".join(Feed(context).parts())


class Feed:
    """Write one feed. It has no white space between elements, as Jekyll's has none."""

    def __init__(self, context: Any) -> None:
        self.context = context
        self.site, self.page = context["site"], context["page"]

    def parts(self) -> Iterator[str]:
        """Yield the feed's text."""
        page, lang = self.page, self.site["lang"]
        own, home = self.absolute(page["url"]), self.absolute("/")
        yield '<?xml version="1.0" encoding="utf-8"?>'
        if truthy(page["xsl"]):
            yield f'<?xml-stylesheet type="text/xml" href="{self.absolute("/feed.xslt.xml")}"?>'
        # The only space that stays is the one between attributes, and before a language that is not there.
        yield f'<feed xmlns="http://www.w3.org/2005/Atom" {_attribute("xml:lang", lang)}>'
        yield f'<generator uri="https://jekyllrb.com/" version="{self.context["jekyll.version"]}">Jekyll</generator>'
        yield f'<link href="{own}" rel="self" type="application/atom+xml" />'
        language = f'hreflang="{printed(lang)}" ' if truthy(lang) else ""
        yield f'<link href="{home}" rel="alternate" type="text/html" {language}/>'
        yield f"<updated>{self.date(self.site['time'])}</updated><id>{self.escaped(own)}</id>"
        yield from self.head()
        for post in self.posts():
            yield from self.entry(post)
        yield "</feed>"

    def head(self) -> Iterator[str]:
        """Yield title, subtitle and author of the feed."""
        title, site = default(self.site["title"], self.site["name"]), self.site
        if self.page["collection"] != "posts":
            title = f"{to_s(title)} | {self.context.invoke('capitalize', self.page['collection'])}"
        if truthy(self.page["category"]):
            title = f"{to_s(title)} | {self.context.invoke('capitalize', self.page['category'])}"
        if truthy(title):
            yield f'<title type="html">{printed(chain(self.context, title, "smartify", "xml_escape"))}</title>'
        if truthy(site["description"]):
            yield f"<subtitle>{self.escaped(site['description'])}</subtitle>"
        author = site["author"]
        if truthy(author):
            yield self.person(default(look(author, "name"), author), look(author, "email"), look(author, "uri"))

    def person(self, name: Any, email: Any, uri: Any) -> str:
        """Return an author element."""
        mail = f"<email>{self.escaped(email)}</email>" if truthy(email) else ""
        link = f"<uri>{self.escaped(uri)}</uri>" if truthy(uri) else ""
        return f"<author><name>{self.escaped(name)}</name>{mail}{link}</author>"

    def posts(self) -> list[Any]:
        """Return the documents of the feed, newest first."""
        page, invoke = self.page, self.context.invoke
        posts = look(self.site["tags"], page["tags"]) if truthy(page["tags"]) else look(self.site, page["collection"])
        if truthy(page["category"]):
            posts = invoke("where", posts, "categories", page["category"])
        if isinstance(posts, list) and not truthy(self.site["show_drafts"]):
            posts = [post for post in posts if look(post, "draft") is not True]
        newest = invoke("reverse", invoke("sort", posts, "date"))
        limit = default(look(self.site["feed"], "posts_limit"), 10)
        return list(newest[: max(integer(limit), 0)])

    def entry(self, document: Any) -> Iterator[str]:
        """Yield one entry."""
        post = document.to_liquid()
        title = printed(chain(self.context, post["title"], "smartify", "strip_html", "normalize_whitespace", "xml_escape"))
        url = self.absolute(post["url"])
        yield f'<entry xml:lang="{printed(post["lang"])}">' if truthy(post["lang"]) else "<entry>"
        yield f'<title type="html">{title}</title><link href="{url}" rel="alternate" type="text/html" title="{title}" />'
        yield f"<published>{self.date(post['date'])}</published><updated>{self.date(default(look(post, 'last_modified_at'), post['date']))}</updated>"
        yield f"<id>{self.escaped(self.absolute(post['id']))}</id>"
        if not truthy(default(look(post["feed"], "excerpt_only"), look(self.site["feed"], "excerpt_only"))):
            content = printed(self.context.invoke("strip", post["content"]))
            yield f'<content type="html" xml:base="{self.escaped(url)}"><![CDATA[{content}]]></content>'
        yield self.author(post)
        yield from self.categories(post)
        summary = default(post["description"], post["excerpt"])
        if truthy(summary) and summary not in ("", [], {}):
            yield f'<summary type="html"><![CDATA[{printed(chain(self.context, summary, "strip_html", "normalize_whitespace"))}]]></summary>'
        yield self.image(default(look(post["image"], "path"), post["image"]))
        yield "</entry>"

    def author(self, post: Any) -> str:
        """Return the author of an entry, looked up among `site.data.authors`."""
        named = default(post["author"], look(post["authors"], 0), self.site["author"])
        author = default(look(self.site["data"], "authors", named), named)
        name = default(look(author, "name"), author)
        return self.person(default(name, ""), default(look(author, "email"), None), default(look(author, "uri"), None))

    def categories(self, post: Any) -> Iterator[str]:
        """Yield the categories and tags of an entry."""
        own = post["category"]
        categories = [own] if truthy(own) else _items(post["categories"])
        for term in (*categories, *_items(post["tags"])):
            yield f'<category term="{self.escaped(term)}" />'

    def image(self, image: Any) -> str:
        """Return the picture of an entry."""
        if not truthy(image):
            return ""
        if not (isinstance(image, (str, list, dict)) and "://" in image):
            image = self.absolute(image)
        url = self.escaped(image)
        return f'<media:thumbnail {MEDIA} url="{url}" /><media:content medium="image" url="{url}" {MEDIA} />'

    def absolute(self, value: Any) -> str:
        """Return the absolute URL of a path."""
        return printed(self.context.invoke("absolute_url", value))

    def escaped(self, value: Any) -> str:
        """Return a value as XML text."""
        return printed(self.context.invoke("xml_escape", value))

    def date(self, value: Any) -> str:
        """Return a date in XML's notation."""
        return printed(self.context.invoke("date_to_xmlschema", value))


def _attribute(name: str, value: Any) -> str:
    return f'{name}="{printed(value)}"' if truthy(value) else ""


def _items(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, str) and value else []
