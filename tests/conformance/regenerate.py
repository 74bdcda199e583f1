#!/usr/bin/env python3
"""Build every `.site` with Ruby Jekyll and rewrite what it must give.

usage: regenerate.py [--check] [FILE_OR_FOLDER ...]

`--check` compares instead of writing, in `@drops` cases whatever the order. Either way each `@trigger` is verified: Ruby's output
or log must change without it, and not by a build that fails.
"""

from __future__ import annotations

import difflib
import os
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import local

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "reference")]

import ruby_jekyll  # noqa: E402

from site_format import SiteCase, parse, telling_lines, write  # noqa: E402

Run = Callable[[Path, list[str], dict[str, str]], tuple[int, str]]
THREAD = local()


def quick() -> Run:
    """Return this thread's quick builder."""
    if not hasattr(THREAD, "jekyll"):
        THREAD.jekyll = ruby_jekyll.QuickJekyll()
    run: Run = THREAD.jekyll.run
    return run


def reference(run: Run, case: SiteCase) -> SiteCase:
    """Return the case with what Ruby gives for it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve() / "site"
        case.write_inputs(root)
        code, log = run(root, case.argv, case.environment(root))
        return case.replaced(exit=code, log=telling_lines(log, root), outputs=case.read_outputs(root))


def result(case: SiteCase) -> tuple[object, ...]:
    """Return what two builds are compared by."""
    return case.exit, case.log, [(entry.path, entry.data, entry.link) for entry in case.outputs]


def idle_triggers(case: SiteCase, with_it: SiteCase) -> list[str]:
    """Return what is wrong with the triggers: one taken away must change the output, and not by breaking the build."""
    found = []
    for trigger in case.triggers:
        changed = trigger.apply(case)
        if changed is None:
            continue
        without_it = reference(quick(), changed)
        if result(without_it) == result(with_it):
            found.append(f"the trigger {trigger.text!r} changes nothing")
        elif without_it.exit and not with_it.exit:
            found.append(f"without the trigger {trigger.text!r} the build fails: {without_it.log[-1:]}")
    return found


def in_a_process_of_its_own(case: SiteCase) -> SiteCase:
    """Return the case with what a whole Jekyll gives; one that fails, where the quick one did not, is tried again."""
    for _ in range(3):
        whole = reference(ruby_jekyll.run, case)
        if not whole.exit:
            break
    return whole


def problems(path: Path, check: bool) -> list[str]:
    """Regenerate or check one file and return what is wrong with it."""
    text = path.read_text("utf-8")
    try:
        case = parse(text)
        fresh = reference(quick(), case)
        found = idle_triggers(case, fresh)
    except ValueError as error:
        return [str(error)]
    if fresh.exit == 0:
        whole = in_a_process_of_its_own(case)
        if whole.exit:
            return [*found, f"a Jekyll of its own ends with {whole.exit}:", *whole.log]
        fresh = fresh.replaced(outputs=whole.outputs)
    new = write(fresh)
    if not check:
        path.write_text(new, "utf-8")
    elif new != text and not (case.drops and sorted(new) == sorted(text)):
        found += ["out of date:", *difflib.unified_diff(text.split("\n"), new.split("\n"), "file", "ruby", lineterm="", n=1)]
    if not case.proves or not case.triggers:
        found.append("needs @proves and @trigger")
    return found


def main(argv: list[str]) -> int:
    """Regenerate or check the named files, or all."""
    check = "--check" in argv
    names = [Path(name) for name in argv if name != "--check"] or [HERE / "sites"]
    if ruby_jekyll.missing():
        print(f"cannot run the reference: {ruby_jekyll.missing()} not found (tests/reference/install.sh)")
        return 2
    bad = 0
    files = [file for name in names for file in (sorted(name.rglob("*.site")) if name.is_dir() else [name])]
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for path, found in zip(files, threads.map(lambda path: problems(path, check), files), strict=True):
            bad += bool(found)
            for line in found:
                print(f"{path.parent.name}/{path.name}: {line}")
    print(f"{len(files)} sites, {bad} with problems")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
