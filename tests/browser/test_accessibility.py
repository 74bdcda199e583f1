"""axe-core finds nothing serious, in both palettes. Its script comes with the extra `test`; AXE_CORE=FILE names a newer one."""

from __future__ import annotations

import pytest

from browser.chromium import Chromium

PAGES = [
    "/", "/publications/", "/publication/2024-06-01-network/", "/talks/", "/posts/2026/01/hello/", "/cv/", "/cv-json/",
    "/portfolio/", "/portfolio/stream-logger/", "/tags/", "/docs/", "/docs/plugins/", "/404.html",
]  # fmt: skip


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
