"""The `site` fixture: a site from a block of text or a dict, built in this process."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from running import run
from site_format import Entry, SiteCase, parse, telling_lines

os.environ["PYJEKYLL_OFFLINE"] = "1"  # a test that fetches says so, and from where


class BuiltSite:
    """A site in a temporary folder."""

    def __init__(self, root: Path, case: SiteCase) -> None:
        self.root = root
        self.case = case
        self.exit = 0
        self.log = ""
        case.write_inputs(root)

    def build(self, *flags: str, env: Mapping[str, str] | None = None) -> BuiltSite:
        """Build the site and return itself; `.exit` and `.log` say how it went."""
        self.exit, self.log = run(self.root, ["build", *self.case.flags, *flags], {**self.case.environment(self.root), **(env or {})})
        return self

    @property
    def log_lines(self) -> list[str]:
        """The log lines that depend on the site."""
        return telling_lines(self.log, self.root)

    @property
    def paths(self) -> list[str]:
        """The paths below the destination."""
        return [entry.path for entry in self.case.read_outputs(self.root)]

    def read(self, path: str) -> str:
        """Return the text of a built file."""
        return (self.root / self.case.destination / path).read_text("utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a source file."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


SiteFactory = Callable[[str | Mapping[str, str | bytes]], BuiltSite]


@pytest.fixture
def site(tmp_path: Path) -> SiteFactory:
    """Return a function that makes a site from `.site` text or from a dict of path to content."""
    count = 0

    def make(files: str | Mapping[str, str | bytes]) -> BuiltSite:
        nonlocal count
        count += 1
        if isinstance(files, str):
            case = parse(files)
        else:
            case = SiteCase(inputs=[Entry(path, data.encode() if isinstance(data, str) else data) for path, data in files.items()])
        return BuiltSite((tmp_path / f"site{count}" / "site").resolve(), case)

    return make
