"""Make files beside those that they will replace, so that either all of a build reaches the destination, or nothing."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from types import TracebackType


class Stage:
    """A folder in the destination for what a build writes, until all of it is there. Use it as a context manager."""

    def __init__(self, destination: str) -> None:
        self._destination = destination
        self._folder = os.path.join(destination, f".{os.getpid()}.part")
        self._parts: dict[str, str] = {}

    def __enter__(self) -> Stage:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Remove what did not reach its place."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def make(self, path: str, fill: Callable[[str], object]) -> None:
        """Have a file made that will be at path: `fill` gets the place where to. Raises OSError, which names the path."""
        try:
            if not self._parts:
                os.makedirs(self._folder, exist_ok=True)
            self._parts[path] = part = os.path.join(self._folder, str(len(self._parts)))
            fill(part)
        except OSError as error:
            if error.filename is None or self._folder in f"{error.filename}{error.filename2}":
                error.filename, error.filename2 = path, None
            raise

    def place(self, path: str) -> bool:
        """Put the file where it belongs, whole at once; return False where none was made."""
        part = self._parts.get(path)
        if part is None:
            return False
        os.makedirs(os.path.dirname(path), exist_ok=True)
        try:
            os.replace(part, path)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            shutil.move(part, path)  # another file system begins between the two
        return True
