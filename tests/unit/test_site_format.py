"""The `.site` format: what is written can be read again, byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_format import Entry, SiteCase, parse, telling_lines, write

SEGMENT = st.text(st.characters(blacklist_characters="/\x00", blacklist_categories=["Cs"]), min_size=1, max_size=8)
PATHS = st.one_of(SEGMENT, st.sampled_from(["log", "exit", "a crlf", "a b -- ", "x --", "== y", "mtime=1", '"q"', "é/ü.md"]))
LINES = st.sampled_from(["", "text", "-- a --", "\\-- a --", "\\\\== log ==", "== log ==", "@proves X", "-- a ==", "é\t ", " -- a --", "a\r"])
DATA = st.one_of(st.binary(max_size=40), st.lists(LINES).map(lambda lines: "\n".join(lines).encode()), st.lists(LINES).map(lambda lines: "\r\n".join(lines).encode()))  # noqa: E501
FILES = st.one_of(
    st.builds(Entry, PATHS, DATA, mtime=st.sampled_from([None, "2020-01-02T03:04:05Z"])),
    st.builds(Entry, PATHS, link=st.sampled_from(["a", "../x/y.md"])),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(FILES, max_size=4), st.lists(FILES, max_size=4), st.integers(0, 2), st.lists(LINES.filter(lambda line: "\r" not in line)))
def test_round_trip(inputs: list[Entry], outputs: list[Entry], code: int, log: list[str]) -> None:
    case = SiteCase(inputs=inputs, outputs=outputs, exit=code, log=log)
    again = parse(write(case))
    assert (again.inputs, again.outputs, again.exit, again.log) == (case.inputs, case.outputs, case.exit, case.log)
    assert write(again) == write(case)


def test_head() -> None:
    case = parse("@flags --drafts -V\n@env A=1 B=x=y\n@proves CFG-1 CFG-2\n@trigger a ~ b\n# note\n-- a --\nabc\n")
    assert (case.flags, case.env, case.proves) == (["--drafts", "-V"], {"A": "1", "B": "x=y"}, ["CFG-1", "CFG-2"])
    assert case.triggers[0].apply(case) == case.replaced(inputs=[Entry("a", b"ac\n")])
    assert write(case).startswith("@flags --drafts -V\n")


@pytest.mark.parametrize("text", ["what\n", "@nonsense x\n"])
def test_head_refuses_what_it_does_not_know(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


@pytest.mark.parametrize(
    ("trigger", "flags", "env", "paths"),
    [("--drafts", ["-V"], {"A": "1"}, ["a"]), ("A=1", ["--drafts", "-V"], {}, ["a"]), ("a", ["--drafts", "-V"], {"A": "1"}, []), ("a => b", ["--drafts", "-V"], {"A": "1"}, ["b"])],  # noqa: E501
)
def test_triggers(trigger: str, flags: list[str], env: dict[str, str], paths: list[str]) -> None:
    case = parse(f"@flags --drafts -V\n@env A=1\n@trigger {trigger}\n-- a --\nabc\n")
    changed = case.triggers[0].apply(case)
    assert changed is not None
    assert (changed.flags, changed.env, [entry.path for entry in changed.inputs]) == (flags, env, paths)


def test_a_trigger_that_names_nothing_is_refused() -> None:
    case = parse("@trigger b ~ x\n-- a --\nabc\n")
    with pytest.raises(ValueError, match="no such input"):
        case.triggers[0].apply(case)


def test_inputs_are_written_with_their_time(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("case") / "site"
    case = parse("-- d/a mtime=2020-01-02T03:04:05Z crlf --\nx\n-- l link=d/a --\n")
    case.write_inputs(root)
    assert (root / "l").read_bytes() == b"x\r\n"
    assert (root / "d/a").stat().st_mtime == 1577934245


def test_telling_lines_leave_out_what_every_build_says(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("case") / "site"
    log = f"Configuration file: {root}/_config.yml\n            Source: {root}\n\x1b[33m  Build Warning: {root}/a\x1b[0m\n"
    assert telling_lines(log, root) == ["  Build Warning: /SITE/a"]
