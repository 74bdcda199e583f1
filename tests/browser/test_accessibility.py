"""axe-core finds nothing serious, in both palettes. Its script is not part of the project: `npm install axe-core`, or AXE_CORE=FILE."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from browser.chromium import Chromium

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT, Path("/usr/local/lib"), Path("/usr/lib"))
PLACES = [folder / "node_modules/axe-core/axe.min.js" for folder in FOLDERS]
PAGES = [
    "/", "/publications/", "/publication/2024-06-01-network/", "/talks/", "/posts/2026/01/hello/", "/cv/", "/cv-json/",
    "/portfolio/stream-logger/", "/docs/", "/404.html",
]  # fmt: skip


@pytest.fixture(scope="module")
def axe() -> str:
    """Return the script of axe-core."""
    places = [Path(os.environ["AXE_CORE"])] if "AXE_CORE" in os.environ else PLACES
    found = next((place for place in places if place.exists()), None)
    if found is None:
        pytest.skip("axe-core is not installed")
    return found.read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("page", PAGES)
def test_no_serious_violation(browser: Chromium, address: str, axe: str, page: str, width: int, scheme: str) -> None:
    browser.size(width)
    browser.prefer(scheme)
    browser.open(address + page)
    browser.run("localStorage.clear()")
    browser.run(axe + "; 0")
    violations = browser.run(
        "axe.run().then(result => result.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
        ".map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120) + ' ' + (n.any[0] ? n.any[0].message : '')).join(' | ')))"
    )
    assert violations == []
