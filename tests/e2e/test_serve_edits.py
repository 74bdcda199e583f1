"""Edit at random while `pyjekyll serve` watches: the destination is always what a build from nothing gives.

PYJEKYLL_EDITS=500 and PYJEKYLL_REBUILDS=2000 run the long forms; PYJEKYLL_SEED repeats a run.
"""

from __future__ import annotations

import gc
import io
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pyjekyll.config import load
from pyjekyll.log import Log
from pyjekyll.serve.rebuild import Rebuilder
from running import run
from serving import Serving, serving

EDITS = int(os.environ.get("PYJEKYLL_EDITS", "40"))
REBUILDS = int(os.environ.get("PYJEKYLL_REBUILDS", "120"))
SEED = int(os.environ.get("PYJEKYLL_SEED", "0")) or random.randrange(1 << 30)
# Else the server's address is the site's.
ENVIRONMENT = {"JEKYLL_ENV": "production"}
WORDS = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta")
CONFIG = """title: Random
url: https://example.org
time: 2026-01-15 12:00:00 +0000
collections: {{things: {{output: {output}}}}}
permalink: {permalink}
plugins: [jekyll-feed, jekyll-sitemap, jekyll-seo-tag, jekyll-paginate, jekyll-redirect-from]
paginate: {paginate}
defaults:
  - scope: {{path: ""}}
    values: {{layout: {layout}, mood: {word}}}
"""
LAYOUTS = {
    "base": "<html><head>{{% seo %}}</head><body>{word} {{% include nav.html %}}{{{{ content }}}}{{{{ page.mood }}}}</body></html>\n",
    "inner": "---\nlayout: base\nkind: {word}\n---\n<div>{{{{ layout.kind }}}} {{{{ content }}}}</div>\n",
}
BODIES = (
    "{word} *text* {{{{ page.title }}}}",
    "{{% include part.html word='{word}' %}}",
    "{{% for post in site.posts %}}{{{{ post.title }}}} {{{{ post.url }}}} {{{{ post.excerpt | strip_html }}}}\n{{% endfor %}}{word}",
    "{{{{ site.data.facts.{word} }}}} {{{{ site.data.facts | jsonify }}}}",
    "{{% for tag in site.tags %}}{{{{ tag[0] }}}}: {{{{ tag[1] | map: 'title' | join: ', ' }}}}\n{{% endfor %}}",
    "{{% assign found = site.pages | where: 'mood', '{word}' | sort: 'path' %}}{{{{ found | map: 'url' | join: ' ' }}}}",
    "{{% for thing in site.things %}}{{{{ thing.content | size }}}} {{{{ thing.output | size }}}} {{% endfor %}}{word}",
    "{{{{ page.next.title }}}} {{{{ page.previous.url }}}} {{{{ site.related_posts | map: 'title' | join }}}} {word}",
    "{word}\n\n# A heading {word}\n\n```python\nx = '{word}'\n```\n\nmore",
    "{{{{ 'now {word}' }}}} {{{{ site.time | date: '%Y' }}}} {{{{ site.mood }}}} {{{{ site.static_files | map: 'path' | join: ' ' }}}}",
    "{{% link page0.md %}} {{{{ site.title }}}} {word}",
)


class Editor:
    """Make one random change after another to a site's source."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.random = folder, random.Random(seed)
        self.number = 0
        for write in (self.config, self.facts, self.nav, self.part, self.sheet, self.partial):
            write()
        for name in LAYOUTS:
            self.layout(name)
        self.write("index.html", "---\n---\n{% for post in paginator.posts %}{{ post.title }} {{ post.content }}{% endfor %}\n")
        for _ in range(3):
            self.post()
            self.page()
            self.thing()
        self.write("page0.md", "---\ntitle: First\n---\nstays\n")

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def word(self) -> str:
        """Return a word."""
        return self.random.choice(WORDS)

    def config(self) -> None:
        """Change the configuration."""
        pick = self.random.choice
        permalink, layout = pick(["pretty", "date", "/:year/:title.html"]), pick(["base", "inner", "none"])
        self.write("_config.yml", CONFIG.format(
            output=pick(["true", "false"]), permalink=permalink, paginate=pick([1, 2, 5]), layout=layout, word=self.word()
        ))  # fmt: skip

    def facts(self) -> None:
        """Change a data file."""
        self.write("_data/facts.yml", "".join(f"{word}: {self.random.randrange(100)}\n" for word in self.random.sample(WORDS, 3)))

    def nav(self) -> None:
        """Change an include that every page has."""
        self.write("_includes/nav.html", f"<nav>{self.word()} {{% for page in site.pages %}}{{{{ page.title }}}}{{% endfor %}}</nav>")

    def part(self) -> None:
        """Change an include that some pages have."""
        self.write("_includes/part.html", f"{{{{ include.word }}}} {self.word()} {{% include nav.html %}}")

    def layout(self, name: str | None = None) -> None:
        """Change a layout."""
        name = name or self.random.choice(list(LAYOUTS))
        self.write(f"_layouts/{name}.html", LAYOUTS[name].format(word=self.word()))

    def sheet(self) -> None:
        """Change a style sheet."""
        self.write("main.scss", f'---\n---\n@import "part";\n.{self.word()} {{ color: $c; }}\n')

    def partial(self) -> None:
        """Change a partial of it."""
        self.write("_sass/_part.scss", f"$c: #{self.random.randrange(1 << 24):06x};\n")

    def source(self) -> str:
        """Return a page's text."""
        self.number += 1
        front = [f"title: {self.word()} {self.number}"]
        if self.random.random() < 0.3:
            front.append(f"mood: {self.word()}")
        if self.random.random() < 0.3:
            front.append(f"tags: [{self.word()}, {self.word()}]")
        if self.random.random() < 0.1:
            front.append(f"redirect_from: /old/{self.number}/")
        # The first paragraph is the excerpt: one that shows excerpts shows itself, without end.
        parts = [self.random.choice(BODIES[:2]), *self.random.choices(BODIES, k=self.random.randrange(3))]
        body = "\n\n".join(part.format(word=self.word()) for part in parts)
        return "---\n" + "\n".join(front) + f"\n---\n{body}\n"

    def post(self) -> None:
        """Write a new post."""
        self.write(f"_posts/2025-{self.random.randrange(1, 13):02}-{self.random.randrange(1, 29):02}-{self.word()}.md", self.source())

    def page(self) -> None:
        """Write a page, perhaps in a folder."""
        folder = self.random.choice(["", "sub/", "sub/deep/"])
        self.write(f"{folder}page{self.random.randrange(1, 6)}.{self.random.choice(['md', 'html'])}", self.source())

    def thing(self) -> None:
        """Write a document of the collection."""
        self.write(f"_things/{self.word()}.md", self.source())

    def static(self) -> None:
        """Write a file that is copied; often of the same size, within the same second."""
        self.write(f"files/{self.word()}.txt", self.random.choice("abcdef"))

    def own(self) -> list[Path]:
        """Return the files that may go."""
        return [
            path for folder in ("_posts", "_things", "sub", "files", ".") for path in sorted((self.folder / folder).glob("*.*"))
            if path.is_file() and not path.name.startswith((".", "_config", "index", "page0", "main", "stamp"))
        ]  # fmt: skip

    def remove(self) -> None:
        """Remove a file, or a folder of them."""
        files = self.own()
        if self.random.random() < 0.1:
            shutil.rmtree(self.folder / "sub", ignore_errors=True)
        elif len(files) > 6:
            self.random.choice(files).unlink()

    def rename(self) -> None:
        """Give a file another name, perhaps another file's."""
        files = self.own()
        if files:
            path = self.random.choice(files)
            os.replace(path, path.with_name(path.name.replace(path.name[-6], self.random.choice("abcxyz"), 1)))

    def break_it(self) -> None:
        """Make the site one that cannot be built; a later edit of the same file mends it."""
        self.write("_includes/part.html", "{% nonsense %}")

    def edit(self) -> str:
        """Make one change and say which."""
        frequent: list[Callable[[], None]] = [self.post, self.page, self.thing, self.static, self.remove, self.rename]
        others = [self.facts, self.nav, self.part, self.layout, self.sheet, self.partial, self.config, self.break_it]
        chosen = self.random.choice(frequent * 2 + others)
        chosen()
        return chosen.__name__


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def fresh(folder: Path) -> dict[str, bytes] | None:
    """Build the source from nothing, elsewhere; None if it cannot be built."""
    out = folder.parent / "fresh"
    shutil.rmtree(out, ignore_errors=True)
    code, _ = run(folder, ["build", "--disable-disk-cache", "-d", str(out)], ENVIRONMENT)
    return tree(out) if code == 0 else None


def difference(ours: dict[str, bytes], expected: dict[str, bytes]) -> list[str]:
    """Name the files that differ."""
    return sorted(path for path in {*ours, *expected} if ours.get(path) != expected.get(path))


def test_random_edits_while_serving(tmp_path: Path) -> None:
    folder = (tmp_path / "site").resolve()
    editor = Editor(folder, SEED)
    editor.write("stamp.txt", "0")
    with serving(folder, env=ENVIRONMENT) as server:
        done, batch = 0, 0
        while done < EDITS:
            batch += 1
            made = [editor.edit() for _ in range(editor.random.randrange(1, 5))]
            done += len(made)
            _settle(server, editor, batch)
            expected = fresh(folder)
            if expected is None:
                continue
            site = folder / "_site"
            try:
                server.wait_for(lambda site=site, expected=expected: not difference(tree(site), expected), 10)
            except (AssertionError, OSError):
                wrong = difference(tree(site), expected)
                assert not wrong, f"seed {SEED}, batch {batch}, after {made}:\n{server.said[-2000:]}"
        assert server.stop() == 0


def _settle(server: Serving, editor: Editor, batch: int) -> None:
    """Wait until a change made after all others has been seen, and its build is over."""
    before = server.begun
    editor.write("stamp.txt", str(batch))
    server.wait_for(lambda: server.begun > before and server.idle)


def test_the_same_object_rebuilds_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JEKYLL_ENV", "production")
    folder = (tmp_path / "site").resolve()
    editor = Editor(folder, SEED)
    flags = {"source": str(folder), "destination": str(folder / "_site"), "quiet": True, "serving": True}
    log = Log("error", io.StringIO(), io.StringIO())
    rebuilder = Rebuilder(load(flags, log), log, lambda: load(flags, log))
    rebuilder.build()
    sizes = []
    for number in range(REBUILDS):
        if number % 2:
            editor.write("page0.md", f"---\ntitle: First\n---\nstays {number} {{{{ site.title }}}} `code {number}`\n")
            paths = [folder / "page0.md"]
        else:
            editor.write("_includes/nav.html", f"<nav>{number}</nav>")
            paths = [folder / "_includes/nav.html"]
        assert rebuilder.rebuild([str(path) for path in paths])
        if number % 10 == 9:
            gc.collect()
            sizes.append(len(gc.get_objects()))
    third = len(sizes) // 3
    assert max(sizes[-third:]) <= max(sizes[third : 2 * third]) * 1.02, sizes
    assert not difference(tree(folder / "_site"), fresh(folder) or {})


def test_unchanged_work_is_not_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts: of conversions, of parsed templates, of parsed YAML, of written files."""
    import pyjekyll.kramdown
    import pyjekyll.liquid.environment
    import pyjekyll.read.yaml

    folder = (tmp_path / "site").resolve()
    editor = Editor(folder, 7)
    flags = {"source": str(folder), "destination": str(folder / "_site"), "quiet": True, "serving": True}
    log = Log("error", io.StringIO(), io.StringIO())
    rebuilder = Rebuilder(load(flags, log), log, lambda: load(flags, log))
    rebuilder.build()
    counts = {"converted": 0, "templates": 0, "yaml": 0}

    def counted(name: str, function: Callable[..., object]) -> Callable[..., object]:
        def count(*arguments: object, **keywords: object) -> object:
            counts[name] += 1
            return function(*arguments, **keywords)

        return count

    monkeypatch.setattr(pyjekyll.kramdown.Converter, "convert", counted("converted", pyjekyll.kramdown.Converter.convert))
    monkeypatch.setattr(pyjekyll.liquid.environment.Template, "__init__", counted("templates", pyjekyll.liquid.environment.Template.__init__))
    monkeypatch.setattr(pyjekyll.read.yaml, "load", counted("yaml", pyjekyll.read.yaml.load))
    rebuilder.build()
    assert counts == {"converted": 0, "templates": 0, "yaml": 0}
    assert rebuilder.report.written == {}
    editor.write("page0.md", "---\ntitle: First\n---\nnew {{ site.title }} text\n")
    rebuilder.build()
    assert counts == {"converted": 1, "templates": 1, "yaml": 1}
    assert len(rebuilder.report.written) == 1
