"""The style sheets of site/ under every configuration, against what Jekyll's converter makes of them."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from pyjekyll.sass import Compiler

HERE = Path(__file__).parent
SITE = HERE / "site"
CONFIGURATIONS = json.loads((HERE / "configurations.json").read_text(encoding="utf-8"))
EXPECTED = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
PAGES = sorted(str(path.relative_to(SITE)) for path in SITE.rglob("*.s[ac]ss") if path.read_text(encoding="utf-8").startswith("---"))


def build(settings: dict[str, Any]) -> dict[str, str]:
    """Convert every page with front matter, as a build would."""
    made = {}
    config = settings["config"]
    for page in PAGES:
        body = re.sub(r"\A---\n---\n", "", (SITE / page).read_text(encoding="utf-8"))
        with Compiler() as compiler:
            css, source_map = compiler.convert_page(
                body, page[-4:], page, config["sass"], str(SITE), settings.get("environment", "development"), config.get("safe", False)
            )
        made[page[:-4] + "css"] = css
        if source_map is not None:
            made[page[:-4] + "css.map"] = source_map
    return made


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_build_from_the_source(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SITE)
    assert build(CONFIGURATIONS[name]) == EXPECTED[name]


@pytest.mark.parametrize("name", [name for name in CONFIGURATIONS if "line comments" not in name])
def test_build_from_elsewhere(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "_top.scss").write_text(".wrong { directory: first; }")
    assert build(CONFIGURATIONS[name]) == EXPECTED[name]


def test_error_names_the_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    from pyjekyll.sass import SassError, convert_page

    monkeypatch.chdir(SITE)
    with pytest.raises(SassError) as caught:
        convert_page("a { b: c;\n d: $foo; }", "scss", "assets/css/main.scss", {}, os.getcwd())
    assert str(caught.value) == 'Error: Undefined variable: "$foo".\n        on line 2:5 of main.scss\n>>  d: $foo; }\n   ----^\n'
    assert (caught.value.path, caught.value.line) == (None, 2)  # the page that holds the sheet adds its own path
