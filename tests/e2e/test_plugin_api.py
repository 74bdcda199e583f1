"""The plugin API beside Ruby's: one site with the same plugin twice, `p.rb` for Jekyll and `p.py` for us, gives the same files."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from running import run

RUBY = shutil.which("jekyll") is not None
PAGES = {
    "_config.yml": "collections: {notes: {output: true}}\ndefaults: [{scope: {path: ''}, values: {layout: l}}]\n",
    "_layouts/l.html": "<{{ content }}>",
    "_posts/2020-01-02-b.md": "---\n---\npost",
    "_notes/n.md": "---\n---\nnote",
    "a.html": "---\n---\npage",
    "z.md": "---\n---\nz",
}


def built(root: Path, files: dict[str, str]) -> dict[str, str]:
    """Build a site and return its files; where Ruby is installed, see that it gives the same."""
    site = root / "site"
    for path, text in files.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    code, log = run(site, ["build"])
    assert code == 0, log
    ours = tree(site / "_site")
    if RUBY:
        env = {**os.environ, "JEKYLL_NO_BUNDLER_REQUIRE": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        subprocess.run(["jekyll", "build", "-q", "-d", "../ruby"], cwd=site, env=env, check=True, capture_output=True)
        assert ours == tree(root / "ruby")
    return ours


def tree(folder: Path) -> dict[str, str]:
    """Return the files below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


EVENTS_RB = """
said = []
%i[after_init after_reset post_read pre_render post_render].each { |event| Jekyll::Hooks.register(:site, event) { said << "site #{event}" } }
%i[pages posts notes documents].each do |owner|
  %i[post_init pre_render post_convert post_render].each do |event|
    Jekyll::Hooks.register(owner, event) { |item| said << "#{owner} #{event} #{File.basename(item.relative_path)}" }
  end
end
Jekyll::Hooks.register(:pages, :pre_render, priority: :low) { said << "low" }
Jekyll::Hooks.register(:pages, :pre_render, priority: :high) { said << "high" }
Jekyll::Hooks.register(:pages, :pre_render, priority: 25) { said << "25" }
Jekyll::Hooks.register(:site, :post_render, priority: :low) do |site|
  site.pages.find { |page| page.name == "a.html" }.output = said.join("\\n")
end
"""
EVENTS_PY = """
from pyjekyll.plugins import hook

said = []

def listener(owner, event):
    @hook(owner, event)
    def listen(item, *others):
        said.append(f"{owner} {event}" if owner == "site" else f"{owner} {event} {item.relative_path.split('/')[-1]}")
    return listen

for number, event in enumerate(("after_init", "after_reset", "post_read", "pre_render", "post_render")):
    globals()[f"site{number}"] = listener("site", event)
for owner in ("pages", "posts", "notes", "documents"):
    for event in ("post_init", "pre_render", "post_convert", "post_render"):
        globals()[f"{owner}_{event}"] = listener(owner, event)

@hook("pages", "pre_render", priority="low")
def low(page, payload):
    said.append("low")

@hook("pages", "pre_render", priority="high")
def high(page, payload):
    said.append("high")

@hook("pages", "pre_render", priority=25)
def number(page, payload):
    said.append("25")

@hook("site", "post_render", priority="low")
def show(site, payload):
    next(page for page in site.pages if page.name == "a.html").output = "\\n".join(said)
"""


@pytest.mark.proves("HOOK-1", "HOOK-3")
def test_hooks_fire_in_order(tmp_path: Path) -> None:
    said = built(tmp_path, {**PAGES, "_plugins/p.rb": EVENTS_RB, "_plugins/p.py": EVENTS_PY})["a.html"].split("\n")
    assert said[:2] == ["site after_init", "site after_reset"]
    assert said[-1] == "site post_render"
    at = said.index("high")
    assert said[at : at + 4] == ["high", "25", "pages pre_render a.html", "low"]
    first, second = "posts post_convert 2020-01-02-b.md", "documents post_convert 2020-01-02-b.md"
    assert said.index(first) < said.index(second) < said.index("pages pre_render a.html")


CHANGES_RB = """
Jekyll::Hooks.register(:documents, :pre_render) { |doc, payload| payload["mine"] = "m" }
Jekyll::Hooks.register(:pages, :pre_render) { |page, payload| page.content = page.content + " {{ mine }}{{ page.name }}" }
Jekyll::Hooks.register(:documents, :post_convert) { |doc| doc.content = doc.content.upcase }
Jekyll::Hooks.register(:documents, :post_render) { |doc| doc.output = doc.output + "!" }
"""
CHANGES_PY = """
from pyjekyll.plugins import hook

@hook("documents", "pre_render")
def before(document, payload):
    payload["mine"] = "m"

@hook("pages", "pre_render")
def add(page, payload):
    page.content += " {{ mine }}{{ page.name }}"

@hook("documents", "post_convert")
def shout(document):
    document.content = document.content.upper()

@hook("documents", "post_render")
def end(document):
    document.output += "!"
"""


@pytest.mark.proves("HOOK-2")
def test_what_hooks_change_is_seen(tmp_path: Path) -> None:
    files = built(tmp_path, {**PAGES, "_plugins/p.rb": CHANGES_RB, "_plugins/p.py": CHANGES_PY})
    assert files["notes/n.html"] == "<<P>NOTE</P>\n>!"
    assert files["a.html"] == "<page ma.html>"


GENERATORS_RB = """
class Later < Jekyll::Generator
  priority :low
  def generate(site); site.pages.each { |page| page.data["seen"] = site.config["first"] }; end
end
class First < Jekyll::Generator
  priority :highest
  def generate(site)
    site.config["first"] = site.posts.docs.size
    page = Jekyll::PageWithoutAFile.new(site, site.source, "made", "x.html")
    page.content = "made {{ page.seen }} {{ page.word }}"
    page.data["word"] = "w"
    page.data["layout"] = nil
    site.pages << page
  end
end
"""
GENERATORS_PY = """
from pyjekyll.plugins import Page, generator

@generator(priority="low")
def later(site):
    for page in site.pages:
        page.data["seen"] = site.config["first"]

@generator(priority="highest")
def first(site):
    site.config["first"] = len(site.posts.docs)
    site.pages.append(Page(site, dir="made", name="x.html", data={"word": "w", "layout": None}, content="made {{ page.seen }} {{ page.word }}"))
"""


@pytest.mark.proves("HOOK-3", "HOOK-4")
def test_generators_run_by_priority(tmp_path: Path) -> None:
    files = built(tmp_path, {**PAGES, "a.html": "---\n---\n{{ page.seen }}", "_plugins/p.rb": GENERATORS_RB, "_plugins/p.py": GENERATORS_PY})
    assert "made 1 w" in files["made/x.html"]
    assert files["a.html"] == "<1>"


CONVERTERS_RB = """
class Upper < Jekyll::Converter
  priority :low
  def matches(ext); ext =~ /^\\.(up|md)$/i; end
  def output_ext(ext); ".txt"; end
  def convert(content); content.upcase; end
end
class Star < Jekyll::Converter
  priority :high
  def matches(ext); ext == ".up"; end
  def output_ext(ext); ".star"; end
  def convert(content); "*#{content}*"; end
end
"""
CONVERTERS_PY = """
from pyjekyll.plugins import Converter

class Upper(Converter):
    priority = "low"
    def matches(self, ext): return ext.lower() in (".up", ".md")
    def output_ext(self, ext): return ".txt"
    def convert(self, content): return content.upper()

class Star(Converter):
    priority = "high"
    def matches(self, ext): return ext == ".up"
    def output_ext(self, ext): return ".star"
    def convert(self, content): return f"*{content}*"
"""


@pytest.mark.proves("HOOK-5")
def test_converters_run_one_after_the_other(tmp_path: Path) -> None:
    files = built(tmp_path, {**PAGES, "c.up": "---\n---\nup {{ 1 }}", "_plugins/p.rb": CONVERTERS_RB, "_plugins/p.py": CONVERTERS_PY})
    assert any("*UP 1*" in text for text in files.values())
    assert "<P>" in "".join(files.values())


TAGS_RB = """
class Say < Liquid::Tag
  def initialize(name, markup, tokens); super; @markup = markup; end
  def render(context); "[#{@markup.strip} #{context["page.url"]} #{context.registers[:site].config["title"]}]"; end
end
class Twice < Liquid::Block
  def render(context); super + super; end
end
module Shouting
  def shout(input, suffix = "!"); input.to_s.upcase + suffix; end
end
Liquid::Template.register_tag("say", Say)
Liquid::Template.register_tag("twice", Twice)
Liquid::Template.register_filter(Shouting)
"""
TAGS_PY = """
from pyjekyll.plugins import filter, tag

@tag("say")
def say(context, markup):
    return f"[{markup.strip()} {context['page.url']} {context.registers['site'].config['title']}]"

@tag("twice", block=True)
def twice(context, markup, body):
    return body + body

@filter
def shout(value, suffix="!"):
    return f"{value}".upper() + suffix
"""


@pytest.mark.proves("HOOK-6")
def test_tags_blocks_and_filters(tmp_path: Path) -> None:
    page = "---\n---\n{% say  hello %}{% twice %}{{ 'a' | shout }}{{ 'b' | shout: '?' }}{% endtwice %}"
    files = {**PAGES, "_config.yml": "title: T\n", "_layouts/l.html": "", "a.html": page}
    assert built(tmp_path, {**files, "_plugins/p.rb": TAGS_RB, "_plugins/p.py": TAGS_PY})["a.html"] == "[hello /a.html T]A!B?A!B?"


@pytest.mark.proves("HOOK-8")
def test_a_ruby_plugin_is_named_with_what_is_missing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "_plugins").mkdir(parents=True)
    (site / "_plugins" / "p.rb").write_text(TAGS_RB)
    (site / "a.html").write_text("---\n---\n{{ 'still built' | shout }}")
    code, log = run(site, ["build"])
    assert code == 0
    said = next(line for line in log.split("\n") if "_plugins/p.rb is Ruby and is not run." in line)
    assert "shout" in said
    assert "a.html" in said
    assert (site / "_site" / "a.html").read_text() == "still built"

