"""Every `.site` file: pyjekyll's files, exit code and log lines are Ruby Jekyll's."""

from __future__ import annotations

import re
import threading
import tomllib
from pathlib import Path

import pytest

from pyjekyll.render import parallel
from running import run
from site_format import Entry, SiteCase, parse, telling_lines

HERE = Path(__file__).parent
SITES = sorted((HERE / "sites").rglob("*.site"))
DIFFERENCES = tomllib.loads((HERE / "known_differences.toml").read_text("utf-8"))


def name_of(path: Path) -> str:
    """Return `section/NAME`."""
    return path.relative_to(HERE / "sites").with_suffix("").as_posix()


def marked(path: Path) -> object:
    """Return the test's parameter, with a strict xfail for a case in one of the two tables."""
    name = name_of(path)
    deliberate = DIFFERENCES["deliberate"].get("sites/" + name)
    reason = DIFFERENCES["pending"].get("sites/" + name) or (deliberate and deliberate["reason"])
    return pytest.param(path, id=name, marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])


def differences(case: SiteCase, exit_code: int, log: list[str], outputs: list[Entry]) -> list[str]:
    """Return what differs from the expected, in words."""
    found = []
    if exit_code != case.exit:
        found.append(f"exit code {exit_code}, not {case.exit}")
    found += log_differences(case, log)
    ours, theirs = ({entry.path: entry for entry in side} for side in (outputs, case.outputs))
    found += [f"missing: {path}" for path in theirs if path not in ours]
    found += [f"extra: {path}" for path in ours if path not in theirs]
    for path in theirs.keys() & ours.keys():
        if (ours[path].data, ours[path].link) != (theirs[path].data, theirs[path].link):
            found.append(f"differs: {path}\n  ruby {shown(theirs[path])}\n  ours {shown(ours[path])}")
    return found


def shown(entry: Entry) -> str:
    """Return the content of a file on one line."""
    return repr(entry.data) if entry.link is None else f"-> {entry.link}"


def log_differences(case: SiteCase, log: list[str]) -> list[str]:
    """Compare log lines.

    A warning may have our details below it, and a failed build may say more than Ruby, in between and around. `error:` is a text that only
    Ruby's backtrace shows: it must be said somewhere; `crash:` is Ruby's own trouble.
    """
    expected = [RUBY_WORDS.sub(r"\1", line) for line in case.log]
    log = [OUR_WORDS.sub(r"\1", line) if line.startswith(tuple(shortened(case.log))) else line for line in log]
    if case.exit == 0:
        log = [line for line in log if line in expected or not OUR_DETAILS.match(line)]
        return [] if log == expected else ["log:\n  ruby " + "\n       ".join(expected) + "\n  ours " + "\n       ".join(log)]
    logged = [line.strip() for line in expected if not line.startswith(("crash: ", "error: "))]
    hidden = [line.removeprefix("error: ") for line in expected if line.startswith("error: ") and not logged]
    rest = iter(log)
    lost = [line for line in logged if not any(line in ours for ours in rest)]
    lost += [line for line in hidden if line not in "\n".join(log)]
    return ["log lacks:\n  " + "\n  ".join(lost) + "\n  in " + "\n     ".join(log)] if lost else []


# A bare Ruby error in place of a reason: what the reason is, we say in our own words.
RUBY_WORDS = re.compile(r"(?<=could not read file )(\S+): (?:undefined method|no implicit conversion) .*")
OUR_WORDS = re.compile(r"(?<=could not read file )(\S+): .*")
# What we add to a warning of Jekyll's, and a warning where Jekyll is silent.
OUR_DETAILS = re.compile(r" +(?:In|Text|Hint|Layout): ")


def shortened(lines: list[str]) -> list[str]:
    """Return what is kept of the lines that give Ruby's own words for a reason."""
    return [short for line in lines if (short := RUBY_WORDS.sub(r"\1", line)) != line]


@pytest.mark.parametrize("path", [marked(path) for path in SITES])
def test_site(path: Path, tmp_path: Path) -> None:
    case = parse(path.read_text("utf-8"))
    root = tmp_path.resolve() / "site"
    case.write_inputs(root)
    code, said = run(root, case.argv, case.environment(root))
    found = differences(case, code, telling_lines(said, root), case.read_outputs(root))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", [marked(path) for path in SITES])
def test_site_by_several_processes(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where several processes render as much as they can, Ruby's bytes are still those of a site's."""
    assert threading.active_count() == 1, "a process with threads does not fork"
    monkeypatch.setattr(parallel, "_AFTER", 0)
    monkeypatch.setattr(parallel, "_WORTH", -1)
    monkeypatch.setattr(parallel, "processes", lambda: 3)
    test_site(path, tmp_path)


def test_every_case_says_what_it_proves() -> None:
    cases = {name_of(path): parse(path.read_text("utf-8")) for path in SITES}
    assert [name for name, case in cases.items() if not case.proves or not case.triggers] == []


def test_known_differences_name_cases() -> None:
    names = {"sites/" + name_of(path) for path in SITES}
    listed = [name for table in ("pending", "deliberate") for name in DIFFERENCES[table] if name.startswith("sites/")]
    assert [name for name in listed if name not in names] == []
