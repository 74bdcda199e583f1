"""The layout `compress`: every key of compress_html, the same from both engines."""

from __future__ import annotations

from pathlib import Path

import pytest

from theme.theme_files import ENVIRONMENTS, ROOT, Builder

PAGE = """---
layout: compress
permalink: /
---
<!doctype html>
<html>
  <body>
    <!-- a note <!-- inside --><p> one   <em>two</em>  three </p>

    <ul>
      <li> a </li>
    </ul>
    <pre>
  kept   as

  it is </pre> <p>after a <picture></picture> b</p>
    <span> c </span> d
  </body>
</html>
<!-- never closed
"""

CASES = {
    "nothing": ("", "<!doctype html> <html> <body> <!-- a note <!-- inside --><p> one <em>two</em> three </p>"),
    "clippings": ("clippings: [p, ul, li, body]", "<html><body> <!-- a note <!-- inside --><p> one <em>two</em> three</p><ul><li> a</li></ul>"),
    "comments": ("comments: all", "<body> <p> one <em>two</em> three </p>"),
    "own comments": ('comments: ["<!--", "-->"]', "<body> <p> one <em>two</em> three </p>"),
    "endings": ("endings: all", "<li> a </ul>"),
    "listed endings": ("endings: [p, em]", "<p> one <em>two three <ul>"),
    "startings": ("startings: [body, html]", "<!doctype html> <!-- a note"),
    "blank lines": ("blanklines: true", "\n    <ul>\n      <li> a </li>\n    </ul>"),
    "profile": ("profile: true\n  clippings: all", '<table id="compress_html_profile_20260115" class="compress_html_profile">'),
    "ignored": ("ignore: {envs: [production]}\n  clippings: all", "  <body>\n    <!-- a note"),
    "ignored everywhere": ("ignore: {envs: all}", "  <body>\n    <!-- a note"),
}


def write_site(folder: Path, options: str) -> Path:
    """Write a site of one page with the layout."""
    (folder / "_layouts").mkdir(parents=True)
    (folder / "_layouts/compress.html").write_bytes((ROOT / "_layouts/compress.html").read_bytes())
    (folder / "_config.yml").write_text(f"time: 2026-01-15 12:00:00 +0000\ncompress_html:\n  {options}\n", "utf-8")
    (folder / "index.html").write_text(PAGE, "utf-8")
    return folder


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("engine", ["by_pyjekyll", "by_ruby"])
def test_each_key_does_what_it_says(tmp_path: Path, request: pytest.FixtureRequest, name: str, engine: str) -> None:
    build: Builder = request.getfixturevalue(engine)
    options, expected = CASES[name]
    html = (build(write_site(tmp_path / "site", options), tmp_path / "out", ENVIRONMENTS[0]) / "index.html").read_text("utf-8")
    assert expected in html
    assert "<pre>\n  kept   as\n\n  it is </pre>" in html
    assert "<picture>" in html


def test_a_space_stays_before_what_only_begins_like_a_block(tmp_path: Path, by_ruby: Builder) -> None:
    site = write_site(tmp_path / "site", "clippings: all")
    html = (by_ruby(site, tmp_path / "out", ENVIRONMENTS[0]) / "index.html").read_text("utf-8")
    assert "after a <picture>" in html


def test_an_unclosed_comment_ends_with_the_page(tmp_path: Path, by_ruby: Builder) -> None:
    site = write_site(tmp_path / "site", "comments: all")
    html = (by_ruby(site, tmp_path / "out", ENVIRONMENTS[0]) / "index.html").read_text("utf-8")
    assert "never closed" not in html
