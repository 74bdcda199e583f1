"""hawkins: `liveserve`, which is `serve --livereload`."""

from __future__ import annotations

from typing import Any

from pyjekyll.plugins import command


@command("liveserve", help="Serve your site locally and reload browsers when it changes")
def liveserve(_config: Any, words: list[str]) -> int:
    """Become `serve --livereload` with the same options."""
    import os
    import subprocess
    import sys

    options = [word for word in sys.argv[1:] if word != "liveserve"]
    command = [sys.executable, "-m", "pyjekyll", "serve", "--livereload", *options]
    if os.name == "posix":
        # The same process, so that what ends this one ends the server.
        sys.stdout.flush()
        os.execv(sys.executable, command)
    return subprocess.call(command)
