"""The starting points of `pyjekyll new SITE --theme NAME`.

There is one copy of the academic theme: the folders at the root of the repository, which are also the project's own site. An
editable install reads them there; a wheel carries them in `pyjekyll/themes/site`, where `setup.py` puts them. What a starting
point has of its own (its configuration, its navigation) lies in `pyjekyll/themes/NAME`, and wins over a shared file of the same path;
what every one of them has lies in `pyjekyll/themes/every`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from pyjekyll.errors import ThemeError

THEME = ("_includes", "_layouts", "_sass", "assets", "images", "_data/ui-text.yml", "_pages/404.md")

# Each starting point, with what it takes of the root site.
STARTERS: dict[str, tuple[str, ...]] = {
    "academic": (
        *THEME, "_data/authors.yml", "_data/cv.json", "_pages/category-archive.html", "_pages/cv-json.html", "_pages/cv.md",
        "_pages/portfolio.html", "_pages/publications.html", "_pages/sitemap.html", "_pages/tag-archive.html", "_pages/talks.html",
        "_pages/teaching.html", "_pages/year-archive.html", "_portfolio", "_posts", "_publications", "_talks", "_teaching", "files",
    ),
    "acad-homepage": (*THEME, "_pages/about.md"),
}  # fmt: skip

HERE = Path(__file__).parent
EVERY = "every"  # the folder of what every starting point has: the workflow that publishes it, what git leaves alone


def find(name: str) -> dict[str, Path]:
    """Return the files of a starting point: the path in the new site -> the file to copy.

    Raises ThemeError if there is no such starting point, or the installation has lost its files.
    """
    if name not in STARTERS:
        raise ThemeError(f"There is no starting point '{name}'.", hint=f"There are: {', '.join(STARTERS)}.")
    shared = shared_root()
    found: dict[str, Path] = {}
    for part in STARTERS[name]:
        found.update(files_below(shared, shared / part))
    for own in (HERE / EVERY, HERE / name):
        found.update(files_below(own, own))
    return dict(sorted(found.items()))


def copy_starter(name: str, target: Path | str) -> list[str]:
    """Copy a starting point into the folder target, which may exist, and return the paths written, sorted.

    A file that is there already is overwritten: who calls decides before whether the folder may be used.
    """
    files = find(name)
    for path, source in files.items():
        destination = Path(target, path)
        destination.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, destination)
    return list(files)


def shared_root() -> Path:
    """Return the folder that holds the theme: in the wheel, else the repository's root."""
    for folder in (HERE / "site", HERE.parents[1]):
        if (folder / "_layouts" / "cv-layout.html").is_file():
            return folder
    raise ThemeError("The theme's files are missing from this installation.", hint="Install pyjekyll-ssg again.")


def files_below(base: Path, part: Path) -> dict[str, Path]:
    """Return every file at or below part under its path relative to base."""
    files = [part] if part.is_file() else [path for path in part.rglob("*") if path.is_file()]
    return {path.relative_to(base).as_posix(): path for path in files}
