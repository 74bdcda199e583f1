"""hawkins: `liveserve`, which is `serve --livereload`."""

from __future__ import annotations

from typing import Any

from pyjekyll.plugins import command


@command("liveserve", help="Serve your site locally and reload browsers when it changes")
def liveserve(_config: Any, words: list[str]) -> int:
    """Run `serve --livereload` with the same words."""
    import subprocess
    import sys

    return subprocess.call([sys.executable, "-m", "pyjekyll", "serve", "--livereload", *words])
