#!/usr/bin/env python3
"""Build every `.site` with Ruby Jekyll and rewrite what it must give.

usage: regenerate.py [--check] [FILE_OR_FOLDER ...]

`--check` compares instead of writing, and also verifies each `@trigger`: Ruby's output or log must change when it is taken away.
"""

from __future__ import annotations

import difflib
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "reference")]

from ruby_jekyll import RubyJekyll, missing  # noqa: E402
from site_format import SiteCase, parse, telling_lines, write  # noqa: E402


def reference(ruby: RubyJekyll, case: SiteCase) -> SiteCase:
    """Return the case with what Ruby gives for it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve() / "site"
        case.write_inputs(root)
        code, log = ruby.run(root, case.argv, {"TZ": "UTC", **case.environment(root)})
        return case.replaced(exit=code, log=telling_lines(log, root), outputs=case.read_outputs(root))


def result(case: SiteCase) -> tuple[object, ...]:
    """Return what two builds are compared by."""
    return case.exit, case.log, [(entry.path, entry.data, entry.link) for entry in case.outputs]


def idle_triggers(ruby: RubyJekyll, case: SiteCase) -> list[str]:
    """Return what is wrong with the triggers: one taken away must change the output, and not by breaking the build."""
    found = []
    for trigger in case.triggers:
        changed = trigger.apply(case)
        if changed is None:
            continue
        fresh = reference(ruby, changed)
        if result(fresh) == result(case):
            found.append(f"the trigger {trigger.text!r} changes nothing")
        elif fresh.exit and not case.exit:
            found.append(f"without the trigger {trigger.text!r} the build fails: {fresh.log[-1:]}")
    return found


def problems(ruby: RubyJekyll, path: Path, check: bool) -> list[str]:
    """Regenerate or check one file and return what is wrong with it."""
    text = path.read_text("utf-8")
    case = parse(text)
    fresh = reference(ruby, case)
    new = write(fresh)
    found = idle_triggers(ruby, fresh)
    if not check:
        path.write_text(new, "utf-8")
    elif new != text:
        found += ["out of date:", *difflib.unified_diff(text.split("\n"), new.split("\n"), "file", "ruby", lineterm="", n=1)]
    if not case.proves or not case.triggers:
        found.append("needs @proves and @trigger")
    return found


def main(argv: list[str]) -> int:
    """Regenerate or check the named files, or all."""
    check = "--check" in argv
    names = [Path(name) for name in argv if name != "--check"] or [HERE / "sites"]
    if missing():
        print(f"cannot run the reference: {missing()} not found (tests/reference/install.sh)")
        return 2
    ruby = RubyJekyll()
    bad = 0
    files = [file for name in names for file in (sorted(name.rglob("*.site")) if name.is_dir() else [name])]
    for path in files:
        try:
            found = problems(ruby, path, check)
        except ValueError as error:
            found = [str(error)]
        bad += bool(found)
        for line in found:
            print(f"{path.name}: {line}")
    ruby.close()
    print(f"{len(files)} sites, {bad} with problems")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
