"""What the tests of the theme share: where the site is, what belongs to it, and how its files are read."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = (
    "_config.yml", "_data", "_includes", "_layouts", "_pages", "_portfolio", "_posts", "_publications", "_sass", "_talks", "_teaching",
    "assets", "files", "images",
)  # fmt: skip
PATHS = Path(__file__).with_name("root_paths.txt")
ENVIRONMENTS = [{"JEKYLL_ENV": "production", "TZ": "UTC"}, {"JEKYLL_ENV": "development", "TZ": "America/New_York"}]

Builder = Callable[[Path, Path, dict[str, str]], Path]


def files(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def copy_site(target: Path) -> Path:
    """Copy the root site, and nothing else of the repository, to target."""
    target.mkdir(parents=True)
    for name in SITE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name)
        else:
            shutil.copyfile(ROOT / name, target / name)
    return target


if __name__ == "__main__":
    PATHS.write_text("".join(f"{path}\n" for path in sorted(files(Path(sys.argv[1])))), "utf-8")
