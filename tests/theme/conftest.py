"""The root of the repository, built by pyjekyll and by Ruby Jekyll."""

from __future__ import annotations

from pathlib import Path

import pytest
import ruby_jekyll

from running import run
from theme.theme_files import Builder


def flags(source: Path, out: Path) -> list[str]:
    """Return the words of a build that leaves nothing behind in source."""
    return ["build", "--source", str(source), "--destination", str(out), "--disable-disk-cache"]


@pytest.fixture(scope="session")
def by_pyjekyll() -> Builder:
    """Build a site with pyjekyll and return where it is."""

    def build(source: Path, out: Path, env: dict[str, str]) -> Path:
        code, said = run(source, flags(source, out), env)
        assert code == 0, said
        return out

    return build


@pytest.fixture(scope="session")
def by_ruby() -> Builder:
    """Build a site with Ruby Jekyll and return where it is."""
    if gone := ruby_jekyll.missing():
        pytest.skip(f"the reference is not installed: {gone}")

    def build(source: Path, out: Path, env: dict[str, str]) -> Path:
        code, said = ruby_jekyll.run(source, flags(source, out), env)
        assert code == 0, said
        return out

    return build

