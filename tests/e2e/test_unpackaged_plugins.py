"""Built-in plugins whose gems the reference has not: jemoji, remote themes, CoffeeScript, hawkins, CommonMark of GitHub Pages."""

from __future__ import annotations

import http.server
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import BuiltSite, SiteFactory
from running import run

# --- jemoji ------------------------------------------------------------------------------------------------------------------

IMAGES = "https://github.githubassets.com/images/icons/emoji"


def picture(name: str, file: str, root: str = IMAGES) -> str:
    """Return the element that stands for an emoji."""
    return f'<img class="emoji" title=":{name}:" alt=":{name}:" src="{root}/{file}.png" height="20" width="20">'


SMILE = picture("smile", "unicode/1f604")


def emojified(site: SiteFactory, body: str, config: str = "", path: str = "a.html", **env: str) -> str:
    """Return what a page becomes."""
    built = site({"_config.yml": f"plugins: [jemoji]\n{config}", path: f"---\n---\n{body}"}).build(env=env)
    assert built.exit == 0, built.log
    return built.read(path)


@pytest.mark.parametrize(
    ("body", "made"),
    [
        (":smile:", SMILE),
        ("<p>a :smile: b</p>", f"<p>a {SMILE} b</p>"),
        (":+1: :-1:", f"{picture('+1', 'unicode/1f44d')} {picture('-1', 'unicode/1f44e')}"),
        (":octocat:", picture("octocat", "octocat")),
        (":smile::smile:", SMILE + SMILE),
        ("at 10:30:smile:", f"at 10:30{SMILE}"),
        (":unheard_of: :smile:", f":unheard_of: {SMILE}"),
        (":Smile:", ":Smile:"),
        ("<pre>:smile:</pre> <code>:smile:</code> <tt>:smile:</tt>", "<pre>:smile:</pre> <code>:smile:</code> <tt>:smile:</tt>"),
        ('<a title=":smile:">x</a>', '<a title=":smile:">x</a>'),
        ('<a href="#">:smile:</a>', f'<a href="#">{SMILE}</a>'),
        ("<head>:smile:</head><body class=x>:smile:</body>", f"<head>:smile:</head><body class=x>{SMILE}</body>"),
        ("nothing: of: that", "nothing: of: that"),
    ],
)
def test_names_of_emoji_become_pictures(site: SiteFactory, body: str, made: str) -> None:
    assert emojified(site, body) == made


def test_the_pictures_may_come_from_elsewhere(site: SiteFactory) -> None:
    own = emojified(site, ":smile:", "emoji: {src: /assets/}\n")
    assert own == picture("smile", "unicode/1f604", "/assets/emoji")
    hosted = emojified(site, ":smile:", ASSET_HOST_URL="https://assets.example/")
    assert hosted == picture("smile", "unicode/1f604", "https://assets.example/images/icons/emoji")


def test_only_pages_in_html_have_pictures(site: SiteFactory) -> None:
    assert emojified(site, ":smile:", path="a.txt") == ":smile:"
    assert emojified(site, '{"a": ":smile:"}', path="a.json") == '{"a": ":smile:"}'


# --- remote themes -----------------------------------------------------------------------------------------------------------

THEME = {
    "_layouts/default.html": "theme: {{ content }}{% include part.html %}",
    "_includes/part.html": "part",
    "_sass/colours.scss": "a { color: red }",
    "assets/t.txt": "asset of the theme",
    "some-theme.gemspec": 'Gem::Specification.new do |spec|\n  spec.add_runtime_dependency "jekyll-sitemap", "~> 1.0"\nend\n',
}
ONLINE = {"PYJEKYLL_OFFLINE": ""}
PAGE = {"index.html": "---\nlayout: default\n---\npage ", "s.scss": '---\n---\n@import "colours";\n'}


def themed(site: SiteFactory, wanted: str, **more: str) -> BuiltSite:
    """Return a site with a remote theme."""
    return site({"_config.yml": f"plugins: [jekyll-remote-theme]\nremote_theme: {json.dumps(wanted)}\n", **PAGE, **more})


def write_theme(folder: Path) -> Path:
    """Write the theme's files."""
    for name, text in THEME.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def zipped(top: str = "some-theme-main") -> bytes:
    """Return the theme as a zip archive, in one folder as GitHub has it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in THEME.items():
            archive.writestr(f"{top}/{name}", text)
    return made.getvalue()


def tarred() -> bytes:
    """Return the theme as a tar.gz archive."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for name, text in THEME.items():
            member = tarfile.TarInfo(f"top/{name}")
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text.encode()))
    return made.getvalue()


def check_theme(built: BuiltSite) -> None:
    """Assert that layouts, includes, sheets, assets and plugins of the theme are there."""
    assert built.exit == 0, built.log
    assert built.read("index.html") == "theme: page part"
    assert "color: red" in built.read("s.css")
    assert built.read("assets/t.txt") == "asset of the theme"
    assert "sitemap.xml" in built.paths


def test_a_theme_may_be_a_folder(site: SiteFactory, tmp_path: Path) -> None:
    check_theme(themed(site, str(write_theme(tmp_path / "theme"))).build())
    relative = themed(site, "./mine", **{f"mine/{name}": text for name, text in THEME.items()})
    assert relative.build().read("index.html") == "theme: page part"


@pytest.mark.parametrize(("name", "content"), [("theme.zip", zipped()), ("theme.tar.gz", tarred()), ("theme.tgz", tarred())])
def test_a_theme_may_be_an_archive(site: SiteFactory, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    built = themed(site, str(tmp_path / name)).build()
    check_theme(built)
    assert not (built.root / "_remote_theme.lock").exists()


def test_a_theme_may_be_a_commit_of_a_checkout(site: SiteFactory, tmp_path: Path) -> None:
    theme = write_theme(tmp_path / "theme")
    who = {f"GIT_{role}_{part}": "a@example.com" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"], ["tag", "v1"]):
        subprocess.run(["git", *words], cwd=theme, check=True, env={**os.environ, **who}, capture_output=True)
    (theme / "_includes/part.html").write_text("changed since")
    check_theme(themed(site, f"{theme}@v1").build())
    assert themed(site, str(theme)).build().read("index.html") == "theme: page changed since"
    assert "Name a branch, tag or commit that is there." in themed(site, f"{theme}@never").build().log


def test_what_is_no_theme_is_an_error_line_as_in_jekyll(site: SiteFactory) -> None:
    built = site({"_config.yml": "plugins: [jekyll-remote-theme]\nremote_theme: not a theme\n", "a.html": "---\n---\na"}).build()
    assert '"not a theme" is not a valid remote theme' in built.log
    assert built.exit == 0


def test_a_theme_that_is_not_there_ends_the_build(site: SiteFactory) -> None:
    built = themed(site, "./nowhere").build()
    assert built.exit == 1
    assert "The theme ./nowhere could not be found." in built.log
    assert "A relative path starts at the site's source." in built.log


class Archives(http.server.BaseHTTPRequestHandler):
    """Serve one archive, and count who asks."""

    content = b""
    asked = 0

    def do_GET(self) -> None:
        type(self).asked += 1
        self.send_response(200 if self.path.endswith("/theme.zip") else 404)
        self.end_headers()
        if self.path.endswith("/theme.zip"):
            self.wfile.write(self.content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[tuple[type[Archives], str]]:
    """Serve the theme's archive on this machine."""
    handler = type("Own", (Archives,), {"content": zipped(), "asked": 0})
    with http.server.HTTPServer(("127.0.0.1", 0), handler) as listening:
        thread = threading.Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        yield handler, f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


def test_a_theme_is_fetched_once_and_its_digest_recorded(site: SiteFactory, server: tuple[type[Archives], str]) -> None:
    handler, url = server
    built = themed(site, f"{url}/theme.zip").build(env=ONLINE)
    check_theme(built)
    recorded = json.loads((built.root / "_remote_theme.lock").read_text())
    assert list(recorded) == [f"{url}/theme.zip"]
    assert len(recorded[f"{url}/theme.zip"]["sha256"]) == 64
    check_theme(built.build(env=ONLINE))
    assert handler.asked == 1


def test_other_bytes_under_the_same_address_are_refused(site: SiteFactory, server: tuple[type[Archives], str]) -> None:
    handler, url = server
    built = themed(site, f"{url}/theme.zip").build(env=ONLINE)
    check_theme(built)
    handler.content = zipped("changed")
    cache = built.root.parent / ".user-cache/pyjekyll/themes"
    for folder in cache.iterdir():
        folder.rename(folder.with_name("f" * 64))
    built.build(env=ONLINE)
    assert built.exit == 1
    assert "is not what it was" in built.log
    assert "If the change is wanted, remove its entry from _remote_theme.lock." in built.log
    assert built.read("index.html") == "theme: page part"  # the last good site stays


@pytest.mark.parametrize("how", ["offline", "safe"])
def test_nothing_is_fetched_in_safe_or_offline_mode(site: SiteFactory, server: tuple[type[Archives], str], how: str) -> None:
    handler, url = server
    built = themed(site, f"{url}/theme.zip")
    if how == "safe":
        built.write("_config.yml", (built.root / "_config.yml").read_text() + "safe: true\nwhitelist: [jekyll-remote-theme]\n")
    built.build(env={"PYJEKYLL_OFFLINE": "1"} if how == "offline" else ONLINE)
    assert built.exit == 1
    assert "nothing is fetched in safe or offline mode" in built.log
    assert handler.asked == 0


def test_an_address_without_an_archive_ends_the_build(site: SiteFactory, server: tuple[type[Archives], str]) -> None:
    built = themed(site, f"{server[1]}/other.zip").build(env=ONLINE)
    assert built.exit == 1
    assert f"Loading URL: {server[1]}/other.zip" in built.log


def test_an_archive_writes_nothing_outside_its_folder(site: SiteFactory, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "theme.zip", "w") as archive:
        archive.writestr("top/../../../evil.txt", "x")
        archive.writestr("top/_layouts/default.html", "fine {{ content }}")
    built = site({"_config.yml": f"plugins: [jekyll-remote-theme]\nremote_theme: {tmp_path}/theme.zip\n", "a.html": "---\nlayout: default\n---\na"})
    assert built.build().read("a.html") == "fine a"
    cache = built.root.parent / ".user-cache/pyjekyll/themes"
    assert [path for path in tmp_path.rglob("evil.txt") if cache not in path.parents] == []


@pytest.mark.parametrize(
    ("wanted", "name", "url"),
    [
        ("owner/name", "owner/name", "https://codeload.github.com/owner/name/zip/HEAD"),
        ("Owner/Na.me@v1.2", "owner/na.me", "https://codeload.github.com/Owner/Na.me/zip/v1.2"),
        ("owner/name@feature/x", "owner/name", "https://codeload.github.com/owner/name/zip/feature/x"),
        ("https://github.com/owner/name", "owner/name", "https://codeload.github.com/owner/name/zip/HEAD"),
        ("https://elsewhere.example/owner/name", None, None),
        ("owner", None, None),
        ("a/b/c", None, None),
        ("https://x.example/t.tar.gz", "t", "https://x.example/t.tar.gz"),
    ],
)
def test_which_names_are_themes(wanted: str, name: str | None, url: str | None) -> None:
    from pyjekyll.plugins.builtin.remote_theme import archive_url

    assert archive_url(wanted) == (None if name is None else (name, url))


# --- CoffeeScript ------------------------------------------------------------------------------------------------------------


def coffee(site: SiteFactory, folder: Path, script: str | None) -> BuiltSite:
    """Build a site with a page in CoffeeScript and this compiler, if any, as the only program there is."""
    folder.mkdir()
    if script is not None:
        (folder / "coffee").write_text(f"#!{sys.executable}\nimport sys\n{script}\n")
        (folder / "coffee").chmod(0o755)
    files = {"_config.yml": "plugins: [jekyll-coffeescript]\n", "a.coffee": "---\n---\nx = 1\n"}
    return site(files).build(env={"PATH": str(folder)})


def test_coffeescript_is_compiled_by_its_compiler(site: SiteFactory, tmp_path: Path) -> None:
    script = "assert sys.argv[1:] == ['--stdio', '--print']\nprint('(' + sys.stdin.read().strip() + ')')"
    assert coffee(site, tmp_path / "bin", script).read("a.js") == "(x = 1)\n"


def test_without_a_compiler_the_message_says_so(site: SiteFactory, tmp_path: Path) -> None:
    built = coffee(site, tmp_path / "bin", None)
    assert built.exit == 1
    assert "The site has CoffeeScript files, and there is no CoffeeScript compiler." in built.log
    assert "Put the `coffee` command on the PATH" in built.log
    assert "a.coffee" in built.log


def test_the_compiler_s_own_words_are_passed_on(site: SiteFactory, tmp_path: Path) -> None:
    built = coffee(site, tmp_path / "bin", "sys.exit('[stdin]:1:3: error: unexpected newline')")
    assert built.exit == 1
    assert "CoffeeScript: [stdin]:1:3: error: unexpected newline" in built.log
    assert "a.coffee" in built.log


def test_a_site_without_coffeescript_needs_no_compiler(site: SiteFactory, tmp_path: Path) -> None:
    built = site({"_config.yml": "plugins: [jekyll-coffeescript]\n", "a.html": "a"}).build(env={"PATH": str(tmp_path)})
    assert built.exit == 0


# --- hawkins -----------------------------------------------------------------------------------------------------------------


def test_liveserve_is_serve_with_live_reload(site: SiteFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []

    def become(_program: str, words: list[str]) -> None:
        called.append(words)
        raise SystemExit(0)  # nothing of this process is left then

    monkeypatch.setattr(os, "execv", become)
    monkeypatch.setattr(sys, "argv", ["pyjekyll", "liveserve", "--port", "4001"])
    built = site({"_config.yml": "plugins: [hawkins]\n"})
    run(built.root, ["liveserve", "--port", "4001"])
    assert called == [[sys.executable, "-m", "pyjekyll", "serve", "--livereload", "--port", "4001"]]


def test_liveserve_is_there_only_with_the_plugin(site: SiteFactory) -> None:
    code, log = run(site({"_config.yml": ""}).root, ["liveserve"])
    assert code == 1
    assert "'jekyll liveserve' could not be found" in log


# --- CommonMark as GitHub Pages has it -----------------------------------------------------------------------------------------


def commonmark(site: SiteFactory, body: str, config: str = "") -> str:
    """Return what a page becomes with CommonMarkGhPages."""
    pytest.importorskip("cmarkgfm")
    files = {"_config.yml": f"plugins: [jekyll-commonmark-ghpages]\nmarkdown: CommonMarkGhPages\n{config}", "a.md": f"---\n---\n{body}"}
    built = site(files).build()
    assert built.exit == 0, built.log
    return built.read("a.html")


def test_commonmark_gives_headings_the_ids_of_kramdown(site: SiteFactory) -> None:
    made = commonmark(site, "# 1. Some new Words!\n\n## Twice\n\n## Twice\n\n### 2020\n")
    assert re.findall(r'<h(\d) id="([^"]*)">', made) == [("1", "some-new-words"), ("2", "twice"), ("2", "twice-1"), ("3", "section")]


def test_commonmark_colours_code_as_kramdown_does(site: SiteFactory) -> None:
    made = commonmark(site, "```ruby\n1\n```\n\n```nolanguage\n<1>\n```\n")
    assert '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code><span class="mi">1</span>\n' in made
    assert '<pre><code class="language-nolanguage">&lt;1&gt;\n</code></pre>' in made


def test_commonmark_keeps_the_lines_of_a_highlight_tag_together(site: SiteFactory) -> None:
    made = commonmark(site, "{% highlight ruby %}\n1\n\n2\n{% endhighlight %}\n\n*after*\n", "commonmark: {options: [UNSAFE]}\n")
    assert '<span class="mi">1</span>\n\n<span class="mi">2</span>' in made
    assert "data-jekyll-commonmark-ghpages" not in made
    assert "<p><em>after</em></p>" in made
