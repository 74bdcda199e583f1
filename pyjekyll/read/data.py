"""Data files: what becomes `site.data` (DATA-1 to DATA-5)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pyjekyll.read.filter import EntryFilter, join

if TYPE_CHECKING:
    from pyjekyll.config import Config, TableOptions
    from pyjekyll.log import Log
    from pyjekyll.read.memory import Memory

_EXTENSIONS = (".yaml", ".yml", ".json", ".csv", ".tsv")
# Ruby's \w and \s are ASCII here, its \b is not.
_SPACE = " \t\r\n\f\v"
_UNWANTED = re.compile(rf"[^A-Za-z0-9_{_SPACE}-]+|(?:(?<![^\n])|(?<=\b[{_SPACE}]))[{_SPACE}]+(?=\n|\Z|[{_SPACE}]?\b)")
_SPACES = re.compile(rf"[{_SPACE}]+")
# What the YAML loader reads as a number with an exponent: with a point, and a sign.
_YAML_FLOAT = re.compile(r"[-+]?[0-9]*\.[0-9]*(?:[eE][-+][0-9]+)?")
# Text that libyaml treats differently from JSON: merge keys, and characters that it rejects or folds as line breaks.
_NOT_PLAIN_JSON = re.compile('"<<"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')


def read_data(config: Config, log: Log, memory: Memory | None = None) -> dict[str, Any]:
    """Read the data folder of the site; without one, {}."""
    return read_data_folder(join(str(config.source), config.data_dir), config, log, memory)


def read_data_folder(path: str, config: Config, log: Log, memory: Memory | None = None) -> dict[str, Any]:
    """Read a folder of data files and the folders in it into nested dicts; `memory` has what earlier builds have read.

    Raises YamlError or ReadError for a file that cannot be read: there is no site without its data.
    """
    return _Reader(config, log, memory).folder(path)


def data_key(name: str) -> str:
    """Make a file or folder name the key of its data: ASCII word characters, dashes, and spaces as underscores."""
    return _SPACES.sub("_", _UNWANTED.sub("", name))


class _Reader:
    def __init__(self, config: Config, log: Log, memory: Memory | None) -> None:
        self.config = config
        self.log = log
        self.memory = memory
        self.entries = EntryFilter(config)

    def folder(self, path: str) -> dict[str, Any]:
        data: dict[str, Any] = {}
        if not os.path.isdir(path) or self._forbidden(path):
            return data
        for entry in _in_order(os.listdir(path), path):
            inner = f"{path}/{entry}"
            if self._forbidden(inner):
                continue
            if os.path.isdir(inner):
                data[data_key(entry)] = self.folder(inner)
            else:
                data[data_key(os.path.splitext(entry)[0])] = self.file(inner)
        return data

    def _forbidden(self, path: str) -> bool:
        return self.config.safe and self.entries.leaves_source(path)

    def file(self, path: str) -> Any:
        self.log.debug("Reading:", path.removeprefix(str(self.config.source)))
        extension = os.path.splitext(path)[1]
        if extension == ".csv":
            return self._table(path, self.config.csv_reader, ",")
        if extension == ".tsv":
            return self._table(path, self.config.tsv_reader, "\t")
        return self._loaded(_read(path, "utf-8"), path)

    def _loaded(self, text: str, path: str) -> Any:
        known = self.memory.find(("data", text)) if self.memory is not None else None
        if known is not None:
            return known[0]
        value = load_data(text, self.config, path)
        # JSON is read as fast as it is copied.
        if self.memory is not None and not path.endswith(".json"):
            self.memory.keep(("data", text), value)
        return value

    def _table(self, path: str, options: TableOptions, separator: str) -> list[Any]:
        from pyjekyll.read.csv import parse

        return parse(_read(path, options.encoding), separator, options.headers, options.converters, self.config.zone, path)


def _in_order(names: Iterable[str], folder: str) -> list[str]:
    """Put the entries in Jekyll's order: the files by extension, then the folders; dot files are left out."""
    visible = sorted((name for name in names if not name.startswith(".")), key=os.fsencode)
    files = [name for extension in _EXTENSIONS for name in visible if name.endswith(extension)]
    return files + [name for name in visible if os.path.isdir(f"{folder}/{name}")]


def _read(path: str, encoding: str) -> str:
    with open(path, "rb") as file:
        return file.read().decode(encoding, "surrogateescape")


def load_data(text: str, config: Config, path: str) -> Any:
    """Read YAML, or JSON by way of YAML as Jekyll does: faster where the result is known to be the same."""
    if path.endswith(".json") and not _NOT_PLAIN_JSON.search(text):
        import json

        try:
            return json.loads(text, parse_float=_yaml_float, parse_constant=str)
        except (ValueError, RecursionError):
            pass
    from pyjekyll.read import yaml

    return yaml.load(text, config.zone, path)


def _yaml_float(text: str) -> float | str:
    return float(text) if _YAML_FLOAT.fullmatch(text) else text
