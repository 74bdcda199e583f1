"""Dart Sass: its protocol without the program, and with it where it is installed."""

import json
import shlex
from pathlib import Path

import pytest

from pyjekyll.errors import MissingDependencyError
from pyjekyll.sass import Compiler, Options, SassError, compile, dart, wire

needs_dart = pytest.mark.skipif(dart.find_command() is None, reason="Dart Sass is not installed")


def test_wire_round_trip() -> None:
    message = wire.encode((1, "é" * 100), (2, 300), (3, b""), (3, 0), (15, True), (200, wire.encode((1, "in"))))
    fields = wire.decode(message)
    assert (wire.text(fields, 1), wire.integer(fields, 2), 3 in fields, wire.integer(fields, 15)) == ("é" * 100, 300, False, 1)
    assert wire.text(wire.inner(fields, 200), 1) == "in"


def test_missing_program_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dart, "find_command", lambda: None)
    with pytest.raises(MissingDependencyError, match="not installed") as caught:
        compile('@use "sass:math";', Options(page_path="x.scss"))
    assert "pip install" in str(caught.value.hint)


def test_other_program_called_sass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dart, "find_command", lambda: ["/bin/echo"])
    with pytest.raises(MissingDependencyError, match="embedded protocol"):
        compile('@use "sass:math";', Options(page_path="x.scss"))


@needs_dart
def test_sass_on_the_path_serves_without_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    command = dart.find_command()
    assert command is not None
    script = tmp_path / "sass"
    script.write_text(f"#!/bin/sh\nexec {shlex.join(command)} \"$@\"\n")
    script.chmod(0o755)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert dart.find_command() == [str(script)]
    assert compile('@use "sass:math"; a { b: math.div(3, 2) }', Options(source_map=False)).css == "a {\n  b: 1.5;\n}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "_sass").mkdir()
    (tmp_path / "_sass/_tokens.scss").write_text("$gap: 10px; /* ünï */")
    (tmp_path / "_sass/_old.scss").write_text(".old { width: (10px/4); height: 1/2 }")
    return tmp_path


def options(site: Path, **more: object) -> Options:
    return Options(page_path="css/main.scss", source=str(site), cwd=str(site), load_paths=(str(site / "_sass"),))._replace(**more)  # type: ignore[arg-type]


@needs_dart
def test_modules_choose_dart(site: Path) -> None:
    result = compile('@use "sass:math";\n@use "tokens";\n.a { b: math.div(tokens.$gap, 4) }', options(site))
    assert result.css == '@charset "UTF-8";\n/* ünï */\n.a {\n  b: 2.5px;\n}\n\n/*# sourceMappingURL=main.css.map */'
    source_map = json.loads(result.source_map or "")
    assert (source_map["file"], source_map["sources"]) == ("main.css", ["_sass/_tokens.scss", "css/main.scss"])
    assert len(source_map["sourcesContent"]) == 2
    assert [Path(file.path).name for file in result.read_files] == ["_tokens.scss"]


@needs_dart
def test_modules_of_an_imported_file_choose_dart(site: Path) -> None:
    (site / "_sass/_modern.scss").write_text('@use "tokens"; .m { gap: tokens.$gap }')
    result = compile('@import "modern";', options(site, source_map=False, style="compressed"))
    assert result.css == ".m{gap:10px}\n"
    assert result.warnings == ("css/main.scss: 1 deprecation warning hidden (import 1); `sass: verbose: true` shows them",)


@needs_dart
def test_explicit_implementations(site: Path) -> None:
    text = '@use "sass:math";'
    assert compile(text, options(site, implementation="sassc", source_map=False)).css == '@use "sass:math";\n'
    assert compile("a { b: c }", options(site, implementation="sass-embedded", source_map=False)).css == "a {\n  b: c;\n}\n"


@needs_dart
def test_warnings_verbose_and_quiet_deps(site: Path) -> None:
    text = '@use "old"; @warn "mine"; .n { width: (6px/4) }'
    folded = compile(text, options(site)).warnings
    assert [line.split("\n")[0] for line in folded] == [
        "WARNING: mine",
        "css/main.scss: 2 deprecation warnings hidden (slash-div 2); `sass: verbose: true` shows them",
    ]
    assert len(compile(text, options(site, verbose=True)).warnings) == 3
    assert "1 deprecation warning hidden" in compile(text, options(site, quiet_deps=True)).warnings[-1]


@needs_dart
def test_error_and_one_process_for_all_sheets(site: Path) -> None:
    with Compiler() as compiler:
        with pytest.raises(SassError, match="Undefined variable") as caught:
            compiler.compile('@use "tokens";\n.a { b: $gap }', options(site))
        assert (caught.value.path, caught.value.line) == (None, 2)
        process = compiler._dart._process
        assert compiler.compile(".x\n  y: z", options(site, implementation="sass-embedded", syntax="sass")).css.startswith(".x {\n  y: z;\n}")
        assert compiler._dart._process is process
    assert process.poll() is not None
