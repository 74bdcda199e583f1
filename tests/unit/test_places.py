"""Where people find an error in their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from pyjekyll.errors import ConfigError, PyjekyllError
from pyjekyll.failures import details
from pyjekyll.places import place_in_config, place_in_conversion, place_in_template, place_of_key

TEXT = "one\n{% two %}\n"


def write(folder: Path, name: str, text: str) -> str:
    """Write a file and return its path."""
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def failed_at(line: int | None, *includes: tuple[str, int | None]) -> PyjekyllError:
    """Return an error that a template raised."""
    error = PyjekyllError("no")
    error.rendered_at(line)
    for path, at in reversed(includes):
        error.included_from(path, at)
    return error


def test_front_matter_counts(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", "---\na: 1\n---\n" + TEXT)
    error = failed_at(2)
    place_in_template(error, path, TEXT)
    assert list(details(error)) == [("In:", f"{path}, line 5"), ("Text:", "{% two %}")]


def test_the_innermost_node_counts() -> None:
    error = failed_at(2)
    error.rendered_at(9)
    assert error.template_line == 2


def test_includes_are_told_from_the_inside_out(tmp_path: Path) -> None:
    page = write(tmp_path, "a.md", "---\n---\n" + TEXT)
    outer, inner = write(tmp_path, "outer.html", TEXT), write(tmp_path, "inner.html", "\n\n x ")
    error = failed_at(3, (outer, 2), (inner, 1))
    place_in_template(error, page, TEXT)
    assert (error.place, error.excerpt) == ((inner, 3), "x")
    assert error.stack == (f"{outer}, line 1", f"{page}, line 4")


def test_a_cycle_is_told_once(tmp_path: Path) -> None:
    page, loop = write(tmp_path, "a.md", TEXT), write(tmp_path, "loop.html", TEXT)
    error = failed_at(2, *[(loop, 2)] * 50)
    place_in_template(error, page, TEXT)
    assert error.stack == (f"{loop}, line 2", f"{page}, line 2", "… 48 times more")
    assert error.hint


def test_a_text_that_was_changed_is_found_by_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", "---\n---\n# Title\n\n" + TEXT)
    error = failed_at(1)
    place_in_template(error, path, "{% two %} \n")
    assert error.place == (path, 6)


@pytest.mark.parametrize("text", ["{% other %}\n", ""])
def test_a_text_that_is_not_in_the_file_has_no_line(text: str, tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", TEXT)
    error = failed_at(1)
    place_in_template(error, path, text)
    assert error.place == (path, None)


def test_an_excerpt_is_part_of_its_document(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", "---\n---\n" + TEXT + "\nmore\n")
    error = failed_at(2)
    place_in_template(error, f"{path}/#excerpt", TEXT)
    assert error.place == (path, 4)


def test_an_error_with_a_place_of_its_own_keeps_it(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", TEXT)
    error = failed_at(2)
    error.locate(path="_sass/x.scss", line=7)
    place_in_template(error, path, TEXT)
    assert list(details(error)) == [("In:", "_sass/x.scss, line 7"), ("Included from:", f"{path}, line 2")]


def test_what_a_converter_found(tmp_path: Path) -> None:
    path, imported = write(tmp_path, "a.scss", "---\n---\na\nb\n"), write(tmp_path, "b.scss", "c\nd\n")
    own, other = PyjekyllError("no", line=2), PyjekyllError("no", path=imported, line=2)
    for error in (own, other):
        place_in_conversion(error, path, "a\nb\n")
    assert list(details(own)) == [("In:", f"{path}, line 4"), ("Text:", "b")]
    assert list(details(other)) == [("In:", f"{imported}, line 2"), ("Text:", "d")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ndate: x\n---\n", 2),
        ("a:\n  date: 1\n'date' : 2\n", 3),
        ("- scope:\n    date: 1\n", 2),
        ("x: 1\na: {b: 1, date: 2}\n", 2),
        ("update: 1\n", None),
        ("x\n", None),
    ],
)
def test_the_line_of_a_setting(text: str, line: int | None, tmp_path: Path) -> None:
    error = PyjekyllError("no", path=write(tmp_path, "a.md", text), key="date")
    assert place_of_key(error) == (line is not None)
    assert error.line == line


def test_of_several_settings_with_a_name_the_value_tells_which(tmp_path: Path) -> None:
    error = PyjekyllError("no", path=write(tmp_path, "a.yml", "docs:\n  permalink: /d/:x/\npermalink: /:title/\n"), key="permalink")
    error.value = "/d/:x/"
    assert place_of_key(error)
    assert (error.line, error.excerpt) == (2, "permalink: /d/:x/")


def test_the_last_configuration_file_with_the_key_is_named(tmp_path: Path) -> None:
    files = [write(tmp_path, "a.yml", "x: 1\n"), write(tmp_path, "b.yml", "\nx: 2\n"), write(tmp_path, "c.yml", "y: 1\n")]
    error = ConfigError("no", key="x")
    place_in_config(error, files)
    assert (error.path, error.line, error.excerpt) == (files[1], 2, "x: 2")


def test_a_flag_is_in_no_file(tmp_path: Path) -> None:
    error = ConfigError("no", key="z")
    place_in_config(error, [write(tmp_path, "a.yml", "x: 1\n")])
    assert list(details(error)) == []
