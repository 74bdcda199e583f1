"""`serve`: build the site, serve it, build it again when it changes."""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING, Any

from pyjekyll.commands.build import build_once
from pyjekyll.config import load

if TYPE_CHECKING:
    from pyjekyll.log import Log
    from pyjekyll.serve.rebuild import Rebuilder
    from pyjekyll.serve.server import Server
    from pyjekyll.serve.watcher import Watcher


def run(options: dict[str, Any], words: list[str], log: Log) -> int:
    """Serve the site that the flags and its configuration describe, until interrupted. Further words are ignored."""
    from pyjekyll.serve.rebuild import Rebuilder
    from pyjekyll.serve.server import Server
    from pyjekyll.serve.watcher import Watcher

    log.adjust_verbosity()
    flags = {"watch": True, **options, "serving": True}
    server = Server(load(flags, log), log)
    config = server.bind(flexible=not options.get("port"))
    rebuilder = Rebuilder(config, log, lambda: server.addressed(load(flags, log)), server)
    watcher = Watcher(config, log) if config.watch and not config.detach else None
    build_once(config, log, lambda announce: rebuilder.build(announce=announce))
    os.makedirs(config.destination, exist_ok=True)
    if config.detach:
        log.info("Auto-regeneration:", "disabled when running server detached.")
        return _detach(server, log)
    return _serve(server, rebuilder, watcher, log)


def _serve(server: Server, rebuilder: Rebuilder, watcher: Watcher | None, log: Log) -> int:
    if watcher is not None:
        watcher.start()
        watcher.wait_until_ready()
        threading.Thread(target=rebuilder.follow, args=(watcher,), name="builder", daemon=True).start()
        log.info("Auto-regeneration:", f"enabled for '{server.config.source}'")
    else:
        log.info("Auto-regeneration:", "disabled. Use --watch to enable.")
    try:
        server.run(lambda: _announce(server, log))
    except KeyboardInterrupt:
        pass
    finally:
        if watcher is not None:
            watcher.stop()
        rebuilder.close()
    return 0


def _announce(server: Server, log: Log) -> None:
    log.info("Server address:", server.address)
    if server.config.open_url:
        _open_browser(server.address, log)
    log.info("Server running...", "press ctrl-c to stop.")


def _open_browser(address: str, log: Log) -> None:
    import subprocess

    command = {"win32": ["cmd", "/c", "start", "", address], "darwin": ["open", address]}.get(sys.platform, ["xdg-open", address])
    try:
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    except OSError as error:
        log.error("Server:", f"the browser cannot be started: {command[0]}: {error.strerror}")


def _detach(server: Server, log: Log) -> int:
    """Go on in a process of its own, without the terminal."""
    log.info("Server address:", server.address)
    sys.stdout.flush()
    child = os.fork()
    if child:
        log.info(f"Server detached with pid '{child}'.", f"Run `pkill -f jekyll' or `kill -9 {child}' to stop the server.")
        return 0
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    try:
        server.run(lambda: None)
    finally:
        os._exit(0)
