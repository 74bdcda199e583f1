"""Building the repository's root makes the site's files and no other: nothing of the package, its tests or the companions.

After adding or removing a page, write the list anew: python tests/theme/theme_files.py FOLDER_OF_A_BUILD
"""

from __future__ import annotations

from pathlib import Path

from theme.theme_files import ENVIRONMENTS, PATHS, ROOT, Builder, files


def test_pyjekyll_builds_exactly_the_site(tmp_path: Path, by_pyjekyll: Builder) -> None:
    assert sorted(files(by_pyjekyll(ROOT, tmp_path / "out", ENVIRONMENTS[0]))) == PATHS.read_text("utf-8").splitlines()


def test_ruby_builds_exactly_the_site(tmp_path: Path, by_ruby: Builder) -> None:
    assert sorted(files(by_ruby(ROOT, tmp_path / "out", ENVIRONMENTS[0]))) == PATHS.read_text("utf-8").splitlines()
