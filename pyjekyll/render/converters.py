"""The converters that every site has: Markdown, Sass and the identity (MD-1, SASS-1 to SASS-3)."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from pyjekyll.errors import MissingDependencyError
from pyjekyll.plugins.registry import Converter, Registry
from pyjekyll.ruby.text import inspect
from pyjekyll.site import Site


class Identity(Converter):
    """Leave the text as it is: the last converter of every file."""

    priority = "lowest"

    def matches(self, ext: str) -> bool:
        """Take every extension."""
        return True

    def output_ext(self, ext: str) -> str:
        """Keep the extension."""
        return ext

    def convert(self, content: str) -> str:
        """Return the text itself."""
        return content


class Markdown(Converter):
    """Convert Markdown with kramdown, or with the processor a plugin registers under the configured name."""

    highlighter_prefix = "\n"
    highlighter_suffix = "\n"

    def __init__(self, site: Site) -> None:
        super().__init__(site.config)
        self.site = site
        self._convert: Callable[[str], str] | None = None
        self._memo: dict[str, str] = {}

    def matches(self, ext: str) -> bool:
        """Take the extensions that `markdown_ext` lists, in any case."""
        return self.site.is_markdown(ext)

    def output_ext(self, ext: str) -> str:
        """Markdown becomes HTML."""
        return ".html"

    def convert(self, content: str) -> str:
        """Return the HTML; the same text is converted once a build."""
        if content not in self._memo:
            if self._convert is None:
                self._convert = self._processor()
            self._memo[content] = self._convert(content)
        return self._memo[content]

    def _processor(self) -> Callable[[str], str]:
        name = str(self.site.config.markdown)
        registered = self.site.registry.markdown_processors
        if name.lower() == "kramdown":
            return kramdown_converter(self.site)
        if name in registered:
            return registered[name](self.site.config)  # type: ignore[no-any-return]
        log = self.site.log
        log.error("Markdown processor:", f"{inspect(self.site.config.markdown)} is not a valid Markdown processor.")
        log.error("", f"Available processors are: {', '.join(['kramdown', *registered])}")
        log.error("")
        raise MissingDependencyError(f"Invalid Markdown processor given: {name}", hint="Set `markdown: kramdown` in _config.yml.")


def kramdown_converter(site: Site, **options: Any) -> Callable[[str], str]:
    """Return a function that converts with the site's kramdown options; warnings are logged where the site wants them."""
    from pyjekyll.kramdown import Converter as Kramdown

    settings = {**site.config.kramdown, **options}
    settings.setdefault("syntax_highlighter", site.config.highlighter or None)
    converter = Kramdown(settings)

    def convert(text: str) -> str:
        result = converter.convert(text)
        if settings.get("show_warnings"):
            for warning in result.warnings:
                site.log.warn("Kramdown warning:", warning.removeprefix("Warning: "))
        return result.html

    return convert


class SheetCompiler:
    """The one Sass compiler of a build, made when the first sheet asks for it."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._compiler: Any = None

    def get(self) -> Any:
        """Return the compiler."""
        if self._compiler is None:
            from pyjekyll.sass import Compiler

            self._compiler = Compiler(warn=lambda line: self.site.log.warn("Sass:", line))
        return self._compiler

    def close(self) -> None:
        """End what the compiler started."""
        if self._compiler is not None:
            self._compiler.close()


class Sass(Converter):
    """Compile a Sass sheet. The source map becomes a page of its own, appended while rendering."""

    priority = "low"
    syntax = "sass"

    def __init__(self, site: Site, compiler: SheetCompiler) -> None:
        super().__init__(site.config)
        self.site, self.compiler = site, compiler

    def matches(self, ext: str) -> bool:
        """Take this syntax's extension."""
        return ext.lower() == f".{self.syntax}"

    def output_ext(self, ext: str) -> str:
        """Sass becomes CSS."""
        return ".css"

    def convert(self, content: str) -> str:
        """Compile text that is no page, as the filters do: without a map."""
        return self.compile(content, None)[0]

    def compile(self, content: str, page: Any) -> tuple[str, str | None]:
        """Return the CSS of a page's text and its source map, if there is one."""
        site = self.site
        theme_sass = getattr(site.theme, "sass_path", None)
        path = page.relative_path if page is not None else None
        return self.compiler.get().convert_page(content, self.syntax, path, site.config.sass, site.source, site.environment, site.safe, theme_sass)


class Scss(Sass):
    """Compile an SCSS sheet."""

    syntax = "scss"


def make_converters(site: Site, registry: Registry) -> list[Any]:
    """Return the site's converters, highest priority first; equal ones in the order of their class names, as in Ruby."""
    from pyjekyll.plugins.spec import rank

    sheets = SheetCompiler(site)
    own = [Markdown(site), Scss(site, sheets), Sass(site, sheets), Identity(site.config)]
    made = [*own, *(cls(site.config) for cls in registry.converter_classes)]
    return sorted(made, key=lambda converter: -rank(converter.priority))


def smartify(site: Site) -> Callable[[str], str]:
    """Return the converter behind the smartify filter: kramdown's SmartyPants input, one final line feed chomped."""
    convert = kramdown_converter(site, input="SmartyPants")
    return lambda text: convert(text).removesuffix("\n")


def map_page_name(page: Any) -> str:
    """Return the file name of a sheet's source map."""
    return os.path.splitext(page.name)[0] + ".css.map"
