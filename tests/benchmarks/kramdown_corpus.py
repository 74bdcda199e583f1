"""Compare our kramdown with Ruby's on the Markdown of real sites: bytes and time.

    python tests/benchmarks/kramdown_corpus.py [--plain] [--diff N] FOLDER...

Every Markdown file below the folders is converted by both with Jekyll's options, without its front matter and with its Liquid
left in. Prints how many come out equal and the processor time each engine took, in one process each.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import subprocess
import sys
import time
from pathlib import Path

OPTIONS: dict[str, object] = {
    "auto_ids": True,
    "toc_levels": [1, 2, 3, 4, 5, 6],
    "entity_output": "as_char",
    "smart_quotes": "lsquo,rsquo,ldquo,rdquo",
    "input": "GFM",
    "hard_wrap": False,
    "guess_lang": True,
    "footnote_nr": 1,
    "show_warnings": False,
    "syntax_highlighter": "rouge",
    "syntax_highlighter_opts": {"default_lang": "plaintext", "guess_lang": True},
    "coderay": {},
}
FRONT_MATTER = re.compile(r"\A(---[ \t]*\n.*?\n?)^((?:---|\.\.\.)[ \t]*$\n?)", re.DOTALL | re.MULTILINE)
ENDINGS = {".md", ".markdown", ".mkd", ".mkdn", ".mkdown"}


def bodies(folders: list[str]) -> dict[str, str]:
    """Return the bodies of all Markdown files below the folders, by path."""
    found = {}
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.suffix.lower() in ENDINGS and path.is_file():
                try:
                    text = path.read_bytes().decode("utf-8-sig")
                except UnicodeDecodeError:
                    continue
                text = text.replace("\r\n", "\n").replace("\r", "\n")
                found[str(path)] = FRONT_MATTER.sub("", text, count=1)
    return found


def ruby(texts: list[str], options: dict[str, object]) -> tuple[list[str | None], float]:
    """Convert with Ruby's kramdown; None for a text it raises on."""
    script = Path(__file__).with_suffix(".rb")
    done = subprocess.run(["ruby", script, json.dumps(options)], input=json.dumps(texts), capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    return answer["html"], answer["seconds"]


def ours(texts: list[str], options: dict[str, object]) -> tuple[list[str], float]:
    """Convert with this package."""
    from pyjekyll.kramdown import Converter

    converter = Converter(options)
    converter.convert("warm *up*\n")
    started = time.process_time()
    html = [converter.convert(text).html for text in texts]
    return html, time.process_time() - started


def main() -> int:
    arguments = argparse.ArgumentParser(description="Compare our kramdown with Ruby's on real Markdown.")
    arguments.add_argument("folders", nargs="+")
    arguments.add_argument("--plain", action="store_true", help="leave code without colours in both")
    arguments.add_argument("--diff", type=int, default=0, metavar="N", help="show the differences of the first N files")
    given = arguments.parse_args()
    options = {**OPTIONS, "syntax_highlighter": "nil"} if given.plain else dict(OPTIONS)
    texts = bodies(given.folders)
    expected, ruby_seconds = ruby(list(texts.values()), options)
    actual, our_seconds = ours(list(texts.values()), options)
    compared = [(path, want, got) for path, want, got in zip(texts, expected, actual, strict=True) if want is not None]
    different = [(path, want, got) for path, want, got in compared if want != got]
    for path, want, got in different[: given.diff]:
        print(path)
        lines = difflib.unified_diff(want.split("\n"), got.split("\n"), "ruby", "ours", lineterm="", n=1)
        print("\n".join(list(lines)[:30]))
    size = sum(map(len, texts.values()))
    print(f"{len(compared) - len(different)} of {len(compared)} bodies equal ({size / 1e6:.1f} million characters)")
    print(f"ruby {ruby_seconds:.2f} s, ours {our_seconds:.2f} s, ratio {our_seconds / ruby_seconds:.2f}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
