"""The command line is read as Ruby's option parser reads it."""

from __future__ import annotations

import pytest

from pyjekyll.commands.arguments import BadOption, parse
from pyjekyll.commands.table import COMMANDS


@pytest.mark.parametrize(
    ("line", "command", "options", "words"),
    [
        ("build", "build", {}, []),
        ("b -q x y", "build", {"quiet": True}, ["x", "y"]),
        ("build -s a -d b", "build", {"source": "a", "destination": "b"}, []),
        ("build -sa --destination=b", "build", {"source": "a", "destination": "b"}, []),
        ("-s a build", "build", {"source": "a"}, []),
        ("--source=a --safe serve", "serve", {"source": "a", "safe": True}, []),
        ("build --source -x", "build", {"source": "-x"}, []),
        ("new --source -t x", "new", {"source": None}, ["x"]),
        ("new --source a x", "new", {"source": "a"}, ["x"]),
        ("build --config a.yml,b.yml", "build", {"config": ["a.yml", "b.yml"]}, []),
        ("build --config a,,b,", "build", {"config": ["a", None, "b"]}, []),
        ("build -p a,b", "build", {"plugins_dir": ["a", "b"]}, []),
        ("build -w", "build", {"watch": True}, []),
        ("build --no-watch", "build", {"watch": False}, []),
        ("build -DI", "build", {"show_drafts": True, "incremental": True}, []),
        ("build -Db /x", "build", {"show_drafts": True, "baseurl": "/x"}, []),
        ("build --drafts --no-w", "build", {"show_drafts": True, "watch": False}, []),
        ("build --limit_posts 5 --limit_posts=010", "build", {"limit_posts": 8}, []),
        ("serve -P 5000 -H", "serve", {"port": "5000", "host": None}, []),
        ("s --livereload-port 1234 -o", "serve", {"livereload_port": 1234, "open_url": True}, []),
        ("build -- -q", "build", {}, ["-q"]),
        ("build - x", "build", {}, ["-", "x"]),
        ("hyde --config c", "doctor", {"config": ["c"]}, []),
        ("count a", None, {}, ["count", "a"]),
        ("-h", "help", {}, []),
        ("build -q --help --nope", "help", {}, ["build"]),
        ("", None, {}, []),
    ],
)
def test_parsed(line: str, command: str | None, options: dict[str, object], words: list[str]) -> None:
    found = parse(line.split())
    assert (found.command, found.options, found.words) == (command, options, words)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("build --nope", "invalid option: --nope"),
        ("build --nope=1", "invalid option: --nope=1"),
        ("build -Z", "invalid option: -Z"),
        ("build --no-future", "invalid option: --no-future"),
        ("clean --port 1", "invalid option: --port"),
        ("build --l", "ambiguous option: --l"),
        ("build -b", "missing argument: -b"),
        ("build --baseurl", "missing argument: --baseurl"),
        ("build --limit_posts x", "invalid argument: --limit_posts x"),
        ("build --future=1", "needless argument: --future=1"),
    ],
)
def test_rejected(line: str, message: str) -> None:
    with pytest.raises(BadOption, match=f"^{message}$"):
        parse(line.split())


def test_trace_is_no_setting() -> None:
    found = parse(["build", "-t"])
    assert found.trace
    assert found.options == {}


def test_no_switch_means_two_things() -> None:
    for command in COMMANDS.values():
        for switches in ([option.long for option in command.options], [option.short for option in command.options if option.short]):
            assert len(switches) == len(set(switches))
