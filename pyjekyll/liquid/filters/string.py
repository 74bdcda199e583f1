"""Liquid's filters on strings; whatever they are given is turned into its string first."""

from __future__ import annotations

import re
from typing import Any

from pyjekyll.ruby import text as ruby
from pyjekyll.ruby.errors import RubyError
from pyjekyll.ruby.inspect import to_s
from pyjekyll.ruby.numbers import integer

_UNESCAPED = re.compile(r"[\"><']|&(?!(?:[a-zA-Z]+|#[0-9]+);)")
_ENTITIES = {"&": "&amp;", ">": "&gt;", "<": "&lt;", '"': "&quot;", "'": "&#39;"}
_MARKUP_BLOCKS = re.compile(r"<(?:script.*?</script>|!--.*?-->|style.*?</style>)", re.DOTALL)
_MARKUP = re.compile("<[^>]*>")
_NEWLINE = re.compile("\r?\n")


def append(value: Any, suffix: Any, /) -> str:
    """Add a string at the end."""
    return to_s(value) + to_s(suffix)


def prepend(value: Any, prefix: Any, /) -> str:
    """Add a string at the start."""
    return to_s(prefix) + to_s(value)


def upcase(value: Any, /) -> str:
    """Turn all letters into capitals."""
    return ruby.upcase(to_s(value))


def downcase(value: Any, /) -> str:
    """Turn all letters into small ones."""
    return ruby.downcase(to_s(value))


def capitalize(value: Any, /) -> str:
    """Turn the first character into a capital and all others into small letters."""
    return ruby.capitalize(to_s(value))


def escape(value: Any, /) -> str | None:
    """Escape the five characters special in HTML; nil stays nil."""
    return None if value is None else ruby.escape_html(to_s(value))


def escape_once(value: Any, /) -> str:
    """Escape what is special in HTML, but no ampersand that begins an entity."""
    return _UNESCAPED.sub(lambda match: _ENTITIES[match[0]], to_s(value))


def strip(value: Any, /) -> str:
    """Remove white space from both ends."""
    return ruby.strip(to_s(value))


def lstrip(value: Any, /) -> str:
    """Remove white space from the start."""
    return ruby.lstrip(to_s(value))


def rstrip(value: Any, /) -> str:
    """Remove white space from the end."""
    return ruby.rstrip(to_s(value))


def strip_html(value: Any, /) -> str:
    """Remove tags, comments, and scripts and styles with what is in them."""
    text = to_s(value)
    return _MARKUP.sub("", _MARKUP_BLOCKS.sub("", text)) if "<" in text else text


def strip_newlines(value: Any, /) -> str:
    """Remove line ends."""
    return _NEWLINE.sub("", to_s(value))


def newline_to_br(value: Any, /) -> str:
    """Put `<br />` before each newline."""
    return _NEWLINE.sub("<br />\n", to_s(value))


def split(value: Any, separator: Any, /) -> list[str]:
    """Split into a list; empty strings at its end are dropped."""
    return ruby.split(to_s(value), to_s(separator))


def replace(value: Any, old: Any, new: Any = "", /) -> str:
    """Replace every occurrence; `\\0` in the replacement stands for what is replaced, as in Ruby's gsub."""
    text, pattern, replacement = to_s(value), to_s(old), to_s(new)
    if "\\" in replacement:
        return re.sub(re.escape(pattern), lambda match: _expand(replacement, match), text)
    return text.replace(pattern, replacement)


def replace_first(value: Any, old: Any, new: Any = "", /) -> str:
    """Replace the first occurrence."""
    text, pattern, replacement = to_s(value), to_s(old), to_s(new)
    if "\\" in replacement:
        return re.sub(re.escape(pattern), lambda match: _expand(replacement, match), text, count=1)
    return text.replace(pattern, replacement, 1)


def replace_last(value: Any, old: Any, new: Any, /) -> str:
    """Replace the last occurrence; backslashes mean nothing here."""
    text, pattern = to_s(value), to_s(old)
    start = text.rfind(pattern)
    return text if start < 0 else text[:start] + to_s(new) + text[start + len(pattern) :]


def remove(value: Any, part: Any, /) -> str:
    """Remove every occurrence."""
    return to_s(value).replace(to_s(part), "")


def remove_first(value: Any, part: Any, /) -> str:
    """Remove the first occurrence."""
    return to_s(value).replace(to_s(part), "", 1)


def remove_last(value: Any, part: Any, /) -> str:
    """Remove the last occurrence."""
    return replace_last(value, part, "")


_BACKSLASH = re.compile(r"\\(?:k<([^>]*)>|(.))", re.DOTALL)


def _expand(replacement: str, match: re.Match[str]) -> str:
    def expand_one(part: re.Match[str]) -> str:
        if part[1] is not None:
            raise UndefinedGroupError(f"undefined group name reference: {part[1]}")
        char = part[2]
        if char in "0&":
            return match[0]
        if char in "123456789":
            return ""
        if char == "`":
            return match.string[: match.start()]
        if char == "'":
            return match.string[match.end() :]
        return "\\" if char == "\\" else part[0]

    return _BACKSLASH.sub(expand_one, replacement)


class UndefinedGroupError(RubyError):
    """A `\\k<name>` in a replacement, which has no groups to name."""

    ruby_class = "IndexError"


def slice(value: Any, offset: Any, length: Any = None, /) -> Any:
    """Return a part of a string or list: `length` characters or items from `offset`, which counts from the end when negative."""
    start = integer(offset)
    count = 1 if length is None or length is False else integer(length)
    whole = value if isinstance(value, list) else to_s(value)
    if start < 0:
        start += len(whole)
    if start < 0 or count < 0:
        return whole[:0]
    return whole[start : start + count]


def truncate(value: Any, length: Any = 50, ellipsis: Any = "...", /) -> str | None:
    """Shorten to a number of characters, ellipsis included; nil stays nil."""
    if value is None:
        return None
    text, end, size = to_s(value), to_s(ellipsis), integer(length)
    return text[: max(0, size - len(end))] + end if len(text) > size else text


_INT_MAX = (1 << 31) - 1


def truncatewords(value: Any, count: Any = 15, ellipsis: Any = "...", /) -> str | None:
    """Shorten to a number of words, at least one; nil stays nil. A text with no more words keeps its white space."""
    if value is None:
        return None
    text, most = to_s(value), max(integer(count), 1)
    if most >= _INT_MAX:
        from pyjekyll.ruby.errors import RubyArgumentError

        raise RubyArgumentError(f"integer {most} too big for truncatewords")
    found = ruby.words(text, most + 1)
    return text if len(found) <= most else " ".join(found[:most]) + to_s(ellipsis)
