"""Rebuilds over a warm store: what is shown first, what is told, which time it is."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pytest

from pyjekyll.serve import rebuild
from rebuilding import Session

SITE = {
    "_config.yml": "title: T\ncollections: {notes: {output: true}}\n",
    "_layouts/default.html": "{% include nav.html %}|{{ content }}",
    "_includes/nav.html": "nav",
    "_notes/one.md": "---\nlayout: default\n---\n*one*\n",
    "index.html": "---\nlayout: default\n---\n{% for note in site.notes %}{{ note.content }}{% endfor %}\n",
    "page.md": "---\nlayout: default\n---\n*page*\n",
    "plain.txt": "plain",
    "main.scss": "---\n---\np { color: red }\n",
}


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Lay out and build a site that counts as a large one."""
    monkeypatch.setattr(rebuild, "_SHORT", -1)
    return Session((tmp_path / "site").resolve(), SITE)


def test_what_was_edited_is_shown_first(session: Session) -> None:
    assert session.edit("page.md", "---\nlayout: default\n---\n*new*\n")
    assert session.shown() == {"page.html": "nav|<p><em>new</em></p>\n"}
    assert session.built("page.html").read_text() == "nav|<p><em>new</em></p>\n"
    assert session.browser.settled == [{"page.html"}]


def test_what_is_open_is_shown_first(session: Session) -> None:
    session.browser.open = {str(session.built("index.html")), str(session.built("main.css"))}
    assert session.edit("_includes/nav.html", "other")
    # Out of order, and yet what it shows of an earlier item is converted.
    assert session.shown()["index.html"] == "other|<p><em>one</em></p>\n\n"
    assert set(session.shown()) == {"index.html"}
    assert session.edit("main.scss", "---\n---\np { color: blue }\n")
    assert set(session.shown()) == {"index.html", "main.css"}
    for path, text in session.shown().items():
        assert session.built(path).read_text() == text


def test_a_static_file_is_shown_first(session: Session) -> None:
    assert session.edit("plain.txt", "other")
    assert session.shown() == {"plain.txt": "other"}


def test_a_new_page_and_one_that_goes(session: Session) -> None:
    session.edit("new.md", "---\n---\nnew\n")
    assert session.shown() == {"new.html": "<p>new</p>\n"}
    (session.folder / "new.md").unlink()
    assert session.rebuilder.rebuild([str(session.folder / "new.md")])
    assert not session.built("new.html").exists()
    assert session.browser.settled[-1] == {str(session.built("new.html"))}


def test_a_preview_never_reaches_the_disk(session: Session) -> None:
    before = session.built("page.html").read_text()
    session.write("page.md", "---\nlayout: default\n---\n*half*\n")
    broken = session.write("index.html", "---\n---\n{% nonsense %}\n")
    assert not session.rebuilder.rebuild([str(session.folder / "page.md"), broken])
    assert session.built("page.html").read_text() == before
    assert session.browser.errors == ["Liquid syntax error (line 1): Unknown tag 'nonsense'"]
    assert session.said.getvalue().count("Unknown tag") == 1


def test_nothing_changed_is_told_of_nothing(session: Session) -> None:
    session.rebuilder.rebuild([str(session.folder / "page.md")])
    assert session.browser.settled == [set()]


def test_the_configuration_is_read_again(session: Session) -> None:
    session.edit("page.md", "---\n---\n{{ site.title }}\n")
    session.edit("_config.yml", "title: Other\n")
    assert session.built("page.html").read_text() == "<p>Other</p>\n"
    assert not session.built("notes").exists()


def test_the_time_stands_still_until_midnight_or_until_a_post_is_due(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    clock = [1768478400.0]  # noon
    monkeypatch.setattr(time, "time", lambda: clock[0])
    fresh = Session(session.folder, SITE)
    page = "---\n---\n{{ site.time | date: '%s' }} {{ site.posts | size }}"
    fresh.edit("time.txt", page)
    for later, post, expected in (
        (3600, None, "1768478400 0"),
        (7200, "2026-01-15 15:00:00 +0000", "1768478400 0"),
        (10799, None, "1768478400 0"),
        (10800, None, "1768489200 1"),
        (20000, None, "1768489200 1"),
        (43200, None, "1768521600 1"),
    ):
        clock[0] = 1768478400.0 + later
        if post is not None:
            fresh.write("_posts/2026-01-15-due.md", f"---\ndate: {post}\n---\ndue\n")
        fresh.edit("time.txt", page)
        assert fresh.built("time.txt").read_text() == expected


def test_a_shared_destination_is_written_once(session: Session) -> None:
    session.edit("page.html", "---\n---\nthe other page\n")
    session.rebuilder.rebuild([str(session.folder / "page.html")])
    assert session.browser.settled[-1] == set()


def test_the_time_stands_still_from_the_first_build_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = itertools.count(1768478400.0)  # noon, a second later each time
    monkeypatch.setattr(time, "time", lambda: next(clock))
    theme = {"themes/own/_config.yml": "of_theme: yes\n", "themes/own/_layouts/own.html": "{{ content }}"}
    config = {"_config.yml": "theme: themes/own\nexclude: [themes]\n"}
    session = Session(tmp_path / "site", {**SITE, **theme, **config, "time.txt": "---\n---\n{{ site.time | date: '%s' }} {{ site.of_theme }}"})
    before = session.built("time.txt").read_text()
    assert before.endswith(" true")
    session.edit("page.md", "---\n---\nother\n")
    assert session.browser.settled == [{"page.html"}]
    assert session.built("time.txt").read_text() == before
