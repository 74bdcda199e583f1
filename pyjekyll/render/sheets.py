"""Compile style sheets in a forked child while the rest of the site renders.

LibSass takes as long as in Ruby and holds the interpreter's lock. Results are kept by the text they were made from, so that a
guess about a sheet's text that turns out wrong costs time and changes nothing.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any

from pyjekyll.errors import PyjekyllError


class _Recorder:
    """Stand between a child and the store: note what it looked up and what it made."""

    def __init__(self, memo: Any) -> None:
        self.memo = memo
        self.touched: dict[str, Any] = {}

    def get(self, key: str) -> Any:
        value = self.memo.get(key)
        if value is not None:
            self.touched[key] = None
        return value

    def set(self, key: str, value: Any) -> None:
        self.touched[key] = value


class Sheets:
    """The Sass compiler of one build, and what its child compiles ahead of need."""

    def __init__(self, site: Any, memo: Any = None) -> None:
        self.site, self.memo = site, memo
        self._compiler: Any = None
        self._pipe: int | None = None
        self._child = 0
        self._ahead: dict[tuple[str, str], int] = {}
        self._results: list[Any] | None = None
        self._settings: Any = None
        self._warn: Callable[[str], None] = site.log.warn

    def compile(self, text: str, syntax: str, path: str | None) -> tuple[str, str | None]:
        """Return the CSS and source map of a sheet; path is the page's, relative to the source, or None."""
        number = self._ahead.get((text, path or ""))
        if number is not None and self._settings == self.site.config.sass:
            results = self._collect()
            if results and results[number] is not None:
                css, source_map, warnings = results[number]
                for line in warnings:
                    self._warn(line)
                return css, source_map
        return self._compile(text, syntax, path)

    def _compile(self, text: str, syntax: str, path: str | None) -> tuple[str, str | None]:
        site = self.site
        if self._compiler is None:
            from pyjekyll.sass import Compiler

            self._compiler = Compiler(self.memo, self._warn)
        theme_sass = getattr(site.theme, "sass_path", None)
        result: tuple[str, str | None] = self._compiler.convert_page(
            text, syntax, path, site.config.sass, site.source, site.environment, site.safe, theme_sass
        )
        return result

    def start(self, sheets: Iterable[tuple[str, str, str]]) -> None:
        """Begin to compile (text, syntax, path) sheets in a child; without fork, or without sheets, do nothing."""
        jobs = list(sheets)
        if not jobs or not hasattr(os, "fork") or threading.active_count() > 1:
            return  # a child of a process with threads may wait for ever for what one of them held
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            self._work(jobs, writer)
        os.close(writer)
        self._pipe, self._child, self._settings = reader, child, deepcopy(self.site.config.sass)
        self._ahead = {(text, path): number for number, (text, _, path) in enumerate(jobs)}

    def _work(self, jobs: list[tuple[str, str, str]], writer: int) -> None:
        """Run in the child: compile, send, leave without the parent's clean-up. A sheet that fails is left to the parent."""
        results: list[Any] = []
        recorder = self.memo = _Recorder(self.memo) if self.memo else None
        warnings: list[str] = []
        self._warn = warnings.append
        status = 1
        try:
            for job in jobs:
                try:
                    results.append([*self._compile(*job), warnings[:]])
                    warnings.clear()
                except PyjekyllError:
                    results.append(None)
            with os.fdopen(writer, "wb") as pipe:
                pipe.write(json.dumps([results, recorder.touched if recorder else {}]).encode())
            status = 0
        finally:
            os._exit(status)

    def _collect(self) -> list[Any] | None:
        if self._pipe is not None:
            with os.fdopen(self._pipe, "rb") as pipe:
                body = pipe.read()
            self._pipe = None
            _, status = os.waitpid(self._child, 0)
            if status == 0 and body:
                self._results, touched = json.loads(body)
                for key, value in touched.items():
                    self.memo.get(key) if value is None else self.memo.set(key, value)
        return self._results

    def close(self) -> None:
        """End the compiler, and the child where nobody waited for it: the build failed."""
        if self._pipe is not None:
            import signal

            os.close(self._pipe)
            self._pipe = None
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
        if self._compiler is not None:
            self._compiler.close()
