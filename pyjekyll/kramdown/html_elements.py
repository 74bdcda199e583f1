"""HTML as kramdown sees it: what it knows of elements, and the patterns of tags."""

from __future__ import annotations

import re

from pyjekyll.kramdown.patterns import HIGH, NAME, WS, Lazy
from pyjekyll.kramdown.states import Document, Place
from pyjekyll.kramdown.tokens import Attributes
from pyjekyll.ruby.unicode_tables import downcase

SPAN_ELEMENTS = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "big",
        "bdo",
        "br",
        "button",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "option",
        "q",
        "rb",
        "rbc",
        "rp",
        "rt",
        "rtc",
        "ruby",
        "samp",
        "select",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
    ]
)
BLOCK_ELEMENTS = frozenset(
    [
        "address",
        "article",
        "aside",
        "applet",
        "body",
        "blockquote",
        "caption",
        "col",
        "colgroup",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "head",
        "iframe",
        "legend",
        "menu",
        "li",
        "main",
        "map",
        "nav",
        "ol",
        "optgroup",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tfoot",
        "tr",
        "ul",
    ]
)
VOID_ELEMENTS = frozenset(
    ["area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr"]
)

# What may stand inside an element; every name that is not listed is raw.
BLOCK_MODEL = frozenset(
    [
        "address",
        "applet",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "details",
        "div",
        "dl",
        "fieldset",
        "figure",
        "figcaption",
        "footer",
        "form",
        "header",
        "hgroup",
        "iframe",
        "li",
        "main",
        "map",
        "menu",
        "nav",
        "noscript",
        "object",
        "section",
        "summary",
        "td",
    ]
)
SPAN_MODEL = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdo",
        "big",
        "button",
        "cite",
        "caption",
        "del",
        "dfn",
        "dt",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "i",
        "ins",
        "label",
        "legend",
        "optgroup",
        "p",
        "q",
        "rb",
        "rbc",
        "rp",
        "rt",
        "rtc",
        "ruby",
        "select",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "th",
        "tt",
    ]
)
_RAW_MODEL = frozenset(["script", "style", "math", "option", "textarea", "pre", "code", "kbd", "samp", "var"])
KNOWN_ELEMENTS = SPAN_ELEMENTS | BLOCK_ELEMENTS | VOID_ELEMENTS | BLOCK_MODEL | SPAN_MODEL | _RAW_MODEL

# Values of the attribute `markdown`; "1" means the element's own model.
MARKDOWN_VALUES = {"0": "raw", "1": "default", "span": "span", "block": "block"}


def content_model(name: str) -> str:
    """Return block, span or raw: what kramdown parses an element's content as by default."""
    return "block" if name in BLOCK_MODEL else "span" if name in SPAN_MODEL else "raw"


def _exact(source: str) -> str:
    """Put Ruby's own classes in the place of "any character above ASCII"."""
    from pyjekyll.ruby.unicode_tables import ALNUM, ALPHA, WORD

    source = source.replace(f"[A-Za-z0-9_{HIGH}]", f"[{WORD}]")
    return source.replace(f"[A-Za-z_{HIGH}]", f"[_{ALPHA}]").replace(f"[A-Za-z0-9._{HIGH}-]", f"[._{ALNUM}-]")


# Quoted values may hold anything; only what is around them decides whether the rough match is right.
_QUOTED = Lazy(r"\"[^\"]*\"|'[^']*'")


def _names_are_ascii(text: str) -> bool:
    return text.isascii() or _QUOTED.sub("", text).isascii()


class TagPattern:
    """A pattern with names in it, tried roughly and, where the match leaves ASCII, exactly."""

    def __init__(self, source: str) -> None:
        self._rough = Lazy(source, re.DOTALL)
        self._exact = Lazy(lambda: _exact(source), re.DOTALL)

    def match(self, src: str, position: int) -> re.Match[str] | None:
        """Match at the position as Ruby does."""
        found = self._rough.match(src, position)
        if found is not None and not _names_are_ascii(found.group()):
            return self._exact.match(src, position)
        return found


_VALUE = rf"(?:[A-Za-z0-9_{HIGH}]+|(?P<quote>[\"']).*?(?P=quote))"
OPENING_TAG = TagPattern(rf"<(?P<name>(?>{NAME})){WS}*(?P<attributes>(?>{WS}+{NAME}(?:{WS}*={WS}*{_VALUE})?)*){WS}*(?P<closed>/)?>")
CLOSING_TAG = TagPattern(rf"</(?P<name>{NAME}){WS}*>")

_ATTRIBUTE_SOURCE = rf"{WS}*(?P<name>{NAME})(?:{WS}*={WS}*(?:(?P<word>[A-Za-z0-9_{HIGH}]+)|(?P<quote>[\"'])(?P<quoted>.*?)(?P=quote)))?"
_ATTRIBUTE = Lazy(_ATTRIBUTE_SOURCE, re.DOTALL)
_EXACT_ATTRIBUTE = Lazy(lambda: _exact(_ATTRIBUTE_SOURCE), re.DOTALL)


def element_name(name: str) -> str:
    """Return a known element's name in lower case, any other as it is."""
    lower = downcase(name)
    return lower if lower in KNOWN_ELEMENTS else name


def parse_attributes(text: str, known: bool, document: Document, place: Place) -> Attributes:
    """Read the attributes of a tag; the names of known elements' are lower-cased, the last of a name wins."""
    attrs: Attributes = {}
    pattern = _ATTRIBUTE if _names_are_ascii(text) else _EXACT_ATTRIBUTE
    for found in pattern.finditer(text):
        name = downcase(found["name"]) if known else found["name"]
        if name in attrs:
            document.warn(f"Duplicate HTML attribute '{name}' on line {place.line} - overwriting previous one")
        attrs[name] = found["word"] or found["quoted"] or ""
    return attrs
