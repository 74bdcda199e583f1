"""Put the theme, which lies at the root of the repository, into the wheel; everything else is said in pyproject.toml."""

import compileall
import runpy
import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent


class BuildWithThemes(build_py):
    """Copy what the starting points need beside the package; an editable install reads it where it is."""

    def run(self) -> None:
        super().run()
        if getattr(self, "editable_mode", False):
            # pip compiles what it installs, but not what it leaves in place; without byte code every start compiles the package anew.
            compileall.compile_dir(str(ROOT / "pyjekyll"), quiet=2)
            return
        target = Path(self.build_lib, "pyjekyll", "themes")
        for part in self.shared_parts():
            copy(ROOT / part, target / "site" / part)
        for starter in (ROOT / "pyjekyll/themes").iterdir():
            if starter.is_dir() and starter.name != "__pycache__":
                copy(starter, target / starter.name)

    def shared_parts(self) -> list[str]:
        sys.path.insert(0, str(ROOT))  # the module imports its errors from the package that is being built
        try:
            starters = runpy.run_path(str(ROOT / "pyjekyll/themes/starting.py"))["STARTERS"]
        finally:
            sys.path.remove(str(ROOT))
        return sorted({part for parts in starters.values() for part in parts})


def copy(source: Path, target: Path) -> None:
    """Copy a file or a folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        shutil.copyfile(source, target)


setup(cmdclass={"build_py": BuildWithThemes})
