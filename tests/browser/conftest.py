"""A browser, and the root site on a local port. SITE_TO_LOOK_AT=FOLDER looks at a build made before."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.chromium import Chromium, executable
from browser.serving import served
from running import run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the root site once."""
    if before := os.environ.get("SITE_TO_LOOK_AT"):
        return Path(before)
    out = tmp_path_factory.mktemp("browser") / "out"
    flags = ["build", "--source", str(ROOT), "--destination", str(out), "--disable-disk-cache"]
    code, said = run(ROOT, flags, {"JEKYLL_ENV": "production"})
    assert code == 0, said
    return out


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    """Serve the root site and yield its address; not for longer than a module, for a process with threads cannot fork."""
    with served(built) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    """Start a browser; skip where there is none."""
    if executable() is None:
        pytest.skip("no Chromium is installed")
    with Chromium() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the script of axe-core."""
    found = next((place for place in places() if place.is_file()), None)
    if found is None:
        pytest.skip("axe-core is not installed")
    return found.read_text("utf-8")


def places() -> list[Path]:
    """Return where the script may lie: where AXE_CORE says, below node_modules, in the package of the extra `test`."""
    if "AXE_CORE" in os.environ:
        return [Path(os.environ["AXE_CORE"])]
    package = importlib.util.find_spec("axe_core_python")
    folders = [Path(folder) for folder in (package.submodule_search_locations or [] if package else [])]
    return [ROOT / "node_modules/axe-core/axe.min.js", *(folder / "axe.min.js" for folder in folders)]
