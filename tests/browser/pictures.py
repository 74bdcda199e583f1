"""Take pictures of the site's main pages at the width of a phone and of a desktop, light and dark, to be looked at.

usage: PYTHONPATH=tests python tests/browser/pictures.py BUILT_SITE FOLDER [PAGE...]
"""

from __future__ import annotations

import sys
from pathlib import Path

from browser.chromium import Chromium, executable
from browser.serving import served

PAGES = ["/", "/publications/", "/publication/2026-01-12-heat/", "/talks/", "/posts/2026/01/hello/", "/cv/", "/cv-json/", "/docs/"]
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}


def main() -> None:
    if executable() is None:
        sys.exit("No Chromium is installed.")
    built, folder, pages = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:] or PAGES
    folder.mkdir(parents=True, exist_ok=True)
    with served(built) as address, Chromium() as browser:
        for page in pages:
            take(browser, address + page, folder / (page.strip("/").replace("/", "-") or "home"))


def take(browser: Chromium, url: str, target: Path) -> None:
    """Write the four pictures of one page; their names begin with target's."""
    for device, (width, height) in SIZES.items():
        browser.size(width, height)
        for scheme in ("light", "dark"):
            browser.prefer(scheme)
            browser.open(url)
            target.with_name(f"{target.name}-{device}-{scheme}.png").write_bytes(browser.picture())


if __name__ == "__main__":
    main()
