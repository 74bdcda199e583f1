"""The starting points: complete, buildable by both engines, and the same from a wheel as from the repository."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import ruby_jekyll
import yaml

from browser.links import broken_links
from pyjekyll import themes
from pyjekyll.errors import ThemeError
from running import run

ROOT = Path(__file__).resolve().parents[3]
ENV = {"JEKYLL_ENV": "production"}


def complaints(said: str) -> list[str]:
    """Return the lines of a log that are not the usual ones."""
    words = ("Configuration file:", "Source:", "Destination:", "Incremental build:", "Generating...", "done in", "Auto-regeneration:", "Jekyll Feed:")
    return [line for line in said.splitlines() if line.strip() and not any(word in line for word in words)]


@pytest.mark.parametrize("name", themes.starters())
def test_a_starting_point_builds_without_a_word(tmp_path: Path, name: str) -> None:
    themes.copy_starter(name, tmp_path / "site")
    code, said = run(tmp_path / "site", ["build", "--trace"], ENV)
    assert (code, complaints(said)) == (0, [])
    home = (tmp_path / "site/_site/index.html").read_text("utf-8")
    assert 'class="author__name"' in home
    assert (tmp_path / "site/_site/assets/css/main.css").stat().st_size > 10_000
    assert (tmp_path / "site/_site/about.html").exists()
    assert broken_links(tmp_path / "site/_site") == []


@pytest.mark.parametrize("name", themes.starters())
def test_ruby_builds_it_to_the_same_bytes(tmp_path: Path, name: str) -> None:
    if gone := ruby_jekyll.missing():
        pytest.skip(f"the reference is not installed: {gone}")
    themes.copy_starter(name, tmp_path / "site")
    code, said = ruby_jekyll.run(tmp_path / "site", ["build", "--destination", str(tmp_path / "theirs"), "--disable-disk-cache"], ENV)
    assert (code, complaints(said)) == (0, [])
    assert run(tmp_path / "site", ["build", "--destination", str(tmp_path / "ours"), "--disable-disk-cache"], ENV)[0] == 0
    theirs, ours = content(tmp_path / "theirs"), content(tmp_path / "ours")
    assert ours == theirs


def content(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_homepage_brings_no_pages_of_the_larger_site() -> None:
    pages = [path for path in themes.find("acad-homepage") if path.startswith("_pages/")]
    assert pages == ["_pages/404.md", "_pages/about.md"]


def test_the_project_s_own_pages_stay_at_home() -> None:
    for name in themes.starters():
        assert not [path for path in themes.find(name) if path.startswith(("_pages/docs", "pyjekyll", "tests"))]


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash is installed")
def test_the_workflow_builds_a_site_as_github_pages_calls_it(tmp_path: Path) -> None:
    workflow = yaml.safe_load((ROOT / "pyjekyll/themes/every/.github/workflows/pages.yml").read_text("utf-8"))
    (build,) = [step for step in workflow["jobs"]["build"]["steps"] if step.get("name") == "Build"]
    themes.copy_starter("academic", tmp_path / "site")
    env = {"SOURCE": "./site", "DESTINATION": "./out", "FUTURE": "", "VERBOSE": "", "URL": "https://a.example", "BASEURL": "/b", **ENV}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    told = {**os.environ, **env, "PATH": path, "RUNNER_TEMP": str(tmp_path)}
    done = subprocess.run(["bash", "-e", "-c", build["run"]], cwd=tmp_path, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert 'href="https://a.example/b/talks/"' in (tmp_path / "out/index.html").read_text("utf-8")
    inputs = workflow[True]["workflow_call"]["inputs"]  # YAML reads the key `on` as true
    assert list(inputs) == ["source", "destination", "future", "build_revision", "verbose", "token"]


def test_the_manual_shows_the_workflow() -> None:
    workflow = (ROOT / "pyjekyll/themes/every/.github/workflows/pages.yml").read_text("utf-8")
    assert f"```yaml\n{workflow}```" in (ROOT / "_pages/docs/deploying.md").read_text("utf-8")
    for name in themes.starters():
        assert ".github/workflows/pages.yml" in themes.find(name)


def test_an_unknown_name_says_which_there_are() -> None:
    with pytest.raises(ThemeError) as raised:
        themes.find("minima")
    assert "academic, acad-homepage" in str(raised.value.hint)


def test_what_a_wheel_is_made_of_carries_the_same_files(tmp_path: Path) -> None:
    if importlib.util.find_spec("setuptools") is None:  # not imported here: it minds what this process imported before
        pytest.skip("setuptools is not installed")
    build = [sys.executable, "setup.py", "--quiet", "build", "--build-base", str(tmp_path / "build"), "--build-lib", str(tmp_path / "lib")]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for name in themes.starters():
        arguments = [str(tmp_path / "lib"), name, str(tmp_path / name)]
        said = subprocess.run([sys.executable, "-c", COPY, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
        assert said.splitlines() == [str(tmp_path / "lib"), *themes.find(name)]
        assert content(tmp_path / name) == {path: source.read_bytes() for path, source in themes.find(name).items()}


COPY = """import sys
sys.path.insert(0, sys.argv[1])
from pyjekyll import themes
from pathlib import Path
print(Path(themes.__file__).parents[2])
print(*themes.copy_starter(sys.argv[2], sys.argv[3]), sep="\\n")
"""
