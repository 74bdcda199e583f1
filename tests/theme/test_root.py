"""The root site: Ruby's build of it is the golden of pyjekyll's, with the pages it ships and with a homepage in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from theme.theme_files import ENVIRONMENTS, ROOT, Builder, copy_site, files

# What people keep on such a page: unclosed comments, entities, emoji that went through the wrong encoding, raw HTML in Markdown.
HOMEPAGE = """---
permalink: /
title: ""
excerpt: ""
author_profile: true
redirect_from:
  - /about/
  - /about.html
---

{% if site.google_scholar_stats_use_cdn %}
{% assign stats = "https://cdn.jsdelivr.net/gh/" | append: site.repository | append: "@" %}
{% else %}
{% assign stats = "https://raw.githubusercontent.com/" | append: site.repository | append: "/" %}
{% endif %}
{% assign url = stats | append: "google-scholar-stats/gs_data_shieldsio.json" %}

<span class='anchor' id='about-me'></span>

Cited <a href='https://example.org'><img src="https://img.shields.io/endpoint?url={{ url | url_encode }}&style=flat"></a> times.

# ğŸ”¥ News
- *2025.09*: &nbsp;ğŸ‰ğŸ‰ a [paper](https://example.org)
- one\\|two \\[three\\]

# 📝 Publications
<div class='paper-box'><div class='paper-box-image'><div><div class="badge">1</div><img src='images/profile.svg' alt="a" width="100%"></div></div>
<div class='paper-box-text' markdown="1">

[Title](https://example.org) **Me**<sup>#</sup> <span class='show_paper_citations' data='ID:1'></span>
- point
</div>
</div>

<button type="button" class="btn btn-sm" disabled
  style="font-size: 13px">
  arXiv
</button> **A title** <br>
Names. <br>

<!-- # Projects
- one
<!-- nested -->
"""


@pytest.mark.parametrize("env", ENVIRONMENTS, ids=["production", "development"])
def test_both_engines_build_the_same_bytes(tmp_path: Path, by_pyjekyll: Builder, by_ruby: Builder, env: dict[str, str]) -> None:
    theirs = files(by_ruby(ROOT, tmp_path / "theirs", env))
    ours = files(by_pyjekyll(ROOT, tmp_path / "ours", env))
    assert ours == theirs


def test_a_homepage_in_place_of_ours_builds_to_the_same_bytes(tmp_path: Path, by_pyjekyll: Builder, by_ruby: Builder) -> None:
    copy = copy_site(tmp_path / "site")
    (copy / "_pages/about.md").write_text(HOMEPAGE, "utf-8")
    theirs = files(by_ruby(copy, tmp_path / "theirs", ENVIRONMENTS[0]))
    ours = files(by_pyjekyll(copy, tmp_path / "ours", ENVIRONMENTS[0]))
    assert ours == theirs
