"""Every filter on a table of values of all types: the results, as Ruby inspects them, and the errors are Ruby's."""

from __future__ import annotations

import html
import json
from typing import Any

import pytest

from liquid_cases import HERE, CaseSite, revive
from pyjekyll.errors import PyjekyllError
from pyjekyll.liquid.facade import jekyll_environment
from pyjekyll.ruby.range import Range
from pyjekyll.ruby.time import parse_time
from pyjekyll.ruby.zones import local_zone

LINES = [json.loads(line) for line in (HERE / "filters.jsonl").read_text("utf-8").splitlines()]
INPUTS, CALLS = LINES[0], LINES[1:]


def value_of(plain: Any) -> Any:
    """Return an input with its ranges and times; Ruby parsed the times, so a zero offset is the local zone's."""
    if isinstance(plain, list):
        return [value_of(item) for item in plain]
    if isinstance(plain, dict) and plain.keys() == {"$range"}:
        return Range(*plain["$range"])
    if isinstance(plain, dict) and plain.keys() == {"$time"}:
        return parse_time(plain["$time"], local_zone("UTC"))
    if isinstance(plain, dict) and not plain.keys() <= {"$date", "$float"}:
        return {key: value_of(item) for key, item in plain.items()}
    return revive(plain)


def result_of(template: Any, site: Any, value: Any) -> str:
    """Return what the template makes of a value; "!" goes before an error."""
    data = {**value_of(INPUTS["arguments"]), "value": value_of(value)}
    try:
        return html.unescape(template.render(data, {"site": site, "page": None, "zone": site.zone}))
    except PyjekyllError as error:
        return "!" + str(error)


def expected_of(result: str) -> str | None:
    """Return an expected result without the class of an error; None where Ruby runs out of stack."""
    if result.startswith("!"):
        return None if result.startswith("!SystemStackError") else "!" + result.partition(": ")[2]
    return result


@pytest.mark.parametrize("case", CALLS, ids=lambda case: f"{case['call']} {case['config'] or ''}".strip())
def test_filter(case: dict[str, Any], tmp_path: Any) -> None:
    """Apply one call to every value."""
    template = jekyll_environment().parse(f"{{% assign result = value | {case['call']} %}}{{{{ result | inspect }}}}")
    site = CaseSite(tmp_path, {}, case["config"])
    differences = []
    for value, result in zip(INPUTS["values"], case["results"], strict=True):
        expected, got = expected_of(result), result_of(template, site, value)
        if expected is not None and got != expected:
            differences.append((value, expected, got))
    assert differences == []
