"""Building the repository's root makes the site's files and no other: nothing of the package, its tests or the companions.

After adding or removing a page, write the list anew: python tests/theme/test_root_paths.py FOLDER_OF_A_BUILD
"""

from __future__ import annotations

import sys
from pathlib import Path

from theme_files import ENVIRONMENTS, ROOT, Builder, files

LIST = Path(__file__).with_name("root_paths.txt")


def test_pyjekyll_builds_exactly_the_site(tmp_path: Path, by_pyjekyll: Builder) -> None:
    assert sorted(files(by_pyjekyll(ROOT, tmp_path / "out", ENVIRONMENTS[0]))) == LIST.read_text("utf-8").splitlines()


def test_ruby_builds_exactly_the_site(tmp_path: Path, by_ruby: Builder) -> None:
    assert sorted(files(by_ruby(ROOT, tmp_path / "out", ENVIRONMENTS[0]))) == LIST.read_text("utf-8").splitlines()


if __name__ == "__main__":
    LIST.write_text("".join(f"{path}\n" for path in sorted(files(Path(sys.argv[1])))), "utf-8")
