"""The command line: argv to an invocation, an invocation to a command, errors to lines and an exit code.

`--version` is answered before anything is imported; not even typing, which costs as much as the interpreter's own start.
"""

from __future__ import annotations

import os
import sys

from pyjekyll.version import JEKYLL_VERSION, VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from pyjekyll.commands.arguments import Invocation
    from pyjekyll.log import Log

_OLD_SWITCHES = {
    "--server": "The --server command has been replaced by the 'serve' subcommand.",
    "--serve": "The --serve command has been replaced by the 'serve' subcommand.",
    "--no-server": "To build Jekyll without launching a server, use the 'build' subcommand.",
    "--auto": "The switch '--auto' has been replaced with '--watch'.",
    "--no-auto": "To disable auto-replication, simply leave off the '--watch' switch.",
    "--pygments": "The 'pygments' settings has been removed in favour of 'highlighter'.",
    "--paginate": "The 'paginate' setting can only be set in your config files.",
    "--url": "The 'url' setting can only be set in your config files.",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments in (["--version"], ["-v"]):
        print(version())
        return 0
    from pyjekyll.commands.arguments import BadOption, parse
    from pyjekyll.log import Log, program_error

    level = os.environ.get("JEKYLL_LOG_LEVEL", "info")
    log = Log(level)
    if log.level != level:
        log.error("Error:", f"unknown log level '{level}'")
        log.error("Hint:", "Set JEKYLL_LOG_LEVEL to debug, info, warn or error, or unset it.")
        return 1
    for switch, advice in _OLD_SWITCHES.items():
        if switch in arguments:
            log.warn("Deprecation:", advice)
    try:
        invocation = parse(arguments)
    except BadOption as error:
        print(program_error("Whoops, we can't understand your command."))
        print(program_error(str(error)))
        print(program_error("Run your command again with the --help switch to see available options."))
        return 1
    return _run(invocation, log)


def version() -> str:
    """Return the line of `--version`."""
    return f"pyjekyll {VERSION} (jekyll {JEKYLL_VERSION})"


# --- running -----------------------------------------------------------------------------------------------------------------


def _run(invocation: Invocation, log: Log) -> int:
    from pyjekyll.commands.table import COMMANDS

    name = invocation.command
    if name == "--version":
        print(version())
        return 0
    if name is None:
        return _without_command(invocation, log)
    command = COMMANDS[name]
    if not command.target:
        version_wanted = f"= {JEKYLL_VERSION}" if name == "docs" else "> 0"
        log.error(f"You must install the 'jekyll-{name}' gem version {version_wanted} to use the 'jekyll {name}' command.")
        return 1
    return _guarded(lambda: _load(command.target)(invocation.options, invocation.words, log), name, command.graceful, invocation.trace, log)


def _without_command(invocation: Invocation, log: Log) -> int:
    if not invocation.words:
        from pyjekyll.commands.help import program_help

        log.error("A subcommand is required.")
        print(program_help())
        return 1
    word = invocation.words[0]
    function = _plugin_command(word, invocation.options)
    if function is None:
        log.error(
            f"fatal: 'jekyll {word}' could not be found. You may need to install the jekyll-{word} gem"
            " or a related gem to be able to use this subcommand."
        )
        return 1
    return _guarded(lambda: function(invocation.options, invocation.words[1:], log), word, False, invocation.trace, log)


def _load(target: str) -> Any:
    import importlib

    module, _, function = target.partition(":")
    return getattr(importlib.import_module(module), function)


def _plugin_command(word: str, options: dict[str, Any]) -> Any:
    """Return the command that a plugin of the site brings, or None: asked only for names that are not built in."""
    import io

    from pyjekyll.config import load
    from pyjekyll.errors import PyjekyllError
    from pyjekyll.log import Log
    from pyjekyll.plugins.loader import load as load_plugins

    silent = Log("error", err=io.StringIO())
    try:
        config = load({**options, "quiet": True}, silent)
        found = load_plugins(config, silent).commands.get(word)
    except PyjekyllError:
        return None
    if found is None:
        return None
    function = found[0]
    return lambda overrides, words, log: function(load(overrides, log), words)


def _guarded(action: Callable[[], int | None], name: str, graceful: bool, trace: bool, log: Log) -> int:
    """Run a command; turn what goes wrong into Jekyll's lines and exit code 1, without a traceback unless asked for."""
    from pyjekyll.failures import report_failure

    try:
        return action() or 0
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the output has left: nothing to say, and nobody to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if trace:
            _print_traceback()
        report_failure(error, log, graceful)
    if graceful and not trace:
        _suggest_trace(name, log)
    return 1


def _print_traceback() -> None:
    import traceback

    traceback.print_exc()


def _suggest_trace(name: str, log: Log) -> None:
    message = f" Please append `--trace` to the `{name}` command "
    dashes = "-" * len(message)
    log.error("", dashes)
    log.error(f"Jekyll {JEKYLL_VERSION} ", message)
    log.error("", " for any additional information or backtrace. ")
    log.error("", dashes)
