"""Sites that somebody writes and edits by chance, whose templates read whatever there is to read."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path

CONFIG = """title: T
collections: {notes: {output: true}, people: {output: false}}
defaults: [{scope: {path: "", type: posts}, values: {layout: post}}, {scope: {path: "s*"}, values: {nav: true}}]
exclude: [out]
paginate: 2
jekyll-archives: {enabled: all, layout: plain}
sass: {sourcemap: always}
plugins: [jekyll-include-cache, jekyll-toc, %s]
"""
# Every author's site has these, and edits them.
SAMPLES = {
    "index.html": "---\n---\n{% for p in paginator.posts %}{{ p.title }}{{ p.excerpt }}{% endfor %}{{ site.pages | map: 'url' | join }}",
    "style.scss": "---\n---\n@import 'part';\nb { color: blue }\n",
    "_sass/_part.scss": "a { color: red }\n",
}
# What a text may read. {name} stands for one of the site's files.
SNIPPETS = (
    "{% for p in site.posts %}[{{ p.title }} {{ p.url }}]{% endfor %}",
    "{% for p in site.posts %}{{ p.excerpt }}{% endfor %}",
    "{% for p in site.posts limit: 2 %}{{ p.content | size }}{{ p.date | date: '%F' }}{% endfor %}",
    "{{ site.posts.first.content }}",
    "{{ site.posts.last.output | size }}",
    "{% for p in site.posts limit: 2 %}{{ p }}{% endfor %}",
    "{{ page.next.title }}|{{ page.previous.url }}|{{ page.next.content | size }}",
    "{{ page.excerpt }}",
    "{{ page.title }} {{ page.nav }} {{ page.date | date: '%s' }}",
    "{% for r in site.related_posts %}{{ r.title }};{% endfor %}",
    "{{ site.pages | map: 'title' | join: ',' }}",
    "{{ site.pages | where: 'nav', true | map: 'url' | jsonify }}",
    "{% assign sorted = site.pages | sort: 'title' %}{% for p in sorted %}{{ p.url }}{% endfor %}",
    "{% for p in site.pages %}{% if p.nav %}{{ p.name }}{{ p.content | size }}{% endif %}{% endfor %}",
    "{{ site.html_pages | group_by: 'nav' | map: 'name' | jsonify }}",
    "{% for p in site.pages %}{% for pair in p %}{{ pair[0] }}={{ pair[1] | jsonify | size }} {% endfor %}{% endfor %}",
    "{% assign k = 'ti' | append: 'tle' %}{% for p in site.documents %}{{ p[k] }}{% endfor %}",
    "{{ site.notes | where_exp: 'n', \"n.rank > 1\" | map: 'title' | join }}",
    "{{ site.notes | sort: 'rank' | map: 'slug' | join }}",
    "{% for n in site.notes %}{{ n.url }}{{ n.date | date: '%Y' }}{% endfor %}",
    "{% for n in site.people %}{{ n.content }}{% endfor %}",
    "{% for c in site.collections %}{{ c.label }}{{ c.docs | size }}{{ c.files | size }}{% endfor %}",
    "{% for f in site.static_files %}{{ f.path }}{{ f.extname }}{% endfor %}",
    "{% for t in site.tags %}{{ t[0] }}{% for p in t[1] %}{{ p.url }}{% endfor %}{% endfor %}",
    "{{ site.categories | size }}{{ site.data.d.k }}{{ site.data.e | jsonify }}",
    "{{ site.data | jsonify }}",
    "{% include_cached b.html x=1 %}{% include_cached a.html %}",
    "# Head\n\n{% toc %}{{ page.title }} [a](one.md) :+1:",
    "{% for d in site.data %}{{ d[0] }}{% endfor %}",
    "{{ site.time | date: '%Y' }} {{ 'now' | date: '%Y' }}",
    "{{ site.time }}",
    "{% include a.html %}",
    "{% include b.html x=page.title %}",
    "{% include {{ page.inc | default: 'a.html' }} %}",
    "{% include_relative part.txt %}",
    "{% link {name} %}",
    "{% post_url {post} %}",
    "{{ layout.tone }}",
    "{{ site.posts | map: 'title' | sort | join }}",
    "{{ site.documents | map: 'relative_path' | jsonify }}",
    "{{ site.posts.first | jsonify | size }}",
    "{{ site.title }} {{ site.nothing }} {{ jekyll.version }}",
    "# A head\n\nsome *text*",
    "{{ 'hidden' | capitalize }}",
)
# Values that travel from item to item: whoever reads them makes every build a full one.
TRAVELLERS = ("{% increment n %}", "{{ n }}", "{{ content | size }}")
FRONT = ("title: {word}", "nav: true", "tags: [{word}, b]", "rank: {number}", "layout: post", "layout: plain", "permalink: /p/{word}/", "inc: b.html",
         "categories: {word}", "excerpt: own {word}", "published: false", "layout: null", "date: 2020-01-0{digit}")  # fmt: skip
LAYOUTS = ("{{ content }}", "<i>{{ page.title }}</i>{{ content }}", "{{ content }}{% include a.html %}")
PLUGINS = (
    "", "jekyll-seo-tag", "jekyll-seo-tag, jekyll-sitemap, jekyll-feed", "jemoji", "jekyll-paginate", "jekyll-archives",
    "jekyll-titles-from-headings, jekyll-redirect-from, jekyll-relative-links", "jekyll-paginate, jekyll-archives",
)  # fmt: skip


class Author:
    """Somebody who edits a site by chance."""

    def __init__(self, root: Path, seed: int, snippets: tuple[str, ...]) -> None:
        self.root, self.dice, self.snippets = root, random.Random(seed), snippets
        self.moment = 1_600_000_000
        self.before: dict[str, str] = {}
        self.write("_config.yml", CONFIG % "")
        for path in ("part.txt", "_includes/a.html", "_includes/b.html", "_data/d.yml", "_data/e.json", "_posts/part.txt", "_notes/part.txt"):
            self.write(path, self.content(path))
        for path, text in SAMPLES.items():
            self.write(path, text)
        for _ in range(12):
            self.write(path := self.new_path(), self.content(path))
        self.write("_layouts/post.html", self.layout())
        self.write("_layouts/plain.html", self.layout())

    def write(self, path: str, text: str) -> None:
        """Write a file, a second later than the one before."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
        self.moment += 1
        os.utime(target, (self.moment, self.moment))

    def paths(self) -> list[str]:
        """Return the files of the site."""
        found = [path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_file()]
        return sorted(path for path in found if not path.startswith(("_site/", ".jekyll-cache/", "out/")))

    def word(self) -> str:
        """Return a word: few, so that names meet."""
        return self.dice.choice(("one", "two", "three", "four", "five"))

    def new_path(self) -> str:
        """Return a path that may or may not be there."""
        day, word = self.dice.randint(1, 9), self.word()
        return self.dice.choice(
            (f"_posts/2020-01-0{day}-{word}.md", f"_posts/{word}/2020-02-0{day}-x.md", f"_notes/{word}.md", f"_notes/2020-03-0{day}-{word}.md",
             f"_people/{word}.md", f"{word}.md", f"{word}.html", f"sub/{word}.html", f"s{word}.txt", f"_notes/{word}.txt")
        )  # fmt: skip

    def content(self, path: str) -> str:
        """Return a new content for a file."""
        dice = self.dice
        if path == "_config.yml":
            return CONFIG % dice.choice(PLUGINS) + f"note: {self.word()}\n" * dice.randint(0, 1)
        if path.startswith("_data/"):
            return f'{{"k": "{self.word()}", "l": [1, {dice.randint(1, 5)}]}}'
        if path.startswith("_layouts/"):
            return self.layout()
        if path in SAMPLES:
            return SAMPLES[path].replace("red", self.word()) + dice.choice(("", "\n/* more */\n"))
        if path.startswith("_includes/") or path.endswith("part.txt"):
            return dice.choice((self.word(), f"{{{{ include.x }}}}{self.word()}", dice.choice(self.snippets[:20]), "{{ page.title }}"))
        body = " ".join(dice.choice(self.snippets) for _ in range(dice.randint(0, 3)))
        lines = dice.sample(FRONT, dice.randint(0, 3))
        front = [line.format(word=self.word(), number=dice.randint(0, 3), digit=dice.randint(1, 9)) for line in lines]
        head = "" if path.endswith(".txt") and dice.random() < 0.5 else "---\n" + "\n".join(front) + "\n---\n"
        return head + self.filled(f"{self.word()} {body}\n\nmore {self.word()}\n")

    def layout(self) -> str:
        """Return a new layout."""
        parent = "layout: plain\n" if self.dice.random() < 0.2 else ""
        return f"---\ntone: {self.word()}\n{parent}---\n" + self.filled(self.dice.choice(LAYOUTS) + self.dice.choice(self.snippets))

    def filled(self, text: str) -> str:
        """Put names of files into a text."""
        posts = [path.replace("_posts/", "")[:-3] for path in self.paths() if "_posts/" in path and path.endswith(".md")]
        files = [path for path in self.paths() if not path.startswith(("_posts", "_layouts", "_includes", "_data", "_people", "_config"))]
        return text.replace("{name}", self.dice.choice(files)).replace("{post}", self.dice.choice(posts or ["2020-01-01-none"]))

    def edit(self) -> str:
        """Change, add, rename or remove something, and say what."""
        dice, paths = self.dice, self.paths()
        self.before = {path: (self.root / path).read_text("utf-8") for path in paths}
        action = dice.choice(("change", "change", "change", "add", "rename", "remove", "title"))
        path = dice.choice(paths)
        if action == "title":
            text = (self.root / path).read_text("utf-8")
            self.write(path, re.sub(r"title: \w+", f"title: {self.word()}", text))
        elif action == "change" or path == "_config.yml":
            self.write(path, self.content(path))
        elif action == "add":
            self.write(path := self.new_path(), self.content(path))
        elif action == "rename" and path.endswith((".md", ".html", ".txt")) and not path.startswith(("_layouts", "_includes")):
            self.write(new := self.new_path(), (self.root / path).read_text("utf-8"))
            if new != path:
                (self.root / path).unlink()
            path += f" -> {new}"
        else:
            (self.root / path).unlink()
        return f"{action} {path}"

    def undo(self) -> str:
        """Take the last edit back, as whoever sees a build fail does."""
        for path in self.paths():
            if path not in self.before:
                (self.root / path).unlink()
        for path, text in self.before.items():
            if not (self.root / path).exists() or (self.root / path).read_text("utf-8") != text:
                self.write(path, text)
        return "undo"


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
