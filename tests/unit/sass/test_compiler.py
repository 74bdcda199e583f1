"""The choice of the compiler, the memo, and the `sass:` section."""

from pathlib import Path
from typing import Any

import pytest

from pyjekyll.sass import Compiler, Options, SassError, compile
from pyjekyll.sass.compiler import load_paths, page_options, sanitized


class Memory:
    """Keep values and count how often one was found."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.hits = 0

    def get(self, key: str) -> Any:
        self.hits += key in self.values
        return self.values.get(key)

    def set(self, key: str, value: Any) -> None:
        self.values[key] = value


def test_memo_serves_until_an_import_changes(tmp_path: Path) -> None:
    (tmp_path / "_a.scss").write_text("b { c: d }")
    options = Options(source=str(tmp_path), cwd=str(tmp_path), page_path="x.scss")
    memory = Memory()
    with Compiler(memory) as compiler:
        first = compiler.compile('@import "a";', options)
        assert compiler.compile('@import "a";', options) == first
        assert (memory.hits, first.css.split("\n")[0]) == (1, "b { c: d; }")
        (tmp_path / "_a.scss").write_text("b { c: e }")
        assert compiler.compile('@import "a";', options).css.startswith("b { c: e; }")
        assert memory.hits == 1


def test_empty_text_has_no_map() -> None:
    told: list[str] = []
    with Compiler(warn=told.append) as compiler:
        assert compiler.compile("", Options(page_path="x.scss"))[:2] == ("", None)
    assert told == ["Could not generate source map SassC::NotRenderedError => "]


def test_text_of_no_page_has_no_map() -> None:
    assert compile("a { b: c }", Options())[:2] == ("a { b: c; }\n", None)


@pytest.mark.parametrize(
    ("sheet", "function"),
    [("a { @if calc(1 / 255) < 0.04 { b: c } }", "calc()"), ("a { b: min(1px, var(--x)) }", "min()")],
)
def test_what_libsass_cannot_compute_gets_a_hint(sheet: str, function: str) -> None:
    with pytest.raises(SassError) as caught:
        compile(sheet, Options())
    assert function in str(caught.value.hint)
    assert "implementation: sass-embedded" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("path", "expected"),
    [("_sass", "/site/_sass"), ("../../x", "/site/x"), ("/site/y", "/site/y"), ("/etc", "/site/etc"), ("~/z", "/site/~/z"), ("/site", "/site")],
)
def test_sanitized(path: str, expected: str) -> None:
    assert sanitized("/site", path) == expected


def test_load_paths_glob_and_order(tmp_path: Path) -> None:
    for name in ("_sass", "a/scss", "b/scss", "theme"):
        (tmp_path / name).mkdir(parents=True)
    found = load_paths({"load_paths": ["{b,a}/scss", "a/*", "none"]}, str(tmp_path), theme_sass=str(tmp_path / "theme"))
    assert [str(Path(path).relative_to(tmp_path)) for path in found] == ["b/scss", "a/scss", "_sass", "theme"]


@pytest.mark.parametrize(
    ("settings", "environment", "style", "source_map"),
    [
        ({}, "development", "compact", True),
        ({"style": ":nested", "sourcemap": "never"}, "development", "nested", False),
        ({"style": "fancy", "sourcemap": "development"}, "production", "compact", False),
        ({"implementation": "sass-embedded", "sourcemap": "development"}, "development", "expanded", True),
    ],
)
def test_settings(settings: dict[str, Any], environment: str, style: str, source_map: bool) -> None:
    options = page_options("scss", "a/x.scss", settings, ".", environment)
    assert (options.style, options.source_map) == (style, source_map)
