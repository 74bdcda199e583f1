#!/usr/bin/env python3
"""Measure how soon a browser has what was edited: one page, then one include, while `pyjekyll serve` watches a copy of a site.

usage: PYTHONPATH=tests python tests/benchmarks/serve_edits.py SITE PAGE URL INCLUDE [EDITS [PAUSE]]

SITE is a folder, PAGE and INCLUDE are files below it, URL is a page's that shows both. Times count from the moment the file is
written; `event` is how much of that goes by before the change is noticed and said. `fetched`: a listener that has the page open, and
asks for it again when it is told to reload, has the new page. `painted`: headless Chromium, where it is installed, has painted the
reloaded page. `built`: the build that follows has ended. Printed are medians, and the seconds of a cold build; and how long Chromium
takes to reload the page when nothing was edited.

PAUSE is how many seconds everything rests before an edit (1). On a virtual machine whose host takes away what rests, the browser and
the server alike are slow after a pause; then a short one says more about them.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from browser.chromium import Chromium, executable
from serving import Listener, Serving, serving

_PAINT = "performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime"


def cold(site: Path) -> float:
    """Return the seconds of a build without any cache, the interpreter's start included."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "pyjekyll", "build", "--disable-disk-cache", "-q", "-d", str(site.parent / "cold")]
    subprocess.run(command, cwd=site, check=True, capture_output=True)
    return time.perf_counter() - start


def append(path: Path, mark: str) -> float:
    """Write a mark to the end of a file, and return when."""
    text = path.read_text("utf-8")
    moment = time.time()
    path.write_text(f"{text}\n{mark}\n", "utf-8")
    return moment


def fetched(server: Serving, url: str, path: Path, edits: int, pause: float) -> tuple[float, float]:
    """Return the medians of the seconds until a listener has the page, and until the whole build has ended."""
    shown, built = [], []
    with Listener(server, url) as browser:
        for number in range(edits):
            builds, told, mark = server.said.count("...done in"), len(browser.messages), f"mark {number} for a listener"
            start = append(path, mark)
            while len(browser.messages) == told or mark not in server.ask(url).text:
                time.sleep(0.001)
            shown.append(time.time() - start)
            server.wait_for(lambda builds=builds: server.said.count("...done in") > builds)
            built.append(time.time() - start)
            time.sleep(pause)
    return statistics.median(shown), statistics.median(built)


def painted(server: Serving, url: str, path: Path, edits: int, pause: float) -> tuple[float, float]:
    """Return the medians of the seconds until the change is noticed, and until Chromium has painted the page."""
    events, times = [], []
    with Chromium() as browser:
        browser.open(f"http://127.0.0.1:{server.port}{url}")
        server.wait_for(lambda: browser.run("window.LiveReload && LiveReload.connector.protocol === 7"))
        for number in range(edits):
            time.sleep(pause)
            builds, mark = server.said.count("...done in"), f"mark {number} for Chromium"
            start = append(path, mark)
            server.wait_for(lambda builds=builds: server.said.count("...done in") > builds)
            time.sleep(0.5)
            assert mark in browser.run("document.documentElement.textContent"), mark
            times.append(browser.run(_PAINT) / 1000 - start)
            events.append(server.last("Regenerating:") - start)
    return statistics.median(events), statistics.median(times)


def reloaded(server: Serving, url: str, reloads: int, pause: float) -> float:
    """Return the median of the seconds that Chromium needs to load a page again and paint it: what no server can take from it."""
    times = []
    with Chromium() as browser:
        browser.open(f"http://127.0.0.1:{server.port}{url}")
        for _ in range(reloads):
            time.sleep(pause)
            start = browser.run("setTimeout(() => location.reload(), 20), performance.timeOrigin + performance.now() + 20")
            time.sleep(0.5)
            times.append(browser.run(_PAINT) - start)
    return statistics.median(times) / 1000


def main(site: str, page: str, url: str, include: str, edits: str = "10", pause: str = "1") -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder).resolve() / "site"
        shutil.copytree(site, copy, symlinks=True, ignore=shutil.ignore_patterns(".git", "_site", ".jekyll-cache"))
        seconds = statistics.median(cold(copy) for _ in range(3))
        print(f"cold build: {seconds:.2f} s")
        with serving(copy) as server:
            server.ask(url)
            if executable():
                print(f"a reload of {url} is painted after {reloaded(server, url, int(edits), float(pause)) * 1000:.0f} ms")
            for name in (page, include):
                shown, whole = fetched(server, url, copy / name, int(edits), float(pause))
                print(f"{name}: fetched after {shown * 1000:.0f} ms, built after {whole:.2f} s ({whole / seconds:.0%} of cold)")
                if executable():
                    event, seen = painted(server, url, copy / name, int(edits), float(pause))
                    print(f"{name}: painted after {seen * 1000:.0f} ms ({seen / seconds:.0%} of cold), event after {event * 1000:.0f} ms")


if __name__ == "__main__":
    main(*sys.argv[1:])
