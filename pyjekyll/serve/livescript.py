"""The script that reloads pages: where it comes from, and how it gets into served HTML, never into a file (SRV-5)."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from pyjekyll.config import Config

PATH = "/livereload.js"
_HEAD = re.compile(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)


def tag(config: Config, port: int, own_port: bool) -> bytes:
    """Return the script element that pages get; with a port of its own the script finds the page's host there."""
    options: dict[str, object] = {"snipver": 1}
    if config.livereload_min_delay is not None:
        options["mindelay"] = _number(config.livereload_min_delay)
    if config.livereload_max_delay is not None:
        options["maxdelay"] = _number(config.livereload_max_delay)
    source = f"{PATH}?{urlencode({**options, 'port': port})}"
    if not own_port:
        return f'<script src="{source.replace("&", "&amp;")}" defer></script>'.encode()
    return (
        '<script>(function(){var s=document.createElement("script");'
        f's.src=location.protocol+"//"+location.hostname+":{port}{source}";document.head.appendChild(s)}})()</script>'
    ).encode()


def _number(seconds: float) -> int | float:
    return int(seconds) if seconds == int(seconds) else seconds


def inject(page: bytes, script: bytes) -> bytes:
    """Put the script after the head's opening tag, as Jekyll does; at the end of a page that has none."""
    found = _HEAD.search(page)
    return page[: found.end()] + script + page[found.end() :] if found else page + script


def plugin() -> bytes:
    """Return the plugin of livereload.js that shows why a build failed."""
    with open(os.path.join(os.path.dirname(__file__), "client.js"), "rb") as file:
        return file.read()
