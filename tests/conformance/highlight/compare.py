"""Show where a lexer parts from Rouge: `python tests/conformance/highlight/compare.py LANGUAGE FILE...` (default: its samples)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from pyjekyll.highlight import find

RUBY = """
require "json"; require "rouge"
def lex(path) = Rouge::Lexer.find_fancy(ARGV[0]).lex(File.read(path, encoding: "UTF-8")).map { |t, s| [t.shortname, s.dup] }
puts JSON.generate(ARGV.drop(1).map { |path| lex(path) })
"""


def main(language: str, *paths: str) -> int:
    """Print the first difference of each file; return how many files differ."""
    folder = Path(__file__).parent / "samples"
    names = list(paths) or [str(path) for path in folder.glob("*.txt") if path.stem.split("@")[0] == language]
    answer = subprocess.run(["ruby", "-e", RUBY, language, *names], capture_output=True, check=True, text=True)
    different = 0
    for name, expected in zip(names, json.loads(answer.stdout), strict=True):
        lexer = find(language)
        assert lexer is not None
        different += not _same(name, [tuple(pair) for pair in expected], lexer.lex(Path(name).read_bytes().decode()))
    print(f"{language}: {len(names) - different} of {len(names)} files equal")
    return different


def _same(name: str, expected: list[tuple[str, str]], actual: list[tuple[str, str]]) -> bool:
    if expected == actual:
        return True
    index = next((i for i, (a, b) in enumerate(zip(expected, actual, strict=False)) if a != b), min(len(expected), len(actual)))
    line = "".join(text for _, text in expected[:index]).count("\n") + 1
    print(f"{name}:{line}")
    print("  before ", expected[max(0, index - 3) : index])
    print("  Rouge  ", expected[index : index + 5])
    print("  ours   ", actual[index : index + 5])
    return False


if __name__ == "__main__":
    sys.exit(bool(main(*sys.argv[1:])))
