"""Code in pages, in every wrapping: the HTML is Jekyll's. `cases.rb` writes the expectations."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pyjekyll.testing import render_page

HERE = Path(__file__).parent
SHARED = HERE.parents[2].parent / "shared" / "conformance" / "highlight.jsonl"
DIFFERENCES = tomllib.loads((HERE.parent / "known_differences.toml").read_text("utf-8"))

Case = dict[str, Any]


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a file, one a line."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def parameter(case: Case) -> Any:
    """Return a test's parameter; a case in the table of differences is expected to fail."""
    name = f"highlight/{case['name']}"
    deliberate = DIFFERENCES["deliberate"].get(name)
    reason = DIFFERENCES["pending"].get(name) or (deliberate and deliberate["reason"])
    return pytest.param(case, id=case["name"], marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])


def outcome(case: Case) -> dict[str, str]:
    """Render a case, or name what it raises as Ruby does."""
    try:
        return {"expected": render_page(case["source"], ext=case["ext"], config=case["config"])}
    except Exception as error:
        return {"error": f"{getattr(error, 'ruby_class', type(error).__name__)}: {error}"}


def expectation(case: Case) -> dict[str, str]:
    """Return what Ruby printed or raised."""
    return {key: case[key] for key in ("expected", "error") if key in case}


@pytest.mark.parametrize("case", [parameter(case) for case in read_cases(HERE / "cases.jsonl")])
def test_prints_as_jekyll(case: Case) -> None:
    """Compare with what Jekyll printed."""
    assert outcome(case) == expectation(case)


def test_third_party_cases() -> None:
    """Highlight the demonstration texts of Rouge, which stay where they are."""
    if not SHARED.is_file():
        pytest.skip("the third-party cases are not part of this repository")
    cases = [case for case in read_cases(SHARED) if case["origin"] != "own"]
    pending = DIFFERENCES["pending"]
    assert [case["name"] for case in cases if f"highlight/{case['name']}" not in pending and outcome(case) != expectation(case)] == []
