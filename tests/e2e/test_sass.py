"""Style sheets in whole builds: which compiler takes them, what the log says, what the cache spares."""

from __future__ import annotations

from pathlib import Path

import pytest

from pyjekyll.cli import main
from pyjekyll.sass import dart

pytestmark = pytest.mark.skipif(dart.find_command() is None, reason="Dart Sass is not installed")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "_config.yml": "title: Site\n",
        "css/old.scss": '---\n---\n@import "tokens"; .old { width: $gap / 4 }\n',
        "css/new.scss": '---\n---\n@use "tokens"; @use "legacy";\n.new::after { content: "{{ site.title }}"; width: tokens.$gap }\n',
        "_sass/_tokens.scss": "$gap: 10px;\n",
        "_sass/_legacy.scss": ".legacy { width: (10px/4); height: (9px/3) }\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def build(site: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.chdir(site)
    return main(["build", *arguments])


def test_a_sheet_that_uses_modules_is_dart_sass_work(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(site, monkeypatch) == 0
    assert (site / "_site/css/old.css").read_text().startswith(".old { width: 2.5px; }\n")
    new = (site / "_site/css/new.css").read_text()
    assert new.startswith(".legacy {\n  width: 2.5px;\n  height: 3px;\n}\n\n.new::after {\n")
    assert 'content: "Site"' in new
    assert (site / "_site/css/new.css.map").exists()


@pytest.mark.proves("SASS-5")
@pytest.mark.parametrize(
    ("setting", "folded", "spelled_out"),
    [("", "2 deprecation warnings hidden (slash-div 2)", 0), ("verbose: true", "", 2), ("quiet_deps: true", "", 0)],
)
def test_deprecations(
    site: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], setting: str, folded: str, spelled_out: int
) -> None:
    with (site / "_config.yml").open("a") as config:
        config.write(f"sass: {{ {setting} }}\n")
    assert build(site, monkeypatch) == 0
    log = "".join(capfd.readouterr())  # a child compiles sheets ahead of need, and tells
    assert folded in log
    assert ("hidden" in log) is bool(folded)
    assert log.count("Using / for division") == spelled_out


def test_compiled_sheets_are_kept_until_something_they_read_changes(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(site, monkeypatch) == 0
    sheet = site / "_site/css/new.css"
    first = sheet.read_bytes()
    sheet.unlink()
    monkeypatch.setattr(dart, "find_command", lambda: None)
    assert build(site, monkeypatch) == 0
    assert sheet.read_bytes() == first
    (site / "_sass/_tokens.scss").write_text("$gap: 20px;\n")
    assert build(site, monkeypatch) == 1
    assert sheet.read_bytes() == first
    monkeypatch.undo()
    assert build(site, monkeypatch) == 0
    assert "width: 20px" in sheet.read_text()
