"""Jekyll's Liquid without a site: for tests, and for people who want only that."""

from __future__ import annotations

import datetime
from typing import Any

from pyjekyll.errors import PyjekyllError
from pyjekyll.liquid.environment import Environment
from pyjekyll.liquid.errors import ForeignError, LiquidError
from pyjekyll.ruby.time import local_zone, now


class BareSite:
    """What Jekyll's filters and tags ask of a site, answered with Jekyll's defaults."""

    def __init__(self) -> None:
        self.config: dict[str, Any] = {
            "baseurl": None,
            "url": None,
            "collections_dir": "",
            "highlighter": "rouge",
            "incremental": False,
            "liquid": {},
            "markdown": "kramdown",
            "timezone": None,
        }
        self.source = "."
        self.safe = False
        self.codec = "utf-8"
        self.theme = None
        self.zone: datetime.tzinfo = local_zone("UTC")  # local, as Ruby under TZ=UTC: not a UTC time
        self.time = now(self.zone)
        self.includes_load_paths: list[str] = []
        self.posts: Any = ()

    def note(self, *cell: str) -> None:
        """Do nothing: no build follows what is read."""

    def note_read(self, item: Any, *keys: str) -> None:
        """Do nothing."""

    def each_site_file(self) -> tuple[Any, ...]:
        """Return no files."""
        return ()

    def markdown(self, text: str) -> str:
        """Convert Markdown with Jekyll's default options."""
        return self.convert("markdown", text)

    def convert(self, name: str, text: str, us_ascii: bool = False) -> str:
        """Convert text by a named converter: markdown, smartify, sass or scss; Ruby's string may be one of US-ASCII."""
        if name in ("markdown", "smartify"):
            from pyjekyll.kramdown import convert

            options = {**_KRAMDOWN, **({"entity_output": "as_input"} if us_ascii else {})}
            return convert(text, options) if name == "markdown" else convert(text, {**options, "input": "SmartyPants"}).removesuffix("\n")
        from pyjekyll.sass import Options, compile

        css: str = compile(text, Options(syntax=name)).css
        return css


# What Jekyll hands to kramdown where a site says nothing.
_KRAMDOWN: dict[str, Any] = {
    "auto_ids": True,
    "entity_output": "as_char",
    "footnote_nr": 1,
    "hard_wrap": False,
    "input": "GFM",
    "smart_quotes": "lsquo,rsquo,ldquo,rdquo",
    "syntax_highlighter": "rouge",
    "syntax_highlighter_opts": {"default_lang": "plaintext", "guess_lang": True},
    "toc_levels": [1, 2, 3, 4, 5, 6],
}


def jekyll_environment(
    error_mode: str = "warn", strict_filters: bool = False, strict_variables: bool = False, blank_method: bool = False
) -> Environment:
    """Return an environment with Jekyll's filters and tags beside Liquid's own."""
    from pyjekyll import filters, tags

    environment = Environment(error_mode, strict_filters, strict_variables, blank_method)
    filters.register(environment)
    tags.register(environment)
    return environment


def render(template: str, data: dict[str, Any] | None = None) -> str:
    """Render a template with Jekyll's filters and tags and no site, in UTC.

    Raises LiquidError: whatever would abort a build, with Ruby's message.
    """
    environment = jekyll_environment()
    site = BareSite()
    registers = {"site": site, "page": None, "zone": site.zone}
    try:
        return environment.parse(template).render(dict(data or {}), registers)
    except LiquidError:
        raise
    except PyjekyllError as error:
        raise ForeignError(str(error), type(error).__name__) from error
