"""The converters that every site has: Markdown, Sass and the identity (MD-1, SASS-1 to SASS-3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from pyjekyll.cache import Store
from pyjekyll.errors import MissingDependencyError, PyjekyllError
from pyjekyll.model.item import INVALID_BYTES
from pyjekyll.plugins.blame import guarded
from pyjekyll.plugins.registry import Converter, Registry
from pyjekyll.plugins.spec import RETIRED_MARKDOWN
from pyjekyll.render.sheets import Sheets
from pyjekyll.ruby.inspect import inspect
from pyjekyll.ruby.text import truthy
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

    def __init__(self, site: Site, store: Store, options: Mapping[str, Any] | None = None) -> None:
        super().__init__(site.config)
        self.site, self.store, self.options = site, store, options or {}
        self._convert: Callable[[str], str] | None = None

    def matches(self, ext: str) -> bool:
        """Take the extensions that `markdown_ext` lists, in any case."""
        return self.site.is_markdown(ext)

    def output_ext(self, ext: str) -> str:
        """Markdown becomes HTML."""
        return ".html"

    def convert(self, content: str) -> str:
        """Return the HTML; the same text is converted once a build."""
        if self._convert is None:
            self._convert = self._processor()
        if not content.isascii() and INVALID_BYTES.search(content):
            raise PyjekyllError("The source text contains invalid characters for the used encoding UTF-8", hint="Save the file as UTF-8.")
        return str(self._convert(content))

    def _processor(self) -> Callable[[str], str]:
        name = str(self.site.config.markdown)
        registered = self.site.registry.markdown_processors
        if name.lower() == "kramdown":
            _deprecate_coderay(self.site)
            return kramdown_converter(self.site, self.store, **self.options)
        if name in registered:
            return registered[name](self.site.config)  # type: ignore[no-any-return]
        if name.lower() in RETIRED_MARKDOWN:
            self.site.log.warn("Markdown:", f"{name} was retired from Jekyll: kramdown is used in its place.")
            return kramdown_converter(self.site, self.store, **self.options)
        log = self.site.log
        log.error("Markdown processor:", f"{inspect(self.site.config.markdown)} is not a valid Markdown processor.")
        log.error("", f"Available processors are: {', '.join(['kramdown', *registered])}")
        log.error("")
        raise MissingDependencyError(f"Invalid Markdown processor given: {name}", key="markdown", hint="Write `markdown: kramdown`.")


def kramdown_converter(site: Site, store: Store, **options: Any) -> Callable[[str], str]:
    """Return a function that converts with the site's kramdown options, once for each text.

    Warnings are logged where the site wants them; as in Jekyll, a text that the cache has gives none.
    """
    settings = {**kramdown_settings(site), **options}
    made: list[Any] = []

    def convert(text: str) -> str:
        if not made:
            # A build whose texts are all in the store never loads the engine.
            from pyjekyll.kramdown import Converter as Kramdown

            made.append(Kramdown(settings))
        result = made[0].convert(text)
        if settings.get("show_warnings"):
            for warning in result.warnings:
                site.log.warn("Kramdown warning:", warning.removeprefix("Warning: "))
        return str(result.html)

    return store.memoize(f"kramdown\0{inspect(settings)}", convert)


def kramdown_settings(site: Site) -> dict[str, Any]:
    """Return the options that Jekyll hands to kramdown."""
    settings = dict(site.config.kramdown)
    highlighter = site.config.highlighter
    fallback = "coderay" if truthy(settings.get("enable_coderay")) else highlighter if truthy(highlighter) else "rouge"
    opts = dict(settings.get("syntax_highlighter_opts") or {})
    opts["default_lang"] = opts.get("default_lang") or "plaintext"
    opts["guess_lang"] = settings.get("guess_lang")  # whatever the options said
    if settings.get("coderay"):
        opts = {str(key).removeprefix(_CODERAY_PREFIX): value for key, value in {**opts, **_CODERAY, **settings["coderay"]}.items()}
    wanted = settings.get("syntax_highlighter")
    return {**settings, "syntax_highlighter": wanted if truthy(wanted) else fallback, "syntax_highlighter_opts": opts}


# What the key `coderay`, from when CodeRay was the highlighter, still brings along once it holds anything.
_CODERAY = {"css": "style", "bold_every": 10, "line_numbers": "inline", "line_number_start": 1, "tab_width": 4, "wrap": "div"}
_CODERAY_PREFIX = "coderay_"


def _deprecate_coderay(site: Site) -> None:
    settings, warn = site.config.kramdown, partial(site.log.warn, "Deprecation:")
    if truthy(settings.get("enable_coderay")) and not truthy(settings.get("syntax_highlighter")):
        warn("You are using 'enable_coderay', use syntax_highlighter: coderay in your configuration file.")
    old = settings.get("coderay")
    if not old:
        return
    warn("You are using 'kramdown.coderay' in your configuration, please use 'syntax_highlighter_opts' instead.")
    for key in {**(settings.get("syntax_highlighter_opts") or {}), **old}:
        if str(key).startswith(_CODERAY_PREFIX):
            warn(f"You are using '{key}'. Normalizing to {str(key).removeprefix(_CODERAY_PREFIX)}.")


class Sass(Converter):
    """Compile a Sass sheet. The source map becomes a page of its own, appended while rendering."""

    priority = "low"
    syntax = "sass"

    def __init__(self, site: Site, sheets: Sheets) -> None:
        super().__init__(site.config)
        self.site, self.sheets = site, sheets

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
        return self.sheets.compile(content, self.syntax, page.relative_path if page is not None else None)


class Scss(Sass):
    """Compile an SCSS sheet."""

    syntax = "scss"


def make_converters(site: Site, registry: Registry, sheets: Sheets, store: Store) -> list[Any]:
    """Return the site's converters, highest priority first; equal ones in the order of their class names, as in Ruby."""
    from pyjekyll.plugins.spec import rank

    own = [Markdown(site, store), Scss(site, sheets), Sass(site, sheets), Identity(site.config)]
    made = [*own, *(_plugin_converter(cls, site, registry) for cls in registry.converter_classes)]
    return sorted(made, key=lambda converter: -rank(converter.priority))


def _plugin_converter(cls: type[Converter], site: Site, registry: Registry) -> Any:
    origin, what = registry.origins[cls], f"converter {cls.__name__}"
    converter: Any = guarded(cls, origin, what)(site.config)
    for name in ("matches", "output_ext", "convert"):
        setattr(converter, name, guarded(getattr(converter, name), origin, what))
    return converter


def smartify(markdown: Markdown) -> Callable[[str], str]:
    """Return the converter behind the smartify filter: kramdown's SmartyPants input, one final line feed chomped."""
    convert = kramdown_converter(markdown.site, markdown.store, **markdown.options, input="SmartyPants")
    return lambda text: convert(text).removesuffix("\n")


def ascii_options(site: Site) -> dict[str, Any]:
    """Return the options that make kramdown do what it does with US-ASCII: what is no ASCII stays as written, or is a number."""
    return {"entity_output": "as_input"} if site.config.kramdown.get("entity_output") == "as_char" else {}
