"""Gems from RubyGems, or a mirror of it: found in its index, checked against the digest published there, and recorded.

What a site got once is in `_theme.lock` beside its configuration: a later build, on any machine, gets the same bytes or an error.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyjekyll.errors import ThemeError
from pyjekyll.gems import archive, package
from pyjekyll.gems.gemfile import requirements, source
from pyjekyll.gems.lock import Lock
from pyjekyll.gems.package import Gem
from pyjekyll.ruby.gem_version import by_version, is_prerelease, satisfies

LOCK = "_theme.lock"
_CHECKSUM = re.compile(r"(?:^|,)checksum:([0-9a-f]{64})(?:,|$)")


class _Release(NamedTuple):
    version: str
    digest: str


def kept(site: str, name: str) -> Gem | None:
    """Return the gem that the site's lock file names, if the cache has it: nothing is fetched."""
    url, digest = Lock(os.path.join(site, LOCK)).entry(name) or ("", "")
    return package.opened(digest) if url else None


def fetch(site: str, name: str) -> Gem:
    """Download a gem, the recorded version or else the newest one the Gemfile allows. Raises ThemeError."""
    lock = Lock(os.path.join(site, LOCK))
    recorded = lock.entry(name)
    url, digest = recorded or _newest(site, name)
    gem = package.opened(digest) or package.unpack(_checked(url, digest, lock.path if recorded else None))
    lock.record(name, url, digest)
    return gem


def _checked(url: str, digest: str, lock_path: str | None) -> bytes:
    content = archive.download(url)
    found = archive.digest_of(content)
    if found != digest:
        hint = f"If the change is wanted, remove the entry from {LOCK}." if lock_path else "Try again later; do not use the file."
        raise ThemeError(f"{url} has the digest {found}, but {digest} was {'recorded' if lock_path else 'published'}.", path=lock_path, hint=hint)
    return content


def _newest(site: str, name: str) -> tuple[str, str]:
    base, wanted = source(site), requirements(site, name)
    text = archive.download(f"{base}/info/{name}").decode("utf-8", "replace")
    release = _best(_releases(text), wanted)
    if release is None:
        raise ThemeError(f"{base} has no {name} {', '.join(wanted)}.".replace(" .", "."), hint="Check the version in the Gemfile.")
    return f"{base}/gems/{name}-{release.version}.gem", release.digest


def _best(releases: Iterable[_Release], wanted: list[str]) -> _Release | None:
    asked = any(re.search("[A-Za-z]", requirement) for requirement in wanted)  # a prerelease is taken only where one is asked for
    able = [each for each in releases if satisfies(each.version, wanted) and (asked or not is_prerelease(each.version))]
    return max(able, key=lambda release: by_version(release.version), default=None)


def _releases(text: str) -> Iterator[_Release]:
    """Read the compact index: a line is `version[-platform] dependencies|checksum:…,ruby:…`."""
    for line in text.split("\n"):
        version, _, rest = line.partition(" ")
        found = _CHECKSUM.search(rest.partition("|")[2])
        if found and re.fullmatch("[0-9][0-9A-Za-z.]*", version):
            yield _Release(version, found[1])
