"""axe-core finds nothing serious, in both palettes. Its script comes with the extra `test`; AXE_CORE=FILE names a newer one."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

from browser.chromium import Chromium

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    "/", "/publications/", "/publication/2024-06-01-network/", "/talks/", "/posts/2026/01/hello/", "/cv/", "/cv-json/",
    "/portfolio/", "/portfolio/stream-logger/", "/tags/", "/docs/", "/docs/plugins/", "/404.html",
]  # fmt: skip


@pytest.fixture(scope="module")
def axe() -> str:
    """Return the script of axe-core."""
    found = next((place for place in places() if place.is_file()), None)
    if found is None:
        pytest.skip("axe-core is not installed")
    return found.read_text("utf-8")


def places() -> list[Path]:
    """Return where the script may lie: where AXE_CORE says, below node_modules, in the package of the extra `test`."""
    if "AXE_CORE" in os.environ:
        return [Path(os.environ["AXE_CORE"])]
    package = importlib.util.find_spec("axe_core_python")
    folders = [Path(folder) for folder in (package.submodule_search_locations or [] if package else [])]
    return [ROOT / "node_modules/axe-core/axe.min.js", *(folder / "axe.min.js" for folder in folders)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("page", PAGES)
def test_no_serious_violation(browser: Chromium, address: str, axe: str, page: str, width: int, scheme: str) -> None:
    browser.size(width)
    browser.prefer(scheme)
    browser.open(address + page)
    browser.run("localStorage.clear()")
    browser.run(axe + "; 0")
    found = browser.run(
        "axe.run().then(result => [result.passes.length, result.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
        ".map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120) + ' ' + (n.any[0] ? n.any[0].message : '')).join(' | '))])"
    )
    assert found[1] == []
    assert found[0] > 20  # rules that looked at something
