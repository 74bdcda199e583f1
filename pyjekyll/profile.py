"""The two tables of `--profile`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyjekyll.log import Log

PHASES = ("RESET", "READ", "GENERATE", "RENDER", "CLEANUP", "WRITE")
_ROWS = 50


def report(log: Log, timings: Mapping[str, float], stats: Mapping[str, Sequence[float]]) -> None:
    """Write both tables.

    `timings` gives the seconds of each phase by its name in PHASES, `stats` the count, bytes and seconds of each
    template by its file name.
    """
    log.info("\nBuild Process Summary:")
    log.info(phase_table(timings))
    log.info("\nSite Render Stats:")
    log.info(render_table(stats))


def phase_table(timings: Mapping[str, float]) -> str:
    """Lay out the seconds of each phase, and their sum."""
    seconds = {name: round(timings.get(name, 0.0), 4) for name in PHASES}
    rows = [[name, f"{value:.4f}"] for name, value in seconds.items()]
    return tabulate([["PHASE", "TIME"], *rows, ["TOTAL TIME", f"{sum(seconds.values()):.4f}"]])


def render_table(stats: Mapping[str, Sequence[float]]) -> str:
    """Lay out the fifty templates that took longest, and their sum."""
    slowest = sorted(stats.items(), key=lambda entry: -entry[1][2])[:_ROWS]
    rows = [_render_row(name, *gauges) for name, gauges in slowest]
    total = _render_row(f"TOTAL (for {len(slowest)} files)", *(sum(gauges[place] for _, gauges in slowest) for place in range(3)))
    return tabulate([["Filename", "Count", "Bytes", "Time"], *rows, total])


def _render_row(name: str, count: float, size: float, seconds: float) -> list[str]:
    return [name, str(int(count)), f"{size / 1024:.2f}K", f"{seconds:.3f}"]


def tabulate(rows: Sequence[Sequence[str]]) -> str:
    """Draw a table as Jekyll does: the first row is a header, the first column is on the left, the others on the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [_line(row, widths) for row in rows]
    lines.insert(1, "+" + "+".join("-" * (width + 2) for width in widths) + "+")
    return "\n" + "\n".join(lines) + "\n"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [cell.rjust(width) if column else cell.ljust(width) for column, (cell, width) in enumerate(zip(row, widths, strict=True))]
    return f"| {' | '.join(cells)} |"
