"""Answer requests for files as Jekyll's WEBrick does (SRV-2 to SRV-4)."""

from __future__ import annotations

import datetime
import email.utils
import os
import re
import time
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from tornado.web import RequestHandler

from pyjekyll.serve import html, livescript
from pyjekyll.serve.mime import bare_type, content_type
from pyjekyll.serve.paths import BadPath, Found, NotThere, below, decoded, look_up
from pyjekyll.version import VERSION

if TYPE_CHECKING:
    from pyjekyll.serve.server import Server

SOFTWARE = f"pyjekyll/{VERSION}"
CACHE_CONTROL = "private, max-age=0, proxy-revalidate, no-store, no-cache, must-revalidate"
# What a page is made of, a browser may keep as long as it asks each time whether it is still so: a reloaded page is there sooner.
_PARTS, _PARTS_CACHE_CONTROL = ("style", "script", "image", "font"), CACHE_CONTROL.replace(" no-store,", "")
_RANGE = re.compile(r"bytes=(\d*)-(\d*)\Z")
# A request may name the whole URL, as to a proxy.
_ABSOLUTE = re.compile(r"\Ahttps?://[^/]*", re.IGNORECASE)
_REASONS = {416: "Request Range Not Satisfiable"}
# Larger files than this go out in pieces of this size.
_PIECE = 1 << 20


class Refusal(Exception):
    """A request that gets an error's status and page."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


class AnyMethod:
    """Every method reaches the handler, which decides itself."""

    def __contains__(self, method: object) -> bool:
        return True


class Body(NamedTuple):
    """An open file, or bytes in its place."""

    data: bytes | None
    file: BinaryIO | None
    size: int
    etag: str
    modified: float | None


def digest(body: bytes) -> bytes:
    """Return what tells one body from another."""
    return blake2b(body, digest_size=12).digest()


class FileHandler(RequestHandler):
    """One request for a file of the destination."""

    SUPPORTED_METHODS = AnyMethod()  # type: ignore[assignment]
    server: Server

    def initialize(self, server: Server) -> None:
        """Take the server whose files these are."""
        self.server = server

    def set_default_headers(self) -> None:
        """Name the server."""
        self.set_header("Server", SOFTWARE)
        self.clear_header("Content-Type")

    def compute_etag(self) -> None:
        """Leave ETags to the handler of files."""

    async def prepare(self) -> None:
        """Answer the request."""
        try:
            await self._answer()
        except Refusal as refusal:
            self._refuse(refusal)
        if not self._finished:
            self.finish()

    async def _answer(self) -> None:
        method, request = self.request.method, self.request
        if method == "OPTIONS" and request.path == "*":
            self.set_header("Allow", "GET,HEAD,POST,OPTIONS")
            return
        path, found = self._find()
        if method in ("GET", "HEAD"):
            await self._send(path, found)
        elif method == "POST" and found.kind != "file":
            raise Refusal(404, f"`{path}' not found.")
        elif method == "OPTIONS":
            self.set_header("Allow", "GET,HEAD,OPTIONS" if found.kind == "file" else "GET,HEAD,OPTIONS,POST")
        else:
            raise Refusal(405, f"unsupported method `{method}'.")

    def _find(self) -> tuple[str, Found]:
        server, config = self.server, self.server.config
        try:
            path = decoded(_ABSOLUTE.sub("", self.request.path) or "/")
        except BadPath:
            raise Refusal(400, f"bad URI `{self.request.uri}'.") from None
        try:
            inner = below(path, server.base)
            if self.request.method not in ("GET", "HEAD", "POST", "OPTIONS"):
                raise Refusal(405, f"unsupported method `{self.request.method}'.")
            return path, look_up(server.tree(), inner, config.show_dir_listing)
        except NotThere:
            raise Refusal(404, f"`{path}' not found.") from None

    async def _send(self, path: str, found: Found) -> None:
        if found.kind == "file":
            await self._send_file(path, found.path)
        elif found.kind == "redirect":
            self._redirect(path)
        else:
            self.set_header("Content-Type", 'text/html; charset="UTF-8"')
            self._set_site_headers()
            query = {name: self.get_query_argument(name) for name in self.request.query_arguments}
            self.write(html.listing(found.path, path, query, SOFTWARE, self.request.host, self.server.config.zone))

    def _redirect(self, path: str) -> None:
        location = self.request.path + "/" + (f"?{self.request.query}" if self.request.query else "")
        self.set_status(301)
        self.set_header("Location", f"{self.request.protocol}://{self.request.host}{location}")
        self.write(f'<HTML><A HREF="{html.escape(location)}">{html.escape(location)}</A>.</HTML>\n')
        self.clear_header("Content-Type")

    # --- files ---------------------------------------------------------------------------------------------------------

    async def _send_file(self, path: str, file: str) -> None:
        body = self._open(path, file)
        try:
            self.set_header("Etag", body.etag)
            if self._not_modified(body):
                self.set_status(304)
                self.clear_header("Content-Type")
            elif "Range" in self.request.headers:
                self._send_range(body, file)
            else:
                await self._send_whole(body, file)
        finally:
            if body.file is not None:
                body.file.close()

    def _open(self, path: str, place: str) -> Body:
        shown = self.server.preview.get(place)
        if shown is not None:
            return Body(shown.body, None, len(shown.body), f'"{digest(shown.body).hex()}"', None)
        try:
            file = open(place, "rb")
        except OSError:
            raise Refusal(404, f"`{path}' not found.") from None
        there = os.fstat(file.fileno())
        return Body(None, file, there.st_size, f'"{there.st_ino:x}-{there.st_size:x}-{there.st_mtime_ns:x}"', there.st_mtime)

    def _not_modified(self, body: Body) -> bool:
        headers = self.request.headers
        if body.etag in [each.strip() for each in headers.get("If-None-Match", "").split(",")]:
            return True
        since = headers.get("If-Modified-Since")
        if since is None or body.modified is None:
            return False
        try:
            return email.utils.parsedate_to_datetime(since).timestamp() >= body.modified
        except (TypeError, ValueError):
            return False

    def _send_range(self, body: Body, place: str) -> None:
        wanted = _RANGE.match(self.request.headers["Range"])
        if wanted is None or wanted.groups() == ("", ""):
            if self.request.headers["Range"].startswith("bytes="):
                # Several parts at once: the whole is a correct answer, and WEBrick's own is not.
                self.write(_read(body))
                self.set_header("Content-Type", content_type(place, self.server.encoding))
                self._set_site_headers()
                return
            raise Refusal(400, f'Unrecognized range-spec: "{self.request.headers["Range"]}"')
        first, last = wanted.groups()
        start = int(first) if first else max(0, body.size - int(last))
        end = min(int(last), body.size - 1) if first and last else body.size - 1
        if start >= body.size or start > end:
            raise Refusal(416, "The range is not in the file.")
        self.set_status(206)
        self.set_header("Content-Type", bare_type(place))
        self.set_header("Content-Range", f"bytes {start}-{end}/{body.size}")
        self.write(_read(body, start, end - start + 1))

    async def _send_whole(self, body: Body, place: str) -> None:
        kind = content_type(place, self.server.encoding)
        self.set_header("Content-Type", kind)
        if body.modified is not None:
            self.set_header("Last-Modified", datetime.datetime.fromtimestamp(int(body.modified), datetime.UTC))
        self._set_site_headers()
        if body.size > _PIECE and "text/html" not in kind:
            await self._stream(body)
            return
        data = _read(body)
        self.server.note(place, data)
        self.write(self._with_script(data) if "text/html" in kind else data)

    async def _stream(self, body: Body) -> None:
        self.set_header("Content-Length", str(body.size))
        left = 0 if self.request.method == "HEAD" or body.file is None else body.size
        await self.flush()
        while left > 0 and body.file is not None and (piece := body.file.read(min(left, _PIECE))):
            left -= len(piece)
            self.write(piece)
            await self.flush()

    def _with_script(self, page: bytes) -> bytes:
        # A page that a script fetches is data to it: what the browser itself will show says so.
        if not self.server.live or self.request.headers.get("Sec-Fetch-Dest", "document") not in ("document", "iframe", "frame"):
            return page
        return livescript.inject(page, self.server.script_tag())

    def _set_site_headers(self) -> None:
        part = self.server.live and self.request.headers.get("Sec-Fetch-Dest") in _PARTS
        self.set_header("Cache-Control", _PARTS_CACHE_CONTROL if part else CACHE_CONTROL)
        for name, value in self.server.headers.items():
            self.set_header(name, value)

    # --- errors --------------------------------------------------------------------------------------------------------

    def _refuse(self, refusal: Refusal) -> None:
        now = datetime.datetime.fromtimestamp(time.time(), self.server.config.zone)
        self.server.log.say(f"[{now:%Y-%m-%d %H:%M:%S}] ERROR {refusal.message}")
        self.clear()
        self.set_status(refusal.status, _REASONS.get(refusal.status))
        self.write_error(refusal.status, message=refusal.message)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Show the site's `404.html`, whatever the error, or a page that says what it is."""
        own = self.server.error_page()
        if own is not None:
            self.set_header("Content-Type", "text/html; charset=UTF-8")
            self.write(self._with_script(own))
        else:
            self.set_header("Content-Type", "text/html; charset=ISO-8859-1")
            message = str(kwargs.get("message") or kwargs.get("exc_info", ("", ""))[1])
            self.write(self._with_script(html.error_page(self._reason, message, SOFTWARE, self.request.host)))
        if not self._finished:
            self.finish()


def _read(body: Body, start: int = 0, size: int | None = None) -> bytes:
    if body.data is not None:
        return body.data[start:] if size is None else body.data[start : start + size]
    assert body.file is not None
    body.file.seek(start)
    return body.file.read() if size is None else body.file.read(size)
