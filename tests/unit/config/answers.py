"""Our side of what oracle.rb answers, and the recorded answers: `python tests/unit/config/answers.py` records them anew."""

from __future__ import annotations

import datetime
import io
import json
import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pyjekyll.config import Config, load
from pyjekyll.config import defaults as default_config
from pyjekyll.errors import FatalError, PyjekyllError
from pyjekyll.log import Log
from pyjekyll.read import csv, frontmatter
from pyjekyll.read import yaml as yaml_reader
from pyjekyll.read.data import data_key as our_data_key
from pyjekyll.read.defaults import FrontmatterDefaults
from pyjekyll.read.filter import EntryFilter

HERE = Path(__file__).parent
ZONE_NAME = "America/New_York"
ZONE = ZoneInfo(ZONE_NAME)


def canonical(value: Any) -> Any:
    """Write a value so that Ruby's and ours can be compared."""
    if value is None:
        return ["nil"]
    if isinstance(value, bool):
        return ["bool", value]
    if isinstance(value, int):
        return ["int", str(value)]
    if isinstance(value, float):
        return ["float", "nan" if value != value else struct.pack(">d", value).hex()]
    if isinstance(value, str):
        return ["str", value.encode("utf-8", "surrogateescape").decode("utf-8", "replace").replace("\ufffd", "?")]
    if isinstance(value, list | tuple):
        return ["array", [canonical(each) for each in value]]
    if isinstance(value, Mapping):
        return ["hash", [[canonical(key), canonical(each)] for key, each in value.items()]]
    if isinstance(value, datetime.datetime):
        return ["time", f"{value:%Y-%m-%d %H:%M:%S.%f %z}", value.tzinfo is datetime.UTC]
    return ["date", value.isoformat()]


def yaml(text: str) -> Any:
    """Read YAML."""
    try:
        return canonical(yaml_reader.load(text, ZONE))
    except PyjekyllError as error:
        return ["error", error.message]


def split(text: str) -> Any:
    """Divide front matter and content."""
    return list(frontmatter.split(text))


def table(given: dict[str, Any]) -> Any:
    """Read CSV."""
    try:
        rows = csv.parse(given["text"], given["separator"], given["headers"], given["converters"], ZONE, "table.csv")
        return [canonical(row) for row in rows]
    except PyjekyllError as error:
        return ["error", error.message.partition(" in line ")[0]]


def data_key(name: str) -> str:
    """Make the key of a data file."""
    return our_data_key(name)


@contextmanager
def within(files: dict[str, str]) -> Iterator[str]:
    """Work in a folder with these files."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        root = os.path.realpath(folder)
        for name, text in files.items():
            path = Path(root, name)
            (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
            if not name.endswith("/"):
                path.write_bytes(text.encode())
        os.chdir(root)
        try:
            yield root
        finally:
            os.chdir(before)


def _config(root: str, **values: Any) -> Config:
    return Config({**default_config(), "source": root, "timezone": ZONE_NAME, **values})


def entries(given: dict[str, Any]) -> Any:
    """Filter the entries of a folder."""
    with within(given["files"]) as root:
        config = _config(root, include=given["include"], exclude=given["exclude"])
        return EntryFilter(config).filter(given["entries"], os.path.join(root, given["folder"]) if given["folder"] else root)


def defaults(given: dict[str, Any]) -> Any:
    """Look up front matter defaults."""
    with within(given["files"]) as root:
        sets = yaml_reader.load(given["defaults"], ZONE)
        config = _config(root, defaults=sets, collections_dir=given["collections_dir"])
        try:
            found = FrontmatterDefaults(config, Log("error"))
        except PyjekyllError as error:
            return [["fatal", error.message] if isinstance(error, FatalError) else ["crash"]] * len(given["asked"])
        return [_asked(found, *question) for question in given["asked"]]


def _asked(found: FrontmatterDefaults, path: str, type: str | None) -> Any:
    try:
        every = found.all(path, type)
        return [canonical(every), [canonical(found.find(path, type, key)) for key in every]]
    except PyjekyllError:
        return ["crash"]


def configuration(given: dict[str, Any]) -> Any:
    """Load a configuration; the answer is it, or the error, and the log lines."""
    out, err = io.StringIO(), io.StringIO()
    with within(given["files"]) as root, redirect_stderr(err):
        lines = io.StringIO()
        try:
            answer = canonical(load(given["flags"], Log("info", lines, lines)))
        except PyjekyllError as error:
            answer = ["error", error.message]
        said = [line.replace("\x1b[33m", "").replace("\x1b[31m", "").replace("\x1b[0m", "") for line in lines.getvalue().splitlines()]
        return json.loads(json.dumps([answer, said], ensure_ascii=False).replace(root, "DIR")) + ([] if out.getvalue() else [])


KINDS = {function.__name__: function for function in (yaml, split, table, data_key, entries, defaults, configuration)}


def ruby() -> str | None:
    """Say why Ruby cannot be asked, or None."""
    return None if shutil.which("ruby") and shutil.which("jekyll") else "Ruby and Jekyll are not installed"


def ask_ruby(requests: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Let Ruby answer."""
    run = subprocess.run(
        ["ruby", str(HERE / "oracle.rb")],
        input=json.dumps(requests),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TZ": ZONE_NAME, "LC_ALL": "C.UTF-8"},
        text=True,
        check=True,
    )
    return json.loads(run.stdout)  # type: ignore[no-any-return]


def recorded() -> dict[str, list[tuple[Any, Any]]]:
    """Return the recorded pairs of input and Ruby's answer, by kind."""
    inputs = json.loads((HERE / "inputs.json").read_text("utf-8"))
    answers = json.loads((HERE / "expected.json").read_text("utf-8"))
    return {kind: list(zip(inputs[kind], answers[kind], strict=True)) for kind in inputs}


if __name__ == "__main__":
    everything = json.loads((HERE / "inputs.json").read_text("utf-8"))
    text = ",\n".join(
        f"{json.dumps(kind)}: [\n" + ",\n".join(json.dumps(answer, ensure_ascii=False) for answer in answers) + "\n]"
        for kind, answers in ask_ruby(everything).items()
    )
    (HERE / "expected.json").write_text("{\n" + text + "\n}\n", "utf-8")
