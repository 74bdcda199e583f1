"""The passes over the finished tree of blocks: spans, attribute lists, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Callable

from pyjekyll.kramdown.patterns import Lazy
from pyjekyll.kramdown.states import START, Document, Place
from pyjekyll.kramdown.tokens import Token, attributes

ParseSpans = Callable[..., list[Token]]
RawText = Callable[[Token], str]


class TreePass:
    """Replaces text by its spans, applies attribute lists, drops end-of-block tokens and joins blanks.

    It runs after the block pass, when all definitions are known, wherever in the document they stand.
    """

    def __init__(self, parse_spans: ParseSpans, document: Document, raw_text: RawText) -> None:
        self._parse_spans = parse_spans
        self._document = document
        self._raw_text = raw_text

    def run(self, token: Token) -> None:
        """Finish the token's children, and all below them, in document order."""
        text = token.pop("text", None)
        if text is not None:
            token["children"] = self._parse_spans(text, self._document, token.get("at", START))
            return
        children = token.get("children")
        if children:
            token["children"] = self._finished(children, token.get("at", START))

    def _finished(self, children: list[Token], at: Place) -> list[Token]:
        result: list[Token] = []
        last_blank: Token | None = None
        for child in children:
            kind = child["type"]
            if kind == "blank_line":
                if last_blank is None:
                    last_blank = child
                    result.append(child)
                continue
            if kind == "eob":
                self._apply_ial(child)
                continue
            last_blank = None
            if kind == "raw_text":
                result.extend(self._parse_spans(child["raw"], self._document, at))
                continue
            if "text" in child or "children" in child:
                self.run(child)
            if "ial" in child:
                self._apply_ial(child)
            if kind == "def_list_head" or (kind == "heading" and self._document.options.auto_id_stripping):
                child["raw_text"] = self._raw_text(child)
            result.append(child)
        return result

    def _apply_ial(self, token: Token) -> None:
        ial = token.get("ial")
        if ial is not None:
            ial.apply(attributes(token), self._document.attribute_lists)


def text_only(token: Token) -> str:
    """Return the text a token's text tokens hold: what kramdown makes the id of a term or heading from."""
    if token["type"] == "text":
        raw: str = token["raw"]
        return raw
    parts: list[str] = []
    for child in token.get("children", ()):
        parts.append(text_only(child))
    return "".join(parts)


class AbbreviationPass:
    """Finds abbreviations in text tokens; longer ones first."""

    def __init__(self, document: Document) -> None:
        names = sorted(document.abbreviations, key=len, reverse=True)
        self._document = document
        names_pattern = "|".join(map(re.escape, names))
        # \W and \w are ASCII in Ruby: a letter with an accent ends a word.
        self._name = Lazy(names_pattern)
        self._here = Lazy(rf"[^A-Za-z0-9_]?(?:{names_pattern})(?![A-Za-z0-9_])")
        self._anywhere = Lazy(rf"(?=(?:[^A-Za-z0-9_]|(?m:^))(?:{names_pattern})(?![A-Za-z0-9_]))")

    def run(self, token: Token) -> None:
        """Split the text tokens below the token, but not those directly in raw HTML."""
        children = token.get("children")
        if not children:
            return
        result: list[Token] = []
        splits_text = token.get("model") != "raw"
        for child in children:
            if child["type"] != "text":
                self.run(child)
                result.append(child)
            elif splits_text and self._name.search(child["raw"]):
                self._split(child["raw"], result)
            else:
                result.append(child)
        token["children"] = result

    def _split(self, text: str, result: list[Token]) -> None:
        position = 0
        while (start := self._next(text, position)) is not None:
            found = self._name.match(text, start) or self._name.match(text, start + 1)
            assert found is not None
            result.append({"type": "text", "raw": text[position : found.start()]})
            definition = self._document.abbreviations[found.group()]
            title, attrs = definition.title, definition.eob["attrs"]
            result.append({"type": "abbreviation", "raw": found.group(), "title": title, "attrs": attrs})
            position = found.end()
        result.append({"type": "text", "raw": text[position:]})

    def _next(self, text: str, position: int) -> int | None:
        """Find the next one, or the character before it; the place where the scan goes on counts as a line's start."""
        if self._here.match(text, position):
            return position
        found = self._anywhere.search(text, position)
        return found.start() if found else None
