"""Build an existing academic site twice, with its own theme and with this one, and compare the structure of every page.

usage: python tests/theme/compare_structure.py SITE_DIR [--engine "jekyll"] [--keep DIR]

Of SITE_DIR everything stays (its _config.yml, _pages, collections, _data, images) but _layouts, _includes, _sass and assets, which
the root of this repository replaces. A page has the same structure if its headings, links, lists, times and microdata are the same
and stand in the same order. What the two themes say differently on purpose is listed in DELIBERATE.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
THEME = ("_layouts", "_includes", "_sass", "assets")
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
LISTS = {"ul", "ol", "dl"}

DELIBERATE = """
 - the skip link, the switch between light and dark, the credits at the very bottom: left out of the comparison
 - the link to share on Google+, which closed in 2019, is gone
 - an entry of a list whose page has no title shows its address instead of nothing: texts of links and headings are compared only
   where the other theme has one
 - the link to /sitemap/ stands only where there is such a page, and has its base path
 - http and https of the same address are one link
 - an itemprop is compared by its name and its content attribute: the other theme nests p in p, which browsers take apart
"""


@dataclass
class Structure:
    """What is compared of one page."""

    headings: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    lists: list[tuple[str, int]] = field(default_factory=list)
    times: list[tuple[str, str]] = field(default_factory=list)
    microdata: list[tuple[str, str]] = field(default_factory=list)


class Reader(HTMLParser):
    """Read the structure of one page, leaving out what DELIBERATE names."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Structure()
        self.open: list[tuple[str, list[str], dict[str, str]]] = []
        self.items: list[list[object]] = []
        self.skipping = ""
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if self.skipping:
            self.depth += tag == self.skipping
            return
        if left_out(tag, values):
            self.skipping, self.depth = tag, 1
            return
        self.note_microdata(values)
        if tag in LISTS:
            self.items.append([tag, 0])
        elif tag in {"li", "dt"} and self.items:
            self.items[-1][1] = int(str(self.items[-1][1])) + 1
        if tag in HEADINGS or tag in {"a", "time"}:
            self.open.append((tag, [], values))

    def note_microdata(self, values: dict[str, str]) -> None:
        if "itemtype" in values:
            self.found.microdata.append(("itemtype", values["itemtype"]))
        if "itemprop" in values:
            self.found.microdata.append((values["itemprop"], squeeze(values.get("content", ""))))

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            self.depth -= tag == self.skipping
            if self.depth == 0:
                self.skipping = ""
            return
        if tag in LISTS and self.items:
            kind, count = self.items.pop()
            self.found.lists.append((str(kind), int(str(count))))
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index][0] == tag:
                self.finish(*self.open.pop(index))
                break

    def finish(self, tag: str, words: list[str], values: dict[str, str]) -> None:
        text = squeeze("".join(words))
        if tag == "a":
            if "href" in values:
                self.found.links.append((re.sub("^http:", "https:", values["href"].strip()), text))
        elif tag == "time":
            self.found.times.append((values.get("datetime", ""), text))
        else:
            self.found.headings.append((tag, text))

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            for _, words, _ in self.open:
                words.append(data)


def left_out(tag: str, values: dict[str, str]) -> bool:
    """Say whether an element is one of the deliberate differences."""
    classes = values.get("class", "").split()
    return (
        tag in {"script", "style", "noscript"}
        or values.get("id") == "theme-toggle"
        or "skip-link" in classes
        or "page__footer-copyright" in classes
        or "btn--google-plus" in classes
        or (tag == "a" and values.get("href", "").endswith("/sitemap/") and not classes and "rel" not in values)
    )


def squeeze(text: str) -> str:
    """Make every run of white space one space: no browser shows more."""
    return re.sub(r"\s+", " ", text).strip()


def read(path: Path) -> Structure:
    """Read the structure of an HTML file."""
    reader = Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    while reader.open:
        reader.finish(*reader.open.pop())
    return reader.found


def differences(theirs: Structure, ours: Structure) -> list[str]:
    """Name what two pages do not have in common."""
    found = []
    for aspect in ("headings", "links", "lists", "times", "microdata"):
        left, right = getattr(theirs, aspect), getattr(ours, aspect)
        if len(left) == len(right):
            found += [f"{aspect}: {a!r} became {b!r}" for a, b in zip(left, right, strict=True) if not alike(aspect, a, b)]
        else:
            found += [f"{aspect}: {line}" for line in unified(left, right)]
    return found


def alike(aspect: str, theirs: tuple[object, object], ours: tuple[object, object]) -> bool:
    """Compare one entry; a text that the other theme leaves empty may be filled."""
    wordless = aspect in {"headings", "links"} and theirs[1] == ""
    return theirs == ours or (wordless and theirs[0] == ours[0])


def unified(left: list[tuple[object, object]], right: list[tuple[object, object]]) -> list[str]:
    """Return the lines that one list has and the other has not."""
    lines = difflib.unified_diff([repr(entry) for entry in left], [repr(entry) for entry in right], lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def build(site: Path, out: Path, engine: str) -> str:
    """Build site into out and return what the engine complained about."""
    env = dict(os.environ, JEKYLL_NO_BUNDLER_REQUIRE="1", JEKYLL_ENV="production", LANG="C.UTF-8", TZ="UTC")
    override = out.with_suffix(".yml")
    override.write_text("time: 2026-01-15 12:00:00 +0000\ndisable_disk_cache: true\n")
    config = f"{site / '_config.yml'},{override}"
    command = [*engine.split(), "build", "-s", str(site), "-d", str(out), "--config", config]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    said = [line for line in (done.stdout + done.stderr).splitlines() if re.search(r"warn|deprecat|error|exception", line, re.I)]
    if done.returncode:
        said = [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("\tfrom ")]
        sys.exit("\n".join([f"{site}: the build failed", *said]))
    return "\n".join(said)


def dressed(site: Path, folder: Path) -> Path:
    """Copy site with this repository's theme in place of its own."""
    copy = folder / "dressed"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns(".git", "_site", ".jekyll-cache", *THEME), symlinks=True)
    for name in THEME:
        shutil.copytree(ROOT / name, copy / name)
    return copy


def compare(site: Path, engine: str, folder: Path) -> tuple[int, dict[str, list[str]], str]:
    """Return the number of pages, the differences by page, and the warnings of the build with this theme."""
    build(site, folder / "theirs", engine)
    warnings = build(dressed(site, folder), folder / "ours", engine)
    pages = sorted(str(path.relative_to(folder / "theirs")) for path in (folder / "theirs").rglob("*.html"))
    found = {}
    for page in pages:
        if not (folder / "ours" / page).exists():
            found[page] = ["missing"]
        elif lines := differences(read(folder / "theirs" / page), read(folder / "ours" / page)):
            found[page] = lines
    return len(pages), found, warnings


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw, epilog="differences on purpose:" + DELIBERATE)
    parser.add_argument("site", type=Path)
    parser.add_argument("--engine", default="jekyll")
    parser.add_argument("--keep", type=Path, help="keep both builds in this folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (options.keep or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        count, found, warnings = compare(options.site.resolve(), options.engine, folder)
    for page, lines in found.items():
        print(page, *lines, sep="\n    ")
    if warnings:
        print("warnings with this theme:", warnings, sep="\n")
    print(f"{options.site.name}: {count - len(found)} of {count} pages have the same structure")
    sys.exit(bool(found or warnings))


if __name__ == "__main__":
    main()
