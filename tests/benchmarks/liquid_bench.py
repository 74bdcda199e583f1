"""Render three workloads by pyjekyll's Liquid and by Ruby's, in one run, and compare text and time.

    python tests/benchmarks/liquid_bench.py [rounds]

chain    a post through the layouts single, default and squeeze (which compresses HTML), twenty includes deep
archive  200 posts through archive-single.html
nav      a recursive navigation over 60 pages

Both sides read the same site with their own reader and render with Jekyll's filters and drops; the post's text is converted
beforehand. The milliseconds are processor time, the best of the rounds.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

ARCHIVE = "{% include archive.html %}"
NAVIGATION = '{% assign nav_pages = site.html_pages | sort: "nav_order" %}{% include navigation.html %}'
WORDS = ["the", "quick", "brown", "fox", "jumps", "over", "a", "lazy", "dog", "while", "rendering", "templates", "for", "measured", "pages"]


def write_site(root: Path) -> None:
    """Write the site: the templates of liquid_site, 200 posts and 60 pages in three levels."""
    shutil.copytree(HERE / "liquid_site", root, dirs_exist_ok=True)
    (root / "_posts").mkdir()
    for number in range(200):
        year, month, day = 2010 + number // 25, number % 12 + 1, number % 28 + 1
        body = "\n\n".join(" ".join(WORDS[(number + line + word) % len(WORDS)] for word in range(40)) for line in range(12))
        (root / "_posts" / f"{year}-{month:02d}-{day:02d}-post-{number}.md").write_text(
            f"---\ntitle: Post number {number}\ntags: [tag{number % 7}, Tag {number % 3}, {WORDS[number % 12]}]\n"
            f"categories: [cat{number % 4}]\n---\n{body}\n\n```\ncode {number}\n  indented\n```\n"
        )
    for number in range(60):
        parent = f"parent: Page {(number - 10) % 10 if number < 40 else 10 + (number - 40) % 10}\n" if number >= 10 else ""
        children = "has_children: true\n" if number < 20 else ""
        (root / f"page-{number}.md").write_text(f"---\ntitle: Page {number}\nnav_order: {number}\n{parent}{children}---\nText {number}\n")


def workloads(root: Path) -> dict[str, Callable[[], str]]:
    """Return the workloads by name: functions that render once."""
    from pyjekyll.build import Build
    from pyjekyll.config import load
    from pyjekyll.log import Log

    log = Log("error")
    config: Any = load({"source": str(root), "destination": str(root / "_site"), "disable_disk_cache": True}, log)
    work = Build(config, log)
    site = work.start()
    work.read(site)
    site.seal()
    renderer, environment = work.renderer, site.renderer.environment
    post = site.posts.docs[100]
    site.related_posts = post.related_posts
    payload = dict(renderer.payload, page=post.to_liquid(), layout={})
    registers = {"site": site, "page": payload["page"], "zone": site.zone}
    content = converted(post.content)
    layouts = [environment.parse(site.layouts[name].content) for name in ("single", "default", "squeeze")]
    archive, navigation = environment.parse(ARCHIVE), environment.parse(NAVIGATION)

    def chain() -> str:
        payload["content"] = content
        for layout in layouts:
            payload["content"] = layout.render(payload, registers)
        return payload["content"]

    return {
        "chain": chain,
        "archive": lambda: archive.render(payload, registers),
        "nav": lambda: navigation.render(payload, registers),
    }


def converted(text: str) -> str:
    """Return something like the post's HTML: both sides must start from the same."""
    return "".join(f"<p>{part}</p>\n\n" if "```" not in part else f"<pre>{part}</pre>\n" for part in text.split("\n\n"))


def best(run: Callable[[], str], rounds: int) -> float:
    """Return the shortest time of a run in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times) * 1000


def main(rounds: int) -> None:
    """Print the comparison."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        write_site(root)
        command = ["ruby", str(HERE / "liquid_bench.rb"), str(root), str(rounds), ARCHIVE, NAVIGATION]
        ruby = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for name, run in workloads(root).items():
            same = "same text" if run() == ruby[name]["text"] else "DIFFERENT TEXT"
            ours, theirs = best(run, rounds), ruby[name]["ms"]
            print(f"{name:8} ruby {theirs:7.2f} ms   pyjekyll {ours:7.2f} ms   {theirs / ours:4.1f}x   {same}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
