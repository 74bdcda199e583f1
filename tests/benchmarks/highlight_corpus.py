"""Highlight every code block of some folders with Rouge and with pyjekyll: equal bytes and time, by language.

python tests/benchmarks/highlight_corpus.py [--files] [--show LANGUAGE] FOLDER...

Blocks are fences, `highlight` tags and blocks with a language in their attribute list. `--files` takes whole source files
by their extension too; `--show` prints the first difference in each block of a language.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pyjekyll.highlight import find, formatters

PAGES = {".md", ".markdown", ".mkd", ".html", ".htm", ".liquid"}
_EXTENSIONS = """
    .sh:shell .html:html .css:css .js:javascript .json:json .yml:yaml .yaml:yaml .xml:xml .svg:xml .md:markdown .scss:scss .sass:sass .ts:typescript
    .tsx:tsx .jsx:jsx .toml:toml .ini:ini .conf:conf .diff:diff .patch:diff .liquid:liquid .rb:ruby .erb:erb .py:python .java:java .c:c .h:c .cpp:cpp
    .cs:csharp .go:go .rs:rust .r:r .R:r .jl:julia .tex:tex .sql:sql .php:php .swift:swift .kt:kotlin .hs:haskell .pl:perl .lua:lua .vim:viml
    .ps1:powershell .scala:scala .groovy:groovy .ml:ocaml .clj:clojure .lean:lean
"""
EXTENSIONS = dict(pair.split(":") for pair in _EXTENSIONS.split())
FENCE = re.compile(r"^([ \t]*)(```+|~~~+)[ \t]*([^\s`{]+)[^\n`]*\n(.*?)^[ \t]*\2[`~]*[ \t]*$", re.MULTILINE | re.DOTALL)
TAG = re.compile(r"\{%-?\s*highlight\s+(\S+)[^%]*%\}(.*?)\{%-?\s*endhighlight\s*-?%\}", re.DOTALL)
ATTRIBUTES = re.compile(r"((?:^(?: {4}|\t).*\n|^\n)+)^\{:[^}\n]*\.language-([\w+#-]+)", re.MULTILINE)

Block = tuple[str, str]


def blocks(folders: list[str], whole_files: bool) -> list[Block]:
    """Return the distinct (language, text) blocks of the folders' pages."""
    found: dict[Block, None] = {}
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file() and ".git" not in path.parts and path.stat().st_size < 400_000:
                found.update(dict.fromkeys(_blocks_of(path, whole_files)))
    return list(found)


def _blocks_of(path: Path, whole_files: bool) -> Iterator[Block]:
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        return
    if whole_files and path.suffix in EXTENSIONS:
        yield EXTENSIONS[path.suffix], text
    if path.suffix not in PAGES:
        return
    for fence in FENCE.finditer(text):
        yield fence[3], re.sub(f"^[ \t]{{0,{len(fence[1])}}}", "", fence[4], flags=re.MULTILINE)
    for tag in TAG.finditer(text):
        yield tag[1].lower(), tag[2].strip("\r\n")
    for block in ATTRIBUTES.finditer(text):
        yield block[2], re.sub("^(?: {4}|\t)", "", block[1], flags=re.MULTILINE)


def ours(block: Block) -> str | None:
    """Return pyjekyll's HTML for a block, None for an unknown language."""
    lexer = find(block[0], block[1])
    return None if lexer is None else formatters.html(lexer.lex(block[1]))


def main() -> None:
    """Compare and print one line a language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--files", action="store_true")
    parser.add_argument("--show")
    options = parser.parse_args()
    found = blocks(options.folders, options.files)
    script = Path(__file__).with_suffix(".rb")
    answer = json.loads(subprocess.run(["ruby", str(script)], input=json.dumps(found), capture_output=True, check=True, text=True).stdout)
    seconds: dict[str, float] = defaultdict(float)
    equal: dict[str, list[bool]] = defaultdict(list)
    for block, expected in zip(found, answer["html"], strict=True):
        start = time.perf_counter()
        actual = ours(block)
        seconds[block[0]] += time.perf_counter() - start
        equal[block[0]].append(actual == expected)
        if actual != expected and options.show == block[0]:
            _show(expected or "(unknown)", actual or "(unknown)")
    _report(equal, seconds, answer["seconds"])


def _show(expected: str, actual: str) -> None:
    index = next((i for i, (a, b) in enumerate(zip(expected, actual, strict=False)) if a != b), min(len(expected), len(actual)))
    start = max(0, index - 120)
    print(f"  Rouge {expected[start : index + 80]!r}\n  ours  {actual[start : index + 80]!r}\n")


def _report(equal: dict[str, list[bool]], seconds: dict[str, float], ruby: dict[str, float]) -> None:
    for language in sorted(equal, key=lambda name: -len(equal[name])):
        results = equal[language]
        print(f"{language:20} {sum(results):5} of {len(results):5} equal   {seconds[language]:8.3f} s, Rouge {ruby.get(language, 0.0):8.3f} s")
    total = [result for results in equal.values() for result in results]
    print(f"{'all':20} {sum(total):5} of {len(total):5} equal   {sum(seconds.values()):8.3f} s, Rouge {sum(ruby.values()):8.3f} s")


if __name__ == "__main__":
    main()
