"""What was fetched for a site: where it came from, and its digest, in a file beside the configuration."""

from __future__ import annotations

import json
import os
from typing import Any

from pyjekyll.errors import ThemeError


class Lock:
    """The file that records where each theme came from and what it was."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._themes: dict[str, Any] = {}
        if os.path.isfile(path):
            try:
                with open(path, encoding="utf-8") as file:
                    self._themes = dict(json.load(file))
            except (ValueError, OSError) as error:
                raise ThemeError(f"{path} cannot be read: {error}", path=path, hint="Remove the file; the next build writes it anew.") from None

    def entry(self, wanted: str) -> tuple[str, str] | None:
        """Return the address and the digest recorded for a theme, None unless both are there."""
        entry = self._themes.get(wanted)
        url, digest = (entry.get("url"), entry.get("sha256")) if isinstance(entry, dict) else (None, None)
        return (url, digest) if isinstance(url, str) and isinstance(digest, str) else None

    def record(self, wanted: str, url: str, digest: str) -> None:
        """Write a theme's digest, unless it stands there already."""
        entry = {"url": url, "sha256": digest}
        if self._themes.get(wanted) == entry:
            return
        self._themes[wanted] = entry
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(json.dumps(self._themes, indent=2, sort_keys=True) + "\n")
