"""Themes from gems, without Ruby: a `.gem` file, a folder, and a source of gems that runs here."""

from __future__ import annotations

import gzip
import hashlib
import http.server
import io
import json
import tarfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from conftest import BuiltSite, SiteFactory
from pyjekyll.gems.gemfile import requirements
from pyjekyll.gems.lock import Lock

SPEC = """--- !ruby/object:Gem::Specification
name: {name}
version: !ruby/object:Gem::Version
  version: {version}
platform: ruby
authors:
- Ann
- Bob
dependencies:
- !ruby/object:Gem::Dependency
  name: jekyll-sitemap
  requirement: !ruby/object:Gem::Requirement
    requirements:
    - - "~>"
      - !ruby/object:Gem::Version
        version: '1.4'
  type: :runtime
- !ruby/object:Gem::Dependency
  name: bundler
  requirement: !ruby/object:Gem::Requirement
    requirements:
    - - ">="
      - !ruby/object:Gem::Version
        version: '0'
  type: :development
description:
metadata:
  plugin_type: theme
summary: A theme.
"""
FILES = {
    "_layouts/default.html": "<{% include tag.html %}>{{ content }}",
    "_includes/tag.html": "{{ site.data.words.tag }}{{ theme.version }}{{ theme.authors }}{{ theme.dependencies | join: ';' }}",
    "_data/words.yml": "tag: t",
    "_sass/look.scss": "$colour: red;",
    "assets/style.scss": "---\n---\n@import 'look';\np { color: $colour; }",
    "_config.yml": "greeting: hello",
}
SITE = {
    "_config.yml": "theme: Fine-Theme\nsass: {sourcemap: never}",
    "index.html": "---\nlayout: default\n---\n{{ site.greeting }}",
}


def tar(files: Mapping[str, bytes]) -> bytes:
    """Return a tar of files."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return buffer.getvalue()


def make_gem(version: str = "1.10.0", name: str = "fine-theme", files: Mapping[str, str] | None = None) -> bytes:
    """Return a `.gem` file, the same bytes whenever it is made."""
    data = tar({path: text.encode() for path, text in (FILES if files is None else files).items()})
    spec = SPEC.format(name=name, version=version).encode()
    parts = {"metadata.gz": spec, "data.tar.gz": data, "checksums.yaml.gz": b"{}"}
    return tar({name: gzip.compress(content, mtime=0) for name, content in parts.items()})


class Source:
    """A source of gems on this machine; `asked` lists the paths that were asked for."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.asked: list[str] = []
        source = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                source.asked.append(self.path)
                body = source.files.get(self.path)
                self.send_response(200 if body is not None else 404)
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def publish(self, *versions: str, name: str = "fine-theme", digest: str | None = None) -> None:
        """Offer versions of a gem, with their digests in the index, or one that is wrong."""
        lines = ["---"]
        for version in versions:
            gem = make_gem(version, name)
            self.files[f"/gems/{name}-{version}.gem"] = gem
            lines.append(f"{version} jekyll:>= 3.5&< 5.0|checksum:{digest or hashlib.sha256(gem).hexdigest()},ruby:>= 2.5")
        lines.append(f"99.0-java |checksum:{'0' * 64}")
        self.files[f"/info/{name}"] = "\n".join(lines).encode()

    def build(self, site: BuiltSite, *flags: str, offline: str = "") -> BuiltSite:
        """Build a site that gets its gems here."""
        return site.build(*flags, env={"PYJEKYLL_GEM_SOURCE": self.url, "PYJEKYLL_OFFLINE": offline})


@pytest.fixture
def source() -> Iterator[Source]:
    """Yield a source that runs for one test."""
    made = Source()
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_a_theme_is_fetched_once_and_recorded(site: SiteFactory, source: Source) -> None:
    source.publish("1.9.0", "1.10.0", "2.0.0.pre1")
    built = source.build(site(SITE))
    assert built.exit == 0, built.log
    assert built.read("index.html") == "<t1.10.0Ann, Bobjekyll-sitemap (~> 1.4)>hello"
    assert built.read("assets/style.css") == "p { color: red; }\n"
    assert (built.root / "_site/sitemap.xml").is_file()  # what the theme depends on is a plugin
    assert source.asked == ["/info/fine-theme", "/gems/fine-theme-1.10.0.gem"]
    digest = hashlib.sha256(make_gem()).hexdigest()
    assert json.loads((built.root / "_theme.lock").read_text()) == {
        "fine-theme": {"sha256": digest, "url": f"{source.url}/gems/fine-theme-1.10.0.gem"}
    }
    assert source.build(built, "--safe", offline="1").exit == 0
    assert len(source.asked) == 2


def test_the_recorded_version_is_fetched_again(site: SiteFactory, source: Source) -> None:
    source.publish("1.0.0")
    first = source.build(site(SITE))
    source.publish("1.0.0", "1.1.0")
    second = site({**SITE, "_theme.lock": (first.root / "_theme.lock").read_bytes()})
    assert source.build(second).read("index.html").startswith("<t1.0.0")


@pytest.mark.parametrize(
    ("gemfile", "lock", "version"),
    [
        ('gem "fine-theme", "~> 1.0.0"', "", "1.0.5"),
        ("gem 'fine-theme', '>= 1.0', '< 1.1', group: :x", "", "1.0.5"),
        ('gem "fine-theme", "2.0.0.pre1"', "", "2.0.0.pre1"),
        ('gem "fine-theme"', "GEM\n  specs:\n    fine-theme (1.0.0)\n      jekyll (>= 3.5)\n", "1.0.0"),
    ],
)
def test_the_gemfile_chooses(site: SiteFactory, source: Source, gemfile: str, lock: str, version: str) -> None:
    source.publish("1.0.0", "1.0.5", "1.1.0", "2.0.0.pre1")
    built = source.build(site({**SITE, "Gemfile": gemfile, "Gemfile.lock": lock}))
    assert built.read("index.html").startswith(f"<t{version}A"), built.log


def test_the_gemfile_is_the_one_that_bundler_takes(site: SiteFactory, source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    source.publish("1.0.0", "1.0.5", "1.1.0")
    files = {"Gemfile": 'gem "fine-theme", "1.0.0"', "other/Gemfile": '# gem "fine-theme", "1.0.5"\ngem "fine-theme", "1.1.0"'}
    built = site({**SITE, **files})
    monkeypatch.setenv("BUNDLE_GEMFILE", str(built.root / "other" / "Gemfile"))
    assert requirements(str(built.root), "fine-theme") == ["1.1.0"]
    (built.root / "other" / "Gemfile.lock").write_text("GEM\n  specs:\n    fine-theme (1.0.5)\n")
    assert requirements(str(built.root), "fine-theme") == ["= 1.0.5"]


@pytest.mark.parametrize("row", [{"url": "x"}, {"sha256": "x"}, {"url": "x", "sha256": None}, "x", None])
def test_half_an_entry_of_the_lock_file_is_none(row: object, tmp_path: Path) -> None:
    path = tmp_path / "_theme.lock"
    path.write_text(json.dumps({"fine-theme": row}))
    assert Lock(str(path)).entry("fine-theme") is None


def test_other_bytes_than_published_are_refused(site: SiteFactory, source: Source) -> None:
    source.publish("1.0.0", digest="a" * 64)
    built = source.build(site(SITE))
    assert built.exit == 1
    assert "The fine-theme theme could not be found." in built.log
    assert "was published" in built.log
    assert not (built.root / "_theme.lock").exists()


def test_other_bytes_than_recorded_are_refused(site: SiteFactory, source: Source) -> None:
    source.publish("1.0.0")
    lock = json.dumps({"fine-theme": {"url": f"{source.url}/gems/fine-theme-1.0.0.gem", "sha256": "b" * 64}})
    built = source.build(site({**SITE, "_theme.lock": lock}))
    assert built.exit == 1
    assert "was recorded" in built.log


@pytest.mark.parametrize(("flags", "offline"), [(["--safe"], ""), ([], "1")])
def test_nothing_is_fetched_in_safe_or_offline_mode(site: SiteFactory, source: Source, flags: list[str], offline: str) -> None:
    source.publish("1.0.0")
    built = source.build(site(SITE), *flags, offline=offline)
    assert built.exit == 1
    assert "Nothing is fetched in safe or offline mode" in built.log
    assert source.asked == []


@pytest.mark.parametrize("name", ["../x", "a/b", "a?b", "http://127.0.0.1/x", "a b"])
def test_odd_names_make_no_request(site: SiteFactory, source: Source, name: str) -> None:
    built = source.build(site({**SITE, "_config.yml": json.dumps({"theme": name})}))
    assert built.exit == 1
    assert source.asked == []


def test_what_is_no_gem_is_refused(site: SiteFactory, source: Source) -> None:
    for content in (b"nonsense", tar({"metadata.gz": b"x", "data.tar.gz": b"y"}), tar({"metadata.gz": gzip.compress(b"a")})):
        built = source.build(site({**SITE, "_config.yml": "theme: x.gem", "x.gem": content}))
        assert built.exit == 1
        assert "gem" in built.log or "archive" in built.log


def test_a_gem_file_in_the_source(site: SiteFactory, source: Source) -> None:
    built = source.build(site({**SITE, "_config.yml": "theme: vendor/Fine.gem\nexclude: [vendor]", "vendor/Fine.gem": make_gem()}))
    assert built.exit == 0, built.log
    assert built.read("index.html").startswith("<t1.10.0Ann")
    assert source.asked == []


def test_a_gem_writes_nothing_outside_its_folder(site: SiteFactory, source: Source) -> None:
    evil = make_gem(files={**FILES, "../../../evil": "x", "/evil": "x"})
    built = source.build(site({**SITE, "_config.yml": "theme: x.gem\nexclude: [x.gem]", "x.gem": evil}))
    assert built.exit == 0, built.log
    folder = built.root.parent / ".user-cache/pyjekyll/themes" / hashlib.sha256(evil).hexdigest()
    found = list(built.root.parent.rglob("evil"))
    assert found
    assert all(folder in path.parents for path in found)


def test_a_folder_beside_the_site_is_a_theme_but_not_in_safe_mode(site: SiteFactory, source: Source) -> None:
    files = {f"../look/{path}": text for path, text in FILES.items()}
    gemspec = 'Gem::Specification.new do |s|\n  s.name = "look"\n  s.version = "0.1"\n  s.authors = ["Cy"]\nend\n'
    built = source.build(site({**SITE, "_config.yml": "theme: ../look\nsass: {sourcemap: never}", **files, "../look/look.gemspec": gemspec}))
    assert built.exit == 0, built.log
    assert built.read("index.html") == "<t0.1Cy>hello"
    assert source.build(built, "--safe").exit == 1


def test_another_installed_version_is_better_than_none(site: SiteFactory) -> None:
    gems = "vendor/bundle/ruby/3.1.0"
    installed = {f"{gems}/gems/fine-theme-1.2.0/_layouts/default.html": "<old>{{ content }}", f"{gems}/specifications/fine-theme-1.2.0.gemspec": "x"}
    lock = "GEM\n  specs:\n    fine-theme (1.3.0)\n"
    built = site({**SITE, **installed, "Gemfile": 'gem "fine-theme"', "Gemfile.lock": lock}).build()
    assert built.read("index.html").startswith("<old>"), built.log
    assert "fine-theme = 1.3.0, which the Gemfile asks for, is not installed" in built.log


def test_what_stands_in_for_a_theme_brings_its_plugins(site: SiteFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pyjekyll.gems.installed._ROOTS", ())
    built = site({"_config.yml": "theme: minima", "a.html": "---\n---\n{% seo %}"}).build()
    assert built.exit == 0, built.log
    assert "own theme with the same layouts takes its place" in built.log
    assert "Jekyll SEO" in built.read("a.html")
    assert (built.root / "_site/feed.xml").is_file()
