"""The starting points as a new user meets them: made, built, opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.chromium import Chromium
from browser.serving import served
from pyjekyll.themes import starters
from running import run


@pytest.fixture(scope="module", params=starters())
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Make a site with `new`, build it, serve it, and yield its address."""
    folder: Path = tmp_path_factory.mktemp("starter")
    assert run(folder, ["new", "site", "--theme", request.param])[0] == 0
    code, said = run(folder / "site", ["build"])
    assert code == 0, said
    with served(folder / "site/_site") as address:
        yield address + "/"


@pytest.mark.parametrize("width", [320, 1280])
def test_it_looks_right(browser: Chromium, home: str, axe: str, width: int) -> None:
    browser.size(width)
    browser.open(home)
    assert browser.errors() == []  # not even of a foreign host that cannot be reached: nothing is loaded from one
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.run("document.querySelector('.author__name').textContent") == "Your Name"
    assert browser.run("document.querySelector('.author__avatar img').naturalWidth") > 0
    browser.run(axe + "; 0")
    serious = browser.run("axe.run().then(result => result.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => v.id))")
    assert serious == []
