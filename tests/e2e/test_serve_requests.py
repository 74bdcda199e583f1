"""What requests get from `pyjekyll serve --no-livereload`, beside what Ruby's WEBrick gives (SRV-2 to SRV-4), and what none gets."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pyjekyll.serve.files import CACHE_CONTROL
from serving import Answer, Serving, ask, serving

needs_ruby = pytest.mark.skipif(shutil.which("jekyll") is None, reason="Ruby's Jekyll is not installed")
SITE = {
    "_config.yml": "title: T\ninclude: [.well-known, .htaccess]\nkeep_files: [links]\n",
    "index.html": "---\n---\n<html><head></head><body>index</body></html>\n",
    "about.html": "---\n---\n<html><head></head><body>ä</body></html>\n",
    "other.xhtml": "---\n---\nxhtml\n",
    "both.html": "file\n",
    "both/inner.html": "inner\n",
    "indexed/index.xml": "<index/>\n",
    "indexed/index.json": "{}\n",
    "indexed/index.htm/deeper.txt": "deeper\n",
    "listed/one.txt": "one\n",
    "listed/a name that is longer than the column.html": "two\n",
    "listed/ä&<.txt": "three\n",
    "listed/sub/x.txt": "x\n",
    "listed/.hidden": "hidden\n",
    "spa ce/a+b é.txt": "plus\n",
    ".well-known/security.txt": "well known\n",
    ".htaccess": "denied\n",
    "~user.txt": "tilde\n",
    "style.css": "p {}\n",
    "app.js": "1\n",
    "module.mjs": "1\n",
    "data.json": "{}\n",
    "feed.xml": "<a/>\n",
    "picture.svg": "<svg/>\n",
    "font.woff2": "font\n",
    "film.mp4": "0123456789\n",
    "site.webmanifest": "{}\n",
    "a.css.map": "{}\n",
    "archive.tar.gz": "tar\n",
    "UPPER.HTML": "upper\n",
    "page.html.fr": "french\n",
    "strange.xyzzy": "strange\n",
    "README": "no extension\n",
    "text.markdown": "text\n",
    "index.cgi.txt": "not run\n",
}
# method, path, further headers
REQUESTS: list[tuple[str, str, dict[str, str]]] = [
    *(("GET", f"/{name}", {}) for name in (
        "", "index", "index.html", "about", "about.html", "about/", "about.html/more", "other", "both", "both/", "both/inner", "indexed",
        "indexed/", "indexed/index.htm/", "listed", "listed?a=b", "listed/", "listed/?N=D", "listed/?S=A", "listed/?S=D", "listed/sub/",
        "spa%20ce/a+b%20%C3%A9.txt", "spa%20ce/", ".well-known/security.txt", ".htaccess", ".HTACCESS", "~user.txt", "none", "none/at/all",
        "style.css", "app.js", "module.mjs", "data.json", "feed.xml", "picture.svg", "font.woff2", "film.mp4", "site.webmanifest",
        "a.css.map", "archive.tar.gz",
        "UPPER.HTML", "page.html.fr", "strange.xyzzy", "README", "text.markdown", "about.html?query=1", "./about", "both/../about", "both/./inner",
        "//about", "about.", "about.html%20", "both/..%5c..%5cabout.html", "..", "../", "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..%2fetc",
        "both/%2e%2e/%2e%2e/", "%", "%zz", "a[b]", "a|b", 'a"b', "a<b>",
        "about%2ehtml", "%61bout", "both%2finner.html", "%7Euser.txt", "about;x", "a:b",
        "index.cgi.txt", "about.html%23", "about.html/../other",
    )),
    *((method, "/about.html", {}) for method in ("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "PROPFIND")),
    *((method, "/none", {}) for method in ("HEAD", "OPTIONS", "DELETE")),
    *((method, "/listed/", {}) for method in ("HEAD", "OPTIONS")),
    *(("POST", path, {"Content-Length": "0"}) for path in ("/about.html", "/none", "/listed/")),
    *(("GET", "/film.mp4", {"Range": spec}) for spec in ("bytes=0-3", "bytes=4-", "bytes=-3", "bytes=0-99", "bytes=99-", "lines=1")),
    ("GET", "/about.html", {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}),
    ("GET", "/about.html", {"If-Modified-Since": "Fri, 01 Jan 1999 00:00:00 GMT"}),
    ("GET", "/about.html", {"If-Modified-Since": "yesterday, perhaps"}),
]  # fmt: skip
HEADERS = "webrick: {headers: {X-Own: yes it is, Cache-Control: max-age=3}}\nencoding: UTF-8\n"
VARIANTS: dict[str, tuple[list[str], dict[str, str], list[str]]] = {
    "plain": ([], {}, [""]),
    "own-404": ([], {"404.html": "---\n---\n<html><head></head><body>not here</body></html>\n"}, [""]),
    "baseurl": (["--baseurl", "/base"], {}, ["", "/base"]),
    "listing": (["--show-dir-listing"], {}, [""]),
    "headers": ([], {"_config.yml": SITE["_config.yml"] + HEADERS}, [""]),
}


def lay_out(folder: Path, files: dict[str, str]) -> Path:
    """Write a site's files, all of one time."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
        os.utime(target, (1_700_000_000, 1_700_000_000))
    return folder


def comparable(answer: Answer) -> tuple[int, dict[str, str], str]:
    """Return what both engines must agree in: not who they are, at which port, and when they wrote a file."""
    kept = ("content-type", "cache-control", "location", "allow", "content-range", "x-own")
    headers = {name: re.sub(r":\d+", "", value) for name, value in answer.headers.items() if name in kept}
    text = re.sub(r"<ADDRESS>.*?</ADDRESS>", "", answer.text, flags=re.DOTALL)
    return answer.status, headers, re.sub(r"\d{4}/\d\d/\d\d \d\d:\d\d", "", text)


@needs_ruby
@pytest.mark.proves("SRV-2", "SRV-3", "SRV-4")
@pytest.mark.parametrize("variant", VARIANTS)
def test_answers_are_ruby_s(variant: str, tmp_path: Path) -> None:
    flags, files, bases = VARIANTS[variant]
    folder = lay_out((tmp_path / "site").resolve(), {**SITE, **files})
    requests = REQUESTS if variant == "plain" else [request for request in REQUESTS if request[1] in INTERESTING]
    with (
        serving(folder, "--no-livereload", "--no-watch", "-d", "../ours", *flags) as ours,
        serving(folder, "-P", "0", "--no-watch", "-d", "../theirs", *flags, command=["jekyll"], env={"LANG": "C.UTF-8"}) as theirs,
    ):
        wrong = []
        for base in bases:
            for method, path, headers in requests:
                one, two = (comparable(server.ask(base + path, method, headers)) for server in (ours, theirs))
                # Ruby fails at some; the words for a range that is not there name WEBrick.
                if one != two and two[0] != 500 and not (one[0] == 416 == two[0]):
                    wrong.append(f"{method} {base}{path} {headers}\n  ours   {one}\n  theirs {two}")
        assert not wrong, "\n".join(wrong)


INTERESTING = ("/", "/about", "/both", "/both/", "/indexed/", "/listed/", "/none", "/style.css", "/film.mp4", "/../../etc/passwd", "/%zz", "/README")


@pytest.mark.proves("SRV-3")
def test_what_a_live_page_is_made_of_may_be_asked_about(tmp_path: Path) -> None:
    """A browser that reloads a page may keep its parts if it asks each time; the page itself, and what scripts fetch, are never kept."""
    kept, never = "private, max-age=0, proxy-revalidate, no-cache, must-revalidate", CACHE_CONTROL
    folder = lay_out((tmp_path / "site").resolve(), SITE)
    for flag, part in (("--livereload", kept), ("--no-livereload", never)):
        with serving(folder, flag) as server:
            for wanted, expected in (("style", part), ("script", part), ("image", part), ("font", part), ("document", never), ("empty", never)):
                assert server.ask("/style.css", headers={"Sec-Fetch-Dest": wanted}).headers["cache-control"] == expected
            answer = server.ask("/style.css")
            assert answer.headers["cache-control"] == never
            assert server.ask("/style.css", headers={"If-None-Match": answer.headers["etag"]}).status == 304


# --- what nobody gets ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def secretive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Serve a destination that has a secret beside it, and links to it inside."""
    root = tmp_path_factory.mktemp("secretive").resolve()
    folder = lay_out(root / "site", {**SITE, "secret.txt.md": "x", "_site/links/inside.txt": "inside"})
    (root / "secret.txt").write_text("the secret")
    (root / "site" / "_secret.txt").write_text("the secret")
    (root / "site" / "_site.html").write_text("the secret")
    links = folder / "_site" / "links"
    (links / "file.txt").symlink_to(root / "secret.txt")
    (links / "folder").symlink_to(root)
    (links / "up").symlink_to("../..")
    (links / "good.txt").symlink_to("inside.txt")
    with serving(folder, "--no-watch") as server:
        yield server


ATTACKS = (
    *("/../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E%2Fsecret.txt", "/..%2f..%2fsecret.txt", "/both/../../../secret.txt"),
    *("/....//secret.txt", "/..\\secret.txt", "/..%5csecret.txt", "/both/..%5C..%5c..%5csecret.txt", "/%5c%5c..%5csecret.txt"),
    *("/%252e%252e/secret.txt", "/%c0%ae%c0%ae/secret.txt", "/links/file.txt", "/links/file", "/links/folder/secret.txt", "/links/folder/"),
    *("/links/up/_secret.txt", "/links/up/", "/links/folder", "/about.html%00", "/%00/../secret.txt", "/secret.txt%00.html"),
    *("//etc/passwd", "/%2fetc/passwd", "/%2Fetc%2Fpasswd", "///etc///passwd", "/C:/secret.txt", "/_secret.txt", "/../_secret.txt"),
    *("/.%2e/_secret.txt", "/%2e./_secret.txt", "/both/%2e%2e/%2e%2e/_secret.txt", "/~root/secret.txt", "/", "/_site", "/links/"),
    *("http://other.example/../secret.txt", "secret.txt", "*", "/\xff\xfe/../secret.txt", "/;/../../secret.txt", "/?/../secret.txt"),
)  # fmt: skip


@pytest.mark.parametrize("path", ATTACKS)
def test_nothing_outside_the_destination_is_read(path: str, secretive: Serving) -> None:
    root = secretive.folder.parent
    try:
        answer = secretive.ask(path)
    except (OSError, IndexError):
        return  # no answer is no leak
    assert b"the secret" not in answer.body
    assert b"root:" not in answer.body
    assert root.name.encode() not in answer.body
    assert "secret.txt" not in re.sub(r"`[^`']*'|(?:HREF=\"[^\"]*\")", "", answer.text)


def test_a_link_that_stays_inside_is_followed(secretive: Serving) -> None:
    assert secretive.ask("/links/good.txt").text == "inside"


def test_the_reload_channel_is_for_pages_of_this_host(tmp_path: Path) -> None:
    folder = lay_out((tmp_path / "site").resolve(), SITE)
    head = ["GET /livereload HTTP/1.1", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="]
    with serving(folder) as server:
        for origin, expected in (("http://evil.example", b"403"), ("http://127.0.0.1:1", b"101")):
            lines = [*head, "Sec-WebSocket-Version: 13", f"Host: 127.0.0.1:{server.port}", f"Origin: {origin}", "", ""]
            with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
                connection.sendall("\r\n".join(lines).encode())
                assert connection.recv(1000).split()[1] == expected


@pytest.mark.proves("SRV-9")
def test_fifty_at_a_time_while_rebuilding(tmp_path: Path) -> None:
    """Every answer is a whole page of one build, and none is an error."""
    pages = {f"page{number}.md": f"---\n---\n{{% include mark.html %}}\n{'text ' * 2000}\n{{% include mark.html %}}\n" for number in range(25)}
    files = {**pages, "_includes/mark.html": "mark 0 ", "big.txt": "0" * 300_000}
    folder = lay_out((tmp_path / "site").resolve(), {"_config.yml": "title: T\n", **files})
    wrong: list[object] = []
    with serving(folder) as server:
        stop = threading.Event()

        def read(number: int) -> None:
            while not stop.is_set():
                try:
                    _read_one(server.port, number, wrong)
                except (OSError, http.client.HTTPException) as error:
                    wrong.append(error)

        readers = [threading.Thread(target=read, args=(number,)) for number in range(50)]
        for reader in readers:
            reader.start()
        for build in range(1, 7):
            # At once, as editors do: what is half written in the source is half copied.
            server.write("big.txt~", str(build) * 300_000)
            os.replace(folder / "big.txt~", folder / "big.txt")
            server.rebuilt(lambda build=build: server.write("_includes/mark.html", f"mark {build} "))
        stop.set()
        for reader in readers:
            reader.join(30)
        assert wrong == []
        assert server.stop() == 0


def _read_one(port: int, number: int, wrong: list[object]) -> None:
    if number % 10 == 0:
        answer = ask(port, "/big.txt")
        whole = len(answer.body) == 300_000 and len(set(answer.body)) == 1
    else:
        answer = ask(port, f"/page{number % 25}.html")
        marks = re.findall(r"mark \d+", answer.text)
        whole = len(marks) == 2 and len(set(marks)) == 1 and len(answer.body) == int(answer.headers["content-length"])
    if answer.status != 200 or not whole:
        wrong.append((answer.status, answer.headers, len(answer.body)))
