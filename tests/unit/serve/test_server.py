"""What the server knows of its browsers, without a socket."""

from __future__ import annotations

import io
import threading
from pathlib import Path
from typing import Any

import pytest

from pyjekyll.config import load
from pyjekyll.log import Log
from pyjekyll.serve import server as module
from pyjekyll.serve.preview import Shown
from pyjekyll.serve.server import Server


class Tab:
    """A browser's end of the reload channel, open at one page."""

    def __init__(self, page: str) -> None:
        self.page, self.told = page, False
        self.messages: list[dict[str, Any]] = []

    def send_message(self, message: dict[str, Any]) -> None:
        self.messages.append(message)


def test_a_build_waits_for_the_page_that_is_being_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 60.0)
    log = Log("error", io.StringIO(), io.StringIO())
    server = Server(load({"source": str(tmp_path), "destination": str(tmp_path / "_site")}, log), log)
    path = str(tmp_path / "_site/index.html")
    tab: Any = Tab(path)
    server.clients.add(tab)
    server.note(path, b"old")
    server.show({path: Shown(b"new", "/", "index.html")})
    assert tab.told and [message["path"] for message in tab.messages] == ["/"]
    server.left()
    waiting = threading.Thread(target=server.wait_for_browsers, daemon=True)
    waiting.start()
    waiting.join(4 * module._QUIET)
    assert waiting.is_alive()
    server.arrived()
    waiting.join(30)
    assert not waiting.is_alive()


def test_a_build_does_not_wait_where_nobody_was_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 60.0)
    log = Log("error", io.StringIO(), io.StringIO())
    server = Server(load({"source": str(tmp_path), "destination": str(tmp_path / "_site")}, log), log)
    server.left()  # by a click on a link
    server.show({str(tmp_path / "_site/index.html"): Shown(b"new", "/", "index.html")})
    waiting = threading.Thread(target=server.wait_for_browsers, daemon=True)
    waiting.start()
    waiting.join(30)
    assert not waiting.is_alive()
