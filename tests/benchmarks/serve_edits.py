#!/usr/bin/env python3
"""Measure how soon a browser has what was edited: one page, then one include, while `pyjekyll serve` watches a copy of a site.

usage: PYTHONPATH=tests python tests/benchmarks/serve_edits.py SITE PAGE URL INCLUDE [EDITS]

SITE is a folder, PAGE and INCLUDE are files below it, URL is a page's that shows both. A listener takes a browser's part: it has the
page open, and asks for it again when it is told to reload. Printed are the medians, from the moment the file is written to the
moment the new page is there; how long the build that follows takes; and the seconds of a cold build.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from serving import Listener, Serving, serving


def cold(site: Path) -> float:
    """Return the seconds of a build without any cache, the interpreter's start included."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "pyjekyll", "build", "--disable-disk-cache", "-q", "-d", str(site.parent / "cold")]
    subprocess.run(command, cwd=site, check=True, capture_output=True)
    return time.perf_counter() - start


def edited(server: Serving, browser: Listener, path: Path, url: str, mark: str) -> tuple[float, float]:
    """Write a mark to the end of a file; return the seconds until the page has it, and until the whole build has ended."""
    builds, told = server.said.count("...done in"), len(browser.messages)
    text = path.read_text("utf-8")
    start = time.perf_counter()
    path.write_text(f"{text}\n{mark}\n", "utf-8")
    while len(browser.messages) == told:
        time.sleep(0.001)
    while mark not in server.ask(url).text:
        time.sleep(0.001)
    shown = time.perf_counter() - start
    server.wait_for(lambda: server.said.count("...done in") > builds)
    whole = time.perf_counter() - start
    time.sleep(0.3)
    return shown, whole


def main(site: str, page: str, url: str, include: str, edits: str = "10") -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder).resolve() / "site"
        shutil.copytree(site, copy, symlinks=True, ignore=shutil.ignore_patterns(".git", "_site", ".jekyll-cache"))
        seconds = statistics.median(cold(copy) for _ in range(3))
        print(f"cold build: {seconds:.2f} s")
        with serving(copy) as server:
            server.ask(url)
            with Listener(server, url) as browser:
                for name in (page, include):
                    times = [edited(server, browser, copy / name, url, f"mark {number} of it") for number in range(int(edits))]
                    shown, whole = (statistics.median(column) for column in zip(*times, strict=True))
                    print(f"{name}: shown after {shown * 1000:.0f} ms, built after {whole:.2f} s", end="")
                    print(f" ({shown / seconds:.0%} and {whole / seconds:.0%} of cold)")


if __name__ == "__main__":
    main(*sys.argv[1:])
