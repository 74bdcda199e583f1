"""Render items: Liquid, converters, layouts, in Jekyll's order.

What a template sees of another item depends on both positions: an earlier item's content is converted, its own and a later
one's is the source text. Rendering in position order over one payload gives exactly what Ruby gives, counters included.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from pyjekyll.errors import LayoutError, PluginError, PyjekyllError
from pyjekyll.model.item import Item, has_liquid
from pyjekyll.model.layout import Layout
from pyjekyll.model.page import Page, SourceMapPage
from pyjekyll.places import place_in_conversion, place_in_template
from pyjekyll.plugins.registry import Registry
from pyjekyll.render.converters import Markdown, Sass, ascii_options, smartify
from pyjekyll.render.layout_warnings import LayoutWarnings
from pyjekyll.render.parallel import Parallel
from pyjekyll.render.payload import make_payload
from pyjekyll.ruby.hash import deep_merge
from pyjekyll.ruby.text import to_s
from pyjekyll.site import Site

if TYPE_CHECKING:
    from pyjekyll.cache import Store
    from pyjekyll.render.reuse import Reuse


class Renderer:
    """Render the items of one site. `payload` is shared by all of them, `stats` counts and times the templates."""

    def __init__(self, site: Site, registry: Registry, environment: Any) -> None:
        self.site, self.registry, self.environment = site, registry, environment
        self.payload = make_payload(site)
        self.stats: dict[str, list[float]] = {}
        self._converters: dict[str, list[Any]] = {}
        self._functions: dict[tuple[str, bool], Callable[[str], str]] = {}
        self._registers: dict[str, Any] = {"site": site, "zone": site.zone}
        self._warnings = LayoutWarnings(site)
        self._measure = bool(site.config.profile)
        environment.measure = self._count if self._measure else None

    def render(self, item: Item) -> None:
        """Render one item of the site: its content becomes the converted text, its output the finished file."""
        item.output = self.run(item, self.payload)
        self.registry.fire_item(item, "post_render")

    def run(self, item: Item, payload: dict[str, Any]) -> str:
        """Return the item's output; sets its content to the converted text on the way."""
        debug, name = self.site.log.debug, item.relative_path
        debug("Rendering:", name)
        converters = self.converters_for(item)
        self._assign(item, payload, converters)
        debug("Pre-Render Hooks:", name)
        self.registry.fire_item(item, "pre_render", payload)
        registers = {**self._registers, "page": payload["page"], "document": item}
        text = item.content
        if item.render_with_liquid:
            debug("Rendering Liquid:", name)
            text = self._liquid(text, payload, registers, item.shown_path, item.path, in_body=True)
        debug("Rendering Markup:", name)
        item.content = self._convert(text, item, converters)
        debug("Post-Convert Hooks:", name)
        self.registry.fire_item(item, "post_convert")
        if not item.place_in_layout:
            return item.content
        debug("Rendering Layout:", name)
        return self._place_in_layouts(item, item.content, payload, registers)

    def converters_for(self, item: Item) -> list[Any]:
        """Return the converters of an item's extension."""
        if item.ext not in self._converters:
            self._converters[item.ext] = self.site.converters_for(item.ext)
        return self._converters[item.ext]

    def _assign(self, item: Item, payload: dict[str, Any], converters: list[Any]) -> None:
        payload["page"] = item.to_liquid()
        payload["paginator"] = item.pager
        self.site.related_posts = item.related_posts if item.is_document else None
        payload["highlighter_prefix"] = converters[0].highlighter_prefix
        payload["highlighter_suffix"] = converters[0].highlighter_suffix
        layout = self._layout(item.data["layout"])
        if layout is not None:
            # The chain that the last item left stays below this layout's data, as in Ruby's shared payload.
            payload["layout"] = deep_merge(layout.data, payload["layout"] or {})

    def _layout(self, name: Any) -> Layout | None:
        if not isinstance(name, str):
            return None
        self.site.note("layout", name)
        return self.site.layouts.get(name)

    def _used(self, template: Any, in_body: bool) -> None:
        if self.environment.recorder is not None:
            self.environment.recorder.template(template, in_body)

    def _convert(self, text: str, item: Item, converters: list[Any]) -> str:
        for converter in converters:
            try:
                if isinstance(converter, Sass):
                    text = self._convert_sheet(converter, text, item)
                else:
                    text = converter.convert(text)
            except PyjekyllError as error:
                name = type(converter).__name__ if isinstance(error, PluginError) else f"Jekyll::Converters::{type(converter).__name__}"
                self.site.log.error("Conversion error:", f"{name} encountered an error while converting '{item.relative_path}':")
                self.site.log.error("", str(error))
                error.reported = True
                place_in_conversion(error, item.path, text)
                raise
        return text

    def _convert_sheet(self, converter: Sass, text: str, item: Item) -> str:
        css, source_map = converter.compile(text, item)
        if source_map is not None and isinstance(item, Page) and item in self.site.pages:
            self.site.pages.append(SourceMapPage(item, source_map))
        return css

    def compile_sheets_ahead(self) -> None:
        """Guess the text of every sheet, and let a child compile them while the rest renders."""
        jobs = []
        for page in self.site.pages:
            converter = next((each for each in self.converters_for(page) if isinstance(each, Sass)), None)
            text = self._guess(page) if converter is not None and page.is_sass else None
            if converter is not None and text is not None:
                jobs.append((text, converter.syntax, page.relative_path))
                sheets = converter.sheets
        if jobs:
            sheets.start(jobs)

    def _guess(self, page: Item) -> str | None:
        if not (page.render_with_liquid and has_liquid(page.content)):
            return page.content
        payload = {**self.payload, "page": page.to_liquid()}
        try:
            text: str = self.environment.parse(page.content).render(payload, {**self._registers, "page": payload["page"], "document": page})
        except PyjekyllError:
            return None
        return text

    def close(self) -> None:
        """End the processes that compile sheets."""
        for converter in self.site.converters:
            if isinstance(converter, Sass):
                converter.sheets.close()

    def _place_in_layouts(self, item: Item, output: str, payload: dict[str, Any], registers: dict[str, Any]) -> str:
        wanted = item.data["layout"]
        layout = self._layout(to_s(wanted))
        if layout is None and wanted is not None:
            self._warnings.missing(to_s(wanted), item)
        payload["layout"] = None
        for each in self._chain(layout):
            payload["content"] = output
            payload["layout"] = deep_merge(each.data, payload["layout"] or {})
            output = self._liquid(each.content, payload, registers, each.path, each.path, in_body=False)
        return output

    def _chain(self, layout: Layout | None) -> Iterator[Layout]:
        used: list[Layout] = []
        while layout is not None and layout not in used:
            used.append(layout)
            yield layout
            layout = self._layout(layout.data.get("layout"))
        if used:
            self._warnings.end_of_chain(used[-1], layout)

    def leave(self, item: Item, content: str | None) -> None:
        """Set the shared payload to what rendering the item left there: the `content` of its last layout, and its layouts' data."""
        payload, layout = self.payload, self._layout(item.data["layout"])
        if layout is not None:
            payload["layout"] = deep_merge(layout.data, payload["layout"] or {})
        if not item.place_in_layout:
            return
        payload["layout"] = None
        for each in self._chain(layout):
            payload["content"] = content
            payload["layout"] = deep_merge(each.data, payload["layout"] or {})

    # --- Liquid --------------------------------------------------------------------------------------------------------

    def _liquid(self, text: str, payload: dict[str, Any], registers: dict[str, Any], shown: str, path: str, *, in_body: bool) -> str:
        """Render the text of the file `path`, which messages call `shown`."""
        try:
            template = self._parse(text, shown)
            self._used(template, in_body)
            for warning in template.warnings:
                self.site.log.warn("Liquid Warning:", f"{warning} in {shown}")
            start = time.perf_counter() if self._measure else 0.0
            result: str = template.render(payload, registers)
        except PyjekyllError as error:
            raise self._reported(error, shown, path, text) from None
        except RecursionError:
            endless = LayoutError("stack level too deep", hint="An include or an excerpt includes itself.")
            raise self._reported(endless, shown, path, text) from None
        if self._measure:
            self._count(shown, result, time.perf_counter() - start)
        return result

    def _parse(self, text: str, shown: str) -> Any:
        # Jekyll keeps templates by path: a page that was included earlier shows its front matter, pages made from one share its text.
        key = os.path.join(self.site.source, shown)  # as in template_key
        template = self.environment.partials.get(key)
        if template is None:
            template = self.environment.partials[key] = self.environment.parse(text)
        return template

    def _reported(self, error: PyjekyllError, shown: str, path: str, text: str) -> PyjekyllError:
        # An error in an excerpt is named again for each template that was reading it; the excerpt is its place.
        self.site.log.error("Liquid Exception:", f"{error} in {shown}")
        if not error.reported:
            place_in_template(error, path, text)
        error.reported = True
        return error

    def template_key(self, item: Item) -> str:
        """Return what an item's template is kept under."""
        return os.path.join(self.site.source, item.shown_path)

    def _count(self, name: str, text: str, seconds: float) -> None:
        name = name.removeprefix(self.site.source + "/")
        theme = self.site.theme
        if theme is not None and name.startswith(theme.root + "/"):
            name = os.path.basename(theme.root) + name[len(theme.root) :]
        entry = self.stats.setdefault(name, [0, 0, 0.0])
        entry[0] += 1
        entry[1] += len(text.encode("utf-8", "surrogateescape"))
        entry[2] += seconds

    # --- what items and filters ask while templates run ------------------------------------------------------------------

    def excerpt(self, excerpt: Any) -> str:
        """Render an excerpt with a payload of its own, on behalf of its first reader."""
        related = self.site.related_posts
        try:
            return self.run(excerpt, make_payload(self.site))
        finally:
            self.site.related_posts = related

    def markdown(self, text: str) -> str:
        """Convert Markdown as the site does."""
        return self.convert("markdown", text)

    def convert(self, name: str, text: str, us_ascii: bool = False) -> str:
        """Convert text by a named converter: markdown, smartify, sass or scss; Ruby's string may be one of US-ASCII."""
        key = (name, us_ascii)
        if key not in self._functions:
            self._functions[key] = self._function(*key)
        return self._functions[key](text)

    def apply_filter(self, name: str, value: Any, *arguments: Any) -> Any:
        """Apply a Liquid filter outside a template, as generators do."""
        function = self.environment.filter_function(name)
        if not getattr(function, "wants_context", False):
            return function(value, *arguments)
        from pyjekyll.liquid.context import Context

        return function(Context(self.environment, self.payload, dict(self._registers)), value, *arguments)

    def _function(self, name: str, us_ascii: bool) -> Callable[[str], str]:
        if name in ("markdown", "smartify"):
            markdown = next(each for each in self.site.converters if isinstance(each, Markdown))
            if us_ascii:
                markdown = Markdown(self.site, markdown.store, ascii_options(self.site))
            return markdown.convert if name == "markdown" else smartify(markdown)
        return next(each.convert for each in self.site.converters if isinstance(each, Sass) and each.syntax == name)


def render(site: Site, renderer: Renderer, store: Store, reuse: Reuse | None = None) -> None:
    """Render every item of a sealed site in position order, or take it over from the last build."""
    if reuse is None:
        parallel = Parallel(site, renderer, store)
        try:
            render_each(site, parallel.render)
        finally:
            parallel.close()
        return
    reuse.start()
    render_each(site, reuse.render)
    if not reuse.finish():
        reuse.reset()
        render_each(site, renderer.render)


def render_each(site: Site, render_one: Callable[[Item], None]) -> None:
    """Go through the items in position order; pages that a converter appends come last."""
    for document in list(site.docs):
        render_one(document)
    done = 0
    while done < len(site.pages):
        render_one(site.pages[done])
        done += 1
