"""Each lexer's sample gives the tokens that Rouge gives; `regenerate.rb` writes the expectations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pyjekyll.highlight import find
from pyjekyll.highlight.lexers import OWN

FOLDER = Path(__file__).parent
SAMPLES = sorted(path.stem for path in (FOLDER / "samples").glob("*.txt"))


@pytest.mark.parametrize("name", SAMPLES)
def test_sample_has_rouges_tokens(name: str) -> None:
    lexer = find(name.split("@")[0])
    assert lexer is not None
    assert lexer.tag in OWN
    text = (FOLDER / "samples" / f"{name}.txt").read_bytes().decode()
    lines = (FOLDER / "tokens" / f"{name}.txt").read_bytes().decode().split("\n")[:-1]
    expected = ["" if short == "-" else short for short in (line.partition(" ")[0] for line in lines)]
    assert lexer.lex(text) == list(zip(expected, (json.loads(line.partition(" ")[2]) for line in lines), strict=True))


def test_every_lexer_has_a_sample() -> None:
    sampled = {found.tag for name in SAMPLES if (found := find(name.split("@")[0]))}
    assert sampled == set(OWN)
