"""The YAML that most files are made of, read without libyaml, whose wrapper takes longer to import than a small site to read.

Block mappings and sequences, one-line scalars, block scalars, flow collections of words, anchors on scalars and blocks.
Whatever is not surely one of these raises Unsure, and the whole text goes to libyaml: this never decides what is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_STRANGE = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|^(?:---|\\.\\.\\.|%)", re.MULTILINE)
_OPENER = re.compile(r"--- *\n")
_COMMENT = r"(?: +#.*)?"
_ENTRY = re.compile(r"""(?:([A-Za-z0-9_][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*)|"([^"\\]+)"|'([^']+)') *:(?: +(.*))?""")
_MERGE = re.compile(rf"<<: +\*([A-Za-z0-9_-]+){_COMMENT}")
_SINGLE = re.compile(rf"'((?:[^']|'')*)'{_COMMENT}")
_DOUBLE = re.compile(rf'"((?:[^"\\]|\\[nt"\\])*)"{_COMMENT}')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
_ANCHOR = re.compile(r"&([A-Za-z0-9_-]+)(?: +(.+))?")
_ALIAS = re.compile(rf"\*([A-Za-z0-9_-]+){_COMMENT}")
_BLOCK = re.compile(rf"([|>])([+-]?){_COMMENT}")
_PLAIN = re.compile(r"(?:-(?=[A-Za-z0-9_.])|[^\s\-?:,\[\]{}#&*!|>'\"%@`])")
_FLOW_WORD = re.compile(r"""'([^'"]*)'|"([^'"\\]*)"|(-?[^\s'"?:,\[\]{}#&*!|>%@`\\-][^'"?:,\[\]{}#&*!|>%@`\\]*)""")
_FLOW_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*): +")
_FLOW_END = re.compile(_COMMENT)
_LONGEST_KEY = 200

Scalar = Callable[[str], Any]
Line = tuple[int, str, int]


class Unsure(Exception):
    """The text may be anything: let libyaml read it."""


def load(text: str, scalar: Scalar) -> Any:
    """Read a whole text; `scalar` gives plain scalars their types. Raises Unsure."""
    if "\r\n" in text:  # a line ending like any other
        text = text.replace("\r\n", "\n")
    opener = _OPENER.match(text)
    body = text[opener.end() :] if opener else text
    if _STRANGE.search(body):
        raise Unsure
    return _Reader(body, scalar).document()


def _is_item(content: str) -> bool:
    return content[0] == "-" and content[1:2] in ("", " ")


class _Reader:
    """Walk the lines that have content, each as its indentation, what follows, and its number."""

    def __init__(self, text: str, scalar: Scalar) -> None:
        self.scalar = scalar
        self.anchors: dict[str, Any] = {}
        self.raw = text.split("\n")
        self.lines: list[Line] = []
        for number, line in enumerate(self.raw):
            content = line.strip(" ")
            if content and content[0] != "#":
                self.lines.append((len(line) - len(line.lstrip(" ")), content, number))
        self.lines.append((-1, "!", len(self.raw)))
        self.place = 0

    def document(self) -> Any:
        if len(self.lines) == 1:
            return None
        value = self.block(self.lines[0][0])
        if self.place != len(self.lines) - 1:
            raise Unsure
        return value

    def block(self, indent: int) -> Any:
        return self.sequence(indent) if _is_item(self.lines[self.place][1]) else self.mapping(indent)

    def mapping(self, indent: int) -> dict[Any, Any]:
        result: dict[Any, Any] = {}
        while self.lines[self.place][0] == indent:
            content = self.lines[self.place][1]
            match = _ENTRY.fullmatch(content)
            if match is None:
                self.merge(result, content)
                continue
            plain, double, single, rest = match.groups()
            key = self.scalar(plain) if plain else double or single
            if len(content) - len(rest or "") > _LONGEST_KEY:
                raise Unsure
            self.place += 1
            result[key] = self.after(rest, indent, indent)
        if self.lines[self.place][0] > indent:
            raise Unsure
        return result

    def merge(self, result: dict[Any, Any], content: str) -> None:
        match = _MERGE.fullmatch(content)
        value = self.anchors.get(match[1]) if match else None
        if not isinstance(value, dict):
            raise Unsure
        self.place += 1
        result.update(value)

    def sequence(self, indent: int) -> list[Any]:
        result: list[Any] = []
        while self.lines[self.place][0] == indent:
            _, content, number = self.lines[self.place]
            if not _is_item(content):
                break  # the mapping around a sequence that is not indented goes on
            rest = content[1:].lstrip(" ")
            if rest and _is_item(rest):
                raise Unsure
            if rest and _ENTRY.fullmatch(rest):
                # A mapping that begins beside the dash: its column is where its first key stands.
                column = indent + len(content) - len(rest)
                self.lines[self.place] = (column, rest, number)
                result.append(self.mapping(column))
            else:
                self.place += 1
                result.append(self.after(rest, indent, indent + 1))
        if self.lines[self.place][0] > indent:
            raise Unsure
        return result

    def after(self, rest: str | None, indent: int, least_sequence: int) -> Any:
        """Read the value after a key or dash, on its line or below. A sequence below a key may stand at the key's column."""
        if rest and rest[0] == "&":
            match = _ANCHOR.fullmatch(rest)
            if match is None or (match[2] and match[2][0] in "&*"):
                raise Unsure
            value = self.anchors[match[1]] = self.after(match[2], indent, least_sequence)
            return value
        if not rest or rest[0] == "#":
            return self.below(indent, least_sequence)
        if rest[0] in "|>":
            return self.block_scalar(rest, indent)
        if self.lines[self.place][0] > indent:  # it goes on in the next line
            raise Unsure
        return self.one_line(rest)

    def below(self, indent: int, least_sequence: int) -> Any:
        following, content, _ = self.lines[self.place]
        if following > indent:
            return self.block(following)
        if following == least_sequence and _is_item(content):
            return self.sequence(following)
        return None

    def block_scalar(self, rest: str, indent: int) -> str:
        match = _BLOCK.fullmatch(rest)
        if match is None:
            raise Unsure
        first = last = self.lines[self.place - 1][2] + 1
        while last < len(self.raw) and (not self.raw[last] or len(self.raw[last]) - len(self.raw[last].lstrip(" ")) > indent):
            last += 1
        while self.lines[self.place][2] < last:
            self.place += 1
        return _folded_or_literal(self.raw[first:last], match[1], match[2], ends=last == len(self.raw))

    def one_line(self, rest: str) -> Any:
        first = rest[0]
        if first == '"':
            if match := _DOUBLE.fullmatch(rest):
                return _ESCAPE.sub(lambda escape: _ESCAPED[escape[1]], match[1]) if "\\" in match[1] else match[1]
        elif first == "'":
            if match := _SINGLE.fullmatch(rest):
                return match[1].replace("''", "'")
        elif first == "*":
            match = _ALIAS.fullmatch(rest)
            if match and match[1] in self.anchors:
                return self.anchors[match[1]]
        elif first in "[{":
            return self.flow(rest)
        elif _PLAIN.match(rest):
            return self.plain(rest)
        raise Unsure

    def plain(self, rest: str) -> Any:
        comment = rest.find(" #")
        text = rest if comment < 0 else rest[:comment].rstrip(" ")
        if ": " in text or text[-1] == ":":
            raise Unsure
        return self.scalar(text)

    def flow(self, rest: str) -> Any:
        value, place = self.flow_value(rest, 0)
        if not _FLOW_END.fullmatch(rest, place):
            raise Unsure
        return value

    def flow_value(self, text: str, place: int) -> tuple[Any, int]:
        if text[place : place + 1] == "[":
            return self.flow_sequence(text, place + 1)
        if text[place : place + 1] == "{":
            return self.flow_mapping(text, place + 1)
        match = _FLOW_WORD.match(text, place)
        if match is None:
            raise Unsure
        return (self.scalar(match[3].rstrip(" ")) if match[3] else match[1] or match[2] or ""), match.end()

    def flow_sequence(self, text: str, place: int) -> tuple[list[Any], int]:
        items: list[Any] = []
        more, place = self.flow_step(text, place, "]", first=True)
        while more:
            item, place = self.flow_value(text, place)
            items.append(item)
            more, place = self.flow_step(text, place, "]")
        return items, place

    def flow_mapping(self, text: str, place: int) -> tuple[dict[Any, Any], int]:
        pairs: dict[Any, Any] = {}
        more, place = self.flow_step(text, place, "}", first=True)
        while more:
            match = _FLOW_KEY.match(text, place)
            if match is None:
                raise Unsure
            pairs[self.scalar(match[1])], place = self.flow_value(text, match.end())
            more, place = self.flow_step(text, place, "}")
        return pairs, place

    def flow_step(self, text: str, place: int, end: str, first: bool = False) -> tuple[bool, int]:
        """Pass the comma before an entry, or the end of the collection; say whether an entry follows."""
        while text[place : place + 1] == " ":
            place += 1
        mark = text[place : place + 1]
        if mark == end:
            return False, place + 1
        if first:
            return True, place
        if mark != ",":
            raise Unsure
        place += 1
        while text[place : place + 1] == " ":
            place += 1
        return True, place


def _folded_or_literal(lines: list[str], style: str, chomping: str, ends: bool) -> str:
    """Join the lines of a block scalar: the first one's indentation is taken from all of them."""
    filled = [line for line in lines if line]
    if not filled or not lines[0]:
        raise Unsure
    indent = len(filled[0]) - len(filled[0].lstrip(" "))
    for line in filled:
        content = line[indent:]
        if line[:indent].strip(" ") or not content.strip(" ") or (style == ">" and (content[0] == " " or content[-1] == " ")):
            raise Unsure
    texts = [line[indent:] for line in lines]
    if ends and not texts[-1]:  # what follows the file's last line feed is no line
        texts.pop()
    elif ends:
        raise Unsure
    kept = len(texts)
    while not texts[-1]:
        texts.pop()
    tail = {"-": "", "": "\n", "+": "\n" * (1 + kept - len(texts))}[chomping]
    return (_fold(texts) if style == ">" else "\n".join(texts)) + tail


def _fold(lines: list[str]) -> str:
    """Join by spaces; each empty line between is a line feed."""
    text = lines[0]
    before = text
    for line in lines[1:]:
        text += "\n" if not line else line if not before else f" {line}"
        before = line
    return text
