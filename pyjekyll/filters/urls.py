"""Jekyll's URL filters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.drop import Drop
from pyjekyll.ruby.index import no_method
from pyjekyll.ruby.inspect import to_s
from pyjekyll.ruby.url import is_absolute, normalize

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context

_INDEX = re.compile(r"/index\.html?$", re.MULTILINE)


def relative_url(context: Context, value: Any, /) -> Any:
    """Return a path below the site's baseurl, normalised; what has a scheme stays as it is, nil too."""
    if value is None:
        return None
    address = _address(value)
    if is_absolute(to_s(address)):
        return address
    return _relative(context, address)


def absolute_url(context: Context, value: Any, /) -> Any:
    """Return a path as a whole URL of the site; without a configured `url` as relative_url does."""
    if value is None:
        return None
    address = _address(value)
    if is_absolute(to_s(address)):
        return address
    site_url = to_s(context.registers["site"].config.get("url"))
    path = _relative(context, address) if address is not None else ""
    return normalize(site_url + path) if site_url else path


relative_url.wants_context = True  # type: ignore[attr-defined]
absolute_url.wants_context = True  # type: ignore[attr-defined]


def _address(value: Any) -> Any:
    """Return a document's URL; a page is a hash here, and like other values has none."""
    return value["url"] if isinstance(value, Drop) and "url" in getattr(value, "getters", ()) else value


def _relative(context: Context, address: Any) -> str:
    base = to_s(context.registers["site"].config.get("baseurl")).removesuffix("/")
    return normalize(_with_slash(base) + _with_slash(to_s(address)))


def _with_slash(path: str) -> str:
    return path if not path or path.startswith("/") else "/" + path


def strip_index(value: Any, /) -> str | None:
    """Remove `index.html` from the end of a URL; nil and "" become nil."""
    if to_s(value) == "":
        return None
    if not isinstance(value, str):
        raise no_method("sub", value)
    return _INDEX.sub("/", value, count=1)
