"""What a browser makes of `pyjekyll serve`: it reloads, swaps style sheets, shows why a build failed, and keeps quiet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.chromium import Chromium
from serving import Serving, serving

pytestmark = pytest.mark.proves("SRV-5", "SRV-9")
PAGE = '<html><head><title>T</title><link rel="stylesheet" href="/main.css"></head><body>'
SITE = {
    "_config.yml": "title: Live\n",
    "_layouts/default.html": f"{PAGE}{{% include part.html %}}<main>{{{{ content }}}}</main></body></html>\n",
    "_includes/part.html": "<nav>part one</nav>",
    "index.md": "---\nlayout: default\n---\nfirst text\n",
    "other.html": "---\n---\n<html><head></head><body>other</body></html>\n",
    "main.scss": '---\n---\n@import "ink";\nbody { color: $ink }\n',
    "_sass/_ink.scss": "$ink: rgb(1, 2, 3);\n",
}
COLOUR = "getComputedStyle(document.body).color"
OVERLAY = "document.getElementById('pyjekyll-error')"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Serving]:
    """Serve a small site."""
    folder = (tmp_path / "site").resolve()
    for path, text in SITE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    with serving(folder) as started:
        yield started


@pytest.fixture
def page(browser: Chromium, server: Serving) -> Chromium:
    """Open the site's page, mark this load of it, and wait until it is connected."""
    browser.open(f"http://127.0.0.1:{server.port}/")
    browser.run("window.load = 'first'")
    server.wait_for(lambda: browser.run("window.LiveReload && LiveReload.connector.protocol === 7"))
    assert browser.run("window.load") == "first"
    return browser


def evaluated(page: Chromium, server: Serving, expression: str) -> object:
    """Wait until an expression is true; a page that is being replaced has no answer yet."""

    def ask() -> object:
        try:
            return page.run(expression)
        except RuntimeError:
            return None

    return server.wait_for(ask)


def test_a_changed_page_reloads(page: Chromium, server: Serving) -> None:
    server.write("index.md", "---\nlayout: default\n---\nsecond text\n")
    evaluated(page, server, "document.body && document.body.textContent.includes('second text')")
    assert page.run("window.load") is None


def test_a_changed_include_reloads_the_pages_that_have_it(page: Chromium, server: Serving) -> None:
    server.write("_includes/part.html", "<nav>part two</nav>")
    evaluated(page, server, "document.body && document.body.textContent.includes('part two')")


def test_a_changed_style_sheet_is_swapped_without_a_reload(page: Chromium, server: Serving) -> None:
    assert page.run(COLOUR) == "rgb(1, 2, 3)"
    server.write("_sass/_ink.scss", "$ink: rgb(4, 5, 6);\n")
    evaluated(page, server, f"{COLOUR} === 'rgb(4, 5, 6)'")
    assert page.run("window.load") == "first"


def test_a_reloaded_page_has_the_style_sheet_of_now(page: Chromium, server: Serving) -> None:
    """Browsers may keep the parts of a page, and have to ask: one that is as it was is not sent again, one that changed is."""
    # A transfer counts as 300 bytes and its body's.
    sent = "performance.getEntriesByType('resource').filter(r => r.name.endsWith('/main.css')).map(r => r.transferSize - 300)"
    size = (server.folder / "_site/main.css").stat().st_size
    assert page.run(sent) == [size]
    server.write("index.md", "---\nlayout: default\n---\nsecond text\n")
    evaluated(page, server, "document.body && document.body.textContent.includes('second text') && document.readyState === 'complete'")
    assert page.run(sent) == [0]
    server.write("_sass/_ink.scss", "$ink: rgb(7, 8, 9);\n")
    server.write("index.md", "---\nlayout: default\n---\nthird text\n")
    evaluated(page, server, f"document.body && document.body.textContent.includes('third text') && {COLOUR} === 'rgb(7, 8, 9)'")


def test_what_the_page_does_not_show_leaves_it_alone(page: Chromium, server: Serving) -> None:
    server.rebuilt(lambda: (server.folder / "index.md").touch())
    server.rebuilt(lambda: server.write("other.html", "---\n---\n<html><head></head><body>changed</body></html>\n"))
    page.run("new Promise(done => setTimeout(done, 300))")
    assert page.run("window.load") == "first"


def test_an_error_is_shown_over_the_page_and_goes_away(page: Chromium, server: Serving) -> None:
    server.write("_includes/part.html", "one\ntwo\n{% if %}\nfour\n")
    evaluated(page, server, f"!!{OVERLAY}")
    shown = str(page.run(f"{OVERLAY}.shadowRoot.textContent"))
    for text in ("The site could not be built", "Liquid syntax error", "_includes/part.html", "two", "{% if %}", "four", "included from"):
        assert text in shown
    assert page.run(f"{OVERLAY}.shadowRoot.querySelector('.at').textContent") == "3{% if %}\n"
    assert page.run("document.querySelector('main').textContent.trim()") == "first text"
    server.write("_includes/part.html", "<nav>part one</nav>")
    evaluated(page, server, f"!{OVERLAY}")
    assert page.run("window.load") == "first"


def test_a_page_opened_while_builds_fail_shows_the_error(page: Chromium, server: Serving) -> None:
    server.write("index.md", "---\nlayout: default\n---\n{{ 'x' | divided_by: 0 }}\n")
    evaluated(page, server, f"!!{OVERLAY}")
    page.open(f"http://127.0.0.1:{server.port}/other.html")
    evaluated(page, server, f"!!{OVERLAY}")
    shown = str(page.run(f"{OVERLAY}.shadowRoot.textContent"))
    assert "divided by 0" in shown
    assert "index.md, line 4" in shown
    server.write("index.md", "---\nlayout: default\n---\nthird text\n")
    evaluated(page, server, f"!{OVERLAY}")
