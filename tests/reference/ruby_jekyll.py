"""Run Ruby Jekyll, the reference, under a frozen clock."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from site_format import FROZEN_EPOCH

HERE = Path(__file__).parent
TOOLS = ("ruby", "jekyll", "faketime")
# The epoch form of FAKETIME does not depend on the zone that a build asks for.
FROZEN = {"FAKETIME_FMT": "%s", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}
PREFIX = ["faketime", "-f", str(FROZEN_EPOCH)]


def missing() -> str:
    """Return what is missing to run the reference, or an empty string."""
    return ", ".join(tool for tool in TOOLS if shutil.which(tool) is None)


def environment(env: dict[str, str]) -> dict[str, str]:
    """Return the variables of a build: the same whatever the developer's shell holds."""
    clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    own = dict(env)
    if "GEM_PATH" in own:
        own["GEM_PATH"] += ":" + gem_path()
    return {**clean, "LANG": "C.UTF-8", "TZ": "UTC", "JEKYLL_NO_BUNDLER_REQUIRE": "1", **FROZEN, **own}


@cache
def gem_path() -> str:
    """Return the folders where Ruby looks for gems."""
    return subprocess.run(["ruby", "-e", "print Gem.path.join(':')"], capture_output=True, text=True, check=True).stdout


def run(root: Path, argv: list[str], env: dict[str, str]) -> tuple[int, str]:
    """Run `jekyll ARGV` in root and return the exit code and what it printed, backtraces included."""
    done = subprocess.run(
        [*PREFIX, "jekyll", *argv], cwd=root, env=environment(env), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.returncode, done.stdout


class QuickJekyll:
    """A process that has loaded Jekyll and forks for each build: five times faster.

    It says of an error what Jekyll says, without Ruby's backtrace and without the source line that Ruby's error_highlight puts into
    messages. But the order of a drop's keys depends on every name that Ruby has met before, so files are made by `run`.
    """

    def __init__(self) -> None:
        command = [*PREFIX, "ruby", "--disable=error_highlight,did_you_mean", str(HERE / "builds.rb")]
        self.process = subprocess.Popen(command, env=environment({}), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, root: Path, argv: list[str], env: dict[str, str]) -> tuple[int, str]:
        """Run `jekyll ARGV` in root and return the exit code and what it printed."""
        assert self.process.stdin and self.process.stdout
        with tempfile.NamedTemporaryFile() as log:
            job = {"root": str(root), "argv": argv, "env": env, "log": log.name}
            self.process.stdin.write(json.dumps(job) + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
            return int(answer), Path(log.name).read_text("utf-8", "replace")

    def close(self) -> None:
        """End the process."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()
