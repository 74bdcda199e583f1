"""Start-up is asserted by what is imported, never by seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LISTING = """
import json, sys
before = set(sys.modules)
from pyjekyll.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
sys.stderr.write(json.dumps(sorted(set(sys.modules) - before)))
"""


def imported(folder: Path, *argv: str) -> list[str]:
    """Return the modules that `pyjekyll ARGV` imports beyond those of a bare interpreter."""
    env = {**os.environ, "XDG_CACHE_HOME": str(folder / ".user-cache")}
    done = subprocess.run([sys.executable, "-c", LISTING, *argv], cwd=folder, env=env, capture_output=True, text=True, check=True)
    return list(json.loads(done.stderr[done.stderr.rindex("[") :]))


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    (tmp_path / "_config.yml").write_text("title: Small\n")
    (tmp_path / "_layouts").mkdir()
    (tmp_path / "_layouts" / "default.html").write_text("<h1>{{ page.title }}</h1>{{ content }}")
    for number in range(10):
        (tmp_path / f"page{number}.md").write_text(f"---\nlayout: default\ntitle: Page {number}\n---\nSome *text* of {{{{ site.title }}}}.\n")
    return tmp_path


def test_version_imports_next_to_nothing(tmp_path: Path) -> None:
    ours = [name for name in imported(tmp_path, "--version") if name.startswith("pyjekyll")]
    assert len(ours) <= 8, ours


def test_version_imports_no_engine(tmp_path: Path) -> None:
    modules = imported(tmp_path, "--version")
    assert not {"yaml", "liquid", "mistune", "sass", "pygments", "livereload", "argparse", "typing_extensions"} & set(modules)
    assert len(modules) <= 60, modules


UNCHOSEN = {"livereload", "tornado", "watchfiles", "mistune", "sass", "pygments", "unittest", "asyncio", "pydoc", "email", "http", "ssl", "multiprocessing"}  # noqa: E501


def test_a_small_build_leaves_unchosen_engines_alone(small_site: Path) -> None:
    assert UNCHOSEN & set(imported(small_site, "build", "--quiet")) == set()


def test_a_small_build_stays_small(small_site: Path) -> None:
    modules = imported(small_site, "build", "--quiet")
    assert len([name for name in modules if name.startswith("pyjekyll")]) <= 170
    assert len(modules) <= 330


def test_a_warm_build_never_imports_python_liquid(small_site: Path) -> None:
    imported(small_site, "build", "--quiet")
    assert "liquid" not in imported(small_site, "build", "--quiet")
