"""Themes without Ruby: a folder, a `.gem` file, a Python package, an installed gem, a download (LAY-2, CFG-20)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from pyjekyll.errors import ThemeError

if TYPE_CHECKING:
    from pyjekyll.config import Config
    from pyjekyll.gems.package import Gem
    from pyjekyll.gems.specification import Specification
    from pyjekyll.log import Log


class Theme:
    """A theme's folder and what the gem's specification says of it."""

    def __init__(self, name: str, root: str, specification: Specification) -> None:
        self.name, self.root, self.specification = name, root, specification
        self.includes_path = self._folder("_includes")
        self.layouts_path = self._folder("_layouts")
        self.sass_path = self._folder("_sass")
        self.assets_path = self._folder("assets")
        self.data_path = self._folder("_data")

    @property
    def plugins(self) -> list[str]:
        """Name the gems that the theme depends on: Jekyll loads them as plugins."""
        return [dependency.name for dependency in self.specification.dependencies if dependency.name != "jekyll"]

    def _folder(self, name: str) -> str | None:
        path = os.path.realpath(os.path.join(self.root, name))
        return path if os.path.isdir(path) and path.startswith(self.root.rstrip(os.sep) + os.sep) else None

    def merge_config(self, config: Config, log: Log) -> Config:
        """Return the configuration with the theme's `_config.yml` below it."""
        path = os.path.join(self.root, "_config.yml")
        if config.ignore_theme_config or not os.path.isfile(path) or os.path.islink(path):
            return config
        from pyjekyll.read.yaml import load

        with open(path, encoding="utf-8-sig") as file:
            values = load(file.read(), config.zone, path)
        if not isinstance(values, dict):
            return config
        log.info("Theme Config file:", path)
        return config.with_theme(values)


def find_theme(config: Config, log: Log) -> Theme | None:
    """Return the theme that the configuration names, or None. Raises ThemeError when it is nowhere."""
    name = config.theme
    if name is None:
        return None
    if not isinstance(name, str):
        from pyjekyll.ruby.inspect import class_name

        log.warn("Theme:", f"value of 'theme' in config should be String to use gem-based themes, but got {class_name(name)}")
        return None
    found = _local(config, name.strip())
    name = name.strip().lower()
    found = found or _python_package(name) or _gem(config, name, log)
    return Theme(os.path.basename(name), os.path.realpath(found.root), found.specification)


def _local(config: Config, name: str) -> Gem | None:
    """Look for a folder or a `.gem` file in the source; outside it only where the site is not built safely."""
    from pyjekyll.gems.installed import own_specification, read_specification
    from pyjekyll.gems.package import Gem, open_file

    own = os.path.join(config.source, f"{name.lower()}.gemspec")
    if os.path.isfile(own):  # a theme's own repository builds as a site that uses the theme
        return Gem(config.source, read_specification(own))
    if not name:
        return None
    path = os.path.join(config.source, name)
    if config.safe and not os.path.realpath(path).startswith(os.path.realpath(config.source) + os.sep):
        return None
    if name.endswith(".gem") and os.path.isfile(path):
        return open_file(path)
    if os.path.isdir(os.path.join(path, "_layouts")):
        return Gem(path, own_specification(path))
    return None


def _python_package(name: str) -> Gem | None:
    from importlib.metadata import entry_points

    from pyjekyll.gems.installed import own_specification
    from pyjekyll.gems.package import Gem

    for point in entry_points(group="pyjekyll.themes"):
        if point.name == name:
            root = str(point.load().root())
            return Gem(root, own_specification(root))
    return None


def _gem(config: Config, name: str, log: Log) -> Gem:
    """Return an installed gem, one fetched before, or a download; else a theme of ours with the same layouts. Raises ThemeError."""
    from pyjekyll.gems import gemfile, installed, source

    wanted = [] if os.environ.get("JEKYLL_NO_BUNDLER_REQUIRE") else gemfile.requirements(config.source, name)
    found = installed.find(name, config.source, wanted) or source.kept(config.source, name)
    if found is not None:
        return found
    try:
        return _fetched(config, name, log)
    except ThemeError as error:
        return _other_version(config, name, wanted, log) or _stand_in(name, error, log)


def _other_version(config: Config, name: str, wanted: list[str], log: Log) -> Gem | None:
    """Return an installed gem that the Gemfile or its lock file does not ask for: nearer to what is meant than no theme."""
    from pyjekyll.gems import installed

    found = installed.find(name, config.source, [])
    if found is not None:
        version = found.specification.version or "another version"
        log.warn("Theme:", f"{name} {', '.join(wanted)}, which the Gemfile asks for, is not installed: {version} takes its place.")
    return found


def _fetched(config: Config, name: str, log: Log) -> Gem:
    from pyjekyll.gems import source

    advice = "Name a folder, or install a package that provides the entry point `pyjekyll.themes`."
    if not all(letter.isalnum() or letter in "-_." for letter in name):
        raise ThemeError(f"The {name} theme could not be found.", hint=advice)
    if (config.safe and not config.github_pages) or os.environ.get("PYJEKYLL_OFFLINE"):
        raise ThemeError(f"The {name} theme could not be found.", hint=f"Nothing is fetched in safe or offline mode. {advice}")
    try:
        gem = source.fetch(config.source, name)
    except ThemeError as error:
        raise ThemeError(f"The {name} theme could not be found.", hint=f"It is not installed, and fetching it failed: {error} {advice}") from None
    log.info("Theme:", f"fetched {name} {gem.specification.version}, recorded in {source.LOCK}")
    return gem


def _stand_in(name: str, error: ThemeError, log: Log) -> Gem:
    from pyjekyll.gems.package import Gem
    from pyjekyll.gems.specification import Dependency, Specification
    from pyjekyll.themes import stand_in

    found = stand_in(name)
    if found is None:
        raise error
    root, plugins = found
    log.warn("Theme:", f"{name} is not installed: pyjekyll's own theme with the same layouts takes its place.")
    return Gem(root, Specification(name, dependencies=tuple(Dependency(plugin, ()) for plugin in plugins)))


__all__: list[Any] = ["Theme", "find_theme"]
