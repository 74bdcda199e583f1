"""Every case of cases.jsonl (Jekyll's Liquid) and further.jsonl (odd syntax, includes, modes): text, error and warnings are Ruby's."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from liquid_cases import HERE, Case, expectation, outcome, read_cases

SHARED = HERE.parents[2].parent / "shared" / "conformance" / "liquid.jsonl"
DIFFERENCES = tomllib.loads((HERE.parent / "known_differences.toml").read_text("utf-8"))


def parameter(case: Case) -> Any:
    """Return a test's parameter; a case in the table of differences is expected to fail."""
    name = case["name"]
    deliberate = DIFFERENCES["deliberate"].get(f"liquid/{name}")
    reason = DIFFERENCES["pending"].get(f"liquid/{name}") or (deliberate and deliberate["reason"])
    return pytest.param(case, id=name, marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])


CASES = list(read_cases("cases.jsonl", "further.jsonl"))


@pytest.mark.parametrize("case", [parameter(case) for case in CASES])
def test_renders_as_ruby(case: Case, tmp_path: Path) -> None:
    """Compare with what Ruby printed, raised and warned of."""
    assert outcome(case, tmp_path.resolve()) == expectation(case)


def test_names_are_unique() -> None:
    """A case is known by its name."""
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))


def test_third_party_cases(tmp_path: Path) -> None:
    """Run the cases that may not be copied here, where they are to be had."""
    if not SHARED.exists():
        pytest.skip("the third-party cases are not in this repository")
    cases = [json.loads(line) for line in SHARED.read_text("utf-8").splitlines()]
    for case in cases:
        if case["origin"] != "own":
            assert outcome(case, tmp_path.resolve()) == expectation(case), case["name"]
