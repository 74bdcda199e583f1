"""Every case of cases.jsonl, and kramdown's own suite where it is at hand: the HTML is Ruby's."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pyjekyll.kramdown import Converter
from pyjekyll.kramdown.highlighter import rouge

HERE = Path(__file__).parent
SHARED = HERE.parents[2].parent / "shared" / "conformance" / "kramdown.jsonl"
DIFFERENCES = tomllib.loads((HERE.parent / "known_differences.toml").read_text("utf-8"))
Case = dict[str, Any]


def read(path: Path) -> list[Case]:
    """Return the cases that have an expectation; Ruby raises on the others."""
    return [case for line in path.read_bytes().split(b"\n") if line and (case := json.loads(line))["html"] is not None]


def parameter(case: Case) -> Any:
    """Return the case, marked if it is known to differ."""
    reason = DIFFERENCES["pending"].get(f"kramdown/{case['name']}")
    return pytest.param(case, id=case["name"], marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])


def suite_formatter(text: str, language: str | None, kind: str, call_opts: dict[str, Any], options: dict[str, Any]) -> str | None:
    """Do what the formatter class does that kramdown's suite defines for one of its cases: wrap the usual output."""
    if options.get("formatter") != "RougeHTMLFormatters":
        return rouge(text, language, kind, call_opts, options)
    html = rouge(text, language, kind, call_opts, {key: value for key, value in options.items() if key != "formatter"})
    return None if html is None else f'<div class="custom-class">{html}</div>'


def convert(case: Case) -> str:
    return Converter({**case["options"], "input": case["parser"]}, suite_formatter).convert(case["text"]).html


CASES = read(HERE / "cases.jsonl")


@pytest.mark.proves("MD-4")
@pytest.mark.parametrize("case", [parameter(case) for case in CASES])
def test_renders_as_ruby(case: Case) -> None:
    """Compare with what Ruby printed."""
    assert convert(case) == case["html"]


def test_names_are_unique() -> None:
    """A case is known by its name."""
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))


def test_third_party_cases() -> None:
    """Run kramdown's own suite where it is to be had; it may not be copied here."""
    if not SHARED.exists():
        pytest.skip("the third-party cases are not in this repository")
    failed = {f"kramdown/{case['name']}" for case in read(SHARED) if case["origin"] != "own" and convert(case) != case["html"]}
    assert failed == {name for name in DIFFERENCES["pending"] if name.startswith("kramdown/block/")}
