"""What a site's Gemfile and Gemfile.lock say of one gem: where to get it, and in which version."""

from __future__ import annotations

import os
import re

from pyjekyll.plugins.github_pages import find_gemfile, read_gemfile

RUBYGEMS = "https://rubygems.org"
_SOURCE = re.compile(r"""^[ \t]*source[ \t(]+["'](https?://[^"']+)["']""", re.MULTILINE)
_STRING = r"""["']([^"'\n]*)["']"""


def source(folder: str) -> str:
    """Return the address that gems come from: PYJEKYLL_GEM_SOURCE, or the Gemfile's first one, or RubyGems."""
    path = find_gemfile(folder)
    found = _SOURCE.search(read_gemfile(path)) if path else None
    return (os.environ.get("PYJEKYLL_GEM_SOURCE") or (found[1] if found else RUBYGEMS)).rstrip("/")


def requirements(folder: str, name: str) -> list[str]:
    """Return what the lock file, or else the Gemfile, wants of a gem's version."""
    path = find_gemfile(folder)
    if path is None:
        return []
    lock = read_gemfile(f"{path}.lock") if os.path.isfile(f"{path}.lock") else ""
    locked = re.search(rf"^ {{4}}{re.escape(name)} \(([0-9][^)\s]*)\)$", lock, re.MULTILINE)
    if locked:
        return [f"= {locked[1]}"]
    wanted = rf"""^[ \t]*gem[ \t(]+["']{re.escape(name)}["']((?:[ \t]*,[ \t]*{_STRING})*)"""
    line = re.search(wanted, read_gemfile(path), re.MULTILINE)
    return re.findall(_STRING, line[1]) if line else []
