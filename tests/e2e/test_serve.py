"""`pyjekyll serve` on a real socket (SRV-1 to SRV-10)."""

from __future__ import annotations

import functools
import io
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from pyjekyll.config import load
from pyjekyll.log import Log
from pyjekyll.serve.watcher import Watcher
from serving import Listener, Serving, ask, free_port, serving

HEAD = "<html><head><title>T</title></head><body>"
SITE = {
    "_config.yml": "title: Served\n",
    "index.html": f"---\n---\n{HEAD}{{{{ site.title }}}} of {{{{ site.url }}}}</body></html>\n",
    "about.html": f"---\n---\n{HEAD}About</body></html>\n",
    "bare.html": "---\n---\n<p>no head</p>\n",
    "_includes/part.html": "part one",
    "_layouts/default.html": f"{HEAD}{{% include part.html %}} {{{{ content }}}}</body></html>",
    "_data/words.yml": "hello: first\n",
    "page.md": "---\nlayout: default\n---\n{{ site.data.words.hello }} *page*\n",
    "main.scss": '---\n---\n@import "colours";\nbody { color: $ink }\n',
    "_sass/_colours.scss": "$ink: #111111;\n",
    "plain.css": "p {}\n",
    "notes.txt": "notes\n",
}


def lay_out(folder: Path, files: dict[str, str]) -> Path:
    """Write a site's files."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lay out the site."""
    return lay_out((tmp_path / "site").resolve(), SITE)


@pytest.fixture
def server(folder: Path) -> Iterator[Serving]:
    """Serve the site with live reload."""
    with serving(folder) as started:
        yield started


@pytest.mark.proves("SRV-1", "CLI-7", "CFG-19")
def test_says_what_jekyll_says_and_ends_at_once(folder: Path) -> None:
    with serving(folder) as server:
        port = server.port
        assert ask(port, "/").text.count(f"Served of http://localhost:{port}") == 1
        time.sleep(0.2)
        start = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - start < 2
    lines = [line.rstrip("\n") for line in server.lines]
    assert lines[-3:] == [
        f" Auto-regeneration: enabled for '{folder}'",
        f"    Server address: http://127.0.0.1:{port}",
        "  Server running... press ctrl-c to stop.",
    ]


@pytest.mark.proves("SRV-9")
def test_rebuilds_and_tells_the_browser_what_changed(server: Serving) -> None:
    assert server.ask("/page.html").text.count("first") == 1
    server.ask("/plain.css")
    with Listener(server, "/page.html") as browser, Listener(server) as stranger:
        assert browser.hello["protocols"] == ["http://livereload.com/protocols/official-7"]
        server.rebuilt(lambda: server.write("_data/words.yml", "hello: second\n"))
        server.wait_for(lambda: browser.paths == ["/page.html"] and stranger.paths == ["/page.html"])
        assert "second" in server.ask("/page.html").text
        server.rebuilt(lambda: server.write("plain.css", "p { margin: 0 }\n"))
        server.wait_for(lambda: browser.paths[1:] == ["/plain.css"])
        server.rebuilt(lambda: os.utime(server.folder / "page.md"))
        server.rebuilt(lambda: server.write("about.html", "---\n---\nother page\n"))
        server.wait_for(lambda: stranger.paths == ["/page.html", "/plain.css", "/about.html"])
        assert browser.paths == ["/page.html", "/plain.css"]
    assert "1 file(s) changed at 20" in server.said
    assert f"{' ' * 20}_data/words.yml\n" in server.said


EDITS = {
    "_config.yml": ("_config.yml", "title: Renamed\n", "/", "Renamed of http://localhost"),
    "_data": ("_data/words.yml", "hello: changed\n", "/page.html", "changed"),
    "_includes": ("_includes/part.html", "part two", "/page.html", "part two"),
    "_layouts": ("_layouts/default.html", "<head></head>new {{ content }}", "/page.html", "new <p>changed"),
    "_sass": ("_sass/_colours.scss", "$ink: #222222;\n", "/main.css", "#222222"),
    "_plugins": ("_plugins/loud.py", "from pyjekyll.plugins import filter\n\n\n@filter\ndef loud(value):\n    return 'LOUD'\n", "/loud.html", "LOUD"),
    "posts": ("_posts/2020-01-01-new.md", "---\nlayout: default\n---\nposted\n", "/2020/01/01/new.html", "posted"),
}


@pytest.mark.proves("SRV-9")
def test_all_that_a_site_is_made_of_is_watched(folder: Path) -> None:
    lay_out(folder, {"loud.html": "---\n---\n{{ 'quiet' | loud }}\n"})
    with serving(folder) as server:
        for path, text, url, expected in EDITS.values():
            server.write(path, text)
            server.wait_for(lambda url=url, expected=expected: expected in server.ask(url).text)
        (folder / "notes.txt").unlink()
        server.wait_for(lambda: server.ask("/notes.txt").status == 404)


@pytest.mark.proves("SRV-10")
def test_own_outputs_never_start_a_build(folder: Path) -> None:
    lay_out(folder, {"_config.yml": "title: S\nexclude: [private]\n", "private/x.md": "x"})
    with open(folder / "serve.log", "w") as log, serving(folder) as server:
        log.write("words of another program\n")
        log.flush()
        server.wait_for(lambda: "serve.log" in server.said)
        before = server.said.count("Regenerating:")
        for path in ("private/x.md", "_site/other.txt", ".jekyll-cache/y", ".git/HEAD", ".page.md.swp", "page.md~", ".#page.md", "node_modules/z.js"):
            server.write(path, "changed")
        time.sleep(0.5)
        assert server.said.count("Regenerating:") == before


def test_its_log_in_the_source_does_not_loop(folder: Path) -> None:
    path = folder / "serve.log"
    with open(path, "wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "pyjekyll", "serve", "-P", "0"], cwd=folder, stdout=log, stderr=log)
        try:
            deadline = time.monotonic() + 30
            while b"Server running" not in path.read_bytes():
                assert time.monotonic() < deadline
                time.sleep(0.02)
            lay_out(folder, {"about.html": "---\n---\nchanged\n"})
            while b"...done in" not in path.read_bytes():
                assert time.monotonic() < deadline
                time.sleep(0.02)
            time.sleep(0.6)
            assert path.read_bytes().count(b"Regenerating:") == 1
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(10) == 0


def test_an_editor_that_saves_through_a_temporary_file(server: Serving) -> None:
    def save() -> None:
        partial = server.folder / ".about.html.swp"
        partial.write_text(f"---\n---\n{HEAD}saved</body></html>\n")
        os.replace(server.folder / "about.html", server.folder / "about.html~")
        os.replace(partial, server.folder / "about.html")

    server.rebuilt(save)
    assert "saved" in server.ask("/about.html").text
    assert server.said.count("Regenerating: 1 file(s) changed") == 1


def test_polling(folder: Path) -> None:
    with serving(folder, "--force_polling") as server:
        for word in ("first", "again", "third"):  # of one size, within a second
            server.rebuilt(lambda word=word: server.write("about.html", f"---\n---\n{word}\n"))
            assert word in server.ask("/about.html").text
        server.rebuilt(lambda: (folder / "about.html").unlink())
        assert server.ask("/about.html").status == 404


def test_polling_takes_over_where_the_system_cannot_watch(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import watchfiles

    def refuse(*_: object, **__: object) -> None:
        raise OSError("OS file watch limit reached")

    monkeypatch.setattr(watchfiles, "watch", refuse)
    said = io.StringIO()
    log = Log("info", said, said)
    watcher = Watcher(load({"source": str(folder)}, log), log)
    watcher.start()
    try:
        watcher.wait_until_ready()
        lay_out(folder, {"about.html": "changed"})
        assert next(watcher.batches()) == [str(folder / "about.html")]
        assert "OS file watch limit reached" in said.getvalue()
    finally:
        watcher.stop()


def test_a_failed_rebuild_keeps_the_site_and_shows_why(server: Serving) -> None:
    good = server.ask("/page.html").body
    with Listener(server, "/page.html") as browser:
        server.write("_includes/part.html", "one\n{% nonsense %}\n")
        server.wait_for(lambda: browser.messages)
        assert server.said.count("Unknown tag 'nonsense'") == 1
        assert server.ask("/page.html").body == good
        shown = browser.paths[0]
        assert shown.startswith("pyjekyll-error:")
        with Listener(server, "/about.html") as late:
            server.wait_for(lambda: late.paths == [shown])
        server.rebuilt(lambda: server.write("_includes/part.html", "part one"))
        server.wait_for(lambda: browser.paths[1:] == ["pyjekyll-fixed"])


@pytest.mark.proves("SRV-5")
def test_the_script_is_injected_into_served_html_only(server: Serving, folder: Path) -> None:
    script = f'<script src="/livereload.js?snipver=1&amp;port={server.port}" defer></script>'
    assert f"<head>{script}<title>" in server.ask("/about").text
    assert server.ask("/bare.html").text == f"<p>no head</p>\n{script}"
    assert "livereload" not in (folder / "_site/about.html").read_text() + server.ask("/notes.txt").text + server.ask("/plain.css").text
    assert "livereload" not in server.ask("/about.html", headers={"Sec-Fetch-Dest": "empty"}).text
    answer = server.ask(f"/livereload.js?snipver=1&port={server.port}")
    assert "LiveReloadPluginPyjekyll" in answer.text
    assert "official-7" in answer.text


def test_without_live_reload(folder: Path) -> None:
    with serving(folder, "--no-livereload") as server:
        assert server.ask("/about").body == (folder / "_site/about.html").read_bytes()
        assert server.ask("/livereload.js?snipver=1").status == 404


@pytest.mark.proves("SRV-5")
def test_live_reload_on_a_port_of_its_own(folder: Path) -> None:
    port = free_port()
    flags = ("--livereload-port", str(port), "--livereload-min-delay", "200", "--livereload-max-delay", "900", "--livereload-ignore", "about*")
    with serving(folder, *flags) as server:
        assert f'":{port}/livereload.js?snipver=1&mindelay=200&maxdelay=900&port={port}"' in server.ask("/about").text
        assert "official-7" in ask(port, "/livereload.js?snipver=1").text
        with Listener(server, port=port) as browser:
            server.rebuilt(lambda: server.write("about.html", "ignored"))
            server.rebuilt(lambda: server.write("notes.txt", "seen"))
            server.wait_for(lambda: browser.paths == ["/notes.txt"])


def test_a_port_that_is_taken(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = subprocess.run([sys.executable, "-m", "pyjekyll", "serve", "-P", port], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert f"Address already in use - bind(2) for 127.0.0.1:{port}" in done.stderr
        assert f"--port {int(port) + 1}" in done.stderr
        lay_out(folder, {"_config.yml": f"port: {port}\n"})
        server = Serving(folder, [])
        try:
            assert server.port > int(port)
            assert f"port {port} is taken: {server.port} is used instead." in server.said
        finally:
            assert server.stop() == 0


def test_it_ends_at_once_during_a_build(folder: Path) -> None:
    wait = "time.sleep(20 if len(site.pages) > 7 else 0)"
    slow = f"import time\nfrom pyjekyll.plugins import hook\n\n\n@hook('site', 'post_read')\ndef wait(site):\n    {wait}\n"
    lay_out(folder, {"_plugins/slow.py": slow})
    with serving(folder) as server:
        for number in range(5):
            server.write(f"more{number}.md", "---\n---\n")
        server.wait_for(lambda: server.begun)
        time.sleep(0.2)
        assert not server.idle
        start = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - start < 5


# --- the other flags ---------------------------------------------------------------------------------------------------------


def command(folder: Path, *argv: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "pyjekyll", *argv], cwd=folder, env={**os.environ, **env}, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.proves("SRV-6")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_detached(folder: Path) -> None:
    port = free_port()
    done = command(folder, "serve", "--detach", "-P", str(port))
    assert done.returncode == 0
    found = re.search(r"Server detached with pid '(\d+)'\. Run `pkill -f jekyll' or `kill -9 \d+' to stop the server\.", done.stdout)
    assert found, done.stdout
    assert "Auto-regeneration: disabled when running server detached." in done.stdout
    try:
        deadline = time.monotonic() + 10
        while True:
            try:
                answer = ask(port, "/about")
                break
            except ConnectionError:
                assert time.monotonic() < deadline
        assert answer.body == (folder / "_site/about.html").read_bytes()
    finally:
        os.kill(int(found[1]), signal.SIGKILL)


@pytest.mark.proves("SRV-7")
@pytest.mark.parametrize("kind", ["rsa:2048", "ec"])
def test_https(kind: str, folder: Path) -> None:
    options = ["-newkey", kind, *(["-pkeyopt", "ec_paramgen_curve:prime256v1"] if kind == "ec" else [])]
    make = ["openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=localhost", *options, "-keyout", "key.pem", "-out", "cert.pem"]
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    subprocess.run(make, cwd=folder, check=True, capture_output=True)
    lay_out(folder, {"_config.yml": "title: Served\nexclude: [key.pem, cert.pem]\n"})
    with serving(folder, "--ssl-cert", "cert.pem", "--ssl-key", "/key.pem") as server:
        assert f"Server address: https://127.0.0.1:{server.port}" in server.said
        context = ssl.create_default_context(cafile=str(folder / "cert.pem"))
        with urllib.request.urlopen(f"https://localhost:{server.port}/", context=context) as answer:
            page = answer.read().decode()
    assert f"Served of https://localhost:{server.port}" in page
    assert "/livereload.js?snipver=1" in page


@pytest.mark.proves("SRV-7")
def test_https_needs_both_files(folder: Path) -> None:
    for flags in (["--ssl-cert", "c.pem"], ["--ssl-key", "k.pem"]):
        done = command(folder, "serve", *flags)
        assert done.returncode == 1
        assert "Missing --ssl_cert or --ssl_key. Both are required." in done.stderr
    done = command(folder, "serve", "--ssl-cert", "about.html", "--ssl-key", "about.html")
    assert done.returncode == 1
    assert f"read as {folder}/about.html" in done.stderr


@pytest.mark.proves("SRV-8")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="xdg-open is Linux's")
def test_the_browser_is_opened(folder: Path) -> None:
    opener = folder.parent / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\necho "$@" > {folder.parent}/opened\n')
    opener.chmod(0o755)
    with serving(folder, "--open-url", "-b", "/base", env={"PATH": f"{opener.parent}:{os.environ['PATH']}"}) as server:
        opened = folder.parent / "opened"
        server.wait_for(lambda: opened.exists() and opened.read_text())
        assert opened.read_text() == f"http://127.0.0.1:{server.port}/base/\n"


@pytest.mark.proves("SRV-8")
def test_without_an_initial_build(folder: Path) -> None:
    lay_out(folder, {"_site/about.html": "from before"})
    with serving(folder, "--skip-initial-build", "--no-livereload") as server:
        assert "Skipping the initial build. This may result in an out-of-date site." in server.said
        assert server.ask("/about").text == "from before"
        server.rebuilt(lambda: server.write("notes.txt", "new"))
        assert "About" in server.ask("/about").text


@pytest.mark.proves("SRV-1", "CLI-7")
@pytest.mark.parametrize("name", ["server", "s", "liveserve"])
def test_other_names(name: str, folder: Path) -> None:
    lay_out(folder, {"_config.yml": "title: Served\nplugins: [hawkins]\n"})
    port = free_port()
    words = [sys.executable, "-m", "pyjekyll", name, "-P", str(port), "--no-watch"]
    process = subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        assert any("Server running..." in line for line in lines)
        assert "About" in ask(port, "/about").text
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0


@pytest.mark.proves("SRV-1")
def test_an_ipv6_address_stands_in_brackets(folder: Path) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("no IPv6 here")
    with serving(folder, "-H", "::1", "--no-livereload") as server:
        assert f"Server address: http://[::1]:{server.port}\n" in server.said
        with urllib.request.urlopen(f"http://[::1]:{server.port}/about") as answer:
            assert b"About" in answer.read()


def test_a_configuration_that_breaks_and_is_mended(server: Serving) -> None:
    good = server.ask("/").body
    server.write("_config.yml", "title: [\n")
    server.wait_for(lambda: server.begun == 1 and server.idle)
    assert server.ask("/").body == good
    server.rebuilt(lambda: server.write("_config.yml", "title: Mended\nlivereload: false\n"))
    assert "Mended of http://localhost" in server.ask("/").text
    assert "livereload" not in server.ask("/").text


def test_a_failing_initial_build_ends_the_command(folder: Path) -> None:
    lay_out(folder, {"about.html": "---\n---\n{% nonsense %}\n"})
    done = command(folder, "serve", "-P", "0")
    assert done.returncode == 1
    assert "Unknown tag 'nonsense'" in done.stderr


def test_watching_without_a_server(folder: Path) -> None:
    ignored = functools.partial(signal.signal, signal.SIGINT, signal.SIG_IGN)  # as in a shell's background, where Jekyll listens all the same
    command = [sys.executable, "-m", "pyjekyll", "build", "--watch"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True, preexec_fn=ignored)
    try:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        assert any("Auto-regeneration: enabled for" in line for line in lines)
        lay_out(folder, {"about.html": "---\n---\nwatched\n"})
        assert any("...done in" in line for line in lines)
        assert (folder / "_site/about.html").read_text() == "watched\n"
    finally:
        process.send_signal(signal.SIGINT)
        assert "Halting auto-regeneration." in process.communicate(timeout=10)[0]
    assert process.returncode == 0
