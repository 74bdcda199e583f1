"""The parts of the server that need no socket."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from pyjekyll.config import load
from pyjekyll.errors import YamlError
from pyjekyll.log import Log
from pyjekyll.serve import polling
from pyjekyll.serve.changes import Change, messages
from pyjekyll.serve.livescript import inject
from pyjekyll.serve.mime import bare_type, content_type
from pyjekyll.serve.overlay import describe
from pyjekyll.serve.paths import BadPath, NotThere, Tree, below, decoded, hidden, look_up
from pyjekyll.serve.watcher import Ignored, Watcher


@pytest.mark.parametrize(
    ("raw", "path"),
    [("/", "/"), ("/a", "/a"), ("/a/", "/a/"), ("//a//b", "/a/b"), ("/./a/.", "/a/"), ("/a/../b", "/b"), ("/a/b/..", "/a/"), ("/a%20b", "/a b"),
     ("/%C3%A4", "/ä"), ("/a%2Fb", "/a/b"), ("/..a", "/..a"), ("/a/..b/", "/a/..b/")],
)  # fmt: skip
def test_paths_are_decoded(raw: str, path: str) -> None:
    assert decoded(raw) == path


@pytest.mark.parametrize("raw", ["", "a", "/..", "/../a", "/a/../../b", "/%2e%2e", "/a%00", "/%", "/%g0", "/a b", "/ä", "/a\\b", "/a|b"])
def test_what_is_no_path(raw: str) -> None:
    with pytest.raises(BadPath):
        decoded(raw)


def test_the_baseurl_is_a_whole_segment() -> None:
    assert below("/base/a", "/base") == "/a"
    assert below("/a", "") == "/a"
    for path in ("/", "/base", "/basement", "/other/base/"):
        with pytest.raises(NotThere):
            below(path, "/base")


def test_a_preview_adds_files_and_folders(tmp_path: Path) -> None:
    root = str(tmp_path)
    tree = Tree(root, {f"{root}/new/page/index.html": object()})
    assert look_up(tree, "/new/page/").path == f"{root}/new/page/index.html"
    assert look_up(tree, "/new/page").kind == "redirect"
    with pytest.raises(NotThere):
        look_up(tree, "/old")


@pytest.mark.parametrize(("name", "expected"), [(".htaccess", True), (".HTpasswd", True), (".hidden", False), ("~root", True), ("a~", False),
                                               ("a.", True), ("a ", True), ("a::$DATA", True), ("a.b", False)])  # fmt: skip
def test_hidden_names(name: str, expected: bool) -> None:
    assert hidden(name) is expected


def test_types() -> None:
    assert content_type("a.HTML", "utf-8") == "text/html; charset=utf-8"
    assert content_type("a.png", "utf-8") == bare_type("a.png") == "image/png"
    assert bare_type("a.html.fr") == "text/html"
    assert bare_type("a.tar.gz") == "application/gzip"
    assert bare_type("README") == bare_type("a.nothing") == "application/octet-stream"


@pytest.mark.parametrize(
    ("page", "expected"),
    [(b"<head>a", b"<head>S a"), (b'<html><HEAD class="x">a', b'<html><HEAD class="x">S a'), (b"<header>a", b"<header>aS "), (b"a", b"aS ")],
)
def test_where_the_script_goes(page: bytes, expected: bytes) -> None:
    assert inject(page, b"S ") == expected


CHANGES = {path: Change(url, url[1:]) for path, url in (
    ("/s/index.html", "/"), ("/s/other.html", "/other.html"), ("/s/main.css", "/main.css"), ("/s/app.js", "/app.js"), ("/s/a.png", "/a.png"),
    ("/s/feed.xml", "/feed.xml"), ("/s/main.css.map", "/main.css.map"))}  # fmt: skip


@pytest.mark.parametrize(
    ("page", "changed", "stale", "told"),
    [
        ("/s/index.html", ["index.html", "main.css"], ["index.html", "main.css"], ["/"]),
        ("/s/index.html", ["main.css"], ["main.css"], ["/main.css"]),
        ("/s/index.html", ["main.css", "main.css.map"], ["main.css", "main.css.map"], ["/main.css"]),
        ("/s/index.html", ["main.css", "app.js"], ["main.css", "app.js"], ["/app.js"]),
        ("/s/index.html", ["a.png", "main.css"], ["a.png", "main.css"], ["/a.png", "/main.css"]),
        ("/s/index.html", ["other.html", "feed.xml"], ["other.html", "feed.xml"], []),
        ("/s/index.html", ["main.css"], [], []),
        ("/s/index.html", [], [], []),
        (None, ["main.css", "other.html"], [], ["/other.html", "/main.css"]),
    ],
)
def test_who_is_told_what(page: str | None, changed: list[str], stale: list[str], told: list[str]) -> None:
    assert messages(page, {f"/s/{name}": CHANGES[f"/s/{name}"] for name in changed}, {f"/s/{name}" for name in stale}) == told


def test_an_error_is_described(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("---\ntitle: T\nbad: [\n---\ntext\n")
    error = YamlError("did not find expected node content", path=str(page), line=3, hint="Close the bracket.")
    error.stack = (f"{tmp_path}/_includes/a.html, line 2",)
    described = describe(error, str(tmp_path))
    assert described["path"] == "page.md"
    assert described["line"] == 3
    assert described["excerpt"] == [[1, "---"], [2, "title: T"], [3, "bad: ["], [4, "---"], [5, "text"], [6, ""]]
    assert described["stack"] == ["_includes/a.html, line 2"]
    assert described["hint"] == "Close the bracket."
    assert describe(ValueError("mistake"), str(tmp_path))["message"] == "ValueError: mistake"


def test_which_paths_start_no_build(tmp_path: Path) -> None:
    log = Log("error", io.StringIO(), io.StringIO())
    folder = str(tmp_path)
    config = load({"source": folder, "destination": f"{folder}/out", "exclude": ["private/", "*.bak", "TODO"], "cache_dir": "cache"}, log)
    (tmp_path / "private").mkdir()
    ignored = Ignored(config)
    for name in ("out", "out/a.html", "cache/x", ".jekyll-metadata", ".git/index", "a/.git/x", "node_modules/x", "private/x", "a.bak", "TODO",
                 "page.md~", ".page.md.swp", "#page.md#", ".#page.md", "4913", "Gemfile.lock", "vendor/bundle/x"):  # fmt: skip
        assert ignored(f"{folder}/{name}"), name
    for name in ("page.md", "outer.html", "_config.yml", "_data/a.yml", "_includes/.x", ".htaccess", "a/out/b", "images/a.part.png"):
        assert not ignored(f"{folder}/{name}"), name


def test_polling_sees_every_kind_of_change(tmp_path: Path) -> None:
    def look() -> dict[str, polling.Stamp]:
        return polling.look([str(tmp_path)], lambda path: path.endswith("ignored"))

    (tmp_path / "ignored").mkdir()
    (tmp_path / "ignored" / "x").write_text("x")
    (tmp_path / "a").write_text("1")
    before = look()
    assert set(before) == {str(tmp_path / "a")}
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c").write_text("")
    (tmp_path / "a").unlink()
    assert polling.difference(before, look()) == {str(tmp_path / name) for name in ("a", "b", "b/c")}


def watched(folder: Path, **settings: object) -> Watcher:
    """Return a watcher of a folder that has not started."""
    log = Log("error", io.StringIO(), io.StringIO())
    return Watcher(load({"source": str(folder), **settings}, log), log)


@pytest.mark.parametrize("polling", [False, True])
def test_what_changes_before_the_watch_begins_is_not_missed(polling: bool, tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("old")
    watcher = watched(tmp_path, force_polling=polling)
    (tmp_path / "new.md").write_text("new")
    (tmp_path / "old.md").unlink()
    watcher.start()
    try:
        assert next(watcher.batches()) == [str(tmp_path / "new.md"), str(tmp_path / "old.md")]
    finally:
        watcher.stop()


def test_a_source_behind_a_link_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link"
    link.symlink_to("real")
    watcher = watched(link, destination=str(link / "_site"))
    watcher.start()
    try:
        watcher.wait_until_ready()
        (link / "_site").mkdir()
        (link / "_site" / "own.html").write_text("ignored")
        (tmp_path / "real" / "new.md").write_text("new")
        assert next(watcher.batches()) == [str(link / "new.md")]
    finally:
        watcher.stop()
