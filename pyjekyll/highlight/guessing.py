"""Which language a text is in, by its modeline, shebang, doctype and a few openings, as Rouge guesses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_EMACS = re.compile(
    r"-\*-\s*(?:(?!mode)[\w-]+\s*:\s*(?:[\w+-]+)\s*;?\s*)*(?:mode\s*:)?\s*([\w+-]+)\s*(?:;\s*(?!mode)[\w-]+\s*:\s*[\w+-]+\s*)*;?\s*-\*-",
    re.IGNORECASE | re.ASCII,
)
_VIM = re.compile(r"(?:vim|vi|ex):\s*(?:ft|filetype|syntax)=(\w+)\s?", re.IGNORECASE | re.ASCII)
_VIM_SET = re.compile(r"(?:vim|vi|ex):\s*se(?:t)?.*\s(?:ft|filetype|syntax)=(\w+)\s?.*:", re.IGNORECASE | re.ASCII)
_MODELINE_LINES = 5

_SHEBANG = re.compile(r"\s*#!(.*)$", re.MULTILINE | re.ASCII)
_DOCTYPE = re.compile(r"\s*(?:<\?.*?\?>\s*)?<!DOCTYPE\s+(.+?)>", re.DOTALL | re.ASCII)

# What a shebang line must hold as a word of its own.
_SHEBANGS = {
    "awk": "awk",
    "coffeescript": "coffee",
    "crystal": "crystal",
    "factor": "factor",
    "gherkin": "cucumber",
    "groovy": "groovy",
    "hack": "hhvm",
    "haskell": "runhaskell",
    "haxe": "haxe",
    "io": "io",
    "javascript": "(?:node|jsc)",
    "julia": "julia",
    "lasso": "lasso9",
    "livescript": "lsc",
    "lua": "lua",
    "moonscript": "moon",
    "perl": "perl",
    "php": "php",
    "praat": "praat",
    "puppet": "puppet(?:-apply)?",
    "python": r"pythonw?(?:[23](?:\.\d+)?)?",
    "r": "Rscript",
    "ruby": "ruby",
    "rust": "rustc",
    "sed": "sed",
    "shell": "(?:ba|z|k)?sh",
    "tcl": "(?:tclsh|wish|jimsh)",
    "tulip": "tulip",
}


def guess_tag(code: str) -> str:
    """Return the tag of the language that code seems to be in, or `plaintext`.

    Where Rouge raises `Guesser::Ambiguous`, the answer is plain text too: a page is not worth that.
    """
    text = code.removeprefix("\ufeff").replace("\r\n", "\n")
    found = _by_modeline(text) or set(_by_source(text))
    return found.pop() if len(found) == 1 else "plaintext"


def _by_modeline(text: str) -> set[str]:
    from pyjekyll.highlight.lexers import ALIASES

    lines = text.rstrip("\n").split("\n")
    space = "\n".join(lines[:_MODELINE_LINES] + lines[-_MODELINE_LINES:])
    matches = [match for match in (_EMACS.search(space), _VIM.search(space), _VIM_SET.search(space)) if match]
    return {ALIASES[match[1]] for match in matches if match[1] in ALIASES}


def _by_source(text: str) -> Iterator[str]:
    shebang = _SHEBANG.match(text)
    if shebang:
        for tag, word in _SHEBANGS.items():
            if re.search(rf"\b{word}(\s|$)", shebang[1]):
                yield tag
    doctype = _DOCTYPE.match(text)
    for tag, speaks in _OPENINGS.items():
        if speaks(text, doctype[1] if doctype else None):
            yield tag


def _is_html(text: str, doctype: str | None) -> bool:
    if doctype is not None and re.search(r"\bhtml\b", doctype, re.IGNORECASE):
        return True
    return not re.match(r"<\?xml\b", text) and re.search(r"<\s*html\b", text) is not None


def _is_xml(text: str, doctype: str | None) -> bool:
    if doctype is not None:
        return "html" not in doctype
    return re.match(r"<\?xml\b", text) is not None


def _is_diff(text: str, _doctype: str | None) -> bool:
    return (
        text.startswith("Index: ")
        or re.match(r"diff[^\n]*?\ba/[^\n]*\bb/", text) is not None
        or re.search(r"---.*?\n\+\+\+|\+\+\+.*?\n---", text) is not None
    )


def _searches(pattern: str) -> Callable[[str, str | None], bool]:
    return lambda text, _doctype: re.search(pattern, text, re.MULTILINE) is not None


def _is_php(text: str, _doctype: str | None) -> bool:
    return not re.search(r"^<\?hh", text, re.MULTILINE) and re.search(r"^<\?php", text, re.MULTILINE) is not None


def _is_racket(text: str, _doctype: str | None) -> bool:
    language = re.match(r"#lang\s*(.*?)$", text, re.MULTILINE)
    return language is not None and re.search("racket|scribble", language[1]) is not None


_OPENINGS: dict[str, Callable[[str, str | None], bool]] = {
    "biml": _searches(r"<\s*Biml\b"),
    "diff": _is_diff,
    "hack": _searches(r"<\?hh|async function [a-zA-Z]|\): Awaitable<"),
    "html": _is_html,
    "lasso": _searches(r"\A.*?<\?(lasso(script)?|=)"),
    "mosel": _searches(r"^\s*(model|package)\s+"),
    "php": _is_php,
    "postscript": _searches("^%!"),
    "racket": _is_racket,
    "solidity": _searches(r"\Apragma solidity"),
    "tex": _searches(r"\A\s*\\(documentclass|input|documentstyle|relax|ProvidesPackage|ProvidesClass)"),
    "xml": _is_xml,
    "yaml": _searches(r"\A\s*%YAML"),
}
