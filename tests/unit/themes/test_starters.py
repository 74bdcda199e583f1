"""The starting points: complete, buildable by both engines, and the same from a wheel as from the repository."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import ruby_jekyll
from running import run

from pyjekyll import themes
from pyjekyll.errors import ThemeError

ROOT = Path(__file__).resolve().parents[3]
ENV = {"JEKYLL_ENV": "production"}


def complaints(said: str) -> list[str]:
    """Return the lines of a log that are not the usual ones."""
    words = ("Configuration file:", "Source:", "Destination:", "Incremental build:", "Generating...", "done in", "Auto-regeneration:", "Jekyll Feed:")
    return [line for line in said.splitlines() if line.strip() and not any(word in line for word in words)]


@pytest.mark.parametrize("name", themes.names())
def test_a_starting_point_builds_without_a_word(tmp_path: Path, name: str) -> None:
    themes.copy_starter(name, tmp_path / "site")
    code, said = run(tmp_path / "site", ["build", "--trace"], ENV)
    assert (code, complaints(said)) == (0, [])
    home = (tmp_path / "site/_site/index.html").read_text("utf-8")
    assert 'class="author__name"' in home
    assert (tmp_path / "site/_site/assets/css/main.css").stat().st_size > 10_000
    assert (tmp_path / "site/_site/about.html").exists()


@pytest.mark.parametrize("name", themes.names())
def test_ruby_builds_it_to_the_same_bytes(tmp_path: Path, name: str) -> None:
    if gone := ruby_jekyll.missing():
        pytest.skip(f"the reference is not installed: {gone}")
    themes.copy_starter(name, tmp_path / "site")
    reference = ruby_jekyll.RubyJekyll()
    try:
        code, said = reference.run(tmp_path / "site", ["build", "--destination", str(tmp_path / "theirs"), "--disable-disk-cache"], ENV)
    finally:
        reference.close()
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
    for name in themes.names():
        assert not [path for path in themes.find(name) if path.startswith(("_pages/docs", "pyjekyll", "tests"))]


def test_an_unknown_name_says_which_there_are() -> None:
    with pytest.raises(ThemeError) as raised:
        themes.find("minima")
    assert "academic, acad-homepage" in str(raised.value.hint)


def test_a_wheel_carries_the_same_files(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(tmp_path), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "No module named" in done.stderr:
        pytest.skip("no wheel can be built without setuptools and wheel")
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "unpacked")
    script = "import sys; sys.path.insert(0, sys.argv[1]); from pyjekyll import themes; print(*themes.copy_starter(sys.argv[2], sys.argv[3]), sep='\\n')"
    for name in themes.names():
        arguments = [str(tmp_path / "unpacked"), name, str(tmp_path / name)]
        said = subprocess.run([sys.executable, "-c", script, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
        assert said.splitlines() == list(themes.find(name))
        assert content(tmp_path / name) == {path: source.read_bytes() for path, source in themes.find(name).items()}
