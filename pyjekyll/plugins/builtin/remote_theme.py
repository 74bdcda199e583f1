"""jekyll-remote-theme: `remote_theme`, a theme that is no gem: a folder, a git checkout, or an archive on disk or by URL.

What is fetched is kept in the user's cache, and its digest in `_remote_theme.lock` beside the configuration: a later build gets
the same bytes or an error. Nothing is fetched in safe mode or while PYJEKYLL_OFFLINE is set.
"""

from __future__ import annotations

import os
import re
from typing import Any

from pyjekyll.errors import ThemeError
from pyjekyll.gems import archive as archives
from pyjekyll.gems.installed import own_specification
from pyjekyll.gems.lock import Lock
from pyjekyll.plugins import hook
from pyjekyll.ruby.inspect import inspect
from pyjekyll.ruby.text import to_s
from pyjekyll.theme import Theme

LOCK = "_remote_theme.lock"
_GITHUB = re.compile(r"(?P<owner>[a-z0-9-]+)/(?P<name>[a-z0-9._-]+)(?:@(?P<ref>[a-z0-9._/-]+))?", re.IGNORECASE)
_ENTERPRISE = re.compile(r"(?P<scheme>https?)://(?P<host>[^/]+)/(.*)", re.IGNORECASE)


@hook("site", "after_reset")
def use(site: Any) -> None:
    """Give the site the theme that `remote_theme` names, and load the plugins that the theme needs."""
    wanted = site.config.get("remote_theme")
    if not wanted:
        return
    found = locate(site, to_s(wanted).strip())
    if found is None:
        site.log.error("Remote Theme:", f"{inspect(wanted)} is not a valid remote theme")
        return
    name, root = found
    site.log.info("Remote Theme:", f"Using theme {name}")
    previous, site.theme = site.theme, Theme(name.rsplit("/", 1)[-1], os.path.realpath(root), own_specification(root))
    site.config["theme"] = site.theme.name
    if previous is not None and previous.includes_path in site.includes_load_paths:
        site.includes_load_paths.remove(previous.includes_path)
    if site.theme.includes_path:
        site.includes_load_paths.append(site.theme.includes_path)
    for plugin in site.theme.plugins:
        if not site.safe or plugin in site.config.whitelist:
            site.registry.require(plugin)


def locate(site: Any, wanted: str) -> tuple[str, str] | None:
    """Return a theme's name and folder, None for what names no theme. Raises ThemeError where it cannot be had."""
    local = _local(site, wanted)
    if local is not None:
        return local
    address = archive_url(wanted)
    return None if address is None else (address[0], _fetched(site, wanted, address[1]))


def _local(site: Any, wanted: str) -> tuple[str, str] | None:
    path, _, ref = wanted.removeprefix("file://").partition("@")
    looks_local = wanted.startswith(("/", "./", "../", "~/", "file://"))
    for base in dict.fromkeys((site.source, os.getcwd())):
        full = os.path.join(base, os.path.expanduser(path))
        name = re.sub(r"\.(?:git|zip|tar|tgz|tar\.gz)$", "", os.path.basename(full.rstrip("/")))
        if os.path.isfile(full) and (looks_local or archives.is_archive(full)):
            return f"local/{name}", archives.unpack_file(full)
        if looks_local and os.path.isdir(full):
            return f"local/{name}", archives.unpack_checkout(full, ref or "HEAD") if ref or archives.is_bare(full) else full
    if looks_local:
        raise ThemeError(f"The theme {wanted} could not be found.", hint="A relative path starts at the site's source.")
    return None


def archive_url(wanted: str) -> tuple[str, str] | None:
    """Return the name and the archive's address for `owner/name[@ref]`, a URL of such, or an archive's own URL."""
    if re.match("https?://", wanted, re.IGNORECASE) and archives.is_archive(wanted):
        return os.path.basename(wanted).split(".")[0], wanted
    scheme, host, path = "https", "github.com", wanted
    if found := _ENTERPRISE.fullmatch(wanted):
        scheme, host, path = found.groups()
    allowed = ("github.com", os.environ.get("PAGES_GITHUB_HOSTNAME"), os.environ.get("GITHUB_HOSTNAME"))
    parts = _GITHUB.fullmatch(path)
    if parts is None or host.lower() not in allowed:
        return None
    owner, name, ref = parts["owner"], parts["name"], parts["ref"] or "HEAD"
    return f"{owner}/{name}".lower(), f"{scheme}://codeload.{host.lower()}/{owner}/{name}/zip/{ref}"


def _fetched(site: Any, wanted: str, url: str) -> str:
    lock = Lock(os.path.join(site.source, LOCK))
    recorded = lock.entry(wanted)
    known = recorded[1] if recorded and recorded[0] == url else None
    if known and (root := archives.unpacked(known)):
        return root
    if (site.safe and not site.config.github_pages) or os.environ.get("PYJEKYLL_OFFLINE"):
        raise ThemeError(
            f"The theme {wanted} is not in the cache, and nothing is fetched in safe or offline mode.",
            hint="Build once with the network, or point remote_theme at a folder.",
        )
    site.log.debug("Remote Theme:", f"Downloading {url}")
    content = archives.download(url)
    digest = archives.digest_of(content)
    if known and known != digest:
        raise ThemeError(
            f"The theme {wanted} is not what it was: {url} now has the digest {digest}, {LOCK} says {known}.",
            path=lock.path,
            hint=f"If the change is wanted, remove its entry from {LOCK}.",
        )
    root = archives.unpack(content, digest)
    lock.record(wanted, url, digest)
    return root
