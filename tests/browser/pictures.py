"""Take pictures of the site's main pages at the width of a phone and of a desktop, light and dark, to be looked at.

usage: PYTHONPATH=tests python tests/browser/pictures.py BUILT_SITE FOLDER [PAGE...]
"""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from pathlib import Path

from browser.chromium import Chromium, executable

PAGES = ["/", "/publications/", "/publication/2026-01-12-heat/", "/talks/", "/posts/2026/01/hello/", "/cv/", "/cv-json/", "/docs/"]
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serve files without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def main() -> None:
    if executable() is None:
        sys.exit("No Chromium is installed.")
    built, folder, pages = sys.argv[1], Path(sys.argv[2]), sys.argv[3:] or PAGES
    folder.mkdir(parents=True, exist_ok=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=built))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with Chromium() as browser:
        for page in pages:
            for device, (width, height) in SIZES.items():
                browser.size(width, height)
                for scheme in ("light", "dark"):
                    browser.prefer(scheme)
                    browser.open(f"http://127.0.0.1:{server.server_port}{page}")
                    name = page.strip("/").replace("/", "-") or "home"
                    (folder / f"{name}-{device}-{scheme}.png").write_bytes(browser.picture())
    server.shutdown()


if __name__ == "__main__":
    main()
