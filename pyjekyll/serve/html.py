"""The pages that the server itself makes: errors and folder listings, laid out as WEBrick's."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from urllib.parse import quote

from pyjekyll.serve.paths import hidden

_NAME_WIDTH = 25
_ERROR = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0//EN">
<HTML>
  <HEAD><TITLE>{reason}</TITLE></HEAD>
  <BODY>
    <H1>{reason}</H1>
    {message}
    <HR>
    <ADDRESS>
     {software} at
     {host}
    </ADDRESS>
  </BODY>
</HTML>
"""
_LISTING = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">
<HTML>
  <HEAD>
    <TITLE>Index of {path}</TITLE>
    <style type="text/css">
    <!--
    .name, .mtime {{ text-align: left; }}
    .size {{ text-align: right; }}
    td {{ text-overflow: ellipsis; white-space: nowrap; overflow: hidden; }}
    table {{ border-collapse: collapse; }}
    tr th {{ border-bottom: 2px groove; }}
    //-->
    </style>
  </HEAD>
  <BODY>
    <H1>Index of {path}</H1>
<TABLE width="100%"><THEAD><TR>
{heads}
</TR></THEAD>
<TBODY>
{rows}</TBODY></TABLE><HR>    <ADDRESS>
     {software}<BR>
     at {host}
    </ADDRESS>
  </BODY>
</HTML>
"""
_ESCAPES = {"&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;"}


def escape(text: str) -> str:
    """Escape text for HTML; apostrophes stay, as in WEBrick."""
    return "".join(_ESCAPES.get(character, character) for character in text)


def error_page(reason: str, message: str, software: str, host: str) -> bytes:
    """Return the page for an error without a `404.html`."""
    return _encoded(_ERROR.format(reason=escape(reason), message=escape(message), software=escape(software), host=escape(host)))


def listing(folder: str, path: str, query: Mapping[str, str], software: str, host: str, zone: datetime.tzinfo) -> bytes:
    """Return the page that lists a folder; the query sorts it by N(ame), M(odified) or S(ize), A- or D(escending)."""
    query = dict(query)
    orders = [(column, query.pop(key)) for column, key in enumerate("NMS") if key in query]
    column, order = orders[0] if orders else (0, "A")
    rows = sorted(_entries(folder), key=lambda row: row[column], reverse=order != "A")
    rest = "".join(escape(f"&{key}={value}") for key, value in query.items())
    turned = "D" if order == "A" else "A"
    heads = "".join(
        f'<TH class="{css}"><A HREF="?{key}={turned}{rest}">{label}</A></TH>'
        for css, key, label in (("name", "N", "Name"), ("mtime", "M", "Last modified"), ("size", "S", "Size"))
    )
    above = ("..", os.stat(os.path.join(folder, "..")).st_mtime, -1)
    body = "".join(_row(name, moment, size, rest.replace("&", "?", 1), zone) for name, moment, size in (above, *rows))
    return _encoded(_LISTING.format(path=escape(path), heads=heads, rows=body, software=escape(software), host=escape(host)))


def _entries(folder: str) -> list[tuple[str, float, int]]:
    """Return (name, time, size) of what may be shown; a folder's name ends in a slash, what has no size has -1."""
    found: list[tuple[str, float, int]] = []
    for name in os.listdir(folder):
        if hidden(name):
            continue
        try:
            there = os.stat(os.path.join(folder, name))
        except OSError:
            found.append((name, -1.0, -1))
            continue
        is_folder = os.path.isdir(os.path.join(folder, name))
        found.append((name + "/", there.st_mtime, -1) if is_folder else (name, there.st_mtime, there.st_size))
    return found


def _row(name: str, moment: float, size: int, query: str, zone: datetime.tzinfo) -> str:
    shown = "Parent Directory" if name == ".." else name if len(name) <= _NAME_WIDTH else name[: _NAME_WIDTH - 2] + ".."
    when = "" if moment < 0 else datetime.datetime.fromtimestamp(moment, zone).strftime("%Y/%m/%d %H:%M")
    link = quote(os.fsencode(name), safe="/:~!*'()&+=,;@?$") + (query if name.endswith("/") else "")
    return (
        f'<TR><TD class="name"><A HREF="{link}">{escape(shown)}</A></TD><TD class="mtime">{when}</TD>'
        f'<TD class="size">{size if size >= 0 else "-"}</TD></TR>\n'
    )


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
