#!/usr/bin/env python3
"""Write `_pages/docs/compatibility.md`: one row a line of the acceptance list, with what proves it.

usage: compatibility.py [--check]

A `.site` file proves the lines of its `@proves`, a test function those of its `@pytest.mark.proves(...)`.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
TESTS = HERE.parent
ROOT = TESTS.parent
PAGE = ROOT / "_pages" / "docs" / "compatibility.md"
sys.path.insert(0, str(TESTS))

from site_format import parse  # noqa: E402

HEAD = """---
title: Compatibility
permalink: /docs/compatibility/
---

The reference is Jekyll 4.3.1 with kramdown 2.4.0, Liquid 5.4.0, Rouge 3.30.0 and LibSass. Each line below is checked by tests:
a *site* is a whole small site whose files, log and exit code are compared with what Ruby Jekyll gives for it; a *test* is written
by hand, mostly for what no output can show. This page is made from the tests by `tests/conformance/compatibility.py`.
"""
SHOWN = 4


def proofs() -> dict[str, list[str]]:
    """Return what proves each line."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((HERE / "sites").rglob("*.site")):
        for line in parse(path.read_text("utf-8")).proves:
            found[line].append("site " + path.relative_to(HERE / "sites").with_suffix("").as_posix())
    for path in sorted(TESTS.rglob("test_*.py")):
        for line in marked_lines(ast.parse(path.read_text("utf-8"))):
            name = "test " + path.relative_to(TESTS).with_suffix("").as_posix()
            if name not in found[line]:
                found[line].append(name)
    return found


def marked_lines(tree: ast.AST) -> list[str]:
    """Return the arguments of every `pytest.mark.proves(...)`."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.proves"]
    return [argument.value for call in calls for argument in call.args if isinstance(argument, ast.Constant)]


def page(acceptance: dict[str, dict[str, str]], found: dict[str, list[str]]) -> str:
    """Return the text of the page."""
    parts = [HEAD]
    for section, words in acceptance["sections"].items():
        parts.append(f"\n## {words['title']}\n\n| Line | What | Proved by |\n|------|------|-----------|\n")  # type: ignore[index]
        parts += [row(line, acceptance, found[line]) for line in acceptance["lines"] if line.rpartition("-")[0] == section]
    return "".join(parts)


def row(line: str, acceptance: dict[str, dict[str, str]], proved_by: list[str]) -> str:
    """Return one row of a table."""
    what = acceptance["lines"][line]
    if line in acceptance["newer"]:
        what += f" (newer than the reference: {acceptance['newer'][line]})"
    if line in acceptance["differs"]:
        what += f" (differs: {acceptance['differs'][line]})"
    shown = [name.replace("site ", "site `", 1).replace("test ", "test `", 1) + "`" for name in proved_by[:SHOWN]]
    if len(proved_by) > SHOWN:
        shown.append(f"{len(proved_by) - SHOWN} more")
    return f"| {line} | {what} | {', '.join(shown) or '**nothing yet**'} |\n"


def main(argv: list[str]) -> int:
    """Write the page, or with `--check` say whether it is up to date; fail for lines without a proof, which are printed."""
    acceptance = tomllib.loads((HERE / "acceptance.toml").read_text("utf-8"))
    found = proofs()
    strangers = sorted(set(found) - set(acceptance["lines"]))
    unproved = [line for line in acceptance["lines"] if not found[line]]
    text = page(acceptance, found)
    if strangers:
        print("not in acceptance.toml:", *strangers)
    if unproved:
        print("nothing proves:", *unproved)
    if "--check" in argv:
        stale = not PAGE.exists() or PAGE.read_text("utf-8") != text
        if stale:
            print(f"{PAGE.relative_to(ROOT)} is out of date: run tests/conformance/compatibility.py")
        return 1 if stale or strangers or unproved else 0
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(text, "utf-8")
    return 1 if strangers or unproved else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
