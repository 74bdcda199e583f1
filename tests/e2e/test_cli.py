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


def test_profile_prints_both_tables(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    out = pyjekyll(tmp_path, "build", "--profile").out
    assert re.search(r"^\| PHASE +\| +TIME \|\n\+-+\+-+\+\n\| RESET +\| \d\.\d{4} \|$", out, re.MULTILINE)
    assert re.search(r"^\| TOTAL \(for 1 files\) \| +1 \| 0\.00K \| +\d\.\d{3} \|$", out, re.MULTILINE)
    assert out.index("Site Render Stats:") < out.index("done in")
