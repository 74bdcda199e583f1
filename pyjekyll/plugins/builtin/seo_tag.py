"""jekyll-seo-tag 2.8: `{% seo %}`, the head elements by which search engines and networks know a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from pyjekyll.plugins import tag
from pyjekyll.plugins.builtin._values import default, either, look, printed
from pyjekyll.ruby.format import format
from pyjekyll.ruby.json import to_json
from pyjekyll.ruby.text import to_s, truthy
from pyjekyll.ruby.url import InvalidUrlError, is_absolute

VERSION = "2.8.0"
_HOME_OR_ABOUT = re.compile(r"^/(about/)?(index.html?)?$", re.MULTILINE)
_VERIFICATIONS = {
    "google": "google-site-verification",
    "bing": "msvalidate.01",
    "alexa": "alexaVerifyID",
    "yandex": "yandex-verification",
    "baidu": "baidu-site-verification",
    "facebook": "facebook-domain-verification",
}
_FACEBOOK = {"admins": "fb:admins", "publisher": "article:publisher", "app_id": "fb:app_id"}


@tag("seo", parallel=True, pure=True)
def seo(context: Any, markup: str) -> str:
    """Return the block for the page that is being rendered."""
    return "".join(Head(Facts(context, markup)).lines())


def meta(name: str, content: Any, attribute: str = "property") -> str:
    """Return a meta element; its content is escaped already where it needs to be."""
    return f'<meta {attribute}="{name}" content="{printed(content)}" />\n'


class Facts:
    """What is known about the page, from its front matter, the site's configuration and `_data/authors`."""

    def __init__(self, context: Any, markup: str) -> None:
        self.context, self.markup = context, markup
        self.page = context.registers["page"]
        self.site = context.registers["site"].renderer.payload["site"]
        self.paginator = context["paginator"]
        # Titles and descriptions are Markdown, and the site's are the same on every page.
        self._plain: dict[str, str | None] = context.registers["site"].cached("seo_tag", dict)

    def plain(self, value: Any) -> str | None:
        """Return Markdown as one line of escaped text, None for nothing."""
        # A list is more than its text: Ruby's string may be one of US-ASCII.
        text = repr(value) if isinstance(value, (list, dict)) else to_s(value)
        if text not in self._plain:
            made: Any = value
            for name in ("markdownify", "strip_html", "normalize_whitespace", "escape_once"):
                made = self.context.invoke(name, made)
            self._plain[text] = made or None
        return self._plain[text]

    @cached_property
    def site_title(self) -> str | None:
        """Return the site's title or name."""
        return self.plain(either(self.site["title"], self.site["name"]))

    @cached_property
    def page_title(self) -> str | None:
        """Return the page's title, the site's for lack of one."""
        return self.plain(look(self.page, "title")) or self.site_title

    @cached_property
    def title(self) -> str | None:
        """Return what the title element says."""
        site, page = self.site_title, self.page_title
        about = self.plain(self.site["description"])
        title: str | None
        if site and page != site:
            title = f"{page} | {site}"
        elif about and site:
            title = f"{site} | {self.plain(self.site['tagline']) or about}"
        else:
            title = page
        number = self._page_number()
        return number + (title or "") if number else title

    def _page_number(self) -> str:
        current = look(self.paginator, "page")
        if not isinstance(current, int) or current <= 1:
            return ""
        message = to_s(either(self.site["seo_paginator_message"], "Page %<current>s of %<total>s for "))
        return format(message, {"current": current, "total": look(self.paginator, "total_pages")})

    @cached_property
    def is_home_or_about(self) -> bool:
        """Say whether the page speaks of the whole site."""
        return bool(_HOME_OR_ABOUT.search(to_s(look(self.page, "url"))))

    @cached_property
    def description(self) -> str | None:
        """Return the page's description or excerpt, else the site's description."""
        own = either(look(self.page, "description"), look(self.page, "excerpt"))
        return self.plain(own) or self.plain(self.site["description"])

    @cached_property
    def name(self) -> str | None:
        """Return the name of what the page is about, on the pages that speak of the whole site."""
        own = self.own("name")
        named = self.plain(own) if truthy(own) else None
        if named:
            return named
        if not self.is_home_or_about:
            return None
        social = self.social("name")
        return self.plain(social) if truthy(social) else self.site_title

    def own(self, key: str) -> Any:
        """Return a key of the page's `seo` section."""
        section = look(self.page, "seo")
        return section.get(key) if isinstance(section, dict) else None

    def social(self, key: str) -> Any:
        """Return a key of the site's `social` section."""
        section = self.site["social"]
        return section.get(key) if isinstance(section, dict) else None

    @cached_property
    def author(self) -> dict[Any, Any]:
        """Return what is known about the author: the page's, its first one, or the site's."""
        authors = look(self.page, "authors")
        sources = [look(self.page, "author"), *(authors[:1] if isinstance(authors, list) else ()), self.site["author"]]
        found = next((source for source in sources if to_s(source)), None)
        if isinstance(found, dict):
            return found
        if not isinstance(found, str):
            return {}
        known = look(self.site["data"], "authors")
        more = known.get(found) if isinstance(known, dict) else None
        return {"name": found, **(more if isinstance(more, dict) else {})}

    @cached_property
    def twitter(self) -> str | None:
        """Return the author's name on Twitter."""
        name = either(self.author.get("twitter"), self.author.get("name"))
        return re.sub("^@", "", name, count=1, flags=re.MULTILINE) if isinstance(name, str) else None

    @cached_property
    def image(self) -> dict[Any, Any] | None:
        """Return the page's image with its absolute address as `path`."""
        value = look(self.page, "image")
        image = {"path": None, **value} if isinstance(value, dict) else {"path": value if isinstance(value, str) else None}
        raw = next((image.get(key) for key in ("path", "facebook", "twitter") if truthy(image.get(key))), None)
        if raw is None:
            return None
        if isinstance(raw, str) and _is_relative(raw):
            raw = self.context.invoke("absolute_url", raw)
        return {**image, "path": self.context.invoke("uri_escape", raw)}

    @cached_property
    def locale(self) -> str:
        """Return the locale with an underscore."""
        lang = either(look(self.page, "lang"), self.site["lang"], "en_US")
        return to_s(either(look(self.page, "locale"), self.site["locale"], lang)).replace("-", "_")

    @cached_property
    def url(self) -> Any:
        """Return the page's canonical address."""
        own = look(self.page, "canonical_url")
        if to_s(own):
            return own
        return re.sub(r"/index\.html$", "/", to_s(self.context.invoke("absolute_url", look(self.page, "url"))), flags=re.MULTILINE)

    @cached_property
    def logo(self) -> str | None:
        """Return the absolute address of the site's logo."""
        logo = self.site["logo"]
        if not truthy(logo):
            return None
        return self.context.invoke("uri_escape", self.context.invoke("absolute_url", logo))  # type: ignore[no-any-return]

    def date(self, value: Any) -> Any:
        """Return a date in XML's notation, None for none."""
        return self.context.invoke("date_to_xmlschema", value) if truthy(value) else None


class Head:
    """Write the block, an element a line."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def lines(self) -> Iterator[str]:
        """Yield the lines in their fixed order."""
        facts = self.facts
        yield f"<!-- Begin Jekyll SEO tag v{VERSION} -->\n"
        if facts.title and not re.search("title=false", facts.markup, re.IGNORECASE):
            yield f"<title>{facts.title}</title>\n"
        yield meta("generator", f"Jekyll v{facts.context['jekyll.version']}", "name")
        yield from self._about()
        yield from self._image()
        yield from self._kind()
        yield from self._twitter()
        yield from self._section("facebook", _FACEBOOK, "property")
        verifications = self._section("webmaster_verifications", _VERIFICATIONS, "name")
        yield from verifications if truthy(facts.site["webmaster_verifications"]) else self._google()
        yield f'<script type="application/ld+json">\n{to_json(linked_data(facts))}</script>\n<!-- End Jekyll SEO tag -->\n'

    def _about(self) -> Iterator[str]:
        facts = self.facts
        if facts.page_title:
            yield meta("og:title", facts.page_title)
        if truthy(facts.author.get("name")):
            yield meta("author", facts.author["name"], "name")
        yield meta("og:locale", facts.locale)
        if facts.description:
            yield meta("description", facts.description, "name") + meta("og:description", facts.description)
        if truthy(facts.site["url"]):
            yield f'<link rel="canonical" href="{printed(facts.url)}" />\n' + meta("og:url", facts.url)
        if facts.site_title:
            yield meta("og:site_name", facts.site_title)

    def _image(self) -> Iterator[str]:
        image = self.facts.image
        if image:
            yield meta("og:image", image["path"])
            for key in ("height", "width", "alt"):
                if truthy(image.get(key)):
                    yield meta(f"og:image:{key}", image[key])

    def _kind(self) -> Iterator[str]:
        facts = self.facts
        date = look(facts.page, "date")
        yield meta("og:type", "article" if truthy(date) else "website")
        if truthy(date):
            yield meta("article:published_time", facts.date(date))
        for rel, key in (("prev", "previous_page"), ("next", "next_page")):
            if truthy(look(facts.paginator, key)):
                yield f'<link rel="{rel}" href="{printed(facts.context.invoke("absolute_url", look(facts.paginator, key + "_path")))}" />\n'

    def _twitter(self) -> Iterator[str]:
        facts, image = self.facts, self.facts.image
        if image:
            card = default(look(facts.page, "twitter", "card"), look(facts.site["twitter"], "card"), "summary_large_image")
            yield meta("twitter:card", card, "name") + meta("twitter:image", image["path"])
        else:
            yield meta("twitter:card", "summary", "name")
        if image and truthy(image.get("alt")):
            yield meta("twitter:image:alt", image["alt"], "name")
        if facts.page_title:
            yield meta("twitter:title", facts.page_title)
        if truthy(facts.site["twitter"]):
            yield meta("twitter:site", "@" + printed(look(facts.site["twitter"], "username")).replace("@", ""), "name")
            if facts.twitter is not None:
                yield meta("twitter:creator", "@" + facts.twitter.replace("@", ""), "name")

    def _section(self, name: str, elements: dict[str, str], attribute: str) -> Iterator[str]:
        section = self.facts.site[name]
        for key, element in elements.items():
            value = look(section, key)
            if truthy(value):
                yield meta(element, value, attribute)

    def _google(self) -> Iterator[str]:
        value = self.facts.site["google_site_verification"]
        if truthy(value):
            yield meta("google-site-verification", value, "name")


def linked_data(facts: Facts) -> dict[str, Any]:
    """Return the page as schema.org describes it, in the order of the keys, without those that have no value."""
    kind = either(facts.own("type"), _kind(facts))
    dated = look(facts.page, "date")
    modified = either(facts.own("date_modified"), look(facts.page, "last_modified_at"), dated)
    makers: dict[str, Callable[[], Any]] = {
        "@context": lambda: "https://schema.org",
        "@type": lambda: kind,
        "author": lambda: _author(facts.author),
        "dateModified": lambda: facts.date(modified),
        "datePublished": lambda: facts.date(dated),
        "description": lambda: facts.description,
        "headline": lambda: facts.page_title,
        "image": lambda: _image(facts.image),
        "mainEntityOfPage": lambda: {"@type": "WebPage", "@id": facts.url} if kind in ("BlogPosting", "CreativeWork") else None,
        "name": lambda: facts.name,
        "publisher": lambda: _publisher(facts),
        "sameAs": lambda: _links(facts),
        "url": lambda: facts.url,
    }
    made = {key: make() for key, make in makers.items()}
    return {key: value for key, value in made.items() if value is not None}


def _kind(facts: Facts) -> str:
    if facts.is_home_or_about:
        return "WebSite"
    return "BlogPosting" if truthy(look(facts.page, "date")) else "WebPage"


def _author(author: dict[Any, Any]) -> dict[str, Any] | None:
    kind = author.get("type")
    if not truthy(author.get("name")) or (truthy(kind) and kind not in ("Organization", "Person")):
        return None
    made = {"@type": kind if truthy(kind) else "Person", "name": author["name"]}
    return {**made, "url": author["url"]} if truthy(author.get("url")) else made


def _image(image: dict[Any, Any] | None) -> Any:
    if image is None or len(image) == 1:
        return image and image["path"]
    return {**{key: value for key, value in image.items() if key != "path"}, "url": image["path"], "@type": "imageObject"}


def _publisher(facts: Facts) -> dict[str, Any] | None:
    if facts.logo is None:
        return None
    made = {"@type": "Organization", "logo": {"@type": "ImageObject", "url": facts.logo}}
    return {**made, "name": facts.author["name"]} if truthy(facts.author.get("name")) else made


def _links(facts: Facts) -> Any:
    own = facts.own("links")
    if truthy(own):
        return own
    links = facts.social("links") if facts.is_home_or_about else None
    return links if truthy(links) else None



def _is_relative(address: str) -> bool:
    """Say whether an address has no scheme; one that is no URL at all stays as it is, as in the gem."""
    try:
        return not is_absolute(address)
    except InvalidUrlError:
        return False
