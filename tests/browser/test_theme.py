"""The theme in a browser: navigation, colours, links, errors, layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser.chromium import Chromium
from browser.links import broken_links

PAGES = ["/", "/publications/", "/publication/2024-06-01-network/", "/talks/", "/posts/2026/01/hello/", "/cv/", "/cv-json/", "/portfolio/", "/docs/"]
WIDTHS = [320, 768, 1280]


def test_links_that_do_not_fit_go_into_the_menu(browser: Chromium, address: str) -> None:
    browser.size(1280)
    browser.open(f"{address}/talks/")
    all_links = browser.run("document.querySelectorAll('.visible-links > li').length")
    assert browser.run("document.querySelectorAll('.hidden-links > li').length") == 0
    assert browser.run("getComputedStyle(document.querySelector('.greedy-nav__toggle')).display") == "none"
    browser.size(400)
    browser.run("new Promise(done => setTimeout(done, 100))")
    hidden = browser.run("document.querySelectorAll('.hidden-links > li').length")
    assert hidden > 0
    assert browser.run("document.querySelectorAll('.visible-links > li').length") == all_links - hidden
    assert browser.run("getComputedStyle(document.querySelector('.hidden-links')).display") == "none"
    browser.run("document.querySelector('.greedy-nav__toggle').click()")
    assert browser.run("getComputedStyle(document.querySelector('.hidden-links')).display") == "block"
    assert browser.run("document.querySelector('.greedy-nav__toggle').getAttribute('aria-expanded')") == "true"
    browser.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))")
    assert browser.run("getComputedStyle(document.querySelector('.hidden-links')).display") == "none"
    browser.size(1280)
    browser.run("new Promise(done => setTimeout(done, 100))")
    assert browser.run("document.querySelectorAll('.hidden-links > li').length") == 0


GROUND = "getComputedStyle(document.body).backgroundColor"


def test_colours_follow_the_system_until_somebody_chooses(browser: Chromium, address: str) -> None:
    browser.prefer("light")
    browser.open(f"{address}/")
    browser.run("localStorage.clear()")
    light = browser.run(GROUND)
    browser.prefer("dark")
    dark = browser.run(GROUND)
    assert dark != light
    browser.prefer("light")
    browser.run("document.querySelector('#theme-toggle [role=button]').click()")
    assert browser.run(GROUND) == dark
    assert browser.run("document.querySelector('#theme-toggle [role=button]').getAttribute('aria-pressed')") == "true"
    browser.open(f"{address}/talks/")
    assert browser.run(GROUND) == dark
    browser.run("document.querySelector('#theme-toggle [role=button]').click()")
    assert browser.run(GROUND) == light
    assert browser.run("localStorage.getItem('theme')") is None


def test_colours_change_from_the_keyboard(browser: Chromium, address: str) -> None:
    browser.prefer("light")
    browser.open(f"{address}/talks/")
    browser.run("localStorage.clear()")
    light = browser.run(GROUND)
    press_the_toggle(browser)
    assert browser.run(GROUND) != light
    browser.open(f"{address}/")
    assert browser.run(GROUND) != light
    press_the_toggle(browser)
    assert browser.run(GROUND) == light


def press_the_toggle(browser: Chromium) -> None:
    """Press Enter on the button that changes the colours."""
    browser.run("document.querySelector('#theme-toggle [role=button]').focus()")
    for kind in ("keyDown", "keyUp"):
        browser.call("Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", windowsVirtualKeyCode=13)


def test_the_follow_button_unfolds_the_links(browser: Chromium, address: str) -> None:
    browser.size(400)
    browser.open(f"{address}/talks/")
    shown = "getComputedStyle(document.querySelector('.author__urls')).display"
    assert browser.run(shown) == "none"
    browser.run("document.querySelector('.author__urls-wrapper > button').click()")
    assert browser.run(shown) == "block"


@pytest.mark.parametrize("page", PAGES)
def test_no_page_reports_an_error(browser: Chromium, address: str, page: str) -> None:
    browser.size(1280)
    browser.open(address + page)
    assert [error for error in browser.errors() if address in error or "http" not in error] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_wider_than_the_window(browser: Chromium, address: str, page: str, width: int) -> None:
    browser.size(width)
    browser.open(address + page)
    assert browser.run("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("page", ["/", "/talks/", "/cv-json/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_while_a_page_loads(browser: Chromium, address: str, page: str, width: int) -> None:
    browser.size(width)
    browser.call("Page.addScriptToEvaluateOnNewDocument", source=SHIFTS)
    browser.open(address + page)
    assert browser.run("new Promise(done => setTimeout(() => done(window.shifts), 300))") < 0.01


SHIFTS = """window.shifts = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({type: "layout-shift", buffered: true});"""


def test_every_internal_link_leads_somewhere(built: Path) -> None:
    assert broken_links(built) == []
