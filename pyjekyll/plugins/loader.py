"""Find the plugins that a configuration names and register them (HOOK-7)."""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from importlib.machinery import SourceFileLoader
from types import CodeType, ModuleType
from typing import TYPE_CHECKING, NamedTuple

from pyjekyll.errors import PluginError
from pyjekyll.plugins.blame import Origin
from pyjekyll.plugins.github_pages import DEFAULT_PLUGINS, gemfile_plugins
from pyjekyll.plugins.registry import Registry
from pyjekyll.plugins.spec import RETIRED_MARKDOWN
from pyjekyll.ruby.text import truthy

if TYPE_CHECKING:
    from pyjekyll.config import Config
    from pyjekyll.log import Log
    from pyjekyll.plugins.ruby_files import RubyFile
    from pyjekyll.theme import Theme

# Name of the gem -> module below pyjekyll.plugins.builtin. Nothing is imported that the site does not name.
BUILTIN = {
    "academic-metrics": "academic_metrics",
    "jekyll-archives": "archives",
    "jekyll-avatar": "avatar",
    "jekyll-coffeescript": "coffeescript",
    "jekyll-commonmark": "commonmark",
    "jekyll-commonmark-ghpages": "commonmark_ghpages",
    "jekyll-default-layout": "default_layout",
    "jekyll-feed": "feed",
    "jekyll-gist": "gist",
    "jekyll-github-metadata": "github_metadata",
    "jekyll-include-cache": "include_cache",
    "jekyll-last-modified-at": "last_modified_at",
    "jekyll-mentions": "mentions",
    "jekyll-optional-front-matter": "optional_front_matter",
    "jekyll-paginate": "paginate",
    "jekyll-paginate-v2": "paginate_v2",
    "jekyll-readme-index": "readme_index",
    "jekyll-redirect-from": "redirect_from",
    "jekyll-relative-links": "relative_links",
    "jekyll-remote-theme": "remote_theme",
    "jekyll-seo-tag": "seo_tag",
    "jekyll-sitemap": "sitemap",
    "jekyll-titles-from-headings": "titles_from_headings",
    "jekyll-toc": "toc",
    "jemoji": "jemoji",
    "hawkins": "hawkins",
}
FORMERLY_BUILT_IN = ("jekyll-gist", "jekyll-paginate")
# Part of the program itself: naming them is never an error.
INCLUDED = {
    "jekyll", "jekyll-sass-converter", "jekyll-watch", "kramdown", "kramdown-parser-gfm", "listen", "minima", "rouge", "tzinfo",
    "tzinfo-data", "wdm", "webrick",
}  # fmt: skip


PAGINATE_ADVICE = (
    "You appear to have pagination turned on, but you haven't included the `jekyll-paginate` gem. "
    "Ensure you have `plugins: [jekyll-paginate]` in your configuration file."
)


class NotRun(NamedTuple):
    """What was named or found, and is not run: gems that nobody provides, Ruby files without a port."""

    gems: list[tuple[str, str]]
    files: list[RubyFile]


def load(config: Config, log: Log, theme: Theme | None = None) -> Registry:
    """Return a registry with the plugins of the configuration, of the theme, of the Gemfile's group, and of `_plugins`."""
    registry, not_run = Registry(), NotRun([], [])
    registry.require = lambda name: _load_late(registry, name, config, log)
    if is_old(config):
        log.warn("Plugin:", f"the configuration is of Jekyll 2 or older: {' and '.join(FORMERLY_BUILT_IN)} are loaded, as they were then.")
        for name in FORMERLY_BUILT_IN:
            _load_named(registry, name, config, not_run, "")
    of_theme = [name for name in (theme.plugins if theme else ()) if name in BUILTIN]
    # The Gemfile is Bundler's business: safe mode and its white list are about what the configuration and the theme name.
    named = dict.fromkeys(gemfile_plugins(config, BUILTIN), "The Gemfile")
    from_gemfile = frozenset(named)
    for name, where in [*((name, "The theme") for name in of_theme), *((str(name), "The configuration") for name in config.plugins)]:
        named.setdefault(name, where)
    for name, where in named.items():
        if name in from_gemfile or not config.safe or name in config.whitelist:
            _load_named(registry, name, config, not_run, where)
        elif config.github_pages:
            log.warn("GitHub Pages:", f"{name} is not among the plugins that run there; the Gemfile names github-pages, so it is left out.")
    if truthy(config.paginate) and "jekyll-paginate" not in (*config.plugins, *registry.loaded):
        log.warn("Deprecation:", PAGINATE_ADVICE)
    for folder in config.plugins_dirs:
        if not config.safe:
            _load_folder(registry, str(folder), config, log, not_run)
        elif config.github_pages and os.path.isdir(folder):
            log.warn("GitHub Pages:", f"no plugin in {folder} is run there; the Gemfile names github-pages, so none is run here.")
    if not_run.gems or not_run.files:
        _warn(not_run, registry, config, log, theme)
    return registry


def _load_late(registry: Registry, name: str, config: Config, log: Log) -> None:
    not_run = NotRun([], [])
    _load_named(registry, name, config, not_run, "The theme")
    if not_run.gems:
        _warn(not_run, registry, config, log, None)


def _warn(not_run: NotRun, registry: Registry, config: Config, log: Log, theme: Theme | None) -> None:
    """Say once for each gem and file what the site loses, and where it uses that."""
    from pyjekyll.plugins.losses import PORTING, brought_by, sentence, uses_of

    uses = uses_of(config, theme)
    of_files = [file.registers for file in not_run.files]
    for name, where in dict(not_run.gems).items():
        brings = brought_by(name, uses, registry, of_files)
        log.warn("Plugin:", f"{where} names {name}, and nobody provides it. {sentence(brings, uses)} {PORTING}")
        registry.lost_tags.update(dict.fromkeys(brings.tags, name))
    for file, brings in zip(not_run.files, of_files, strict=True):
        log.warn("Plugin:", f"{file.path} is Ruby and is not run. {sentence(brings, uses)} {PORTING}")
        registry.lost_tags.update(dict.fromkeys(brings.tags, file.path))


def is_old(config: Config) -> bool:
    """Say whether the configuration is one that Jekyll 3 and 4 refuse to build: such a site relies on what Jekyll 2 had built in."""
    return str(config.markdown).lower() in RETIRED_MARKDOWN


def _load_named(registry: Registry, name: str, config: Config, not_run: NotRun, where: str) -> None:
    if name in registry.loaded or name in INCLUDED:
        return
    if name == "github-pages":
        for each in DEFAULT_PLUGINS:
            _load_named(registry, each, config, not_run, where)
        return
    module = _builtin(name) or _entry_point(name)
    if module is None:
        not_run.gems.append((name, where))
        return
    registry.add_module(module, name, safe=config.safe)


def _builtin(name: str) -> ModuleType | None:
    if name not in BUILTIN:
        return None
    full = f"pyjekyll.plugins.builtin.{BUILTIN[name]}"
    return importlib.import_module(full) if importlib.util.find_spec(full) else None


def _entry_point(name: str) -> ModuleType | None:
    from importlib.metadata import entry_points

    for point in entry_points(group="pyjekyll.plugins"):
        if point.name == name:
            try:
                return point.load()  # type: ignore[no-any-return]
            except Exception as error:
                hint = f"It is {point.value} of the installed package {point.dist.name if point.dist else ''}."
                raise PluginError(f"{name}: {type(error).__name__}: {error}", hint=hint) from error
    return None


def _load_folder(registry: Registry, folder: str, config: Config, log: Log, not_run: NotRun) -> None:
    for base, names, files in os.walk(folder):
        names.sort()
        for file in sorted(files):
            path = os.path.join(base, file)
            shown = os.path.relpath(path, os.path.dirname(folder))
            if file.endswith(".py"):
                _load_file(registry, path, shown)
            elif file.endswith(".rb"):
                _load_ruby(registry, path, shown, config, log, not_run)


class _FromSource(SourceFileLoader):
    """Load a file without byte code, which would be a folder more in the site, and the old text where two edits fall into one second."""

    def get_code(self, fullname: str) -> CodeType:
        return self.source_to_code(self.get_data(self.path), self.path)


def _load_file(registry: Registry, path: str, name: str) -> None:
    module_name = f"_pyjekyll_plugin_{abs(hash(path)):x}"
    spec = importlib.util.spec_from_file_location(module_name, path, loader=_FromSource(module_name, path))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    # Classes look their module up while they are made; it is taken out again so that no state outlives the build.
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise PluginError(f"{name}: {type(error).__name__}: {error}", path=path, line=getattr(error, "lineno", None)) from error
    finally:
        sys.modules.pop(spec.name, None)
    registry.add_module(module, name)


def _load_ruby(registry: Registry, path: str, shown: str, config: Config, log: Log, not_run: NotRun) -> None:
    """Load the ports of the gems that a file requires, and the one that does what the file itself does."""
    from pyjekyll.plugins import ruby_files
    from pyjekyll.plugins.known_gems import KNOWN, REQUIRED_AS

    file = ruby_files.read(path, shown)
    for name in file.requires:
        gem = REQUIRED_AS.get(name, name)
        if gem in BUILTIN or gem in KNOWN:
            _load_named(registry, gem, config, not_run, file.path)
    if file.port:
        log.info("Plugin:", f"{file.path} is a copy of {file.port}: the port of that is used.")
        _load_named(registry, file.port, config, not_run, file.path)
    elif not _load_hook(registry, file) and file.does_something:
        not_run.files.append(file)


def _load_hook(registry: Registry, file: RubyFile) -> bool:
    if "git log" not in file.text:
        return False
    port = importlib.import_module("pyjekyll.plugins.builtin._lastmod_hook")
    asked = port.recognise(file.text)
    if asked is not None:
        registry.add(port.listener(asked), Origin(file.path, str(port.__file__)))
    return asked is not None
