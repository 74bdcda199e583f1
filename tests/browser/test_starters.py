"""The starting points as a new user meets them: made, built, opened."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.chromium import Chromium
from browser.conftest import Quiet
from pyjekyll.themes import starters
from running import run


@pytest.fixture(scope="module", params=starters())
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Make a site with `new`, build it, serve it, and yield its address."""
    folder: Path = tmp_path_factory.mktemp("starter")
    assert run(folder, ["new", "site", "--theme", request.param])[0] == 0
    code, said = run(folder / "site", ["build"])
    assert code == 0, said
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder / "site/_site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.mark.parametrize("width", [320, 1280])
def test_it_looks_right(browser: Chromium, home: str, axe: str, width: int) -> None:
    browser.size(width)
    browser.open(home)
    assert [error for error in browser.errors() if home in error or "http" not in error] == []
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.run("document.querySelector('.author__name').textContent") == "Your Name"
    assert browser.run("document.querySelector('.author__avatar img').naturalWidth") > 0
    browser.run(axe + "; 0")
    serious = browser.run("axe.run().then(result => result.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => v.id))")
    assert serious == []
