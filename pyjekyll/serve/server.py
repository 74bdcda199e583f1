"""Serve the destination, and tell browsers what changed (SRV-1 to SRV-8). The only importer of livereload.

Everything here runs in the thread of tornado's loop, except where a method says that any thread may call it.
"""

from __future__ import annotations

import asyncio
import errno
import json
import os
import signal
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.routing import Matcher, PathMatches, Rule
from tornado.web import Application

from pyjekyll.config import Config
from pyjekyll.errors import UsageError
from pyjekyll.serve import livescript
from pyjekyll.serve.changes import Change, messages
from pyjekyll.serve.files import FileHandler, digest
from pyjekyll.serve.overlay import describe
from pyjekyll.serve.paths import BadPath, NotThere, Tree, below, decoded, look_up
from pyjekyll.serve.preview import Shown

if TYPE_CHECKING:
    import socket
    import ssl

    from pyjekyll.log import Log
    from pyjekyll.write.writer import Report

# How many ports after the usual one are tried, how many served files are remembered, how many of them a preview renders.
_PORTS, _REMEMBERED, _RECENT = 50, 2000, 8
# Seconds after which one thread makes way for another.
_SWITCH = 0.0005
# Seconds without a request after which a browser has what it needs, and how long that and its script's word may take.
_QUIET, _PATIENCE = 0.06, 0.5


class Server:
    """One site's server, and the audience of its rebuilds."""

    def __init__(self, config: Config, log: Log) -> None:
        self.config, self.log = config, log
        self.preview: Mapping[str, Shown] = {}
        self.error: dict[str, Any] | None = None
        self.clients: set[Channel] = set()
        # A digest of what was served last of each file: browsers are told when it is no longer that.
        self.served: OrderedDict[str, bytes] = OrderedDict()
        # What a preview was announced with, so that the build that makes the same is not.
        self._announced: dict[str, bytes] = {}
        # When a browser was told to reload, when one last asked for a file, and how many have left to come back.
        self._told = self._asked = 0.0
        self._reloading = 0
        self._shown = threading.Event()
        self._recent: tuple[str, ...] = ()
        self._sockets: list[socket.socket] = []
        self._live_sockets: list[socket.socket] = []
        self._loop: IOLoop | None = None
        self._tls: ssl.SSLContext | None = None

    # --- before the loop -------------------------------------------------------------------------------------------------

    def bind(self, flexible: bool) -> Config:
        """Take the port, or with `flexible` the next free one; return the configuration with it and with the site's URL.

        Raises UsageError: the port is taken, or the certificate cannot be used.
        """
        self._tls = _tls(self.config)
        wanted = self.config.port
        for port in range(wanted, wanted + (_PORTS if flexible and wanted else 1)):
            try:
                self._sockets = bind_sockets(port, address=self.config.host or None)
                break
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    hint = "Choose another --host or --port."
                    raise UsageError(f"cannot listen at {self.config.host}:{port}: {error.strerror}", hint=hint) from None
        else:
            raise UsageError(f"Address already in use - bind(2) for {self.config.host}:{wanted}", hint=_taken(wanted))
        self.port = int(self._sockets[0].getsockname()[1])
        if self.port != wanted and wanted:
            self.log.warn("Server:", f"port {wanted} is taken: {self.port} is used instead.")
        if self.live and self.config.livereload_port is not None:
            try:
                self._live_sockets = bind_sockets(self.config.livereload_port, address=self.config.host or None)
            except OSError:
                hint = "Leave --livereload-port out: pages are then reloaded over the server's own port."
                raise UsageError(f"Address already in use - port {self.config.livereload_port} for live reload", hint=hint) from None
        self.config = self.addressed(self.config)
        return self.config

    def addressed(self, config: Config) -> Config:
        """Return a configuration with the port that is used, and the URL that follows from it."""
        return config.replaced({"port": str(self.port)}).for_serving()

    @property
    def address(self) -> str:
        """Return the site's address as Jekyll prints it."""
        host = f"[{self.config.host}]" if ":" in self.config.host else self.config.host
        path = "" if self.config.baseurl is None else f"{self.config.baseurl}/"
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}{path}"

    # --- what handlers ask -------------------------------------------------------------------------------------------------

    @property
    def live(self) -> bool:
        """Say whether pages are reloaded."""
        return self.config.livereload and self.config.watch and not self.config.detach

    @property
    def base(self) -> str:
        """Return the site's baseurl with a slash before it and none after it; "" for the root."""
        text = "" if self.config.baseurl is None else str(self.config.baseurl).strip("/")
        return f"/{text}" if text else ""

    @property
    def encoding(self) -> str:
        """Return the charset of the site's texts."""
        return self.config.encoding

    @property
    def headers(self) -> dict[str, str]:
        """Return the headers that the configuration adds."""
        headers = self.config.webrick.get("headers")
        return {str(name): str(value) for name, value in headers.items()} if isinstance(headers, dict) else {}

    def tree(self) -> Tree:
        """Return the files that may be shown."""
        return Tree(self.config.destination, self.preview)

    def script_tag(self) -> bytes:
        """Return the script element that pages get."""
        if self._live_sockets:
            return livescript.tag(self.config, int(self._live_sockets[0].getsockname()[1]), own_port=True)
        return livescript.tag(self.config, self.port, own_port=False)

    def error_page(self) -> bytes | None:
        """Return the site's own page for errors."""
        path = os.path.join(self.config.destination, "404.html")
        if not self.tree().is_file(path):
            return None
        return self._current(path)

    def note(self, path: str, body: bytes) -> None:
        """Remember what was served."""
        self._asked = time.monotonic()
        self.served[path] = digest(body)
        self.served.move_to_end(path)
        while len(self.served) > _REMEMBERED:
            self.served.popitem(last=False)
        self._recent = (path, *(other for other in self._recent if other != path))[:_RECENT]

    def left(self) -> None:
        """Note that a page was left, to be loaded again."""
        self._reloading += 1

    def arrived(self) -> None:
        """Note that a page's script has introduced itself."""
        self._reloading = max(0, self._reloading - 1)

    # --- the audience of rebuilds: any thread may call these -----------------------------------------------------------------

    def wanted(self) -> Collection[str]:
        """Return what browsers have open, and what was asked for lately."""
        return {*self._recent, *(path for client in tuple(self.clients) if (path := client.page))}

    def show(self, preview: Mapping[str, Shown]) -> None:
        """Serve a preview over the destination's files."""
        self._shown.clear()
        self._reloading = 0
        self._call(lambda: self._show(preview))

    def wait_for_browsers(self) -> None:
        """Let the browsers that were told to reload do so before a build takes the processor.

        Return when they ask for nothing more, and the script of each page that was left has introduced itself again.
        """
        self._shown.wait(_PATIENCE)
        deadline = time.monotonic() + _PATIENCE
        while self._told and time.monotonic() < deadline and self._busy():
            time.sleep(0.005)
        self._told, self._reloading = 0.0, 0

    def _busy(self) -> bool:
        return self._reloading > 0 or time.monotonic() < max(self._told, self._asked) + _QUIET

    def settle(self, report: Report, config: Config) -> None:
        """Serve the destination as a build left it."""
        source = config.destination
        changes = {os.path.join(source, path): Change(item.url, item.relative_path) for path, item in report.written.items()}
        for path in report.removed:
            url = "/" + os.path.relpath(path, source)
            changes.setdefault(path, Change(url, url[1:]))
        self._call(lambda: self._settle(changes, config))

    def fail(self, error: Exception, config: Config) -> None:
        """Go on serving the last good site, and show the error over it."""
        description = describe(error, config.source)
        self._call(lambda: self._fail(description))

    def _call(self, work: Callable[[], None]) -> None:
        if self._loop is None:
            work()
        else:
            self._loop.add_callback(work)

    def _show(self, preview: Mapping[str, Shown]) -> None:
        changes = {path: Change(shown.url, shown.source) for path, shown in preview.items() if self._current(path) != shown.body}
        self.preview = preview
        self._announce(changes)
        self._announced = {path: digest(preview[path].body) for path in changes}
        self._shown.set()

    def _settle(self, changes: Mapping[str, Change], config: Config) -> None:
        previewed = self.preview
        self.preview, self.config = {}, config
        if self.error is not None:
            self.error = None
            self._send_error()
        known = self._announced
        self._announced = {}
        # What a preview showed and the build did not make was announced too early, and is taken back.
        withdrawn = {path: Change(shown.url, shown.source) for path, shown in previewed.items() if path not in changes}
        self._announce({path: change for path, change in {**withdrawn, **changes}.items() if path not in known or known[path] != self._digest(path)})

    def _fail(self, description: dict[str, Any]) -> None:
        self.preview, self._announced = {}, {}
        self.error = description
        self._send_error()

    def _send_error(self) -> None:
        for client in tuple(self.clients):
            client.send_error_state()

    def _announce(self, changes: Mapping[str, Change]) -> None:
        """Tell each browser what concerns it."""
        ignored = self.config.livereload_ignored
        visible = {path: change for path, change in changes.items() if not ignored(change.source)}
        stale = {path for path in visible if path in self.served and self.served[path] != self._digest(path)}
        for client in tuple(self.clients):
            for message in messages(client.page, visible, stale):
                self.log.debug("LiveReload:", f"Reloading URL {json.dumps(message)}")
                client.send_message({"command": "reload", "path": message, "liveCSS": True})
                client.told, self._told = True, time.monotonic()
        for path in stale:
            # Who was told will ask for it.
            self.served[path] = self._digest(path) or b""

    def _current(self, path: str) -> bytes | None:
        shown = self.preview.get(path)
        if shown is not None:
            return shown.body
        try:
            with open(path, "rb") as file:
                return file.read()
        except OSError:
            return None

    def _digest(self, path: str) -> bytes | None:
        body = self._current(path)
        return None if body is None else digest(body)

    # --- the loop ---------------------------------------------------------------------------------------------------------

    def run(self, started: Callable[[], None]) -> None:
        """Serve until interrupted; `started` is called once requests are answered."""
        asyncio.run(self._run(started))

    def stop(self) -> None:
        """End the loop; any thread may call this."""
        if self._loop is not None:
            self._loop.add_callback(self._end.set)

    async def _run(self, started: Callable[[], None]) -> None:
        # A build in the other thread must not keep a request waiting at each of its steps.
        sys.setswitchinterval(_SWITCH)
        self._loop = IOLoop.current()
        self._end = asyncio.Event()
        routes: list[Rule] = []
        if self.live:
            routes = [
                Rule(IsSocket(), Channel, {"server": self}),
                Rule(IsScript(), Script, {"server": self}),
            ]
        application = Application([*routes, Rule(PathMatches(r".*"), FileHandler, {"server": self})], log_function=lambda _: None)
        HTTPServer(application, ssl_options=self._tls).add_sockets(self._sockets)
        if self._live_sockets:
            HTTPServer(application, ssl_options=self._tls).add_sockets(self._live_sockets)
        if os.name == "posix":
            # Also where a shell started the command in the background, with interrupts ignored: Jekyll listens there, too.
            for number in (signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, self._end.set)
        started()
        await self._end.wait()

    def page_of(self, url: str) -> str | None:
        """Return the file that a page's URL shows, or None."""
        try:
            return look_up(self.tree(), below(decoded(urlsplit(url).path), self.base), self.config.show_dir_listing).path
        except (BadPath, NotThere, ValueError):
            return None


class IsSocket(Matcher):
    """Match the reload channel: a page of the same name stays reachable."""

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Return {} for a match."""
        return {} if request.path == "/livereload" and request.headers.get("Upgrade", "").lower() == "websocket" else None


class IsScript(Matcher):
    """Match the script that pages are given: a file of the same name stays reachable."""

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Return {} for a match."""
        return {} if request.path == livescript.PATH and "snipver" in request.query_arguments else None


class Script(LiveReloadJSHandler):  # type: ignore[misc]
    """Serve livereload's script, and before it the plugin that shows errors."""

    def initialize(self, server: Server) -> None:
        """Take nothing of the server."""

    def get(self) -> None:
        """Answer with the script."""
        self.write(livescript.plugin())
        super().get()


class Channel(LiveReloadHandler):  # type: ignore[misc]
    """One browser's connection, in livereload's protocol 7."""

    server: Server
    # Whether it was told to reload.
    told = False
    _url: str | None = None
    _shows_errors = False

    def initialize(self, server: Server) -> None:
        """Take the server whose changes are told."""
        self.server = server

    def check_origin(self, origin: str) -> bool:
        """Take pages of this host only, whatever the port."""
        return urlsplit(origin).hostname == urlsplit(f"//{self.request.host}").hostname

    def open(self, *args: str, **kwargs: str) -> None:
        """Greet, as Jekyll does, before the browser has said anything."""
        self.server.clients.add(self)
        self.server.log.debug("LiveReload:", "Browser connected")
        hello = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"], "serverName": "pyjekyll"}
        self.send_message(hello)

    def on_message(self, message: str | bytes) -> None:
        """Learn which page the browser shows."""
        try:
            said = json.loads(message)
        except ValueError:
            return
        if isinstance(said, dict) and said.get("command") == "info":
            self._url = said["url"] if isinstance(said.get("url"), str) else None
            self._shows_errors = "pyjekyll" in (said.get("plugins") or ())
            self.server.arrived()
            if self.server.error is not None:
                self.send_error_state()

    def on_close(self) -> None:
        """Forget the browser; one that was told to reload will be back."""
        self.server.clients.discard(self)
        if self.told:
            self.server.left()

    @property
    def page(self) -> str | None:
        """Return the file that the browser shows, if it said so and there is one."""
        return None if self._url is None else self.server.page_of(self._url)

    def send_error_state(self) -> None:
        """Show the error of the last build, or take it away; browsers without the plugin would only reload."""
        if self._shows_errors:
            error = self.server.error
            path = "pyjekyll-fixed" if error is None else f"pyjekyll-error:{json.dumps(error)}"
            self.send_message({"command": "reload", "path": path, "liveCSS": True})


def _tls(config: Config) -> ssl.SSLContext | None:
    """Return what https needs. Raises UsageError."""
    if config.ssl_cert is None and config.ssl_key is None:
        return None
    if not config.ssl_cert or not config.ssl_key:
        raise UsageError("Missing --ssl_cert or --ssl_key. Both are required.")
    import ssl

    from pyjekyll.model.item import join_inside

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    paths = [join_inside(config.source, path) for path in (config.ssl_cert, config.ssl_key)]
    try:
        context.load_cert_chain(*paths)
    except (OSError, ssl.SSLError) as error:
        hint = f"--ssl-cert and --ssl-key are read as {paths[0]} and {paths[1]}."
        raise UsageError(f"the certificate cannot be used: {error}", hint=hint) from None
    return context


def _taken(port: int) -> str:
    return f"Another program, perhaps another `serve`, listens there. End it, or choose another port: `--port {port + 1}`."
