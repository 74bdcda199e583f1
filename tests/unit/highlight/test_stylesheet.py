"""Style sheets for highlighted code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pyjekyll.cli import main
from pyjekyll.highlight.stylesheet import css
from pyjekyll.highlight.themes import ThemeNotFound

STYLES = Path(__file__).parents[2] / "conformance" / "highlight" / "styles"  # each made with `rougify style NAME`


def rules(sheet: str) -> dict[str, str]:
    """Return each selector's declarations."""
    found = {}
    for selectors, body in re.findall(r"([^{}]+?) \{\n(.*?)\}", sheet, re.DOTALL):
        found.update(dict.fromkeys(re.split(r",\s*", selectors.strip()), " ".join(body.split())))
    return found


@pytest.mark.parametrize("path", sorted(STYLES.glob("*.css")), ids=lambda path: path.stem)
def test_a_theme_of_rouge_has_rouges_sheet(path: Path) -> None:
    assert css(path.stem) == path.read_text("utf-8")


def test_a_theme_of_rouge_styles_a_token_and_what_has_no_style_of_its_own() -> None:
    found = rules(css("github"))
    assert found[".highlight .k"] == found[".highlight .kn"] == "color: #000000; font-weight: bold;"
    assert found[".highlight .kt"] != found[".highlight .k"]
    assert found[".highlight .c1"] == found[".highlight .ch"]


def test_a_style_of_pygments_gets_rouges_classes() -> None:
    found = rules(css("dracula"))
    assert found[".highlight"] == "color: #f8f8f2; background-color: #282a36;"
    assert found[".highlight .s2"] == found[".highlight .dl"] == "color: #bd93f9;"


def test_an_unknown_theme_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(ThemeNotFound) as caught:
        css("nosuch")
    assert "github" in str(caught.value.hint)


def test_the_command_prints_the_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["highlight-css", "monokai"]) == 0
    assert capsys.readouterr().out == css("monokai")
