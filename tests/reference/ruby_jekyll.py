"""Run Ruby Jekyll, the reference, under a frozen clock."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from site_format import FROZEN_EPOCH

HERE = Path(__file__).parent
TOOLS = ("ruby", "jekyll", "faketime")


def missing() -> str:
    """Return what is missing to run the reference, or an empty string."""
    return ", ".join(tool for tool in TOOLS if shutil.which(tool) is None)


class RubyJekyll:
    """A process that has loaded Jekyll and forks for each build."""

    def __init__(self) -> None:
        # The epoch form of FAKETIME does not depend on the zone that a build asks for.
        env = dict(
            os.environ, JEKYLL_NO_BUNDLER_REQUIRE="1", LANG="C.UTF-8", TZ="UTC", FAKETIME_FMT="%s",
            FAKETIME_DONT_FAKE_MONOTONIC="1", NO_FAKE_STAT="1",
        )  # fmt: skip
        for name in ("BUNDLE_GEMFILE", "JEKYLL_ENV", "JEKYLL_LOG_LEVEL"):
            env.pop(name, None)
        command = ["faketime", "-f", str(FROZEN_EPOCH), "ruby", "--disable=error_highlight,did_you_mean", str(HERE / "builds.rb")]
        self.process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

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
