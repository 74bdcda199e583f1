"""Log lines look like Jekyll's, and the tables of --profile like Ruby's terminal-table."""

from __future__ import annotations

import io

import pytest

from pyjekyll import profile
from pyjekyll.log import Log


@pytest.fixture
def streams() -> tuple[io.StringIO, io.StringIO]:
    return io.StringIO(), io.StringIO()


def test_lines(streams: tuple[io.StringIO, io.StringIO]) -> None:
    log = Log("debug", *streams)
    log.debug("Reading:", "a\n  b")
    log.info("Generating...")
    log.info("", "done")
    log.info("A topic that is longer than its column", "x")
    log.warn("Build Warning:", "w")
    log.error("", "e\t f")
    assert streams[0].getvalue().split("\n") == [
        "           Reading: a b",
        "      Generating... ",
        "                    done",
        "A topic that is longer than its column x",
        "",
    ]
    assert streams[1].getvalue() == "\x1b[33m     Build Warning: w\x1b[0m\n\x1b[31m                    e f\x1b[0m\n"
    assert (log.warnings, log.errors) == (1, 1)


@pytest.mark.parametrize(
    ("quiet", "verbose", "said"),
    [(False, False, ["i", "w", "e"]), (True, False, ["e"]), (True, True, ["e"]), (False, True, ["d", "i", "w", "e"])],
)
def test_levels(quiet: bool, verbose: bool, said: list[str], streams: tuple[io.StringIO, io.StringIO]) -> None:
    log = Log("info", streams[0], streams[0])
    log.adjust_verbosity(quiet, verbose)
    for level, name in zip("diwe", ("debug", "info", "warn", "error"), strict=True):
        getattr(log, name)(level)
    lines = [line.replace("\x1b[0m", "").strip() for line in streams[0].getvalue().splitlines() if ":" not in line]
    assert [line[-1] for line in lines] == said
    assert log.warnings == 1


def test_characters_the_stream_cannot_show() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), "ascii")
    Log("info", stream).info("é", "x")
    stream.seek(0)
    assert stream.read().strip() == r"\xe9 x"


def test_phase_table() -> None:
    table = profile.phase_table({"RESET": 0.00012, "READ": 0.5, "WRITE": 12.34567})
    assert table == (
        "\n| PHASE      |    TIME |\n+------------+---------+\n| RESET      |  0.0001 |\n| READ       |  0.5000 |\n"
        "| GENERATE   |  0.0000 |\n| RENDER     |  0.0000 |\n| CLEANUP    |  0.0000 |\n| WRITE      | 12.3457 |\n| TOTAL TIME | 12.8458 |\n"
    )


def test_render_table_shows_the_fifty_slowest() -> None:
    table = profile.render_table({f"page{number}.html": [1, 1024, number / 1000] for number in range(60)})
    lines = table.strip().splitlines()
    assert len(lines) == 2 + 50 + 1
    assert lines[2] == "| page59.html          |     1 |  1.00K | 0.059 |"
    assert lines[-1] == "| TOTAL (for 50 files) |    50 | 50.00K | 1.725 |"
