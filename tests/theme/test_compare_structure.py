"""The script that compares the structure of two builds sees what it says it sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from theme.compare_structure import differences, read

PAGE = """<main itemscope itemtype="http://schema.org/Person"><h1>A <i>title</i></h1><ul><li>1</li><li>2</li></ul>
<a href="http://x.example">there</a><time datetime="2026-01-01">then</time><meta itemprop="name" content="N"></main>"""


@pytest.mark.parametrize(
    ("old", "new", "aspect"),
    [
        ("<h1>A <i>title</i></h1>", "<h2>A title</h2>", "headings"),
        ("there", "elsewhere", "links"),
        ("x.example", "y.example", "links"),
        ("<li>2</li>", "", "lists"),
        ("<ul><li>1</li><li>2</li></ul>", "", "lists"),
        ("2026-01-01", "2026-01-02", "times"),
        ('content="N"', 'content="M"', "microdata"),
        ("Person", "Thing", "microdata"),
    ],
)
def test_a_difference_is_named(tmp_path: Path, old: str, new: str, aspect: str) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "b.html").write_text(PAGE.replace(old, new), "utf-8")
    found = differences(read(tmp_path / "a.html"), read(tmp_path / "b.html"))
    assert found and all(line.startswith(f"{aspect}:") for line in found)


def test_what_differs_on_purpose_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    ours = PAGE.replace("http://x", "https://x").replace("A <i>title</i>", "A \n title")
    ours = ours.replace("<ul>", '<a class="skip-link" href="#main">Skip</a><ul>')
    (tmp_path / "b.html").write_text(ours, "utf-8")
    assert differences(read(tmp_path / "a.html"), read(tmp_path / "b.html")) == []
