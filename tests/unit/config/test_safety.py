"""What hostile or odd YAML does: never code, never the whole memory, never a crash."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pyjekyll.config import load as load_config
from pyjekyll.errors import YamlError
from pyjekyll.log import Log
from pyjekyll.read import yaml

LAUGHS = "a0: &a0 [lol, lol]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))


def read(text: str) -> object:
    return yaml.load(text, datetime.UTC)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("!ruby/object:Gem::Installer {a: 1}", {"a": 1}),
        ("!ruby/regexp /x/", "/x/"),
        ("!!python/object/apply:os.system ['exit 1']", ["exit 1"]),
        ("!!python/name:os.system x", "x"),
        (":sym", ":sym"),
        ("a: !ruby/symbol x", {"a": "x"}),
    ],
)
def test_tags_make_no_objects(text: str, value: object) -> None:
    assert read(text) == value


def test_a_billion_laughs_are_refused() -> None:
    with pytest.raises(YamlError, match="aliases expand to more than"):
        read(LAUGHS)


def test_few_aliases_share_their_lists() -> None:
    value = read("a: &a [1, 2]\nb: &b [*a, *a]\nc: [*b, *b]\n")
    assert isinstance(value, dict)
    assert value["c"][0] is value["c"][1] is value["b"]
    assert value["b"][0] is value["a"]


def test_a_billion_laughs_in_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("timezone: Asia/Tokyo\nself: &self [*self]\n" + LAUGHS)
    with pytest.raises(YamlError, match="aliases expand to more than"):
        load_config({"source": str(tmp_path), "destination": str(tmp_path / "_site")}, Log("error"))


def test_a_list_within_itself() -> None:
    value = read("a: &r [1, *r]")
    assert isinstance(value, dict)
    assert value["a"][1] is value["a"]


@pytest.mark.parametrize("text", ["[" * 300 + "]" * 300, "".join("  " * depth + f"k{depth}:\n" for depth in range(600)), "- " * 500 + "x"])
def test_deep_nesting_is_read(text: str) -> None:
    value, depth = read(text), 0
    while value:
        value = next(iter(value.values())) if isinstance(value, dict) else value[0] if isinstance(value, list) else None
        depth += 1
    assert depth >= 299


@pytest.mark.parametrize("text", ["[" * 100_000, "[ {a: \n" * 50_000, "x: 1\ny: " + "{" * 5000, "? " * 20_000])
def test_endless_nesting_is_an_error(text: str) -> None:
    with pytest.raises(YamlError):
        read(text)


def test_a_very_long_line() -> None:
    assert read("a: " + "x" * 5_000_000) == {"a": "x" * 5_000_000}


def test_an_error_has_the_line_of_the_file() -> None:
    with pytest.raises(YamlError) as caught:
        yaml.load("---\na: 1\nb: 'open\nc: 2\n", datetime.UTC, "page.md")
    assert (caught.value.path, caught.value.line) == ("page.md", 3)
    assert caught.value.message == "(<unknown>): found unexpected end of stream while scanning a quoted scalar at line 3 column 4"
