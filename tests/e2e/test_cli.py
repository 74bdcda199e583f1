"""The command as a user runs it: what it prints and how it exits, beside Ruby's where that is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

PAGE = "---\ntitle: A\n---\n{{ page.title }}\n"
SITE = {"_config.yml": "url: https://example.org\n", "index.html": PAGE}
# What pyjekyll adds to Jekyll's lines of an error.
DETAILS = re.compile(r"^ +(In|Text|Included from|Hint|Plugin): ")
COLOUR = re.compile(r"\x1b\[\d+m")
CACHES = {".git", ".jekyll-cache", ".jekyll-metadata"}
TRACEBACK = re.compile(r"^(/\S+\.rb:\d+:in |\tfrom |/usr/bin/jekyll:|\s+\^+$|Did you mean)")

needs_ruby = pytest.mark.skipif(shutil.which("jekyll") is None, reason="Ruby's Jekyll is not installed")


class Outcome(NamedTuple):
    """What a run printed and how it exited."""

    exit: int
    out: str
    err: str


def write(root: Path, files: dict[str, str]) -> Path:
    """Write files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def execute(command: list[str], folder: Path, env: dict[str, str] | None = None) -> Outcome:
    """Run a command in a folder."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("JEKYLL_")}
    clean.update({"TZ": "UTC", "LC_ALL": "C.UTF-8", **(env or {})})
    run = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, check=False)
    return Outcome(run.returncode, run.stdout, run.stderr)


def pyjekyll(folder: Path, *arguments: str, env: dict[str, str] | None = None) -> Outcome:
    """Run our command."""
    return execute([sys.executable, "-m", "pyjekyll", *arguments], folder, env)


def jekyll(folder: Path, *arguments: str, env: dict[str, str] | None = None) -> Outcome:
    """Run Ruby's command."""
    return execute(["jekyll", *arguments], folder, env)


def comparable(text: str, root: Path) -> list[str]:
    """Drop what need not be the same: Ruby's traceback, our details, seconds, and the folder's name."""
    text = re.sub(r"done in [\d.]+ seconds", "done in N seconds", text.replace(str(root), "ROOT"))
    return [line for line in text.splitlines() if not TRACEBACK.match(line) and not DETAILS.match(COLOUR.sub("", line))]


SAME: dict[str, tuple[dict[str, str], list[str]]] = {
    "build": (SITE, ["build"]),
    "alias": (SITE, ["b"]),
    "words-are-ignored": (SITE, ["build", "x", "y"]),
    "no-config": ({"index.html": PAGE}, ["build"]),
    "source-and-destination": ({f"s/{name}": text for name, text in SITE.items()}, ["build", "--source", "s", "-d", "out"]),
    "attached-values": ({f"s/{name}": text for name, text in SITE.items()}, ["build", "-ss", "--destination=out"]),
    "quiet": ({**SITE, "a.html": "---\nlayout: nope\n---\n"}, ["build", "-q"]),
    "clustered-flags": (SITE, ["build", "-DI"]),
    "abbreviated": (SITE, ["build", "--destin", "out"]),
    "two-configs": ({**SITE, "b.yml": "x: 1\n"}, ["build", "--config", "_config.yml,b.yml"]),
    "missing-config": (SITE, ["build", "--config", "nope.yml"]),
    "untrimmed-config": ({**SITE, "b.yml": ""}, ["build", "--config", "_config.yml, b.yml"]),
    "config-is-a-list": ({**SITE, "_config.yml": "- 1\n"}, ["build"]),
    "config-of-another-kind": ({**SITE, "c.json": "{}"}, ["build", "--config", "c.json"]),
    "toml": ({"index.html": PAGE, "_config.toml": 'title = "x"\n'}, ["build"]),
    "plugins-is-text": ({**SITE, "_config.yml": "plugins: x\n"}, ["build"]),
    "watch-off": (SITE, ["build", "--no-watch"]),
    "missing-layout": ({**SITE, "a.html": "---\nlayout: nope\n---\n"}, ["build"]),
    "fatal": ({**SITE, "a.html": '---\npermalink: ""\n---\n'}, ["build"]),
    "bad-front-matter": ({**SITE, "a.html": "---\na: [1\n---\n"}, ["build"]),
    "unclosed-tag": ({**SITE, "a.html": "---\n---\n{% if x %}"}, ["build"]),
    "missing-include": ({**SITE, "a.html": "---\n---\n{% include nope.html %}"}, ["build"]),
    "nothing": (SITE, []),
    "unknown-command": (SITE, ["foo"]),
    "a-gems-command": (SITE, ["compose"]),
    "another-gems-command": (SITE, ["docs", "x"]),
    "unknown-option": (SITE, ["build", "--nope"]),
    "unknown-short-option": (SITE, ["build", "-Z"]),
    "option-of-another-command": (SITE, ["doctor", "-V"]),
    "old-switch": (SITE, ["build", "--url", "x"]),
    "older-switch": (SITE, ["build", "--server"]),
    "help-for-nothing": (SITE, ["help", "nope"]),
    "clean-nothing": (SITE, ["clean"]),
    "clean": ({**SITE, "_site/a": "", ".jekyll-metadata": "", ".jekyll-cache/x": "", ".sass-cache/y": ""}, ["clean"]),
    "clean-elsewhere": ({**SITE, "out/a": ""}, ["clean", "-d", "out"]),
    "healthy": (SITE, ["doctor"]),
    "no-url": ({**SITE, "_config.yml": ""}, ["doctor"]),
    "relative-url": ({**SITE, "_config.yml": "url: example.org\n"}, ["doctor"]),
    "old-permalinks": ({**SITE, "_config.yml": "url: https://a.b\nrelative_permalinks: true\n"}, ["hyde"]),
    "shared-destination": ({**SITE, "a.html": "---\npermalink: /x.html\n---\n", "b.html": "---\npermalink: /x.html\n---\n"}, ["doctor"]),
    "only-case": ({**SITE, "a.html": "---\npermalink: /x.html\n---\n", "b.html": "---\npermalink: /X.html\n---\n"}, ["doctor"]),
    "posts-elsewhere": ({**SITE, "_config.yml": "url: https://a.b\ncollections_dir: c\n", "_posts/x": "", "c/x": ""}, ["doctor"]),
    "new-nowhere": (SITE, ["new"]),
    "new-in-use": ({"x/y": ""}, ["new", "x"]),
    "new-blank": ({}, ["new", "a", "b", "--blank"]),
    "new-without-bundle": ({}, ["new", "x", "--skip-bundle"]),
    "new-forced": ({"x/y": ""}, ["new", "x", "--force", "--skip-bundle"]),
    "new-theme-nameless": ({}, ["new-theme"]),
    "new-theme-in-use": ({"x_y/z": ""}, ["new-theme", "x", "y"]),
    "new-theme": ({}, ["new-theme", "a", "b c", "-c"]),
}


@needs_ruby
@pytest.mark.parametrize("case", SAME)
def test_same_as_ruby(case: str, tmp_path: Path) -> None:
    files, arguments = SAME[case]
    results = []
    for name, run in (("ours", pyjekyll), ("theirs", jekyll)):
        root = write(tmp_path / name / "site", files)
        root.mkdir(parents=True, exist_ok=True)
        outcome = run(root, *arguments)
        written = sorted(str(path.relative_to(root)) for path in root.rglob("*") if not CACHES & set(path.parts))
        out, err = comparable(outcome.out, root), comparable(outcome.err, root)
        results.append((outcome.exit, [] if arguments == [] else out, [line for line in err if not line.startswith("hint: ")], written))
    # The reference's package lacks the .gitignore of a new site; what a failed build leaves is another test's business.
    ours, theirs = results
    assert ours[0] == theirs[0]
    assert ours[1] == theirs[1]
    assert ours[2] == theirs[2]
    if ours[0] == 0:
        assert [name for name in ours[3] if arguments[0] != "new" or not name.endswith(".gitignore")] == theirs[3]


@needs_ruby
@pytest.mark.parametrize("command", ["", "build", "serve", "clean", "doctor", "new", "new-theme", "help"])
def test_help_lists_the_same_switches(command: str, tmp_path: Path) -> None:
    arguments = [command, "--help"] if command else ["--help"]
    listed = [_switches(run(tmp_path, *arguments).out) for run in (pyjekyll, jekyll)]
    # Live reload is on by default here, so that there is a switch to turn it off.
    own = ("--theme NAME", "--livereload-ignore GLOB1[,GLOB2[,...]]")
    ours = [switch.replace("--[no-]livereload", "--livereload") for switch in listed[0] if switch not in own]
    assert ours == [switch for switch in listed[1] if not switch.startswith("--livereload-ignore")]


def _switches(text: str) -> list[str]:
    found = re.findall(r"^ +(?:-\w, )? *(--[\w\[\]-]+(?: \[?[A-Z][A-Z_0-9\[\],.]*\]?)?) ", text, re.MULTILINE)
    return [switch.strip() for switch in found]


def test_version(tmp_path: Path) -> None:
    for arguments in (["--version"], ["-v"], ["build", "-v"]):
        outcome = pyjekyll(tmp_path, *arguments)
        assert outcome.exit == 0
        assert re.fullmatch(r"pyjekyll \d+\.\d+\.\d+ \(jekyll 4\.3\.1\)\n", outcome.out)


def test_options_may_stand_before_the_command(tmp_path: Path) -> None:
    write(tmp_path / "s", SITE)
    outcome = pyjekyll(tmp_path, "--source", "s", "build", "-d", "out")
    assert outcome.exit == 0
    assert (tmp_path / "out/index.html").read_text() == "A\n"


def test_an_error_names_file_line_and_text(tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "_data/x.yml": "a: 1\nb: [1\nc: 2\n"})
    outcome = pyjekyll(tmp_path, "build")
    said = COLOUR.sub("", outcome.err)
    assert outcome.exit == 1
    assert "(<unknown>): did not find expected ',' or ']' while parsing a flow sequence at line 2 column 4" in said
    assert f"In: {tmp_path}/_data/x.yml, line 3" in said
    assert "Text: c: 2" in said
    assert "Traceback" not in said
    assert not (tmp_path / "_site").exists()


def test_a_template_s_error_names_the_line_of_the_file(tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "index.md": "---\ntitle: x\n---\nfirst\n\nsecond {% nonsense %}\n", "_includes/i.html": "a\n{% if %}\n"})
    said = COLOUR.sub("", pyjekyll(tmp_path, "build").err)
    assert "Liquid syntax error (line 3): Unknown tag 'nonsense'" in said
    assert f"In: {tmp_path}/index.md, line 6" in said
    assert "Text: second {% nonsense %}" in said


@pytest.mark.proves("LOG-5")
def test_trace_shows_the_traceback(tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "_data/x.yml": "a: [1\n"})
    outcome = pyjekyll(tmp_path, "build", "--trace")
    assert outcome.exit == 1
    assert "Traceback (most recent call last)" in outcome.err
    assert "--trace" not in outcome.err


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("limit_posts: -1", "limit_posts must be a non-negative number"),
        ("destination: .", "Destination directory cannot be or contain the Source directory."),
        ("destination: ..", "Destination directory cannot be or contain the Source directory."),
        ("include:", "'include' should be set as an array, but was: nil."),
        ("exclude: x", "'exclude' should be set as an array, but was: \"x\"."),
        ("permalink: 5", "'permalink' should be set as a string, but was: 5."),
        ("limit_posts: x", "'limit_posts' should be set as a number, but was: \"x\"."),
        ("a: [1", "did not find expected ',' or ']'"),
        ("time: nonsense", "Invalid date 'nonsense': Invalid time in _config.yml."),
    ],
)
def test_a_bad_configuration_stops_the_build(config: str, message: str, tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "_config.yml": config + "\n"})
    outcome = pyjekyll(tmp_path, "build")
    assert outcome.exit == 1
    assert message in outcome.err
    assert "Traceback" not in outcome.err
    assert not (tmp_path / "_site").exists()


def test_clean_keeps_the_source(tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "_config.yml": "cache_dir: ..\n", "kept": ""})
    assert pyjekyll(tmp_path, "clean", "-d", ".").exit == 1
    assert pyjekyll(tmp_path, "clean").exit == 0
    assert (tmp_path / "kept").exists()


def test_log_level_of_the_environment(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    assert pyjekyll(tmp_path, "build", env={"JEKYLL_LOG_LEVEL": "warn"}).out == ""
    assert "Logging at level: debug" in pyjekyll(tmp_path, "build", env={"JEKYLL_LOG_LEVEL": "debug"}).out


def test_a_plugin_brings_a_command(tmp_path: Path) -> None:
    plugin = "from pyjekyll.plugins import command\n\n@command(\"count\")\ndef count(config, words):\n    print(config['title'], *words)\n"
    write(tmp_path, {"_config.yml": "title: T\n", "_plugins/count.py": plugin})
    outcome = pyjekyll(tmp_path, "count", "a", "b")
    assert outcome.exit == 0
    assert outcome.out.splitlines()[-1] == "T a b"


def test_a_new_site_builds(tmp_path: Path) -> None:
    assert pyjekyll(tmp_path, "new", "x").exit == 0
    outcome = pyjekyll(tmp_path / "x", "build")
    assert outcome.exit == 0, outcome.err
    assert "Welcome to Jekyll!" in (tmp_path / "x/_site/index.html").read_text()


@needs_ruby
def test_profile_counts_the_same_templates_as_ruby(tmp_path: Path) -> None:
    files = {
        **SITE,
        "index.html": "---\nlayout: l\n---\n{% include i.html %}{% include i.html %}{% include_relative r.txt %}",
        "_includes/i.html": "{{ 1 }}",
        "r.txt": "{{ 'relative' }}",
        "_layouts/l.html": "{{ content }}",
        "_posts/2020-01-01-a.md": "---\nlayout: l\n---\n{{ 2 }}",
        "plain.md": "---\n---\n",
    }
    row = re.compile(r"^\| ([\w./-]+) +\| +(\d+) \| +([\d.]+K) \|", re.MULTILINE)
    write(tmp_path, files)
    ours, theirs = (sorted(row.findall(run(tmp_path, "build", "--profile").out)) for run in (pyjekyll, jekyll))
    assert ours == theirs
    assert len(ours) == 5


@pytest.mark.proves("LOG-2")
def test_profile_prints_both_tables(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    out = pyjekyll(tmp_path, "build", "--profile").out
    assert re.search(r"^\| PHASE +\| +TIME \|\n\+-+\+-+\+\n\| RESET +\| \d\.\d{4} \|$", out, re.MULTILINE)
    assert re.search(r"^\| TOTAL \(for 1 files\) \| +1 \| 0\.00K \| +\d\.\d{3} \|$", out, re.MULTILINE)
    assert out.index("Site Render Stats:") < out.index("done in")


@pytest.mark.proves("CLI-2")
def test_without_a_command_the_help_is_shown(tmp_path: Path) -> None:
    outcome = pyjekyll(tmp_path)
    assert outcome.exit == 1
    assert COLOUR.sub("", outcome.err).strip() == "A subcommand is required."
    assert [line for line in outcome.out.splitlines() if line.endswith(":")] == ["Usage:", "Options:", "Subcommands:"]
    assert outcome.out.strip() == pyjekyll(tmp_path, "help").out.strip()


@pytest.mark.proves("CLI-12")
def test_help_for_a_command_and_for_none(tmp_path: Path) -> None:
    assert pyjekyll(tmp_path, "help", "clean").out.strip() == pyjekyll(tmp_path, "clean", "--help").out.strip()
    assert pyjekyll(tmp_path, "help", "clean").out.startswith("pyjekyll clean -- ")
    unknown = pyjekyll(tmp_path, "help", "nope")
    assert (unknown.exit, COLOUR.sub("", unknown.err).strip()) == (1, "Error: Hmm... we don't know what the 'nope' command is.")
    assert unknown.out.strip().startswith("Valid commands: compose, docs, import, b, build, ")


@pytest.mark.proves("CLI-13", "LOG-5")
def test_an_error_ends_in_a_box_that_names_trace(tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "a.html": "---\n---\n{% nope %}"})
    plain, traced = pyjekyll(tmp_path, "build"), pyjekyll(tmp_path, "build", "--trace")
    assert plain.exit == traced.exit == 1
    edge, first, second, end = [line.strip() for line in COLOUR.sub("", plain.err).splitlines()[-4:]]
    assert edge == end == "-" * 48
    assert (first, second) == ("Jekyll 4.3.1   Please append `--trace` to the `build` command", "for any additional information or backtrace.")
    assert "Traceback" not in plain.err
    assert "Traceback (most recent call last)" in traced.err
    assert "Please append" not in traced.err


@pytest.mark.proves("CLI-16")
def test_lines_are_laid_out_in_two_columns_on_two_streams(tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "_config.yml": "title:   x\n", "a.html": "---\nlayout: 'two   words'\n---\n"})
    warned = pyjekyll(tmp_path, "build")
    assert f"            Source: {tmp_path}\n" in warned.out
    assert warned.err.startswith("\x1b[33m     Build Warning: Layout 'two words' requested in a.html does not exist.\x1b[0m\n")
    write(tmp_path, {"b.html": "---\n---\n{% include nope.html %}"})
    failed = pyjekyll(tmp_path, "build")
    assert "\x1b[31m  Liquid Exception: Could not locate the included file 'nope.html'" in failed.err


@pytest.mark.proves("CFG-23", "CFG-24")
def test_what_psych_refuses_is_read_as_the_published_gem_does(tmp_path: Path) -> None:
    config = "a: :sym\nb: !ruby/object:Object {c: 1}\nd: !ruby/regexp /x/\n"
    write(tmp_path, {"_config.yml": config, "index.html": "---\n---\n{{ site.a | jsonify }} {{ site.b | jsonify }} {{ site.d | jsonify }}"})
    assert pyjekyll(tmp_path, "build").exit == 0
    assert (tmp_path / "_site/index.html").read_text() == '":sym" {"c":1} "/x/"'


GEMFILE = "gem 'jekyll'\ngroup :jekyll_plugins do\n  gem 'jekyll-feed'\nend\n"


@pytest.mark.proves("ENV-3", "ENV-4", "HOOK-7")
@pytest.mark.parametrize(
    ("gemfile", "env", "feed"),
    [
        (GEMFILE, {}, True),
        ("gem 'jekyll-feed', group: :jekyll_plugins\n", {}, True),
        ("gem 'jekyll-feed'\n", {}, False),
        (GEMFILE.replace("  gem", "  # gem"), {}, False),
        (GEMFILE, {"JEKYLL_NO_BUNDLER_REQUIRE": "1"}, False),
        ("", {"BUNDLE_GEMFILE": "other/Gemfile"}, True),
        (GEMFILE, {"BUNDLE_GEMFILE": "none/Gemfile"}, False),
    ],
)
def test_the_gemfile_s_group_brings_plugins(gemfile: str, env: dict[str, str], feed: bool, tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "_config.yml": "exclude: [other]\n", "Gemfile": gemfile, "other/Gemfile": GEMFILE})
    for mode in ([], ["--safe"]):
        shutil.rmtree(tmp_path / "_site", ignore_errors=True)
        assert pyjekyll(tmp_path, "build", *mode, env=env).exit == 0
        assert (tmp_path / "_site/feed.xml").exists() == feed


@needs_ruby
@pytest.mark.parametrize("safe", [False, True])
def test_ruby_takes_the_same_plugins_from_the_gemfile(safe: bool, tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "Gemfile": GEMFILE})
    outcome = jekyll(tmp_path, "build", *(["--safe"] if safe else []))
    assert outcome.exit == 0, outcome.err
    assert (tmp_path / "_site/feed.xml").exists()


PAGES_SITE = {
    "Gemfile": 'gem "github-pages", group: :jekyll_plugins\n',
    "index.html": (
        "---\n---\n{{ site.safe }} {{ site.future }} {{ site.highlighter }} {{ site.kramdown.math_engine }} {{ site.markdown }} {{ site.lsi }}"
    ),
    "_posts/2999-01-01-x.md": "---\n---\n",
    "_plugins/p.py": "raise SystemExit('is run')\n",
    "about.md": "# About us\n",
}


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("lsi: true\nmarkdown: redcarpet\nkramdown: {math_engine: katex}\nhighlighter: none\n", "true true rouge mathjax kramdown false"),
        ("future: false\nmarkdown: GFM\nsafe: false\n", "true false rouge mathjax GFM false"),
    ],
)
def test_github_pages_in_the_gemfile_forces_its_settings(config: str, said: str, tmp_path: Path) -> None:
    write(tmp_path, {**PAGES_SITE, "_config.yml": config + "repository: a/b\nplugins: [jekyll-sitemap, jekyll-archives]\nurl: https://a.b\n"})
    outcome = pyjekyll(tmp_path, "build")
    assert outcome.exit == 0, outcome.err
    assert (tmp_path / "_site/index.html").read_text() == said
    assert (tmp_path / "_site/sitemap.xml").exists()
    assert (tmp_path / "_site/about.html").exists()  # jekyll-optional-front-matter
    assert (tmp_path / "_site/2999").exists() == ("true true" in said)
    assert "jekyll-archives is not among the plugins that run there" in outcome.err
    assert "no plugin in" in outcome.err


def test_github_pages_is_not_heard_of_without_bundler(tmp_path: Path) -> None:
    write(tmp_path, {**PAGES_SITE, "_plugins/p.py": ""})
    assert pyjekyll(tmp_path, "build", env={"JEKYLL_NO_BUNDLER_REQUIRE": "1"}).exit == 0
    assert (tmp_path / "_site/index.html").read_text() == "false false rouge  kramdown false"


@pytest.mark.proves("ENV-5")
def test_variables_of_plugins(tmp_path: Path) -> None:
    page = "---\n---\n{{ site.github.repository_nwo }} {{ site.github.build_revision }} {{ site.github.api_url }} {% avatar x %}"
    write(tmp_path, {"_config.yml": "plugins: [jekyll-github-metadata, jekyll-avatar]\n", "index.html": page})
    env = {"PAGES_REPO_NWO": "o/r", "JEKYLL_BUILD_REVISION": "abc", "PAGES_API_URL": "https://api.example", "PAGES_AVATARS_URL": "https://av.example"}
    assert pyjekyll(tmp_path, "build", env=env).exit == 0
    text = (tmp_path / "_site/index.html").read_text()
    assert text.startswith("o/r abc https://api.example ")
    assert "https://av.example" in text


@pytest.mark.proves("SASS-6")
def test_coffeescript_is_compiled_by_the_command_on_the_path(tmp_path: Path) -> None:
    script = {"a.coffee": "---\nlayout: x\n---\nalert {{ page.url }}\n", "bin/coffee": "#!/bin/sh\ntr a-z A-Z\n"}
    write(tmp_path, {"_config.yml": "plugins: [jekyll-coffeescript]\n", **script})
    (tmp_path / "bin/coffee").chmod(0o755)
    without = pyjekyll(tmp_path, "build", env={"PATH": str(tmp_path)})
    assert without.exit == 1
    assert "there is no CoffeeScript compiler" in without.err
    assert pyjekyll(tmp_path, "build", env={"PATH": f"{tmp_path}/bin:{os.environ['PATH']}"}).exit == 0
    assert (tmp_path / "_site/a.js").read_text() == "ALERT /A.JS\n"  # Liquid comes first, a layout never
