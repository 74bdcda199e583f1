"""Gems that Ruby installed, found on disk; no Ruby is run."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable

from pyjekyll.gems.package import Gem
from pyjekyll.gems.specification import Specification, from_ruby
from pyjekyll.ruby.gem_version import by_version, satisfies

_ROOTS = (
    "/usr/share/rubygems-integration/all", "/var/lib/gems/*", "/usr/local/lib/ruby/gems/*", "~/.gem/ruby/*", "~/.local/share/gem/ruby/*",
    "~/.rbenv/versions/*/lib/ruby/gems/*", "~/.rvm/gems/*", "~/.asdf/installs/ruby/*/lib/ruby/gems/*", "/opt/homebrew/lib/ruby/gems/*",
)  # fmt: skip


def find(name: str, site: str, requirements: Iterable[str]) -> Gem | None:
    """Return the newest installed version of a gem that meets the requirements, the site's own `vendor/bundle` included."""
    wanted = list(requirements)
    found = {}
    for root in _roots(site):
        for path in glob.glob(os.path.join(root, "gems", f"{glob.escape(name)}-[0-9]*")):
            version = os.path.basename(path)[len(name) + 1 :]
            if os.path.isdir(path) and version not in found and satisfies(version, wanted):
                found[version] = path
    return _gem(found[max(found, key=by_version)]) if found else None


def _roots(site: str) -> list[str]:
    own = [os.environ.get("GEM_HOME", ""), *os.environ.get("GEM_PATH", "").split(os.pathsep)]
    vendored = os.path.join(glob.escape(site), "vendor", "bundle", "ruby", "*")
    patterns = [*filter(None, own), vendored, *map(os.path.expanduser, _ROOTS)]
    return [root for pattern in patterns for root in sorted(glob.glob(pattern))]


def _gem(path: str) -> Gem:
    root = os.path.realpath(path)
    home, name = os.path.dirname(os.path.dirname(path)), os.path.basename(path)
    specification = read_specification(os.path.join(home, "specifications", f"{name}.gemspec"))
    return Gem(root, specification)


def read_specification(path: str) -> Specification:
    """Read a `.gemspec` file; one that is missing says nothing."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return from_ruby(file.read())
    except OSError:
        return Specification()


def own_specification(folder: str) -> Specification:
    """Read the `.gemspec` that lies in a theme's folder; the first, where there are several."""
    names = sorted(name for name in os.listdir(folder) if name.endswith(".gemspec"))
    return read_specification(os.path.join(folder, names[0])) if names else Specification()
