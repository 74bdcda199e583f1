"""Themes without Ruby: a folder, an installed gem, a Python package (LAY-2, CFG-20)."""

from __future__ import annotations

import glob
import os
import re
from typing import TYPE_CHECKING, Any

from pyjekyll.errors import ThemeError
from pyjekyll.themes import stand_in

if TYPE_CHECKING:
    from pyjekyll.config import Config
    from pyjekyll.log import Log

_DEPENDENCY = re.compile(r"""add_(?:runtime_)?dependency[ \t]*\(?[ \t]*(?:%q<|["'])([^>"']+)""")


class Theme:
    """A theme's folder and what the gem's specification says of it."""

    metadata: Any = None
    dependencies: Any = None
    authors: str | None = None
    description: str | None = None

    def __init__(self, name: str, root: str, version: str | None = None) -> None:
        self.name, self.root, self.version = name, root, version
        self.includes_path = self._folder("_includes")
        self.layouts_path = self._folder("_layouts")
        self.sass_path = self._folder("_sass")
        self.assets_path = self._folder("assets")
        self.data_path = self._folder("_data")

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
    if name is None or name is False:
        return None
    if not isinstance(name, str):
        from pyjekyll.ruby.inspect import class_name

        log.warn("Theme:", f"value of 'theme' in config should be String to use gem-based themes, but got {class_name(name)}")
        return None
    name = name.strip().lower()
    root = _find(config, name)
    if root is None and (root := stand_in(name)):
        log.warn("Theme:", f"{name} is not installed: pyjekyll's own theme with the same layouts takes its place.")
    if root is None:
        raise ThemeError(
            f"The {name} theme could not be found.",
            hint="Put its folder beside the site and name the path, or install a package that provides the entry point `pyjekyll.themes`.",
        )
    return Theme(name, os.path.realpath(root))


def _find(config: Config, name: str) -> str | None:
    return _local(config, name) or _python_package(name) or _installed_gem(name)


def theme_plugins(config: Config) -> list[str]:
    """Name the gems that the theme's gem depends on: Jekyll loads them as plugins (LAY-2)."""
    root = _find(config, config.theme.strip().lower()) if isinstance(config.theme, str) else None
    if root is None:
        return []
    above = os.path.dirname(os.path.dirname(os.path.realpath(root)))
    installed = os.path.join(above, "specifications", f"{os.path.basename(os.path.realpath(root))}.gemspec")
    names: list[str] = []
    for path in (installed, *sorted(glob.glob(os.path.join(glob.escape(root), "*.gemspec")))):
        if os.path.isfile(path):
            with open(path, encoding="utf-8", errors="replace") as file:
                names += _DEPENDENCY.findall(file.read())
    return list(dict.fromkeys(names))


def _local(config: Config, name: str) -> str | None:
    # A theme's own repository builds as a site that uses the theme: its folder is the theme's.
    if os.path.isfile(os.path.join(config.source, f"{name}.gemspec")):
        return config.source
    path = os.path.join(str(config.source), name)
    return path if os.path.isdir(os.path.join(path, "_layouts")) else None


def _python_package(name: str) -> str | None:
    from importlib.metadata import entry_points

    for point in entry_points(group="pyjekyll.themes"):
        if point.name == name:
            return str(point.load().root())
    return None


def _installed_gem(name: str) -> str | None:
    """Look where Ruby keeps gems; no Ruby is run."""
    roots = [os.environ.get("GEM_HOME", ""), *os.environ.get("GEM_PATH", "").split(os.pathsep)]
    roots += ["/usr/share/rubygems-integration/all", "/var/lib/gems/*"]
    roots += [os.path.expanduser("~/.gem/ruby/*"), os.path.expanduser("~/.rbenv/versions/*/lib/ruby/gems/*"), "/usr/local/lib/ruby/gems/*"]
    found = [path for root in roots if root for path in glob.glob(os.path.join(root, "gems", f"{name}-[0-9]*")) if os.path.isdir(path)]
    return max(found, default=None)
