"""`--incremental` gives a full build's bytes after any sequence of edits, and renders no more than it has to."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from unittest import mock

import pytest

import running
from author import SNIPPETS, TRAVELLERS, Author, tree
from pyjekyll.build import Build
from pyjekyll.config import load
from pyjekyll.deps import Trace
from pyjekyll.log import Log
from running import run

pytestmark = pytest.mark.proves("INC-1", "INC-2")


def full_build(root: Path) -> tuple[int, dict[str, bytes]]:
    """Build a site without memory and return its exit code and files."""
    shutil.rmtree(root / "out", ignore_errors=True)
    code, _ = run(root, ["build", "--disable-disk-cache", "-d", "out", "-q"])
    return code, tree(root / "out")


@pytest.mark.parametrize("seed", range(12))
def test_equals_a_full_build_after_any_edits(tmp_path: Path, seed: int) -> None:
    root = tmp_path / "site"
    author = Author(root, seed, SNIPPETS + TRAVELLERS if seed % 3 == 0 else SNIPPETS)
    history = []
    for hours in range(14):
        with mock.patch.object(running, "FROZEN_EPOCH", running.FROZEN_EPOCH + hours * 3600):
            code, _ = run(root, ["build", "--incremental", "-q"])
            wanted_code, wanted = full_build(root)
        assert code == wanted_code, history
        if code == 0:
            found = tree(root / "_site")
            assert found.keys() == wanted.keys(), history
            assert {path for path in found if found[path] != wanted[path]} == set(), history
        history.append(author.edit() if code == 0 or history[-1:] in ([], ["undo"]) else author.undo())


class Warm:
    """A site whose trace stays in memory from build to build, as while serving."""

    def __init__(self, root: Path, files: Mapping[str, str]) -> None:
        self.root, self.trace = root, Trace()
        for path, text in files.items():
            self.write(path, text)

    def write(self, path: str, text: str) -> None:
        """Write a source file."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def build(self) -> int:
        """Build, and return how many items were rendered."""
        log = Log("error", io.StringIO(), io.StringIO())
        Build(load({"source": str(self.root), "destination": str(self.root / "_site")}, log), log, trace=self.trace).run()
        return self.trace.rendered

    def read(self, path: str) -> str:
        """Return a built file."""
        return (self.root / "_site" / path).read_text("utf-8")


BLOG = {
    "_config.yml": "title: T\n",
    "_layouts/post.html": "{{ site.time | date: '%Y' }} {{ page.title }} {{ page.previous.title }} {{ content }} {% include foot.html %}",
    "_includes/foot.html": "foot",
    "_data/nav.yml": "a: 1\n",
    **{f"_posts/2020-01-0{day}-p{day}.md": f"---\ntitle: P{day}\nlayout: post\n---\nbody {day}\n\nmore\n" for day in range(1, 9)},
    "index.html": "---\n---\n{% for post in site.posts %}{{ post.title }} {{ post.excerpt }}{% endfor %}",
    "titles.html": "---\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}",
    "nav.html": "---\n---\n{{ site.data.nav.a }}",
    "about.html": "---\n---\nabout",
}
POST = "---\ntitle: P3\nlayout: post\n---\nbody 3\n\nmore\n"


@pytest.mark.parametrize(
    ("path", "text", "count"),
    [
        ("about.html", BLOG["about.html"], 0),
        ("about.html", "---\n---\nchanged", 1),
        ("_posts/2020-01-03-p3.md", POST + "later", 1),
        ("_posts/2020-01-03-p3.md", POST.replace("body", "other"), 2),  # the post, and the index that shows its excerpt
        ("_posts/2020-01-03-p3.md", POST.replace("P3", "New"), 4),  # and the next post, and the list of titles
        ("_data/nav.yml", "a: 2\n", 1),
        ("_includes/foot.html", "toe", 8),
        ("_layouts/post.html", "{{ content }}", 8),
        ("_config.yml", "title: U\n", 12),
        ("new.html", "---\n---\nnew", 1),
        ("_posts/2020-01-09-p9.md", "---\ntitle: P9\n---\nbody", 3),
    ],
)
def test_renders_what_can_have_changed(tmp_path: Path, path: str, text: str, count: int) -> None:
    site = Warm(tmp_path / "site", BLOG)
    assert site.build() == 12
    assert site.build() == 0
    site.write(path, text)
    assert site.build() == count
    assert site.build() == 0


def test_the_clock_touches_only_who_shows_it(tmp_path: Path) -> None:
    site = Warm(tmp_path / "site", {"year.html": "---\n---\n{{ site.time | date: '%Y' }}", "second.html": "---\n---\n{{ site.time | date: '%s' }}",
                                    "time.html": "---\n---\n{{ site.time }}", "now.html": "---\n---\n{{ 'now' | date: '%s' }}"})  # fmt: skip
    with mock.patch("time.time", lambda: 1_000_000_000.0):
        site.build()
    with mock.patch("time.time", lambda: 1_000_000_100.0):
        assert site.build() == 3
    assert [site.read(f"{name}.html") for name in ("year", "second", "now")] == ["2001", "1000000100", "1000000100"]


def test_what_layouts_leave_travels_over_items_that_are_taken_over(tmp_path: Path) -> None:
    pages = {f"{name}.html": f"---\nlayout: x\n---\n{name}" for name in "abc"}
    layout, last = "---\ntone: loud\n---\n{{ content }}", "---\n---\n{{ content }} {{ layout.tone }}"
    site = Warm(tmp_path / "site", {"_layouts/x.html": layout, **pages, "d.html": last})
    assert site.build() == 4
    assert site.build() == 1
    site.write("c.html", "---\nlayout: x\n---\nnew")
    assert site.build() == 2
    assert site.read("d.html") == "new loud"
    site.write("d.html", "---\n---\n{{ layout.tone }} of {{ content }}")
    assert site.build() == 1
    assert site.read("d.html") == "loud of new"


def test_a_value_that_starts_to_travel_reaches_items_that_did_not_change(tmp_path: Path) -> None:
    site = Warm(tmp_path / "site", {"a.html": "---\n---\nplain", "b.html": "---\n---\n[{{ n }}]"})
    site.build()
    site.write("a.html", "---\n---\n{% increment n %}")
    assert site.build() == 2
    assert site.read("b.html") == "[1]"


@pytest.mark.parametrize("damage", ["", "{}", "x", None])
def test_a_damaged_trace_counts_as_none(tmp_path: Path, damage: str | None) -> None:
    root = tmp_path / "site"
    site = Warm(root, BLOG)
    run(root, ["build", "--incremental"])
    file = root / ".jekyll-cache" / "pyjekyll" / "trace.json"
    sealed = file.read_text()
    forged = sealed.replace("about", "forged") if damage is None else damage
    assert forged != sealed
    file.write_text(forged)
    shutil.rmtree(root / "_site")
    assert run(root, ["build", "--incremental"])[0] == 0
    assert site.read("about.html") == "about"
    assert os.path.getsize(file) > 1000


def test_a_warning_is_repeated_by_every_build(tmp_path: Path) -> None:
    root = tmp_path / "site"
    Warm(root, {"a.html": "---\nlayout: missing\n---\n", "b.html": "---\n---\n"})
    for _ in range(2):
        assert "Layout 'missing' requested in a.html does not exist." in run(root, ["build", "--incremental"])[1]


def test_a_plugins_tag_is_called_by_every_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)  # which would have the old plugin: both are of one second and size
    tags = ("@tag('one')\ndef one(context, markup): return 'x'", "@tag('two', pure=True)\ndef two(context, markup): return 'y'")
    plugin = "\n".join(("from pyjekyll.plugins import tag", *tags))
    site = Warm(tmp_path / "site", {"_plugins/p.py": plugin, "a.html": "---\n---\n{% one %}", "b.html": "---\n---\n{% two %}"})
    assert site.build() == 2
    assert site.build() == 1
    site.write("_plugins/p.py", plugin.replace("'y'", "'z'"))
    assert site.build() == 2
    assert site.read("b.html") == "z"
    assert not (tmp_path / "site/_plugins/__pycache__").exists()


def test_a_themes_layouts_count(tmp_path: Path) -> None:
    gemspec = 'Gem::Specification.new do |s|\n  s.version = "1"\nend\n'
    page = "---\nlayout: l\n---\n{{ theme.version }}"
    files = {"_config.yml": "theme: look\nexclude: [look]", "look/_layouts/l.html": "[{{ content }}]", "look/look.gemspec": gemspec, "a.html": page}
    site = Warm(tmp_path / "site", files)
    assert [site.build(), site.build()] == [1, 0]
    site.write("look/_layouts/l.html", "<{{ content }}>")
    assert site.build() == 1
    site.write("look/look.gemspec", gemspec.replace('"1"', '"2"'))
    assert site.build() == 1
    assert site.read("a.html") == "<2>"
