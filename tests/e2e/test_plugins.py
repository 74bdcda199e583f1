"""Plugins end to end: by entry point and from `_plugins`, side by side, failing, missing, and written in Ruby."""

from __future__ import annotations

import base64
import hashlib
import importlib
import os
import subprocess
import sys
import threading
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import BuiltSite, SiteFactory
from running import run
from site_format import SiteCase, parse

TESTS = Path(__file__).parent.parent
PACKAGE = TESTS / "plugin_package"
GEM = "jekyll-every-extension-point"
EVERY = parse((TESTS / "conformance/sites/plugins/every-extension-point.site").read_text("utf-8"))


def without_plugins(case: SiteCase) -> SiteCase:
    """Return the case without its `_plugins`, the plugin named in the configuration instead."""
    inputs = [entry for entry in case.inputs if not entry.path.startswith("_plugins/")]
    for entry in inputs:
        if entry.path == "_config.yml":
            entry.data = entry.data + f"plugins: [{GEM}]\n".encode()
    return case.replaced(inputs=inputs)


def code_of(case: SiteCase) -> bytes:
    """Return the plugin's code."""
    return next(entry.data for entry in case.inputs if entry.path == "_plugins/every.py")


# --- a package ---------------------------------------------------------------------------------------------------------------


def digest(data: bytes) -> str:
    """Return a digest as a wheel's RECORD has it."""
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")


def wheel_of(package: Path, code: bytes, folder: Path) -> Path:
    """Make the wheel that the package's build would make of its one module."""
    project = tomllib.loads((package / "pyproject.toml").read_text("utf-8"))["project"]
    (group, points), *_ = project["entry-points"].items()
    info = f"{project['name'].replace('-', '_')}-{project['version']}"
    files = {
        "every_extension_point.py": code,
        f"{info}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n".encode(),
        f"{info}.dist-info/WHEEL": b"Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}.dist-info/entry_points.txt": "\n".join([f"[{group}]", *(f"{k} = {v}" for k, v in points.items()), ""]).encode(),
    }
    digests = [f"{path},sha256={digest(data)},{len(data)}" for path, data in files.items()]
    files[f"{info}.dist-info/RECORD"] = "\n".join([*digests, f"{info}.dist-info/RECORD,,", ""]).encode()
    path = folder / f"{info}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, data in files.items():
            wheel.writestr(name, data)
    return path


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Install the plugin package into a folder that Python looks into."""
    target = tmp_path / "site-packages"
    wheel = wheel_of(PACKAGE, code_of(EVERY), tmp_path)
    if importlib.util.find_spec("pip"):
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", str(target), str(wheel)]
        subprocess.run(command, check=True, capture_output=True)
    else:
        zipfile.ZipFile(wheel).extractall(target)
    monkeypatch.syspath_prepend(str(target))
    yield target
    sys.modules.pop("every_extension_point", None)


def outputs(case: SiteCase, root: Path) -> dict[str, bytes]:
    """Return what was built."""
    return {entry.path: entry.data for entry in case.read_outputs(root)}


@pytest.mark.proves("HOOK-1", "HOOK-4", "HOOK-5", "HOOK-6", "HOOK-7")
def test_an_installed_package_has_every_extension_point(installed: Path, tmp_path: Path) -> None:
    case = without_plugins(parse((TESTS / "conformance/sites/plugins/every-extension-point.site").read_text("utf-8")))
    root = (tmp_path / "site").resolve()
    case.write_inputs(root)
    code, log = run(root, case.argv, case.environment(root))
    assert code == 0, log
    assert outputs(case, root) == {entry.path: entry.data for entry in EVERY.outputs}
    assert run(root, ["greet", "Ada", "Grace"])[1].endswith("Every greets Ada Grace\n")
    (root / "_config.yml").write_text(f"plugins: [{GEM}]\nmarkdown: Shouting\ncollections: [things, quiet]\n")
    assert run(root, ["build", "--quiet"])[0] == 0
    assert "<p>SECOND ." in (root / "_site/2026/01/03/second.html").read_text()


@pytest.mark.proves("HOOK-1", "HOOK-4", "HOOK-5", "HOOK-6", "HOOK-7")
def test_a_file_in_plugins_has_every_extension_point(tmp_path: Path) -> None:
    root = (tmp_path / "site").resolve()
    EVERY.write_inputs(root)
    code, log = run(root, EVERY.argv, EVERY.environment(root))
    assert code == 0, log
    assert outputs(EVERY, root) == {entry.path: entry.data for entry in EVERY.outputs}
    assert run(root, ["greet", "Ada", "Grace"])[1].endswith("Every greets Ada Grace\n")


def test_an_installed_package_takes_part_in_no_site_that_does_not_name_it(installed: Path, site: SiteFactory) -> None:
    built = site({"index.html": "---\n---\n{{ 'a' | shout }}\n"}).build()
    assert built.read("index.html") == "a\n"
    assert "every_extension_point" not in sys.modules


def test_a_package_that_cannot_be_loaded_is_named(site: SiteFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = tmp_path / "packages/broken-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[pyjekyll.plugins]\njekyll-broken = nothing_of_that_name\n")
    monkeypatch.syspath_prepend(str(info.parent))
    built = site({"_config.yml": "plugins: [jekyll-broken]\n"}).build()
    assert built.exit == 1
    assert "jekyll-broken: ModuleNotFoundError: No module named 'nothing_of_that_name'" in built.log
    assert "It is nothing_of_that_name of the installed package broken." in built.log


SAFE = """
from pyjekyll.plugins import Converter, filter, generator, Page

@generator
def fine(site): site.pages.append(Page(site, name="fine.html"))

@generator(safe=False)
def dangerous(site): site.pages.append(Page(site, name="dangerous.html"))

class Dangerous(Converter):
    safe = False
    def matches(self, ext): return ext == ".up"
    def output_ext(self, ext): return ".dangerous"
    def convert(self, content): return content
"""


def test_safe_mode_runs_what_is_whitelisted_and_safe(site: SiteFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = tmp_path / "packages/own-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: own\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[pyjekyll.plugins]\njekyll-own = own_safe_plugin\n")
    (info.parent / "own_safe_plugin.py").write_text(SAFE)
    monkeypatch.syspath_prepend(str(info.parent))
    files = {"a.up": "---\n---\n", "_plugins/p.py": "raise SystemExit"}
    named = "plugins: [jekyll-own, jekyll-sitemap]\n"
    assert site({"_config.yml": named + "safe: true\n", **files}).build().paths == ["a.up"]
    listed = site({"_config.yml": named + "safe: true\nwhitelist: [jekyll-own]\n", **files}).build()
    assert sorted(listed.paths) == ["a.up", "fine.html"]
    free = site({"_config.yml": named, "a.up": "---\n---\n"}).build()
    assert sorted(free.paths) == ["a.dangerous", "dangerous.html", "fine.html", "robots.txt", "sitemap.xml"]


# --- two sites ---------------------------------------------------------------------------------------------------------------


def site_with(site: SiteFactory, word: str) -> BuiltSite:
    """Return a site whose plugins print a word of their own everywhere."""
    plugin = f"""
from pyjekyll.plugins import Converter, filter, generator, hook, tag, Page

@filter
def say(value): return f"{{value}} {word}"

@tag("own")
def own(context, markup): return "{word}"

@tag("only_{word}")
def only(context, markup): return "only {word}"

@hook("pages", "post_render")
def sign(page): page.output += "signed {word}\\n"

@generator
def more(site): site.pages.append(Page(site, name="{word}.html", content="made"))

class Up(Converter):
    def matches(self, ext): return ext == ".up"
    def output_ext(self, ext): return ".{word}"
    def convert(self, content): return content + "{word}\\n"
"""
    page = f"---\n---\n{{{{ 'x' | say }}}} {{% own %}} {{% only_{word} %}}\n"
    return site({"_plugins/own.py": plugin, "index.html": page, "a.up": "---\n---\nup "})


def check(built: BuiltSite, word: str) -> None:
    """Assert that a site has its own plugins, and no others."""
    assert built.exit == 0, built.log
    assert built.read("index.html") == f"x {word} {word} only {word}\nsigned {word}\n"
    assert built.read(f"a.{word}").endswith(f"up {word}\nsigned {word}\n")
    assert sorted(built.paths) == sorted(["index.html", f"a.{word}", f"{word}.html"])


def test_two_sites_in_one_process_do_not_meet(site: SiteFactory) -> None:
    one, other = site_with(site, "one"), site_with(site, "other")
    bare = site({"index.html": "---\n---\n{{ 'x' | say }}\n"})
    for _ in range(2):
        check(one.build(), "one")
        check(other.build(), "other")
        assert bare.build().read("index.html") == "x\n"


def test_a_site_s_tag_is_unknown_to_the_next_site(site: SiteFactory) -> None:
    check(site_with(site, "one").build(), "one")
    built = site({"index.html": "---\n---\n{% only_one %}\n"}).build()
    assert built.exit == 1
    assert "Unknown tag 'only_one'" in built.log


def test_two_sites_built_at_the_same_time_do_not_meet(tmp_path: Path) -> None:
    from pyjekyll.build import build
    from pyjekyll.config import load
    from pyjekyll.log import Log

    def build_one(word: str) -> None:
        root = tmp_path / word
        (root / "_plugins").mkdir(parents=True)
        (root / "_plugins/p.py").write_text(f"from pyjekyll.plugins import filter\n@filter\ndef say(value): return value + ' {word}'\n")
        (root / "index.html").write_text("---\n---\n{{ 'x' | say }}")
        for _ in range(5):
            config = load({"source": str(root), "destination": str(root / "_site"), "quiet": True}, Log("error"))
            build(config, Log("error"))
            results.setdefault(word, set()).add((root / "_site/index.html").read_text())

    results: dict[str, set[str]] = {}
    threads = [threading.Thread(target=build_one, args=(word,)) for word in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == {word: {f"x {word}"} for word in ("one", "two", "three")}


def test_a_built_in_plugin_of_one_site_is_not_the_other_s(site: SiteFactory) -> None:
    assert "sitemap.xml" in site({"_config.yml": "plugins: [jekyll-sitemap]", "a.html": "---\n---\n"}).build().paths
    assert site({"a.html": "---\n---\n"}).build().paths == ["a.html"]


# --- what fails --------------------------------------------------------------------------------------------------------------

FAILING = """
from pyjekyll.liquid import Block, Tag
from pyjekyll.plugins import Converter, command, filter, generator, hook, tag

WHAT = {what!r}

def fail(what):
    if what == WHAT:
        raise ValueError("no luck")  # LINE

@filter
def broken(value): fail("filter"); return value

@tag("broken")
def broken_tag(context, markup): fail("tag"); return ""

@tag("broken_block", block=True)
def broken_block(context, markup, body): fail("block"); return body

@tag("broken_class")
class BrokenClass(Tag):
    def __init__(self, name, markup, parse_context):
        super().__init__(name, markup, parse_context)
        fail("tag init")
    def render(self, context): fail("tag class"); return ""

class Broken(Converter):
    def matches(self, ext): return ext == ".up"
    def output_ext(self, ext): return ".html"
    def convert(self, content): fail("converter"); return content

@generator
def breaking(site): fail("generator")

@generator
class Breaking:
    def generate(self, site): fail("generator class")

@hook("site", "post_read")
def on_site(site): fail("site hook")

@hook("posts", "post_init")
def on_post(post): fail("post hook")

@hook("pages", "post_render")
def on_page(page): fail("page hook")

@hook("clean", "on_obsolete")
def on_clean(paths): fail("clean hook")

@command("breaks")
def breaks(config, words): fail("command")
"""
IN_TEMPLATE = {
    "filter": ("filter broken", "index.html, line 4"),
    "tag": ("tag broken", "index.html, line 5"),
    "block": ("tag broken_block", "index.html, line 6"),
    "tag init": ("tag broken_class", "_includes/inner.html, line 2"),
    "tag class": ("tag broken_class", "_includes/inner.html, line 2"),
}
ELSEWHERE = {
    "converter": "converter Broken",
    "generator": "generator breaking",
    "generator class": "generator Breaking",
    "site hook": "hook site post_read",
    "post hook": "hook posts post_init for _posts/2026-01-02-a.md",
    "page hook": "hook pages post_render for ",
    "clean hook": "hook clean on_obsolete",
}


def failing(site: SiteFactory, what: str) -> BuiltSite:
    """Return a site with a plugin that fails at one thing."""
    return site(
        {
            "_plugins/breaking.py": FAILING.format(what=what),
            "_includes/inner.html": "first\n{% broken_class %}\n",
            "_posts/2026-01-02-a.md": "---\n---\n",
            "index.html": "---\ntitle: T\n---\n{{ 'a' | broken }}\n{% broken %}\n{% broken_block %}{% endbroken_block %}\n{% include inner.html %}\n",
            "a.up": "---\n---\nx\n",
        }
    )


def line_of(code: str) -> int:
    """Return the line that is marked."""
    return next(number for number, line in enumerate(code.splitlines(), 1) if "# LINE" in line)


@pytest.mark.parametrize("what", IN_TEMPLATE)
def test_a_failing_tag_or_filter_names_plugin_tag_page_and_line(site: SiteFactory, what: str) -> None:
    built = failing(site, what).build()
    named, place = IN_TEMPLATE[what]
    line = line_of(FAILING)
    assert built.exit == 1
    assert f"_plugins/breaking.py, {named}: ValueError: no luck ({built.root}/_plugins/breaking.py:{line})" in built.log
    assert f"In: {built.root}/{place}" in built.log
    assert "index.html" in built.log
    assert not (built.root / "_site").exists()


@pytest.mark.parametrize("what", ELSEWHERE)
def test_a_failing_hook_generator_or_converter_names_plugin_item_and_line(site: SiteFactory, what: str) -> None:
    built = failing(site, what).build()
    assert built.exit == 1
    assert f"_plugins/breaking.py, {ELSEWHERE[what]}" in built.log
    assert "ValueError: no luck" in built.log
    assert f"In: {built.root}/_plugins/breaking.py, line {line_of(FAILING)}" in built.log
    assert 'Text: raise ValueError("no luck")' in built.log


def test_a_failing_command_names_plugin_and_line(site: SiteFactory) -> None:
    code, log = run(failing(site, "command").root, ["breaks"])
    assert code == 1
    assert "_plugins/breaking.py, command breaks: ValueError: no luck" in log
    assert f"/_plugins/breaking.py, line {line_of(FAILING)}" in log


def test_what_a_library_raises_is_laid_to_the_line_that_called_it(site: SiteFactory) -> None:
    plugin = "import json\nfrom pyjekyll.plugins import generator\n\n@generator\ndef read(site):\n    return json.loads('{')\n"
    built = site({"_plugins/p.py": plugin, "a.html": "x"}).build()
    assert f"In: {built.root}/_plugins/p.py, line 6" in built.log
    assert "JSONDecodeError" in built.log


def test_a_plugin_that_cannot_be_loaded_is_named(site: SiteFactory) -> None:
    built = site({"_plugins/sub/p.py": "import nothing_of_that_name\n", "a.html": "x"}).build()
    assert built.exit == 1
    assert "_plugins/sub/p.py: ModuleNotFoundError: No module named 'nothing_of_that_name'" in built.log
    built = site({"_plugins/p.py": "x = 1\ndef f(:\n", "a.html": "x"}).build()
    assert f"In: {built.root}/_plugins/p.py, line 2" in built.log
    built = site({"_plugins/p.py": "from pyjekyll.plugins import hook\n@hook('pages', 'sometimes')\ndef f(page): pass\n", "a.html": "x"}).build()
    assert "Invalid hook. pages supports only the following hooks [:post_init, :pre_render, :post_convert, :post_render, :post_write]" in built.log


# --- what is missing ---------------------------------------------------------------------------------------------------------

USING = {
    "papers.md": "---\n---\n{% raw %}{% cite no %}{% endraw %}\n{% if false %}{% endif %}\n{{ 'a' | bibtex }}\n",
    "_layouts/bib.html": "{{ content }}\n\n{% bibliography %}\n",
    "_includes/many.html": "{% cite a %}\n{% cite b %}\n{% cite c %}\n{% cite d %} {% cite e %}\n{% cite f %}\n",
}


def warnings(built: BuiltSite) -> list[str]:
    """Return the warnings about plugins."""
    return [line for line in built.log_lines if line.strip().startswith("Plugin:")]


@pytest.mark.proves("HOOK-7", "HOOK-8")
def test_a_plugin_that_nobody_provides_is_one_warning_of_what_is_lost_and_where(site: SiteFactory) -> None:
    built = site({"_config.yml": "plugins: [jekyll-scholar]\n", **USING}).build()
    (warning,) = warnings(built)
    assert "The configuration names jekyll-scholar, and nobody provides it." in warning
    assert "the tags bibliography (_layouts/bib.html:3), cite (_includes/many.html:1, " in warning
    assert "_includes/many.html:3 and 2 more)" in warning
    assert "the filter bibtex (papers.md:5)" in warning
    assert "the page of each entry" in warning
    assert "docs/writing-plugins/#porting" in warning
    assert built.exit == 0


def test_an_unknown_plugin_is_laid_what_nobody_provides(site: SiteFactory) -> None:
    page = "---\n---\n{{ 'a' | upcase | enchant: 'x | y' }}\n{% unless true %}{% assign x = 'b' | enchant %}{% endunless %}\n"
    built = site({"_config.yml": "plugins: [jekyll-unheard-of]\n", "a.html": page}).build()
    (warning,) = warnings(built)
    assert "names jekyll-unheard-of, and nobody provides it. The site loses the filter enchant (a.html:3, a.html:4)." in warning


def test_what_is_not_rendered_uses_no_plugin(site: SiteFactory) -> None:
    use = "{{ 'b' | enchant }}\n"
    files = {
        "_includes/used.html": use, "_layouts/used.html": use, "_posts/2020-01-02-used.md": use, "front.txt": f"---\n---\n{use}",
        "image.jpg": use, "code.js": use, "_posts/picture.png": f"{use}\0", "_data/a.yml": f'a: "{use.strip()}"\n', "_plugins/off.txt": use,
    }
    (warning,) = warnings(site({"_config.yml": "plugins: [jekyll-unheard-of]\n", **files}).build())
    assert "enchant (front.txt:3, _includes/used.html:1, _layouts/used.html:1 and 1 more)" in warning


def test_a_missing_tag_fails_as_in_jekyll(site: SiteFactory) -> None:
    built = site({"_config.yml": "plugins: [jekyll-twitter-plugin]\n", "a.html": "---\n---\n\n{% twitter x %}\n"}).build()
    (warning,) = warnings(built)
    assert "the tag twitter (a.html:4)" in warning
    assert built.exit == 1
    assert "Unknown tag 'twitter'" in built.log
    assert "The tag 'twitter' is lost with jekyll-twitter-plugin, which is not run" in built.log


def test_a_tag_of_a_ruby_file_is_lost_with_it(site: SiteFactory) -> None:
    ruby = "class Shout < Liquid::Tag\nend\nLiquid::Template.register_tag('shout', Shout)\n"
    built = site({"_plugins/shout.rb": ruby, "a.html": "---\n---\n{% shout %}\n"}).build()
    assert "The tag 'shout' is lost with _plugins/shout.rb, which is not run" in built.log


def test_a_gem_of_the_program_itself_is_no_plugin(site: SiteFactory) -> None:
    assert warnings(site({"_config.yml": "plugins: [listen, webrick]\n", "a.html": "---\n---\n"}).build()) == []


def test_a_plugin_that_no_template_needs_says_so(site: SiteFactory) -> None:
    (warning,) = warnings(site({"_config.yml": "plugins: [jekyll-tabs]\n", "a.html": "---\n---\n"}).build())
    assert "nobody provides it. No template uses what it brings." in warning


# --- Ruby files --------------------------------------------------------------------------------------------------------------

RUBY = """
require "jekyll"
=begin
Liquid::Template.register_tag("commented", Nothing)
=end
module Own
  # Liquid::Template.register_tag("commented_too", Nothing)
  class Box < Liquid::Block
  end

  module Words
    def enchant(text)
      text
    end

    def bless(text) = text

    private

    def hidden; end
  end

  class Index < Jekyll::Generator
    def generate(site); end
  end

  class Up < Jekyll::Converter
  end
end

Liquid::Template.register_tag("box", Own::Box)
Liquid::Template.register_filter(Own::Words)
Jekyll::Hooks.register [:posts, :pages], :post_render do |item|
end
"""


@pytest.mark.proves("HOOK-8")
def test_a_ruby_file_is_one_warning_of_what_it_registers_and_where_that_is_used(site: SiteFactory) -> None:
    page = "---\n---\n{{ 'a' | enchant }}\n{% unless true %}{{ 'a' | bless }}{% endunless %}\n"
    built = site({"_plugins/deep/own.rb": RUBY, "a.html": page}).build()
    (warning,) = warnings(built)
    assert "_plugins/deep/own.rb is Ruby and is not run. The site loses the filters enchant (a.html:3), bless (a.html:4), " in warning
    assert "a hook (posts pages post_render), the generator Index, the converter Up." in warning
    assert "commented" not in warning
    assert "hidden" not in warning
    assert "docs/writing-plugins/#porting" in warning
    assert site({"_config.yml": "safe: true", "_plugins/own.rb": RUBY, "a.html": "x"}).build().log_lines == []


@pytest.mark.proves("HOOK-8")
def test_a_ruby_file_that_requires_gems_loads_their_ports(site: SiteFactory) -> None:
    requires = 'require "jekyll-sitemap"\nrequire \'jekyll-redirect-from\'\n'
    built = site({"_config.yml": "", "_plugins/ext.rb": requires, "a.html": "---\nredirect_from: /b\n---\n"}).build()
    assert built.log_lines == []
    assert {"sitemap.xml", "b.html"} <= set(built.paths)


@pytest.mark.proves("HOOK-8")
def test_a_copy_of_a_gem_is_done_by_its_port(site: SiteFactory) -> None:
    copy = "module Jekyll\n  class JekyllSitemap <  Jekyll::Generator\n    def generate(site); end\n  end\nend\n"
    built = site({"_config.yml": "", "_plugins/anything.rb": copy, "a.html": "---\n---\n"}).build()
    assert [line.strip() for line in built.log_lines] == ["Plugin: _plugins/anything.rb is a copy of jekyll-sitemap: the port of that is used."]
    assert "sitemap.xml" in built.paths


LASTMOD = """\
#!/usr/bin/env ruby
# Posts that were changed

Jekyll::Hooks.register :posts, :post_init do |post|
  changes = `git rev-list --count HEAD "#{ post.path }"`

  if changes.to_i > 1
    date = `git log -1 --pretty="%ad" --date=iso "#{ post.path }"`
    post.data['last_modified_at'] = date
  end
end
"""


def commit(root: Path, day: int) -> None:
    """Commit everything on a day of January 2026."""
    date = f"2026-01-{day:02}T03:04:05+0800"
    parts = {"NAME": "a", "EMAIL": "a@example.com", "DATE": date}
    env = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in parts.items()}
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *words], cwd=root, check=True, env={**os.environ, **env}, capture_output=True)


def with_history(site: SiteFactory, ruby: str) -> BuiltSite:
    """Return a site with one post committed twice and one committed once."""
    template = "{{ page.last_modified_at | inspect }}"
    built = site(
        {
            "_config.yml": "",
            "_plugins/some-hook.rb": ruby,
            "_layouts/p.html": template,
            "_posts/2026-01-01-once.md": "---\nlayout: p\n---\n",
            "_posts/2026-01-01-twice.md": "---\nlayout: p\n---\n",
        }
    )
    commit(built.root, 2)
    built.write("_posts/2026-01-01-twice.md", "---\nlayout: p\n---\nchanged\n")
    commit(built.root, 3)
    return built


@pytest.mark.proves("HOOK-8")
def test_the_hook_that_asks_git_for_dates_is_done_by_a_port(site: SiteFactory) -> None:
    built = with_history(site, LASTMOD).build()
    assert built.log_lines == []
    assert built.read("2026/01/01/once.html").strip() == "nil"
    assert built.read("2026/01/01/twice.html") == '&quot;2026-01-03 03:04:05 +0800\\n&quot;'


def test_the_same_hook_with_more_in_it_is_not_taken_for_that(site: SiteFactory) -> None:
    built = with_history(site, LASTMOD.replace("    post.data", "    puts date\n    post.data")).build()
    (warning,) = warnings(built)
    assert "_plugins/some-hook.rb is Ruby and is not run. The site loses a hook (posts post_init)." in warning


# --- imports -----------------------------------------------------------------------------------------------------------------


def plugin_modules(folder: Path) -> list[str]:
    """Return the modules of plugins that a build imports."""
    listing = (
        "import sys\nfrom pyjekyll.cli import main\ntry:\n    main(['build', '--quiet'])\nexcept SystemExit:\n    pass\n"
        "print('\\n'.join(name for name in sys.modules if name.startswith('pyjekyll.plugins.builtin.')))"
    )
    done = subprocess.run([sys.executable, "-c", listing], cwd=folder, capture_output=True, text=True, check=True)
    return sorted(line.rsplit(".", 1)[1] for line in done.stdout.splitlines() if "builtin." in line)


@pytest.mark.parametrize(
    ("config", "modules"),
    [
        ("title: none\n", []),
        ("plugins: [jekyll-sitemap]\n", ["sitemap"]),
        ("plugins: [jekyll-feed, jekyll-gist]\n", ["_values", "feed", "gist"]),
        ("plugins: [jekyll-paginate, jekyll-redirect-from]\n", ["_values", "paginate", "redirect_from"]),
        ("plugins: [jemoji]\n", ["_finished", "_fragment", "jemoji"]),
        ("safe: true\nplugins: [jekyll-sitemap]\n", []),
        ("plugins: [rouge, kramdown, webrick]\n", []),
    ],
    ids=lambda value: value.split("\n")[0] if isinstance(value, str) else "",
)
def test_no_plugin_is_imported_that_the_site_does_not_use(tmp_path: Path, config: str, modules: list[str]) -> None:
    (tmp_path / "_config.yml").write_text(config)
    (tmp_path / "a.html").write_text("---\n---\nx\n")
    assert plugin_modules(tmp_path) == modules


def test_each_built_in_plugin_can_be_imported_and_registers_something() -> None:
    from pyjekyll.plugins.loader import BUILTIN
    from pyjekyll.plugins.registry import Registry

    for gem, name in BUILTIN.items():
        registry: Any = Registry()
        registry.add_module(importlib.import_module(f"pyjekyll.plugins.builtin.{name}"), gem)
        brought = [registry.hooks, registry.filters, registry.tags, registry.converter_classes, registry.commands, registry.generators]
        assert any(brought) or registry.markdown_processors, gem
