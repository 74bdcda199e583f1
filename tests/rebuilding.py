"""A site's rebuilds in this process, and an audience that notes what it is shown."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from pathlib import Path

from pyjekyll.config import Config, load
from pyjekyll.log import Log
from pyjekyll.serve.preview import Shown
from pyjekyll.serve.rebuild import Rebuilder
from pyjekyll.write.writer import Report


class Browser:
    """An audience that has one page open."""

    def __init__(self) -> None:
        self.open: set[str] = set()
        self.previews: list[dict[str, bytes]] = []
        self.settled: list[set[str]] = []
        self.errors: list[str] = []

    def wanted(self) -> Collection[str]:
        return self.open

    def show(self, preview: Mapping[str, Shown]) -> None:
        self.previews.append({path: shown.body for path, shown in preview.items()})

    def wait_for_browsers(self) -> None:
        pass

    def settle(self, report: Report, config: Config) -> None:
        self.settled.append({*report.written, *report.removed})

    def fail(self, error: Exception, config: Config) -> None:
        self.errors.append(str(error))


class Session:
    """A site, its rebuilder and its audience."""

    def __init__(self, folder: Path, site: Mapping[str, str]) -> None:
        self.folder, self.browser, self.said = folder, Browser(), io.StringIO()
        for path, text in site.items():
            self.write(path, text)
        flags = {"source": str(folder), "destination": str(folder / "_site"), "disable_disk_cache": True}
        log = Log("info", self.said, self.said)
        self.rebuilder = Rebuilder(load(flags, log), log, lambda: load(flags, log), self.browser)
        self.rebuilder.build()

    def write(self, path: str, text: str) -> str:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        return str(target)

    def edit(self, path: str, text: str) -> bool:
        return self.rebuilder.rebuild([self.write(path, text)])

    def built(self, path: str) -> Path:
        return self.folder / "_site" / path

    def shown(self) -> dict[str, str]:
        """Return the last preview by path below the destination."""
        root = self.folder / "_site"
        return {str(Path(path).relative_to(root)): body.decode() for path, body in self.browser.previews[-1].items()}
