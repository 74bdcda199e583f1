"""Previews from the last build's site: what they take over, and what makes them read everything again."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from pyjekyll.serve import rebuild
from pyjekyll.serve.preview import Preview
from rebuilding import Session

LAYOUT = "{% include head.html %}<main>{{ content }}</main>"
LIST = "{% for post in site.posts %}{{ post.title }} {{ post.kind | jsonify }}: {{ post.excerpt }}{{ post.content | size }}\n{% endfor %}"
SITE = {
    "_config.yml": "title: T\nplugins: [jekyll-redirect-from]\nexcerpt_separator: <!--more-->\ncollections: {notes: {output: true, sort_by: rank}}\n",
    "_layouts/default.html": LAYOUT,
    "_layouts/post.html": "---\nlayout: default\n---\n{{ page.previous.excerpt }}{{ page.next.title }}{{ content }}",
    "_includes/head.html": "<title>{{ page.title }}</title>",
    "_includes/word.html": "word",
    "_posts/2026-01-01-first.md": "---\nlayout: post\nkind: [a]\n---\n*one* {% include word.html %}\n<!--more-->\nmore\n",
    "_posts/2026-01-02-second.md": "---\nlayout: post\ntags: [a]\ntitle: Second\n---\n*two*\n<!--more-->\nrest\n",
    "_posts/2026-01-03-bare.md": "no front matter *at all*\n",
    "_notes/note.md": "---\nlayout: default\nrank: 1\n---\n{{ site.notes.first.content }}\n",
    "index.html": f"---\nlayout: default\ntitle: Index\n---\n{LIST}",
    "about.md": "---\nlayout: default\n---\n# About\n",
    "data.md": "---\n---\n{{ site.data.words | jsonify }}\n",
    "_data/words.yml": "a: 1\n",
    "main.scss": "---\n---\np { color: red }\n",
    "plain.txt": "plain",
    "pages.html": "---\nlayout: default\n---\n{% for page in site.pages %}{{ page.url }}{{ page.content | size }}\n{% endfor %}",
    "moved.html": "---\nredirect_from: /old.html\n---\n",
    "note.html": "---\npermalink: /notes/note.html\n---\na page that the note of the same place hides",
}
OPEN = ("index.html", "about.html", "2026/01/01/first.html", "2026/01/02/second.html", "notes/note.html", "pages.html", "old.html", "main.css")


class Looker(Session):
    """A session that has every page open; `readings` counts the previews that read the whole site."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, more: dict[str, str]) -> None:
        self.readings = 0
        read = Preview._read

        def counted(preview: Preview, *arguments: object) -> object:
            self.readings += 1
            return read(preview, *arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(rebuild, "_SHORT", -1)
        monkeypatch.setattr(Preview, "_read", counted)
        super().__init__(folder, {**SITE, **more})
        self.browser.open = {str(self.built(name)) for name in OPEN}

    def expect(self, *paths: str, readings: int) -> None:
        """Rebuild after changes to the paths; what was shown first must be what was built then."""
        before = self.readings
        assert self.rebuilder.rebuild([str(self.folder / path) for path in paths])
        assert self.readings - before == readings, paths
        assert self.browser.previews and self.shown()
        for path, text in self.shown().items():
            assert self.built(path).read_text() == text, path


@pytest.fixture
def looker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Looker:
    """Lay out and build a site with posts, excerpts, a collection and data."""
    return Looker((tmp_path / "site").resolve(), monkeypatch, {})


def replace(looker: Looker, path: str, old: str, new: str) -> str:
    """Change a text in a file and return the path."""
    text = (looker.folder / path).read_text()
    assert old in text
    looker.write(path, text.replace(old, new))
    return path


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("about.md", "# About", "# Other"),
        ("_posts/2026-01-01-first.md", "*one*", "*another*"),
        ("_posts/2026-01-02-second.md", "<!--more-->", ""),
        ("_posts/2026-01-03-bare.md", "at all", "here"),
        ("_notes/note.md", "{{", "text {{"),
        ("index.html", "title: Index", "title: Other"),
        ("_posts/2026-01-01-first.md", "kind: [a]", "kind: [a, 2]"),
        ("_posts/2026-01-01-first.md", "layout: post", "layout: default"),
        ("_posts/2026-01-02-second.md", "title: Second", "title: 2"),
        ("_includes/head.html", "<title>", "<title>!"),
        ("_includes/word.html", "word", "other word"),
        ("_layouts/post.html", "{{ content }}", "<p>{{ content }}</p>"),
        ("_layouts/default.html", "<main>", "<main class='x'>"),
        ("main.scss", "red", "blue"),
        ("plain.txt", "plain", "other"),
    ],
)  # fmt: skip
def test_an_edited_text_needs_no_reading(looker: Looker, path: str, old: str, new: str) -> None:
    looker.expect(replace(looker, path, old, new), readings=0)
    looker.expect(replace(looker, path, new or "rest", old or "rest"), readings=0)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("index.html", "title: Index", "title:"),
        ("index.html", "title: Index", "heading: Index"),
        ("index.html", "title: Index", "title: {a: b}"),
        ("index.html", "title: Index", "title: Index\nmore: 1"),
        ("_posts/2026-01-02-second.md", "tags: [a]", "tags: [b]"),
        ("_notes/note.md", "rank: 1", "rank: 2"),
        ("_data/words.yml", "1", "2"),
        ("_config.yml", "title: T", "title: U"),
        ("plain.txt", "plain", "---\n---\na page now\n"),
        ("_posts/2026-01-03-bare.md", "no", "---\ntitle: A\n---\nno"),
    ],
)  # fmt: skip
def test_more_than_a_text_is_read(looker: Looker, path: str, old: str, new: str) -> None:
    looker.expect(replace(looker, path, old, new), readings=1)


def test_what_comes_and_goes_is_read(looker: Looker) -> None:
    looker.write("new.md", "---\n---\nnew\n")
    looker.expect("new.md", readings=1)
    (looker.folder / "_posts/2026-01-01-first.md").unlink()
    looker.browser.open.discard(str(looker.built("2026/01/01/first.html")))
    looker.expect("_posts/2026-01-01-first.md", readings=1)


def test_several_edits_at_once(looker: Looker) -> None:
    edits = (("about.md", "About", "A"), ("_includes/head.html", "title", "b"), ("plain.txt", "plain", "p"))
    looker.expect(*(replace(looker, *edit) for edit in edits), readings=0)


def test_a_failed_build_ends_the_taking_over(looker: Looker) -> None:
    path = replace(looker, "about.md", "# About", "{% nonsense %}")
    assert not looker.rebuilder.rebuild([str(looker.folder / path)])
    looker.expect(replace(looker, "about.md", "{% nonsense %}", "fine"), readings=1)
    looker.expect(replace(looker, "about.md", "fine", "better"), readings=0)


@pytest.mark.parametrize(
    "plugin",
    [
        "@generator\ndef more(site):\n    for page in site.pages:\n        page.content += '/**/'\n",
        "@hook('pages', 'pre_render')\ndef more(page, payload):\n    page.content += f\"/*{page.data.setdefault('n', 1)}*/\"\n",
    ],
)
def test_what_a_plugin_changes_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plugin: str) -> None:
    looker = Looker((tmp_path / "site").resolve(), monkeypatch, {"_plugins/more.py": f"from pyjekyll.plugins import generator, hook\n\n\n{plugin}"})
    looker.expect(replace(looker, "about.md", "About", "Other"), readings=1)


def test_random_edits_are_shown_as_they_are_built(looker: Looker) -> None:
    chance = random.Random(20261127)
    paths = [path for path in SITE if path.startswith(("_posts", "_includes", "_notes", "_layouts")) or path in ("about.md", "index.html")]
    for number in range(60):
        chosen = chance.sample(paths, chance.randint(1, 3))
        for path in chosen:
            value = chance.choice(("a", "[b]", "1.0"))
            text = re.sub("^(title|kind): .*", rf"\1: {value}", (looker.folder / path).read_text(), flags=re.MULTILINE)
            looker.write(path, f"{text}{chance.choice(('', ' '))}{chance.choice(('*w*', 'word', '<!--more-->', '{{ page.title }}'))} {number}\n")
        looker.expect(*chosen, readings=0)
