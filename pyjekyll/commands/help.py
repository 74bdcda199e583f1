"""`help`: what the program and its commands take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyjekyll.commands.table import COMMANDS, DEFAULT_OPTIONS, DESCRIPTION, NAME, PROGRAM_OPTIONS, Option, resolve
from pyjekyll.version import JEKYLL_VERSION, VERSION

if TYPE_CHECKING:
    from pyjekyll.log import Log


def run(options: dict[str, Any], words: list[str], log: Log) -> int:
    """Show help for the program, or for the command that the first word names."""
    if not words:
        log.info(program_help())
        return 0
    name = resolve(words[0])
    if name is None:
        log.error("Error:", f"Hmm... we don't know what the '{words[0]}' command is.")
        log.info("Valid commands:", ", ".join(_all_names()))
        return 1
    log.info(command_help(name))
    return 0


def _all_names() -> list[str]:
    # Jekyll registers aliases before the command they stand for.
    return [name for word, command in COMMANDS.items() if not command.extra for name in (*command.aliases, word)]


def program_help() -> str:
    """Return the help of the program."""
    commands = [f"  {', '.join((name, *command.aliases)).ljust(20)}  {command.help}" for name, command in COMMANDS.items()]
    return "\n\n".join(
        [
            f"{NAME} {VERSION} (jekyll {JEKYLL_VERSION}) -- {DESCRIPTION}",
            "Usage:",
            f"  {NAME} <subcommand> [options]",
            "Options:\n" + _options((*PROGRAM_OPTIONS, *DEFAULT_OPTIONS)),
            "Subcommands:\n" + "\n".join(commands),
        ]
    )


def command_help(name: str) -> str:
    """Return the help of one command: its options, then the program's."""
    command = COMMANDS[name]
    header = f"{NAME} {name}" + (f" -- {command.help}" if command.help else "")
    options = _options((*command.options, *PROGRAM_OPTIONS, *DEFAULT_OPTIONS))
    return "\n\n".join([header, "Usage:", f"  {NAME} {command.syntax}", f"Options:\n{options}"])


def _options(options: tuple[Option, ...]) -> str:
    return "\n".join(_option(option) for option in options)


def _option(option: Option) -> str:
    short = f"-{option.short}, " if option.short else "    "
    return f"{short.rjust(12)}{option.switch.ljust(13)}  {option.help}"
