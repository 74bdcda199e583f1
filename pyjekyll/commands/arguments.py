"""argv to an invocation, in the words of Ruby's option parser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from pyjekyll.commands.table import COMMANDS, DEFAULT_OPTIONS, PROGRAM_OPTIONS, SERVE_OPTIONS, Option, resolve


class Invocation(NamedTuple):
    """What the command line asks for: a command, the configuration it sets, the remaining words."""

    command: str | None
    options: dict[str, Any]
    words: list[str]
    trace: bool


class BadOption(Exception):
    """An option that is not known, lacks its value, or has one it cannot use."""


def parse(arguments: Sequence[str]) -> Invocation:
    """Read the command line. Program options may stand before the command or after it, and are among a command's own.

    Raises BadOption in the words of Ruby's option parser.
    """
    name, rest = _command_name(list(arguments))
    options: dict[str, Any] = {}
    words: list[str] = []
    pending = _Pending(rest)
    # A command that a plugin brings takes what `serve` takes: every option there is.
    table = _Table((*PROGRAM_OPTIONS, *(COMMANDS[name].options if name else SERVE_OPTIONS if _has_word(rest) else ()), *DEFAULT_OPTIONS))
    for argument in pending:
        if argument == "--":
            words.extend(pending)
        elif not argument.startswith("-") or argument == "-":
            words.append(argument)
        else:
            key, value = table.read(argument, pending)
            if key in ("show_help", "show_version"):
                return Invocation("help" if key == "show_help" else "--version", {}, [name] if name else [], False)
            options[key] = value
    return Invocation(name, options, words, bool(options.pop("show_backtrace", False)))


def _command_name(arguments: list[str]) -> tuple[str | None, list[str]]:
    """Take the command out of the arguments: the first word that is no option and no option's value."""
    table = _Table((*PROGRAM_OPTIONS, *DEFAULT_OPTIONS))
    place = 0
    while place < len(arguments) and arguments[place].startswith("-") and arguments[place] != "--":
        place += 2 if table.takes_next(arguments[place]) else 1
    if place < len(arguments):
        name = resolve(arguments[place])
        if name is not None:
            return name, arguments[:place] + arguments[place + 1 :]
    return None, arguments


def _has_word(arguments: list[str]) -> bool:
    return any(not argument.startswith("-") for argument in arguments)


class _Pending:
    """The arguments still to read; one may be looked at before it is taken."""

    def __init__(self, arguments: list[str]) -> None:
        self._arguments = arguments
        self._place = 0

    def __iter__(self) -> _Pending:
        return self

    def __next__(self) -> str:
        if self._place >= len(self._arguments):
            raise StopIteration
        self._place += 1
        return self._arguments[self._place - 1]

    def peek(self) -> str | None:
        return self._arguments[self._place] if self._place < len(self._arguments) else None

    def push(self, argument: str) -> None:
        self._arguments.insert(self._place, argument)


class _Table:
    """The switches that a command knows; of two options with one switch the later counts."""

    def __init__(self, options: Sequence[Option]) -> None:
        self.long: dict[str, tuple[Option, bool]] = {}
        self.short: dict[str, Option] = {}
        for option in options:
            self.long[option.long] = (option, True)
            if option.value == "no":
                self.long[f"no-{option.long}"] = (option, False)
            if option.short:
                self.short[option.short] = option

    def takes_next(self, argument: str) -> bool:
        """Tell whether the argument is an option whose value is the next one. Unknown options take none."""
        name, _, inline = argument[2:].partition("=")
        if argument.startswith("--"):
            return not inline and name in self.long and self.long[name][0].value not in ("", "no")
        option = self.short.get(argument[1:2])
        return len(argument) == 2 and option is not None and option.value not in ("", "no")

    def read(self, argument: str, pending: _Pending) -> tuple[str, Any]:
        """Read one option, and its value from the arguments that follow."""
        if argument.startswith("--"):
            name, equals, inline = argument[2:].partition("=")
            option, on = self._find(name, argument)
            return option.key, _value(option, on, inline if equals else None, f"--{name}", pending)
        option_or_none = self.short.get(argument[1])
        if option_or_none is None:
            raise BadOption(f"invalid option: -{argument[1]}")
        attached = argument[2:] or None
        if attached and option_or_none.value in ("", "no"):  # -DI is -D -I
            pending.push(f"-{attached}")
            attached = None
        return option_or_none.key, _value(option_or_none, True, attached, f"-{argument[1]}", pending)

    def _find(self, name: str, argument: str) -> tuple[Option, bool]:
        if name in self.long:
            return self.long[name]
        matches = [found for found in self.long if found.startswith(name)] if name else []
        if len(matches) > 1:
            raise BadOption(f"ambiguous option: {argument}")
        if not matches:
            raise BadOption(f"invalid option: {argument}")
        return self.long[matches[0]]


def _value(option: Option, on: bool, inline: str | None, switch: str, pending: _Pending) -> Any:
    if option.value in ("", "no"):
        if inline is not None:
            raise BadOption(f"needless argument: {switch}={inline}")
        return on
    text = inline
    if text is None:
        following = pending.peek()
        if option.value.startswith("["):
            text = next(pending) if following is not None and not following.startswith("-") else None
        elif following is None:
            raise BadOption(f"missing argument: {switch}")
        else:
            text = next(pending)
    return None if text is None else _typed(option, text, switch)


def _typed(option: Option, text: str, switch: str) -> Any:
    if option.kind is list:
        return [part or None for part in text.rstrip(",").split(",")] if text.strip(",") else []
    return _integer(text, switch) if option.kind is int else text


def _integer(text: str, switch: str) -> int:
    digits = text.lstrip("+-")
    octal = len(digits) > 1 and digits.isdecimal() and digits[0] == "0"
    try:
        return int(text, 8 if octal else 0)
    except ValueError:
        raise BadOption(f"invalid argument: {switch} {text}") from None
