"""`where` over the site's own lists: read once, and right all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from pyjekyll.filters.items import Property
from running import run

PAGE = """---
---
{% assign one = site.notes | where: "url", "/notes/b.html" | first %}{{ one.title }}
{% assign two = site.posts | where: "url", "/2026/01/02/y.html" | first %}{{ two.title }}
{% assign few = site.notes | where: "url", "/notes/b.html" | where: "url", "/notes/a.html" %}{{ few | size }}
{% assign three = site.notes | where: "title", "B" | first %}{{ three.url }}
"""


def test_fixed_values_of_documents_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = {"_config.yml": "collections: {notes: {output: true}}\n", "_notes/a.md": "---\n---\n", "_notes/b.md": "---\n---\n"}
    site |= {"_posts/2026-01-01-x.md": "---\n---\n", "_posts/2026-01-02-y.md": "---\n---\n"}
    site |= {f"page{number}.html": PAGE for number in range(5)}
    for name, text in site.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    read: list[str] = []
    raw = Property.raw

    def counted(wanted: Property, item: object) -> object:
        read.append(wanted.name)
        return raw(wanted, item)

    monkeypatch.setattr(Property, "raw", counted)
    assert run(tmp_path, ["build"])[0] == 0
    for number in range(5):
        assert (tmp_path / f"_site/page{number}.html").read_text().split() == ["B", "Y", "0", "/notes/b.html"]
    # Two notes and two posts once, the found note of each page again; a title may change, and is read each time.
    assert read.count("url") == 2 + 2 + 5
    assert read.count("title") == 2 * 5
