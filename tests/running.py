"""Run the command in this process, as if it were started in a site's folder under a frozen clock."""

from __future__ import annotations

import contextlib
import io
import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from unittest import mock

from site_format import FROZEN_EPOCH

# What a developer's shell may hold and a build would listen to.
UNSET = ("JEKYLL_ENV", "JEKYLL_LOG_LEVEL", "JEKYLL_NO_BUNDLER_REQUIRE", "BUNDLE_GEMFILE", "PYJEKYLL_JOBS", "SOURCE_DATE_EPOCH")


@contextlib.contextmanager
def as_started_in(folder: Path, env: Mapping[str, str]) -> Iterator[io.StringIO]:
    """Change to folder, set env, freeze `time.time`, and yield what is written to both standard streams."""
    said = io.StringIO()
    clean = {name: value for name, value in os.environ.items() if name not in UNSET}
    cache = {"XDG_CACHE_HOME": str(folder.parent / ".user-cache"), "TZ": "UTC"}
    with (
        contextlib.chdir(folder),
        mock.patch.dict(os.environ, {**clean, **cache, **env}, clear=True),
        mock.patch.object(time, "time", lambda: float(FROZEN_EPOCH)),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
    ):
        yield said


def run(folder: Path, argv: list[str], env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run `pyjekyll ARGV` in folder and return the exit code and what it said."""
    from pyjekyll.cli import main

    with as_started_in(folder, env or {}) as said:
        try:
            code = main(argv)
        except SystemExit as leaving:
            code = leaving.code if isinstance(leaving.code, int) else 1
    return code or 0, said.getvalue()
