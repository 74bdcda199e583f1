"""Each lexer's sample gives the tokens that Rouge gives; `regenerate.rb` writes the expectations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pyjekyll.highlight import find
from pyjekyll.highlight.engine import Hit, RegexLexer, Rule
from pyjekyll.highlight.lexers import CLASSES, load

FOLDER = Path(__file__).parent
SAMPLES = sorted(path.stem for path in (FOLDER / "samples").glob("*.txt"))


@pytest.mark.proves("MD-7")
@pytest.mark.parametrize("name", SAMPLES)
def test_sample_has_rouges_tokens(name: str) -> None:
    lexer = find(name.split("@")[0])
    assert lexer is not None
    assert lexer.tag in CLASSES
    text = (FOLDER / "samples" / f"{name}.txt").read_bytes().decode()
    lines = (FOLDER / "tokens" / f"{name}.txt").read_bytes().decode().split("\n")[:-1]
    expected = ["" if short == "-" else short for short in (line.partition(" ")[0] for line in lines)]
    assert lexer.lex(text) == list(zip(expected, (json.loads(line.partition(" ")[2]) for line in lines), strict=True))


def test_every_lexer_has_a_sample() -> None:
    sampled = {found.tag for name in SAMPLES if (found := find(name.split("@")[0]))}
    assert sampled == set(CLASSES)


@pytest.fixture(scope="module")
def reached() -> set[int]:
    """Return the identities of the rules that match somewhere in the samples."""
    found: set[int] = set()
    for name in SAMPLES:
        lexer = load(find_tag(name))
        if issubclass(lexer, RegexLexer):
            _recorder(lexer, found)().lex((FOLDER / "samples" / f"{name}.txt").read_bytes().decode())
    return found


@pytest.mark.parametrize("tag", [tag for tag in sorted(CLASSES) if issubclass(load(tag), RegexLexer)])
def test_samples_reach_every_rule(tag: str, reached: set[int]) -> None:
    lexer = load(tag)
    assert issubclass(lexer, RegexLexer)
    inherited = {id(item) for base in lexer.__mro__[1:] for item in _rules(base)}
    own = [item for item in _rules(lexer) if id(item) not in inherited]
    assert [item.pattern for item in own if id(item) not in reached] == []


def find_tag(sample: str) -> str:
    """Return the tag of a sample's language."""
    lexer = find(sample.split("@")[0])
    assert lexer is not None
    return lexer.tag


def _rules(lexer: type) -> list[Rule]:
    states = getattr(lexer, "states", {})
    return [item for rules in states.values() for item in rules if isinstance(item, Rule)]


def _recorder(lexer: type[RegexLexer], reached: set[int]) -> type[RegexLexer]:
    """Return a lexer that does the same and notes which rules matched."""

    def recorded(item: Rule) -> Rule:
        def act(lexer: RegexLexer, hit: Hit) -> None:
            reached.add(id(item))
            if isinstance(item.action, str):
                lexer.emit(item.action, hit[0])
            elif isinstance(item.action, tuple):
                for number, token in enumerate(item.action, 1):
                    lexer.emit(token or "", hit[number] if token is not None else None)
            else:
                item.action(lexer, hit)
            lexer._move(item.moves)

        return Rule(item.pattern, act, ())

    states = {name: [recorded(item) if isinstance(item, Rule) else item for item in rules] for name, rules in lexer.states.items()}
    return type(lexer.__name__, (lexer,), {"states": states})
