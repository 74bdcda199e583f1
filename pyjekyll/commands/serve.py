"""`serve`: not available yet; the command says so and what to do meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyjekyll.errors import UsageError

if TYPE_CHECKING:
    from pyjekyll.log import Log


def run(options: dict[str, Any], words: list[str], log: Log) -> int:
    """Refuse. Raises UsageError."""
    raise UsageError(
        "pyjekyll does not serve sites yet.",
        hint="Run `pyjekyll build --watch`, and `python3 -m http.server -d _site` in another terminal.",
    )
