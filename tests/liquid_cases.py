"""Read the Liquid conformance cases, and render them by pyjekyll."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pyjekyll.errors import PyjekyllError
from pyjekyll.liquid.facade import BareSite, jekyll_environment

HERE = Path(__file__).parent / "conformance" / "liquid"
Case = dict[str, Any]


def read_cases(*names: str) -> Iterator[Case]:
    """Yield the cases of some files."""
    for name in names:
        for line in (HERE / name).read_text("utf-8").splitlines():
            yield json.loads(line)


def revive(value: Any) -> Any:
    """Return data with its times, dates and special floats."""
    if isinstance(value, list):
        return [revive(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"$time"}:
        return _time(value["$time"])
    if value.keys() == {"$date"}:
        return datetime.date.fromisoformat(value["$date"])
    if value.keys() == {"$float"}:
        return float(value["$float"])
    return {key: revive(item) for key, item in value.items()}


def _time(text: str) -> datetime.datetime:
    day, clock, zone = text.split(" ")
    naive = datetime.datetime.fromisoformat(f"{day} {clock}")
    if zone == "UTC":
        return naive.replace(tzinfo=datetime.UTC)
    minutes = int(zone[:3]) * 60 + int(zone[0] + zone[3:])
    return naive.replace(tzinfo=datetime.timezone(datetime.timedelta(minutes=minutes)))


class File:
    """A file of a case's site: pages and posts become HTML, the rest stays."""

    def __init__(self, path: str) -> None:
        dated = re.fullmatch(r"(.*?)/?_posts/(\d+)-(\d+)-(\d+)-([^/]+)\.\w+", path)
        self.basename = path.rpartition("/")[2]
        self.data: dict[str, Any] = {}
        if dated:
            folder, year, month, day, slug = dated.groups()
            self.relative_path = path
            self.date = datetime.datetime(int(year), int(month), int(day), tzinfo=datetime.UTC)
            self.data = {"slug": slug}
            self.url = "/".join(["", *filter(None, [folder]), year, month, day, f"{slug}.html"])
        else:
            is_page = path.endswith((".md", ".html"))
            self.relative_path = path if is_page else f"/{path}"
            self.url = "/" + re.sub(r"\.md$", ".html", path)


class Log:
    """Swallow warnings."""

    def warn(self, topic: str, message: str = "") -> None:
        """Do nothing."""


class CaseSite(BareSite):
    """The site that a case's files make up."""

    def __init__(self, root: Path, files: Mapping[str, str], config: Mapping[str, Any]) -> None:
        super().__init__()
        self.config.update(config)
        self.source = str(root)
        self.includes_load_paths = [str(root / "_includes")]
        self.files = [File(path) for path in files if not path.startswith("_includes")]
        self.posts = [file for file in self.files if "_posts" in file.relative_path]
        self.log = Log()
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode())

    def each_site_file(self) -> tuple[Any, ...]:
        """Return every file."""
        return tuple(self.files)


def outcome(case: Case, root: Path) -> Case:
    """Return what pyjekyll makes of a case, in the fields of the expectation."""
    config = case.get("config", {})
    liquid = config.get("liquid", {})
    environment = jekyll_environment(
        liquid.get("error_mode", "warn"), liquid.get("strict_filters", False), liquid.get("strict_variables", False)
    )
    site: BareSite = CaseSite(root, case.get("files", {}), config)
    warnings: list[str] = []
    try:
        template = environment.parse(case["template"])
        warnings = [str(warning) for warning in template.warnings]
        registers = {"site": site, "page": None, "zone": site.zone}
        result: Case = {"expected": template.render(revive(case.get("data", {})), registers)}
    except PyjekyllError as error:
        result = {"expected": None, "error": str(error).replace(str(root), "SOURCE")}
    return result | ({"warnings": warnings} if warnings else {})


def expectation(case: Case) -> Case:
    """Return what Ruby makes of a case.

    Ruby's error is "Class: message"; behind the message of a NoMethodError it shows the source line, which is its own affair.
    """
    result = {key: case[key] for key in ("expected", "error", "warnings") if key in case}
    if "error" in result:
        message = result["error"].partition(": ")[2]
        result["error"] = message.partition("\n\n")[0] if result["error"].startswith("NoMethodError") else message
    return result
