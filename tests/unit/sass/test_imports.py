"""What a scan of a sheet's text finds, and what a change of a file does to the fingerprint."""

from pathlib import Path

import pytest

from pyjekyll.sass import Options, dependencies, fingerprint
from pyjekyll.sass.imports import scan


@pytest.mark.parametrize(
    ("text", "names", "modular"),
    [
        ('@import "a";', ["a"], False),
        ("@import 'a', /* b */ \"c/d\";", ["a", "c/d"], False),
        ("@import 'a',\n  'b'; @import 'c'", ["a", "b", "c"], False),
        ("@import a, b/c\n.x\n  y: z", ["a", "b/c"], False),
        ('@use "a" as b with ($c: "d");', ["a"], True),
        ('@use "sass:math";', [], True),
        ('@forward "a/b" show c;', ["a/b"], True),
        ('// @use "a";\n/* @import "b"; */ c { d: "@use \\"e\\""; f: url(//g) }', [], False),
        ('@include meta.load-css("a");', ["a"], False),
        ("@media print { a { b: c } }", [], False),
        ('@import url("a.css");', ["a.css"], False),
    ],
)
def test_scan(text: str, names: list[str], modular: bool) -> None:
    assert scan(text) == (tuple(names), modular)


def test_dependencies_follow_imports(tmp_path: Path) -> None:
    (tmp_path / "_sass").mkdir()
    (tmp_path / "_sass/_a.scss").write_text('@import "b";')
    (tmp_path / "_sass/_b.scss").write_text('@import "a"; c { d: e }')
    options = Options(source=str(tmp_path), cwd=str(tmp_path), page_path="main.scss", load_paths=(str(tmp_path / "_sass"),))
    text = '@import "a";'
    assert [Path(file.path).name for file in dependencies(text, options)] == ["_a.scss", "_b.scss"]
    before = fingerprint(text, options)
    assert fingerprint(text, options) == before
    (tmp_path / "_sass/_b.scss").write_text("c { d: f }")
    changed = fingerprint(text, options)
    assert changed != before
    (tmp_path / "_a.scss").write_text("")  # hides _sass/_a.scss
    assert fingerprint(text, options) not in (before, changed)
    assert fingerprint(text, options._replace(style="compressed")) != fingerprint(text, options)
