"""Several processes give the bytes, the log lines and the cache of one, and each of them renders something."""

from __future__ import annotations

import json
import os
import shutil
import signal
import threading
from pathlib import Path
from typing import Any

import pytest

from author import SNIPPETS, TRAVELLERS, Author, tree
from conftest import BuiltSite, SiteFactory
from pyjekyll.render import parallel
from pyjekyll.render.team import Team
from pyjekyll.render.worker import Worker
from running import run
from site_format import telling_lines

PAGES = {f"page{number}.md": f"---\ntitle: Page {number}\n---\n# *{number}*\n" for number in range(10, 34)}
POSTS = {f"_posts/2026-01-{number}-p.md": f"---\ntitle: Post {number}\n---\n*post* {number}\n" for number in range(10, 30)}


class Count:
    """What the first process did once it was not alone: how many items it took over, and how many it rendered."""

    def __init__(self) -> None:
        self.taken = self.rendered = 0


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Count:
    """Let several processes render every site, however small, from its second item on."""
    assert threading.active_count() == 1, "a process with threads does not fork"
    found, render = Count(), Team.render

    def counted(team: Team, item: Any) -> None:
        before = len(team._taken)
        render(team, item)
        found.taken += len(team._taken) - before
        found.rendered += len(team._taken) == before

    monkeypatch.setattr(parallel, "_AFTER", 0)
    monkeypatch.setattr(parallel, "_WORTH", -1)
    monkeypatch.setattr(Team, "render", counted)
    return found


@pytest.fixture
def patient(count: Count, monkeypatch: pytest.MonkeyPatch) -> Count:
    """Let the first process leave every piece to the others, so that all that they can render is taken over."""
    start = Team._start

    def claimed(team: Team, number: int, unfit: set[int]) -> bool:
        started = start(team, number, unfit)
        while not all(team._state[piece] for piece in range(len(team._starts))):
            os.sched_yield()
        return started

    monkeypatch.setattr(Team, "_start", claimed)
    return count


def build(root: Path, jobs: int) -> tuple[int, list[str], dict[str, bytes]]:
    """Build without memory and return the exit code, the log lines, and the files."""
    shutil.rmtree(root / "out", ignore_errors=True)
    code, said = run(root, ["build", "--disable-disk-cache", "-d", "out"], {"PYJEKYLL_JOBS": str(jobs)})
    return code, telling_lines(said, root), tree(root / "out")


def expect_same(site: BuiltSite) -> dict[str, bytes]:
    """Build with several processes and with one; return the files."""
    found = build(site.root, 2)
    assert found == build(site.root, 1)
    return found[2]


@pytest.mark.parametrize("seed", range(24))
def test_any_site(tmp_path: Path, count: Count, seed: int) -> None:
    author = Author(tmp_path / "site", seed, SNIPPETS + TRAVELLERS if seed % 2 == 0 else SNIPPETS)
    for _ in range(4):
        author.edit()
        assert build(author.root, 3) == build(author.root, 1)


def test_the_others_render_all_but_the_first_item(site: SiteFactory, patient: Count) -> None:
    files = expect_same(site({**PAGES, **POSTS}))
    assert (patient.taken, patient.rendered) == (len(files) - 1, 0)


def test_small_sites_are_left_to_one(site: SiteFactory, count: Count, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_WORTH", 1000)
    expect_same(site(PAGES))
    assert (count.taken, count.rendered) == (0, 0)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("{{ page.title }}{{ site.posts.first.title }}{{ site.posts.first.excerpt }}{{ site.time | date: '%Y' }}", 0),
        ("{% for post in site.posts %}{{ post.content }}{% endfor %}", 1),
        ("{{ site.posts.first.output }}", 1),
        ("{% for page in site.pages %}{{ page.url }}{% endfor %}", 0),
        ("{% for page in site.pages %}{{ page.content }}{% endfor %}", 1),
        ("{{ site.pages | where: 'content', 'x' | size }}", 1),
        ("{% include_relative page10.md %}", 1),
        ("{{ content }}", 1),
        ("{{ layout.tone }}", 1),
        ("{% for post in site.posts %}{{ post.excerpt }}{% endfor %}", 0),
        ("{{ site.posts | sample | size }}", 1),
        ("{% for thing in site.things %}{{ thing.date | date: '%Y' }}{% endfor %}", 1),
        ("{{ site.things | sort: 'title' | map: 'title' }}{{ site.things.first.title }}", 0),
    ],
)
def test_what_depends_on_the_order_is_left_to_the_first(site: SiteFactory, patient: Count, text: str, own: int) -> None:
    """The page reads what other processes do not have, or do not know; what does not depend on the order they render."""
    expect_same(
        site({
            "_config.yml": "future: true\ncollections: {things: {output: true}}\ndefaults: [{scope: {path: ''}, values: {layout: l}}]\n",
            "_layouts/l.html": "---\ntone: x\n---\n<p>{{ content }}</p>",
            "_things/a.md": "---\ntitle: B\n---\na",
            "_things/b.md": "---\ntitle: A\n---\nb",
            **PAGES,
            **POSTS,
            "reader.md": f"---\ntitle: Reader\n---\n{text}\n",
        })
    )  # fmt: skip
    assert patient.rendered == own


def test_a_date_travels_with_the_document(site: SiteFactory, patient: Count) -> None:
    """A document without a date has one from its first reading on, which decides how later lists are sorted."""
    things = {f"_things/{name}.md": f"---\ntitle: {name}\nlayout: l\n---\n{name}" for name in "abcdefgh"}
    files = expect_same(
        site({
            "_config.yml": "future: true\ncollections: {things: {output: true}}\n",
            "_layouts/l.html": "{{ page.date | date: '%Y' }} {{ content }}",
            **things,
            "index.html": "---\n---\n{% for thing in site.things %}{{ thing | jsonify }}{% endfor %}\n",
        })
    )  # fmt: skip
    assert b'"date"' in files["index.html"]
    assert patient.taken == 7


def test_counters_end_the_taking_over(site: SiteFactory, patient: Count) -> None:
    expect_same(site({**PAGES, "page20.md": "---\n---\n{% increment n %}", "page29.md": "---\n---\n{{ n }}"}))
    assert (patient.taken, patient.rendered) == (9, 14)


def test_a_list_of_pages_with_source_maps(site: SiteFactory, patient: Count) -> None:
    urls = "{% for page in site.pages %}{{ page.url }} {% endfor %}"
    files = expect_same(site({**PAGES, "a.scss": "---\n---\na { b: c }\n", "z.md": f"---\n---\n{urls}", "0.md": f"---\n---\n{urls}"}))
    assert b"a.css.map" in files["z.html"]
    assert b"a.css.map" not in files["0.html"]


def test_a_page_that_others_include(site: SiteFactory, patient: Count) -> None:
    """Templates are kept by path: before the page is rendered its front matter is included, too, and the page shows it from then on."""
    reader = "---\n---\n{% include_relative page20.md %}"
    expect_same(site({**PAGES, "page20.md": "---\ntitle: x\n---\n{{ page.url }}", "page15.md": reader, "page25.md": reader}))
    expect_same(site({**PAGES, "page20.md": "---\ntitle: x\n---\n{{ page.url }}", "page25.md": reader}))


def test_warnings_and_errors_are_the_first_processes(site: SiteFactory, patient: Count) -> None:
    wrong = site({**PAGES, "page15.md": "---\nlayout: none such\n---\n", "page25.md": "---\n---\n{{ x | }}{{ 'a' | nosuch: | }}\n"})
    expect_same(wrong)
    assert patient.rendered >= 1
    wrong.write("page30.md", "---\n---\n{% nonsense %}\n")
    assert build(wrong.root, 2)[0] == 1
    expect_same(wrong)


@pytest.mark.parametrize(("marks", "own"), [("", 3), (", parallel=True", 0), (", pure=True", 0)])
def test_tags_of_plugins(site: SiteFactory, patient: Count, marks: str, own: int) -> None:
    plugin = f"from pyjekyll.plugins import tag\n\n\n@tag('shout'{marks})\ndef shout(context, markup):\n    return markup.upper()\n"
    shouting = {f"page{number}.md": "---\n---\n{% shout a %}" for number in (12, 15, 18)}
    expect_same(site({"_plugins/shout.py": plugin, **PAGES, **shouting}))
    assert patient.rendered == own


@pytest.mark.parametrize(
    ("marks", "body", "counts"),
    [
        ("", "page.output += 'x'", (0, 0)),
        (", parallel=True", "page.output += 'x'", (23, 0)),
        (", pure=True", "page.output += 'x'", (23, 0)),
        (", parallel=True", "page.data['n'] = 1", (0, 23)),
    ],
)
def test_hooks_of_plugins(site: SiteFactory, patient: Count, marks: str, body: str, counts: tuple[int, int]) -> None:
    """A listener that may look at anything keeps one process; what one does to an item's data is for the first."""
    hook = f"from pyjekyll.plugins import hook\n\n\n@hook('pages', 'post_render'{marks})\ndef note(page):\n    {body}\n"
    expect_same(site({"_plugins/note.py": hook, **PAGES, "z.md": "---\n---\n{% for page in site.pages %}{{ page.n }}{% endfor %}"}))
    taken, rendered = counts
    assert (patient.taken, patient.rendered) == (taken + (taken > 0), rendered + (rendered > 0))


def test_a_process_that_dies_is_not_missed(site: SiteFactory, count: Count, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Worker, "render", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    expect_same(site(PAGES))
    assert (count.taken, count.rendered) == (0, len(PAGES) - 1)


def test_a_system_without_another_process(site: SiteFactory, count: Count, monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError

    built = site(PAGES)
    monkeypatch.setattr(os, "fork", fork)
    expect_same(built)
    assert (count.taken, count.rendered) == (0, len(PAGES) - 1)


def test_what_the_others_converted_is_kept(site: SiteFactory, patient: Count) -> None:
    built = site({**PAGES, **POSTS})
    kept = []
    for jobs in ("1", "2"):
        shutil.rmtree(built.root / ".jekyll-cache", ignore_errors=True)
        built.build(env={"PYJEKYLL_JOBS": jobs})
        sealed = (built.root / ".jekyll-cache/pyjekyll/store.json").read_text().partition("\n")[2]
        kept.append(json.loads(sealed))
    assert kept[0] == kept[1]
    assert patient.taken
