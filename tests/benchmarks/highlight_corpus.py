"""Highlight every code block of some folders with Ruby and with pyjekyll: equal bytes and time, by language.

    python tests/benchmarks/highlight_corpus.py [--files] [--spans] [--show LANGUAGE] FOLDER...

Blocks are what kramdown hands to its highlighter, fenced or indented, and what stands in `highlight` tags; Liquid is left in. Each
text counts once for a language. `--files` takes whole source files by their extension too, `--spans` inline code; `--show` prints
the first difference in each block of a language.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kramdown_corpus import ENDINGS, FRONT_MATTER, OPTIONS

from pyjekyll.highlight import rouge
from pyjekyll.highlight.tag import render_block
from pyjekyll.kramdown import Converter

PAGES = {*ENDINGS, ".html", ".htm", ".liquid"}
_EXTENSIONS = """
    .sh:shell .html:html .css:css .js:javascript .json:json .yml:yaml .yaml:yaml .xml:xml .svg:xml .md:markdown .scss:scss .sass:sass .ts:typescript
    .tsx:tsx .jsx:jsx .toml:toml .ini:ini .conf:conf .diff:diff .patch:diff .liquid:liquid .rb:ruby .erb:erb .py:python .java:java .c:c .h:c .cpp:cpp
    .cs:csharp .go:go .rs:rust .r:r .R:r .jl:julia .tex:tex .sql:sql .php:php .swift:swift .kt:kotlin .hs:haskell .pl:perl .lua:lua .vim:viml
    .ps1:powershell .scala:scala .groovy:groovy .ml:ocaml .clj:clojure .lean:lean .m:matlab .htaccess:apache
"""
EXTENSIONS = dict(pair.split(":") for pair in _EXTENSIONS.split())
TAG = re.compile(r"\{%-?\s*highlight\s+([\w.+#-]+)([\w\s=]*?)-?%\}(.*?)\{%-?\s*endhighlight\s*-?%\}", re.DOTALL)
RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")
ROUGE: dict[str, Any] = {"default_lang": "plaintext", "guess_lang": True}  # what Jekyll hands to kramdown by default
ONE_OF_A_KIND = {"block": "(no language)", "span": "(code span)"}


class Block(NamedTuple):
    """A text, its language if it names one, and what it is: `block`, `span` or `tag`; `linenos` of a tag."""

    kind: str
    language: str | None
    text: str
    linenos: bool = False

    @property
    def label(self) -> str:
        """What its result is counted under."""
        return self.language or ONE_OF_A_KIND[self.kind]


def blocks(folders: list[str], whole_files: bool, spans: bool) -> list[Block]:
    """Return the distinct blocks of the folders' files."""
    found: dict[Block, None] = {}
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file() and ".git" not in path.parts and path.stat().st_size < 400_000:
                found.update((block, None) for block in _blocks_of(path, whole_files) if spans or block.kind != "span")
    return list(found)


def _blocks_of(path: Path, whole_files: bool) -> Iterator[Block]:
    ending = path.suffix or path.name
    if ending not in PAGES and not (whole_files and ending in EXTENSIONS):
        return
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return
    if whole_files and ending in EXTENSIONS:
        yield Block("block", EXTENSIONS[ending], text)
    if ending in ENDINGS:
        yield from _markdown_blocks(FRONT_MATTER.sub("", text, count=1))
    if ending in PAGES:
        yield from (Block("tag", tag[1].lower(), RAW.sub("", tag[3]), "linenos" in tag[2]) for tag in TAG.finditer(text))


def _markdown_blocks(text: str) -> list[Block]:
    found: list[Block] = []

    def record(code: str, language: str | None, kind: str, _call_opts: dict[str, Any], _options: dict[str, Any]) -> None:
        found.append(Block(kind, language, code))

    Converter(OPTIONS, record).convert(text)
    return found


def ours(block: Block) -> str | None:
    """Return pyjekyll's HTML for a block, None where the text is printed plainly."""
    if block.kind == "tag":
        return render_block(block.text, block.language or "", {"linenos": block.linenos}, "rouge")
    return rouge.call(block.text, block.language, block.kind, {}, ROUGE)


def main() -> int:
    """Compare and print one line a language; the exit code says whether all were equal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--files", action="store_true")
    parser.add_argument("--spans", action="store_true")
    parser.add_argument("--show")
    options = parser.parse_args()
    found = blocks(options.folders, options.files, options.spans)
    script = Path(__file__).with_suffix(".rb")
    answer = subprocess.run(["ruby", str(script)], input=json.dumps([found, OPTIONS]), capture_output=True, check=True, text=True)
    return _compare(found, json.loads(answer.stdout), options.show)


def _compare(found: list[Block], ruby: dict[str, Any], shown: str | None) -> int:
    seconds: dict[str, float] = defaultdict(float)
    equal: dict[str, list[bool]] = defaultdict(list)
    for block, expected in zip(found, ruby["html"], strict=True):
        start = time.process_time()
        actual = ours(block)
        seconds[block.label] += time.process_time() - start
        equal[block.label].append(actual == expected)
        if actual != expected and shown == block.label:
            _show(expected or "(plain)", actual or "(plain)")
    expected_seconds: dict[str, float] = defaultdict(float)
    for block, spent in zip(found, ruby["seconds"], strict=True):
        expected_seconds[block.label] += spent
    return _report(equal, seconds, expected_seconds)


def _show(expected: str, actual: str) -> None:
    index = next((i for i, (a, b) in enumerate(zip(expected, actual, strict=False)) if a != b), min(len(expected), len(actual)))
    start = max(0, index - 120)
    print(f"  Ruby {expected[start : index + 80]!r}\n  ours {actual[start : index + 80]!r}\n")


def _report(equal: dict[str, list[bool]], seconds: dict[str, float], ruby: dict[str, float]) -> int:
    def line(label: str, results: list[bool], our_seconds: float, ruby_seconds: float) -> None:
        print(f"{label:20} {sum(results):5} of {len(results):5} equal   {our_seconds:8.3f} s, Ruby {ruby_seconds:8.3f} s")

    for language in sorted(equal, key=lambda name: -len(equal[name])):
        line(language, equal[language], seconds[language], ruby[language])
    total = [result for results in equal.values() for result in results]
    line("all", total, sum(seconds.values()), sum(ruby.values()))
    return 0 if all(total) else 1


if __name__ == "__main__":
    sys.exit(main())
