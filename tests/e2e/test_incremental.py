"""`--incremental` gives a full build's bytes after any sequence of edits, and renders no more than it has to."""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from unittest import mock

import pytest

import running
from pyjekyll.build import Build
from pyjekyll.config import load
from pyjekyll.deps import Trace
from pyjekyll.log import Log
from running import run

pytestmark = pytest.mark.proves("INC-1", "INC-2")

CONFIG = """title: T
collections: {notes: {output: true}, people: {output: false}}
defaults: [{scope: {path: "", type: posts}, values: {layout: post}}, {scope: {path: "s*"}, values: {nav: true}}]
exclude: [out]
paginate: 2
jekyll-archives: {enabled: all, layout: plain}
sass: {sourcemap: always}
plugins: [jekyll-include-cache, jekyll-toc, %s]
"""
# Every author's site has these, and edits them.
SAMPLES = {
    "index.html": "---\n---\n{% for p in paginator.posts %}{{ p.title }}{{ p.excerpt }}{% endfor %}{{ site.pages | map: 'url' | join }}",
    "style.scss": "---\n---\n@import 'part';\nb { color: blue }\n",
    "_sass/_part.scss": "a { color: red }\n",
}
# What a text may read. {name} stands for one of the site's files.
SNIPPETS = (
    "{% for p in site.posts %}[{{ p.title }} {{ p.url }}]{% endfor %}",
    "{% for p in site.posts %}{{ p.excerpt }}{% endfor %}",
    "{% for p in site.posts limit: 2 %}{{ p.content | size }}{{ p.date | date: '%F' }}{% endfor %}",
    "{{ site.posts.first.content }}",
    "{{ site.posts.last.output | size }}",
    "{% for p in site.posts limit: 2 %}{{ p }}{% endfor %}",
    "{{ page.next.title }}|{{ page.previous.url }}|{{ page.next.content | size }}",
    "{{ page.excerpt }}",
    "{{ page.title }} {{ page.nav }} {{ page.date | date: '%s' }}",
    "{% for r in site.related_posts %}{{ r.title }};{% endfor %}",
    "{{ site.pages | map: 'title' | join: ',' }}",
    "{{ site.pages | where: 'nav', true | map: 'url' | jsonify }}",
    "{% assign sorted = site.pages | sort: 'title' %}{% for p in sorted %}{{ p.url }}{% endfor %}",
    "{% for p in site.pages %}{% if p.nav %}{{ p.name }}{{ p.content | size }}{% endif %}{% endfor %}",
    "{{ site.html_pages | group_by: 'nav' | map: 'name' | jsonify }}",
    "{% for p in site.pages %}{% for pair in p %}{{ pair[0] }}={{ pair[1] | jsonify | size }} {% endfor %}{% endfor %}",
    "{% assign k = 'ti' | append: 'tle' %}{% for p in site.documents %}{{ p[k] }}{% endfor %}",
    "{{ site.notes | where_exp: 'n', \"n.rank > 1\" | map: 'title' | join }}",
    "{{ site.notes | sort: 'rank' | map: 'slug' | join }}",
    "{% for n in site.notes %}{{ n.url }}{{ n.date | date: '%Y' }}{% endfor %}",
    "{% for n in site.people %}{{ n.content }}{% endfor %}",
    "{% for c in site.collections %}{{ c.label }}{{ c.docs | size }}{{ c.files | size }}{% endfor %}",
    "{% for f in site.static_files %}{{ f.path }}{{ f.extname }}{% endfor %}",
    "{% for t in site.tags %}{{ t[0] }}{% for p in t[1] %}{{ p.url }}{% endfor %}{% endfor %}",
    "{{ site.categories | size }}{{ site.data.d.k }}{{ site.data.e | jsonify }}",
    "{{ site.data | jsonify }}",
    "{% include_cached b.html x=1 %}{% include_cached a.html %}",
    "# Head\n\n{% toc %}{{ page.title }} [a](one.md) :+1:",
    "{% for d in site.data %}{{ d[0] }}{% endfor %}",
    "{{ site.time | date: '%Y' }} {{ 'now' | date: '%Y' }}",
    "{{ site.time }}",
    "{% include a.html %}",
    "{% include b.html x=page.title %}",
    "{% include {{ page.inc | default: 'a.html' }} %}",
    "{% include_relative part.txt %}",
    "{% link {name} %}",
    "{% post_url {post} %}",
    "{{ layout.tone }}",
    "{{ site.posts | map: 'title' | sort | join }}",
    "{{ site.documents | map: 'relative_path' | jsonify }}",
    "{{ site.posts.first | jsonify | size }}",
    "{{ site.title }} {{ site.nothing }} {{ jekyll.version }}",
    "# A head\n\nsome *text*",
    "{{ 'hidden' | capitalize }}",
)
# Values that travel from item to item: whoever reads them makes every build a full one.
TRAVELLERS = ("{% increment n %}", "{{ n }}", "{{ content | size }}")
FRONT = ("title: {word}", "nav: true", "tags: [{word}, b]", "rank: {number}", "layout: post", "layout: plain", "permalink: /p/{word}/", "inc: b.html",
         "categories: {word}", "excerpt: own {word}", "published: false", "layout: null", "date: 2020-01-0{digit}")  # fmt: skip
LAYOUTS = ("{{ content }}", "<i>{{ page.title }}</i>{{ content }}", "{{ content }}{% include a.html %}")
PLUGINS = (
    "", "jekyll-seo-tag", "jekyll-seo-tag, jekyll-sitemap, jekyll-feed", "jemoji", "jekyll-paginate", "jekyll-archives",
    "jekyll-titles-from-headings, jekyll-redirect-from, jekyll-relative-links", "jekyll-paginate, jekyll-archives",
)  # fmt: skip


class Author:
    """Somebody who edits a site by chance."""

    def __init__(self, root: Path, seed: int, snippets: tuple[str, ...]) -> None:
        self.root, self.dice, self.snippets = root, random.Random(seed), snippets
        self.moment = 1_600_000_000
        self.before: dict[str, str] = {}
        self.write("_config.yml", CONFIG % "")
        for path in ("part.txt", "_includes/a.html", "_includes/b.html", "_data/d.yml", "_data/e.json", "_posts/part.txt", "_notes/part.txt"):
            self.write(path, self.content(path))
        for path, text in SAMPLES.items():
            self.write(path, text)
        for _ in range(12):
            self.write(path := self.new_path(), self.content(path))
        self.write("_layouts/post.html", self.layout())
        self.write("_layouts/plain.html", self.layout())

    def write(self, path: str, text: str) -> None:
        """Write a file, a second later than the one before."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
        self.moment += 1
        os.utime(target, (self.moment, self.moment))

    def paths(self) -> list[str]:
        """Return the files of the site."""
        found = [path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file()]
        return sorted(path for path in found if not path.startswith(("_site/", ".jekyll-cache/", "out/")))

    def word(self) -> str:
        """Return a word: few, so that names meet."""
        return self.dice.choice(("one", "two", "three", "four", "five"))

    def new_path(self) -> str:
        """Return a path that may or may not be there."""
        day, word = self.dice.randint(1, 9), self.word()
        return self.dice.choice(
            (f"_posts/2020-01-0{day}-{word}.md", f"_posts/{word}/2020-02-0{day}-x.md", f"_notes/{word}.md", f"_notes/2020-03-0{day}-{word}.md",
             f"_people/{word}.md", f"{word}.md", f"{word}.html", f"sub/{word}.html", f"s{word}.txt", f"_notes/{word}.txt")
        )  # fmt: skip

    def content(self, path: str) -> str:
        """Return a new content for a file."""
        dice = self.dice
        if path == "_config.yml":
            return CONFIG % dice.choice(PLUGINS) + f"note: {self.word()}\n" * dice.randint(0, 1)
        if path.startswith("_data/"):
            return f'{{"k": "{self.word()}", "l": [1, {dice.randint(1, 5)}]}}'
        if path.startswith("_layouts/"):
            return self.layout()
        if path in SAMPLES:
            return SAMPLES[path].replace("red", self.word()) + dice.choice(("", "\n/* more */\n"))
        if path.startswith("_includes/") or path.endswith("part.txt"):
            return dice.choice((self.word(), f"{{{{ include.x }}}}{self.word()}", dice.choice(self.snippets[:20]), "{{ page.title }}"))
        body = " ".join(dice.choice(self.snippets) for _ in range(dice.randint(0, 3)))
        lines = dice.sample(FRONT, dice.randint(0, 3))
        front = [line.format(word=self.word(), number=dice.randint(0, 3), digit=dice.randint(1, 9)) for line in lines]
        head = "" if path.endswith(".txt") and dice.random() < 0.5 else "---\n" + "\n".join(front) + "\n---\n"
        return head + self.filled(f"{self.word()} {body}\n\nmore {self.word()}\n")

    def layout(self) -> str:
        """Return a new layout."""
        parent = "layout: plain\n" if self.dice.random() < 0.2 else ""
        return f"---\ntone: {self.word()}\n{parent}---\n" + self.filled(self.dice.choice(LAYOUTS) + self.dice.choice(self.snippets))

    def filled(self, text: str) -> str:
        """Put names of files into a text."""
        posts = [path.replace("_posts/", "")[:-3] for path in self.paths() if "_posts/" in path and path.endswith(".md")]
        files = [path for path in self.paths() if not path.startswith(("_posts", "_layouts", "_includes", "_data", "_people", "_config"))]
        return text.replace("{name}", self.dice.choice(files)).replace("{post}", self.dice.choice(posts or ["2020-01-01-none"]))

    def edit(self) -> str:
        """Change, add, rename or remove something, and say what."""
        dice, paths = self.dice, self.paths()
        self.before = {path: (self.root / path).read_text("utf-8") for path in paths}
        action = dice.choice(("change", "change", "change", "add", "rename", "remove", "title"))
        path = dice.choice(paths)
        if action == "title":
            text = (self.root / path).read_text("utf-8")
            self.write(path, re.sub(r"title: \w+", f"title: {self.word()}", text))
        elif action == "change" or path == "_config.yml":
            self.write(path, self.content(path))
        elif action == "add":
            self.write(path := self.new_path(), self.content(path))
        elif action == "rename" and path.endswith((".md", ".html", ".txt")) and not path.startswith(("_layouts", "_includes")):
            self.write(new := self.new_path(), (self.root / path).read_text("utf-8"))
            if new != path:
                (self.root / path).unlink()
            path += f" -> {new}"
        else:
            (self.root / path).unlink()
        return f"{action} {path}"


    def undo(self) -> str:
        """Take the last edit back, as whoever sees a build fail does."""
        for path in self.paths():
            if path not in self.before:
                (self.root / path).unlink()
        for path, text in self.before.items():
            if not (self.root / path).exists() or (self.root / path).read_text("utf-8") != text:
                self.write(path, text)
        return "undo"


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


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
