"""Run `pyjekyll serve`, or Ruby's, in a process of its own, and speak to it over a socket."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from running import UNSET

_ADDRESS = re.compile(r"Server address: https?://(?:\[[^\]]*\]|[^:/]+):(\d+)")
_WAIT = 30.0


class Answer(NamedTuple):
    """One response: header names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")


class Serving:
    """A server that has begun to answer; `said` is what it has printed."""

    def __init__(self, folder: Path, argv: list[str], env: Mapping[str, str] | None = None, command: list[str] | None = None) -> None:
        clean = {name: value for name, value in os.environ.items() if name not in UNSET}
        cache = {"XDG_CACHE_HOME": str(folder.parent / ".user-cache"), "TZ": "UTC"}
        self.folder = folder
        self.process = subprocess.Popen(
            [*(command or [sys.executable, "-m", "pyjekyll"]), "serve", *argv],
            cwd=folder, env={**clean, **cache, **(env or {})}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        )  # fmt: skip
        self.lines: list[str] = []
        # When each line came.
        self.times: list[float] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        try:
            self.wait_for(lambda: "Server running..." in self.said or self.process.poll() is not None)
            found = _ADDRESS.search(self.said)
            assert found, self.said
        except BaseException:
            self.process.kill()
            raise
        self.port = int(found[1])

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.times.append(time.time())
            self.lines.append(line)

    @property
    def said(self) -> str:
        """What the server has printed so far."""
        return "".join(self.lines)

    def last(self, text: str) -> float:
        """Return when the last line came that has the text."""
        return next(moment for moment, line in zip(reversed(self.times), reversed(self.lines), strict=False) if text in line)

    def wait_for(self, condition: Callable[[], Any], seconds: float = _WAIT) -> Any:
        """Wait until the condition gives something true, and return that."""
        deadline = time.monotonic() + seconds
        while not (result := condition()):
            assert time.monotonic() < deadline, f"waited in vain; the server said:\n{self.said}"
            time.sleep(0.01)
        return result

    def stop(self, number: int = signal.SIGINT) -> int:
        """Interrupt the server and return its exit code."""
        self.process.send_signal(number)
        code = self.process.wait(10)
        self._reader.join(5)
        return code

    def ask(self, path: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
        """Send one request and return the answer; the path goes out as it is."""
        return ask(self.port, path, method, headers)

    @property
    def begun(self) -> int:
        """How many rebuilds have begun."""
        return self.said.count("Regenerating:")

    @property
    def idle(self) -> bool:
        """Whether every rebuild has ended, well or not: Jekyll ends its lines with an empty one."""
        return self.begun == sum(not line.strip() for line in self.lines)

    def write(self, path: str, text: str | bytes) -> None:
        """Write a source file."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)

    def rebuilt(self, edit: Callable[[], Any]) -> None:
        """Edit something, and wait for the rebuild."""
        before = self.said.count("...done in")
        edit()
        self.wait_for(lambda: self.said.count("...done in") > before)


@contextlib.contextmanager
def serving(folder: Path, *argv: str, env: Mapping[str, str] | None = None, command: list[str] | None = None) -> Iterator[Serving]:
    """Serve a folder's site at a free port, and stop in the end."""
    port = [] if "-P" in argv or "--port" in argv else ["-P", "0"]
    server = Serving(folder, [*port, *argv], env, command)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.process.terminate()
            server.process.wait(10)


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def ask(port: int, path: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
    """Send one request over a connection of its own."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    with socket.create_connection(("127.0.0.1", port), timeout=_WAIT) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode("latin-1"))
        received = b""
        while piece := connection.recv(1 << 16):
            received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    fields = dict(line.split(": ", 1) for line in rest if ": " in line)
    return Answer(int(first.split()[1]), {name.lower(): value for name, value in fields.items()}, body)


class Listener:
    """A browser's end of the reload channel: `messages` are what came, oldest first."""

    def __init__(self, server: Serving, page: str | None = None, port: int | None = None) -> None:
        self.messages: list[dict[str, Any]] = []
        self.server = server
        self.socket = socket.create_connection(("127.0.0.1", port or server.port), timeout=_WAIT)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET /livereload HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        self._stream = self.socket.makefile("rb")
        self.status = int(self._stream.readline().split()[1])
        while self._stream.readline() not in (b"\r\n", b""):
            pass
        self.socket.settimeout(None)
        threading.Thread(target=self._read, daemon=True).start()
        server.wait_for(lambda: self.messages)
        self.hello = self.messages.pop(0)
        if page is not None:
            url = f"http://127.0.0.1:{server.port}{page}"
            self.send({"command": "info", "url": url, "plugins": {"pyjekyll": {"version": "1.0"}}})

    def __enter__(self) -> Listener:
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def send(self, message: Any) -> None:
        """Send a message, masked with zeros."""
        data = json.dumps(message).encode()
        size = bytes([0x80 | len(data)]) if len(data) < 126 else bytes([0x80 | 126]) + struct.pack(">H", len(data))
        self.socket.sendall(b"\x81" + size + b"\0\0\0\0" + data)

    def _read(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            while head := self._stream.read(2):
                size = head[1] & 0x7F
                if size == 126:
                    size = struct.unpack(">H", self._stream.read(2))[0]
                elif size == 127:
                    size = struct.unpack(">Q", self._stream.read(8))[0]
                data = self._stream.read(size)
                if head[0] & 0x0F == 1:
                    self.messages.append(json.loads(data))

    @property
    def paths(self) -> list[str]:
        """The paths that were to be reloaded."""
        return [message["path"] for message in self.messages]
