"""Jekyll's filters on drops and on objects that become drops, which the tables of conformance/liquid cannot hold."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from pyjekyll.filters import FILTERS
from pyjekyll.liquid.drop import Drop
from pyjekyll.liquid.facade import BareSite, jekyll_environment


class Thing(Drop):
    """A drop as the model's are: keys in order, a URL for the URL filters."""

    getters = {"url": None}

    def __init__(self, **data: Any) -> None:
        self.data = data

    def __getitem__(self, key: Any) -> Any:
        return self.data.get(key)

    def keys(self) -> list[Any]:
        return list(self.data)

    def json_value(self, depth: int) -> dict[str, Any]:
        return {**self.data, "depth": depth}


class Item:
    """An object that templates see through a drop."""

    def __init__(self, **data: Any) -> None:
        self.drop = Thing(**data)

    def to_liquid(self) -> Thing:
        return self.drop


class Log:
    """Keep warnings."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def warn(self, topic: str, message: str = "") -> None:
        self.lines.append(f"{topic} {message}")


@pytest.fixture
def items() -> list[Item]:
    zone = datetime.UTC
    return [
        Item(title="b", weight="10", tags=["x", "y"], url="/b.html", date=datetime.datetime(2020, 1, 2, tzinfo=zone)),
        Item(title="a", weight=9, tags="x", url="/a.html", date=datetime.datetime(2019, 1, 2, tzinfo=zone)),
        Item(title="c", url="/c.html", sub={"k": 1}),
    ]


def render(template: str, site: BareSite | None = None, **data: Any) -> str:
    """Render with a bare site, its baseurl /base and url http://example.com."""
    site = site or BareSite()
    site.config.update(baseurl="/base", url="http://example.com")
    return jekyll_environment().parse(template).render(data, {"site": site, "page": None, "zone": site.zone})


def test_find(items: list[Item]) -> None:
    """The found object is a drop again."""
    assert render("{% assign i = items | find: 'title', 'a' %}{{ i.url }}", items=items) == "/a.html"
    assert render("{% assign i = items | find_exp: 'i', 'i.weight == 9' %}{{ i.url }}", items=items) == "/a.html"
    assert render("{{ items | find: 'title', 'z' | inspect }}", items=items) == "nil"


def test_the_loop_variable_of_an_expression_ends_with_it(items: list[Item]) -> None:
    """where_exp gives a name back its outer value."""
    assert render("{% assign i = 1 %}{% assign x = items | where_exp: 'i', 'i.sub' %}{{ i }}", items=items) == "1"


def test_urls_of_drops(items: list[Item]) -> None:
    """A document stands for its URL."""
    assert render("{{ items[0] | relative_url }} {{ items[0] | absolute_url }}", items=items) == "/base/b.html http://example.com/base/b.html"


def test_jsonify_asks_drops_for_their_hash(items: list[Item]) -> None:
    """A drop says what to write, and is told how deep it stands."""
    result = json.loads(render("{{ x | jsonify }}", x={"top": items[2], "list": [items[2]]}))
    assert (result["top"]["depth"], result["list"][0]["depth"]) == (1, 2)


def test_empty_slug_warns() -> None:
    """The log names the text."""
    site = BareSite()
    site.log = Log()  # type: ignore[attr-defined]
    assert render("{{ '!!' | slugify }}|{{ 'a' | slugify }}|{{ '' | slugify: 'none' }}", site) == "|a|"
    assert site.log.lines == ["Warning: Empty `slug` generated for '!!'."]  # type: ignore[attr-defined]


def test_sample() -> None:
    """Chance picks an item, or as many as asked for."""
    assert render("{{ x | sample }}", x=["a", "b"]) in ("a", "b")
    assert sorted(render("{{ x | sample: 2 }}", x=["a", "b"])) == ["a", "b"]
    assert render("{{ x | sample: 5 | size }}", x=["a", "b"]) == "2"


def test_every_name_of_the_table_is_there() -> None:
    """The table's names import."""
    environment = jekyll_environment()
    assert all(callable(environment.filter_function(name)) for name in {*FILTERS, *environment.filters})
