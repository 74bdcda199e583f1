"""Each lexer's sample gives the tokens that Rouge gives; `regenerate.rb` writes the expectations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pyjekyll.highlight import find
from pyjekyll.highlight.engine import RegexLexer, include
from pyjekyll.highlight.lexers import OWN, load

FOLDER = Path(__file__).parent
SAMPLES = sorted(path.stem for path in (FOLDER / "samples").glob("*.txt"))


@pytest.mark.proves("MD-7")
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


@pytest.mark.parametrize("tag", [tag for tag in sorted(OWN) if issubclass(load(tag), RegexLexer)])
def test_samples_reach_every_state(tag: str) -> None:
    found = load(tag)
    assert issubclass(found, RegexLexer)
    recorder = type(found.__name__, (found,), {})  # a class keeps the states that were entered in it
    for name in SAMPLES:
        if load(name.split("@")[0]) is found:
            recorder().lex((FOLDER / "samples" / f"{name}.txt").read_bytes().decode())
    reached = set(recorder._laid_out)
    assert _own_states(found) <= reached | _included(found, reached)


def _own_states(lexer: type[RegexLexer]) -> set[str]:
    """Return the states that a lexer does not share with the one it derives from."""
    inherited = {id(rules) for base in lexer.__mro__[1:] for rules in getattr(base, "states", {}).values()}
    return {name for name, rules in lexer.states.items() if id(rules) not in inherited}


def _included(lexer: type[RegexLexer], states: set[str]) -> set[str]:
    direct = {str(item) for name in states for item in lexer.states[name] if isinstance(item, include)}
    return direct | _included(lexer, direct) if direct - states else direct
