"""What the environment and its templates offer beyond rendering: registry, hints, places of errors, what a template uses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pyjekyll.liquid import Block, Drop, Environment, LiquidError, LiquidSyntaxError, Tag, render
from pyjekyll.liquid.context import Context
from pyjekyll.liquid.facade import BareSite, jekyll_environment


def registers(tmp_path: Path, **files: str) -> dict[str, Any]:
    """Return registers whose site has these includes."""
    site = BareSite()
    site.includes_load_paths = [str(tmp_path)]
    for name, text in files.items():
        (tmp_path / f"{name}.html").write_text(text)
    return {"site": site, "page": None, "zone": site.zone}


# --- the facade -------------------------------------------------------------------------------------------------------


def test_facade_renders_with_jekyll_filters() -> None:
    assert render("{{ 'A b' | slugify }}{{ h }}", {"h": {"a": None}}) == 'a-b{"a"=>nil}'


def test_facade_raises_with_ruby_text() -> None:
    with pytest.raises(LiquidError) as caught:
        render("\n{{ 1 | divided_by: 0 }}", {})
    assert str(caught.value) == "Liquid error (line 2): divided by 0"


def test_facade_wraps_foreign_errors() -> None:
    with pytest.raises(LiquidError) as caught:
        render("{{ 'x' | date_to_string }}", {})
    assert str(caught.value) == "Invalid Date: '\"x\"' is not a valid datetime."


def test_facade_leaves_the_data_alone() -> None:
    data = {"a": 1}
    assert render("{% increment a %}{% increment b %}", data) == "10"
    assert data == {"a": 1}


# --- the payload ------------------------------------------------------------------------------------------------------


def test_counters_change_the_payload() -> None:
    environment, payload = Environment(), {"a": 1}
    environment.parse("{% increment a %}{% decrement b %}").render(payload)
    assert payload == {"a": 2, "b": -1}


def test_assigned_names_do_not_reach_the_payload() -> None:
    environment, payload = Environment(), {"a": 1}
    environment.parse("{% assign a = 2 %}{% capture b %}x{% endcapture %}").render(payload)
    assert payload == {"a": 1}


def test_a_drop_may_be_the_payload() -> None:
    class Payload(Drop):
        values = {"a": {"b": "x"}}

        def __getitem__(self, key: Any) -> Any:
            return self.values.get(key)

        def __contains__(self, key: object) -> bool:
            return key in self.values

        def keys(self) -> list[Any]:
            return list(self.values)

    assert Environment().parse("{{ a.b }}{{ c }}").render(Payload()) == "x"


# --- values -----------------------------------------------------------------------------------------------------------


class Book:
    """An object that templates see as a hash."""

    def __init__(self) -> None:
        self.conversions = 0

    def to_liquid(self) -> dict[str, Any]:
        """Return the hash."""
        self.conversions += 1
        return {"title": "T", "self": self}


def test_objects_are_converted_where_liquid_meets_them() -> None:
    source = "{{ b.title }}{{ b.self.title }}{{ l[0].title }}{% for x in l %}{{ x.title }}{% endfor %}{{ l | first | map: 'title' }}"
    assert Environment().parse(source).render({"b": Book(), "l": [Book()]}) == "TTTTT"


def test_a_loop_converts_each_item_once() -> None:
    book = Book()
    Environment().parse("{% for i in (1..3) %}{% for b in l %}{{ b.title }}{% endfor %}{% endfor %}").render({"l": [book]})
    assert book.conversions == 1


class Pair(Drop):
    """A drop with two keys."""

    class_name = "Pair"

    def __getitem__(self, key: Any) -> Any:
        return {"x": 1, "size": "big"}.get(key)

    def __contains__(self, key: object) -> bool:
        return key in ("x", "size")

    def keys(self) -> list[Any]:
        return ["x", "size"]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ d.x }}{{ d['x'] }}{{ d.y }}", "11"),
        ("{{ d }}", "Pair"),
        ("{{ d.size }}", "big"),
        ("{{ d.first[0] }}{{ d.first[1] }}", "x1"),
        ("{{ d.last }}", ""),
        ("{% for k in d %}{{ k }},{% endfor %}", "x,size,"),
        ("{% if d contains 'x' %}y{% else %}n{% endif %}", "n"),
        ("{% if d == d %}y{% endif %}{% if d %}y{% endif %}{% if d == empty %}n{% endif %}", "yy"),
        ("{% if d < d %}y{% else %}n{% endif %}", "n"),
        ("{{ l | map: 'x' }}", "1"),
    ],
)
def test_drops(template: str, expected: str) -> None:
    drop = Pair()
    assert Environment().parse(template).render({"d": drop, "l": [drop]}) == expected


# --- the registry -----------------------------------------------------------------------------------------------------


class Shout(Tag):
    """Print the markup loudly."""

    def render(self, context: Context) -> str:
        """Return it."""
        return str(context.evaluate(self.parse_context.parse_expression(self.markup))).upper()


class Twice(Block):
    """Print the body twice, the second time with a name."""

    def render(self, context: Context) -> str:
        """Return both."""
        first = super().render(context)
        with context.scope({"round": 2}):
            return first + super().render(context)


def test_tags_of_plugins() -> None:
    environment = Environment()
    environment.add_tag("shout", Shout)
    environment.add_tag("twice", Twice)
    template = environment.parse("{% shout a %}{% twice %}[{{ round }}{% assign b = round %}]{% endtwice %}{{ b }}{{ round }}")
    assert template.render({"a": "x"}) == "X[][2]2"
    assert template.tags == {"shout", "twice", "assign"}


def test_a_break_leaves_the_block_of_a_plugin() -> None:
    environment = Environment()
    environment.add_tag("twice", Twice)
    source = "{% for i in (1..3) %}{% twice %}{{ i }}{% if i == 2 %}{% break %}{% endif %}.{% endtwice %}{% endfor %}|"
    # The second rendering of the body stops at its first tag: the break is still pending.
    assert environment.parse(source).render({}) == "1.1.22|"


def test_filters_of_plugins() -> None:
    environment = Environment()
    environment.add_filter("shout", lambda value, suffix="!": f"{value}".upper() + suffix)
    environment.add_filter("page", _page)
    source = "{{ a | shout }}{{ a | shout: '?' }}{{ a | shout: suffix: '.' }}{{ a | page: 1 }}"
    assert environment.parse(source).render({"a": "x"}, {"page": "P"}) == "X!X?X.xP1"


def _page(context: Context, value: str, number: int) -> str:
    return f"{value}{context.registers['page']}{number}"


_page.wants_context = True  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("two", "wrong number of arguments (given 1, expected 2)"),
        ("two: 1, 2", "wrong number of arguments (given 3, expected 2)"),
        ("two: k: 1, l: 2", None),
        ("optional: 1, 2, 3", "wrong number of arguments (given 4, expected 1..3)"),
        ("many", "wrong number of arguments (given 1, expected 2+)"),
        ("many: 1, 2, 3", None),
    ],
)
def test_arity_is_checked_as_in_ruby(call: str, message: str | None) -> None:
    environment = Environment()
    environment.add_filter("two", lambda value, other: "")
    environment.add_filter("optional", lambda value, one=1, two=2: "")
    environment.add_filter("many", lambda value, one, *rest: "")
    template = environment.parse("{{ a | " + call + " }}")
    if message is None:
        assert template.render({}) == ""
        return
    with pytest.raises(LiquidError) as caught:
        template.render({})
    assert str(caught.value) == f"Liquid error (line 1): {message}"


def test_conditions_and_outputs_for_filters() -> None:
    environment = jekyll_environment()
    context = Context(environment, {"a": 1}, {})
    condition, output = environment.parse_condition("item.x == a or item.y"), environment.parse_variable("item.x | plus: a")
    results = []
    with context.scope({"item": None}):
        for item in ({"x": 1}, {"x": 2}, {"x": 3, "y": True}):
            context["item"] = item
            results.append((condition.evaluate(context), output.evaluate(context)))
    assert results == [(True, 2), (False, 3), (True, 4)]
    assert context["item"] is None
    with pytest.raises(LiquidSyntaxError):
        environment.parse_condition("(a)")


# --- hints ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        ("{% seo %}", "jekyll-seo-tag"),
        ("{% incude x %}", "include"),
        ("{% endfro %}", "endfor"),
        ("{% elseif %}", "elsif"),
        ("{% if a %}{% elseif a %}{% endif %}", "elsif"),
    ],
)
def test_unknown_tags_get_a_hint(source: str, hint: str) -> None:
    with pytest.raises(LiquidSyntaxError) as caught:
        jekyll_environment().parse(source)
    assert hint in str(caught.value.hint)


def test_unknown_filters_get_a_hint() -> None:
    with pytest.raises(LiquidError) as caught:
        jekyll_environment(strict_filters=True).parse("{{ a | upcse }}").render({})
    assert str(caught.value) == "Liquid error (line 1): undefined filter upcse"
    assert "upcase" in str(caught.value.hint)


def test_missing_includes_get_a_hint(tmp_path: Path) -> None:
    with pytest.raises(LiquidError) as caught:
        jekyll_environment().parse("{% include heda.html %}").render({}, registers(tmp_path, head="x"))
    assert "head.html" in str(caught.value.hint)


# --- places -----------------------------------------------------------------------------------------------------------


def test_errors_know_their_include_stack(tmp_path: Path) -> None:
    template = jekyll_environment().parse("\n{% include outer.html %}")
    with pytest.raises(LiquidError) as caught:
        template.render({}, registers(tmp_path, outer="\n\n{% include inner.html %}", inner="\n\n\n{{ 1 | modulo: 0 }}"))
    error = caught.value
    assert (error.path, error.line) == (f"{tmp_path}/inner.html", 4)
    assert [(path.removeprefix(f"{tmp_path}/"), line) for path, line in error.includes] == [("outer.html", 2), ("inner.html", 3)]
    assert str(error) == f"Liquid error ({tmp_path}/outer.html line 4): divided by 0 included "


def test_foreign_errors_know_their_place_too(tmp_path: Path) -> None:
    with pytest.raises(LiquidError) as caught:
        jekyll_environment().parse("{% include a.html %}").render({}, registers(tmp_path, a="\n{{ 1 | sort }}"))
    assert (caught.value.path, caught.value.line) == (f"{tmp_path}/a.html", 2)
    assert str(caught.value) == "undefined method `sort' for 1:Integer"


def test_the_same_error_twice_has_one_place_each() -> None:
    for line in (1, 3):
        with pytest.raises(LiquidError) as caught:
            render("\n" * (line - 1) + "{{ 1 | append }}", {})
        assert caught.value.line == line


# --- what a template uses ---------------------------------------------------------------------------------------------


def test_templates_know_what_they_use() -> None:
    template = jekyll_environment().parse(
        "{{ page.title | upcase }}{% if a[b.c] contains d %}{% endif %}{% for i in site.posts limit: n %}{% include x.html y=z %}{% endfor %}"
        "{% include {{ file }} %}{% increment hits %}{% comment %}{{ hidden | strip }}{% cycle 'a' %}{% endcomment %}"
    )
    assert template.names == {"page", "a", "b", "d", "site", "n", "z", "hits"}
    assert template.tags == {"if", "for", "include", "increment", "comment"}
    assert template.filters == {"upcase"}
    assert template.partials == {"x.html", None}


def test_analysis_follows_scopes() -> None:
    analysis = Environment().parse("{% assign x = a | upcase %}\n{% for i in x %}{{ i.y[b] }}{% endfor %}{{ i }}").analyze()
    assert analysis.variables == {"a": [1], "x": [2], "i.y[b]": [2], "b": [2], "i": [2]}
    assert set(analysis.globals) == {"a", "b", "i"}
    assert analysis.locals == {"x": [1]}
    assert (analysis.filters, analysis.tags) == ({"upcase": [1]}, {"assign": [1], "for": [2]})


def test_includes_are_parsed_once(tmp_path: Path) -> None:
    environment, values = jekyll_environment(), registers(tmp_path, a="x")
    template = environment.parse("{% include a.html %}{% include a.html %}")
    assert template.render({}, values) == "xx"
    (tmp_path / "a.html").write_text("y")
    assert template.render({}, values) == "xx"


def test_safe_sites_follow_no_links(tmp_path: Path) -> None:
    outside = tmp_path / "outside.html"
    outside.write_text("secret")
    folder = tmp_path / "_includes"
    folder.mkdir()
    (folder / "link.html").symlink_to(outside)
    values = registers(folder)
    assert jekyll_environment().parse("{% include link.html %}").render({}, values) == "secret"
    values["site"].safe = True
    with pytest.raises(LiquidError, match="is not a symlink as those are not allowed in safe mode"):
        jekyll_environment().parse("{% include link.html %}").render({}, values)


# --- start-up ---------------------------------------------------------------------------------------------------------


def test_rendering_imports_no_python_liquid() -> None:
    code = (
        "import sys; from pyjekyll.liquid import render; "
        "render('{% if a %}{{ a | upcase }}{% endif %}{% for i in l %}{% cycle 1, 2 %}{% endfor %}', {'a': 1, 'l': [1]}); "
        "print([name for name in sys.modules if name == 'liquid' or name.startswith('liquid.') or name in ('asyncio', 'inspect', 'dataclasses')])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
