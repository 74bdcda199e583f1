"""YAML, front matter, tables, defaults, entry filters and configurations are read as Ruby reads them.

oracle.rb answers for Ruby; `ruby oracle.rb --record` writes its answers to inputs.json into expected.json.
"""

from __future__ import annotations

import datetime
import io
import json
import os
import random
import re
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from pyjekyll.config import Config, load
from pyjekyll.config import defaults as default_config
from pyjekyll.errors import FatalError, PyjekyllError
from pyjekyll.log import Log
from pyjekyll.read import csv, frontmatter, plain_yaml
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
        found = FrontmatterDefaults(config, Log("error"))
        return [_asked(found, *question) for question in given["asked"]]


def _asked(found: FrontmatterDefaults, path: str, type: str | None) -> Any:
    try:
        every = found.all(path, type)
        return [canonical(every), [canonical(found.find(path, type, key)) for key in every]]
    except FatalError as error:
        return ["fatal", error.message]
    except PyjekyllError:
        return ["crash"]


def configuration(given: dict[str, Any]) -> Any:
    """Load a configuration; the answer is it, or the error, and the log lines."""
    with within(given["files"]) as root, redirect_stderr(io.StringIO()), pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", ZONE_NAME)
        lines = io.StringIO()
        try:
            places = {"source": root, "destination": f"{root}/_site"}
            config, usual = load({**places, **given["flags"]}, Log("info", lines, lines)), default_config()
            answer = canonical({key: config[key] for key in config if config[key] != usual.get(key) and key not in places})
        except PyjekyllError as error:
            answer = ["error", error.message]
        said = [line.replace("\x1b[33m", "").replace("\x1b[31m", "").replace("\x1b[0m", "") for line in lines.getvalue().split("\n")[:-1]]
        return json.loads(json.dumps([answer, said], ensure_ascii=False).replace(root, "DIR"))


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
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        text=True,
        check=True,
    )
    return json.loads(run.stdout)  # type: ignore[no-any-return]


def recorded() -> dict[str, list[tuple[Any, Any]]]:
    """Return the recorded pairs of input and Ruby's answer, by kind."""
    inputs = json.loads((HERE / "inputs.json").read_text("utf-8"))
    answers = json.loads((HERE / "expected.json").read_text("utf-8"))
    return {kind: list(zip(inputs[kind], answers[kind], strict=True)) for kind in inputs}


RECORDED = [
    pytest.param(kind, given, answer, id=f"{kind}-{place}")
    for kind, pairs in recorded().items()
    for place, (given, answer) in enumerate(pairs)
]
SCALARS = re.findall(
    r"\S+",
    """yes no on off true y n null ~ 1 010 08 0x1F 1_000 1,000 1:30 1. .5 1e3 1.0e+3 .inf 2024-01-02 2024-01-02T10:00:00Z
    : - ? # & * ! | > ' " [ ] { } , @ % é x""",
)


def agrees(kind: str, ours: Any, answer: Any) -> bool:
    """Compare with Ruby. Where Ruby crashes, Jekyll has no answer: values may be anything, a configuration must be rejected."""
    if kind == "yaml" and answer[0] in ("disallowed", "crash"):
        return bool(ours)
    if kind == "configuration" and answer[0] == ["crash"]:
        return bool(ours[0][0] == "error")
    if kind == "configuration" and answer[0][0] == "error":
        return bool(ours[0][0] == "error" and _comparable(ours[0][1]) == _comparable(answer[0][1]))
    return bool(ours == answer)


def _comparable(message: str) -> str:
    # Of a list that is none Jekyll logs a longer message than it raises; of a missing file it writes the name in capitals.
    return message.replace(" of gem-names", "").partition(" Use 'plugins_dir'")[0].replace("Configuration", "configuration")


@pytest.mark.parametrize(("kind", "given", "answer"), RECORDED)
def test_as_recorded(kind: str, given: Any, answer: Any) -> None:
    ours = KINDS[kind](given)
    assert agrees(kind, ours, answer), f"Ruby: {answer}\nours: {ours}"


@pytest.mark.skipif(bool(ruby()), reason=str(ruby()))
def test_the_record_is_rubys() -> None:
    inputs = json.loads((HERE / "inputs.json").read_text("utf-8"))
    assert ask_ruby(inputs) == json.loads((HERE / "expected.json").read_text("utf-8"))


def _random_inputs(count: int) -> dict[str, list[Any]]:
    rng = random.Random(20240102)

    def text(parts: list[str], longest: int) -> str:
        return "".join(rng.choice(parts) for _ in range(rng.randint(1, longest)))

    lines = ["a: ", "b:\n  ", "- ", "\n", "\n", "  ", *SCALARS]
    cells = ["a", '"', '"b"', '""', ",", ",", "\n", "\n", "1", " ", "\r\n"]
    fences = ["---", "---\n", "...\n", "\n", " ", "a: 1\n", "--- \n", "x", "\r\n", "-"]
    return {
        "yaml": [text(lines, 10) for _ in range(count)] + ["- " + text(list("0123456789+-.,_:eExTZ "), 9) for _ in range(count)],
        "split": ["---" + text(fences, 9) for _ in range(count)],
        "table": [{"text": text(cells, 12), "separator": ",", "headers": rng.choice([True, False]), "converters": []} for _ in range(count)],
        "data_key": [text(["a", " ", "-", "_", "é", ".", "(", "\t"], 8) for _ in range(count)],
    }


BLOCKS = """a: 1|b: &x {p: 1, q: 2}|c: *x|d:|  e: 1|  <<: *x|  - f|  - g: 1|    h: 2|- z|k: >-|  text||   more|# note|l: |m: 'a|  b'|n: "x\\ty"
o: [1, [2, x y]]|q: {a: {b: c}, d: ''}|u: &y|v: *y|w: 12:30|yes: 1|-|- - 1|t: 'x' # c|t: x # c|x:y|- a: 1|  b:|z: a: b|"q": #c|f: [a, ]""".replace(
    "\n", "|"
).split("|")


def test_the_fast_reader_agrees_with_libyaml() -> None:
    """What plain_yaml accepts it reads as the whole reader does, and that accepts it too."""
    rng = random.Random(7)
    accepted = 0
    for _ in range(30_000):
        start = rng.randrange(len(BLOCKS))
        lines = [BLOCKS[(start + place) % len(BLOCKS)] if rng.random() < 0.6 else rng.choice(BLOCKS) for place in range(rng.randint(1, 7))]
        text = "\n".join(lines) + rng.choice(["", "\n"])
        try:
            quick = plain_yaml.load(text, lambda plain: yaml_reader.scalar(plain, ZONE))
        except plain_yaml.Unsure:
            continue
        accepted += 1
        assert canonical(quick) == canonical(yaml_reader.parse(text, ZONE)), text
    assert accepted > 3000


@pytest.mark.skipif(bool(ruby()), reason=str(ruby()))
def test_random_inputs() -> None:
    inputs = _random_inputs(1500)
    answers = ask_ruby(inputs)
    wrong = [
        (kind, given, answer, ours)
        for kind in inputs
        for given, answer in zip(inputs[kind], answers[kind], strict=True)
        if not agrees(kind, ours := KINDS[kind](given), answer)
    ]
    assert not wrong, wrong[:5]
