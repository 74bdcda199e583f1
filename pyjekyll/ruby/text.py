"""Strings as Ruby handles them: ASCII white space, Unicode 13 case mapping, its escapes; and Jekyll's slugs."""

from __future__ import annotations

import re
from typing import Any

from pyjekyll.ruby.hash import pluralized_array as pluralized_array
from pyjekyll.ruby.inspect import class_name as class_name
from pyjekyll.ruby.inspect import float_to_s as float_to_s
from pyjekyll.ruby.inspect import inspect as inspect
from pyjekyll.ruby.inspect import to_s as to_s
from pyjekyll.ruby.numbers import round_half_away as round_half_away
from pyjekyll.ruby.numbers import to_f as to_f
from pyjekyll.ruby.numbers import to_i as to_i

WHITESPACE = " \t\n\v\f\r"  # what \s matches
_STRIPPED_LEFT = WHITESPACE + "\0"
_STRIPPED_RIGHT = WHITESPACE + "\0"


def truthy(value: Any) -> bool:
    """Tell whether Ruby takes a value for true: everything is but nil and false."""
    return value is not None and value is not False


def strip(text: str) -> str:
    """Remove ASCII white space and NULs from both ends (String#strip)."""
    return text.strip(_STRIPPED_RIGHT)


def lstrip(text: str) -> str:
    """Remove ASCII white space and NULs from the start (String#lstrip)."""
    return text.lstrip(_STRIPPED_LEFT)


def rstrip(text: str) -> str:
    """Remove ASCII white space and NULs from the end (String#rstrip)."""
    return text.rstrip(_STRIPPED_RIGHT)


def split_lines(text: str) -> list[str]:
    """Return the lines of a text with their newlines; only `\\n` ends a line (String#lines)."""
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def chomp(text: str) -> str:
    """Remove one line end, `\\r\\n`, `\\n` or `\\r` (String#chomp)."""
    if text.endswith("\r\n"):
        return text[:-2]
    return text[:-1] if text.endswith(("\n", "\r")) else text


def words(text: str, limit: int = 0) -> list[str]:
    """Split at runs of ASCII white space, leading ones ignored (String#split without or with a single space)."""
    if text.isascii() and limit <= 0 and not _SEPARATORS.search(text):
        return text.split()
    return _limited_words(text, limit)


# What str.split() would take for white space in ASCII and Ruby does not.
_SEPARATORS = re.compile("[\x1c-\x1f]")
_GAP = re.compile("[ \t\n\v\f\r]+")


def _limited_words(text: str, limit: int) -> list[str]:
    if not text:
        return []
    text = text.lstrip(WHITESPACE)
    if limit <= 0:
        text = text.rstrip(WHITESPACE)
        return _GAP.split(text) if text else []
    return _GAP.split(text, limit - 1) if limit > 1 else [text]


def split(text: str, separator: str) -> list[str]:
    """Split at a string, empty pieces at the end dropped (String#split); one space means white space, "" every character."""
    if separator == " ":
        return words(text)
    if separator == "":
        return list(text)
    pieces = text.split(separator)
    while pieces and not pieces[-1]:
        pieces.pop()
    return pieces


def downcase(text: str) -> str:
    """Return text in lower case (String#downcase)."""
    if text.isascii():
        return text.lower()
    from pyjekyll.ruby.unicode_tables import downcase as downcase_unicode

    return downcase_unicode(text)


def upcase(text: str) -> str:
    """Return text in upper case (String#upcase)."""
    if text.isascii():
        return text.upper()
    from pyjekyll.ruby.unicode_upcase import UPCASE

    return text.translate(UPCASE)


def capitalize(text: str) -> str:
    """Return text with its first character in title case and the rest in lower case (String#capitalize)."""
    if text.isascii():
        return text.capitalize()
    from pyjekyll.ruby.unicode_upcase import TITLECASE

    return text[:1].translate(TITLECASE) + downcase(text[1:])


def casefold(text: str) -> bytes:
    """Return what String#casecmp compares of a string: its bytes, ASCII letters made small."""
    return text.encode("utf-8", "surrogateescape").lower()


def squeeze(text: str, char: str) -> str:
    """Replace runs of one character by a single one (String#squeeze)."""
    double = char * 2
    while double in text:
        text = text.replace(double, char)
    return text


def escape_html(text: str) -> str:
    """Escape `& < > " '` for HTML, the apostrophe as `&#39;` (CGI.escapeHTML)."""
    if _HTML_SPECIAL.search(text) is None:
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&#39;")


_HTML_SPECIAL = re.compile("[&<>\"']")


def xml_escape(text: str) -> str:
    """Escape for XML, the apostrophe as `&apos;` (Jekyll's xml_escape)."""
    if _HTML_SPECIAL.search(text) is None:
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&apos;")


def to_bytes(text: str) -> bytes:
    """Return the UTF-8 bytes of a text; bytes that were not UTF-8 when read come back as they were."""
    return text.encode("utf-8", "surrogateescape")


def cgi_escape(text: str) -> str:
    """Percent-encode all but `a-zA-Z0-9*_.-~`, a space as `+` (CGI.escape)."""
    if _CGI_SAFE.fullmatch(text):
        return text.replace(" ", "+")
    return "".join([chr(byte) if byte in _CGI_SAFE_BYTES else "+" if byte == 32 else f"%{byte:02X}" for byte in to_bytes(text)])


_CGI_SAFE = re.compile(r"[a-zA-Z0-9_.\-~ ]*")
_CGI_SAFE_BYTES = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~")


def uri_escape(text: str) -> str:
    """Normalise percent-encoding, keeping reserved characters (Addressable::URI.normalize_component)."""
    from pyjekyll.ruby.url import normalize_component

    return normalize_component(text)


def url_decode(text: str) -> str:
    """Decode percent-encoding and `+` (CGI.unescape); bytes that are not UTF-8 stay as surrogates."""
    if "%" not in text and "+" not in text:
        return text
    raw = to_bytes(text.replace("+", " "))
    return _PERCENT.sub(lambda match: bytes([int(match[1], 16)]), raw).decode("utf-8", "surrogateescape")


_PERCENT = re.compile(rb"%([0-9a-fA-F]{2})")


def titleize_slug(slug: str) -> str:
    """Return `my-first-post` as `My First Post` (Jekyll::Utils.titleize_slug)."""
    return " ".join([capitalize(word) for word in split(slug, "-")])


def slugify(text: str | None, mode: str | None = None, cased: bool = False) -> str | None:
    """Return a text as part of a URL (Jekyll::Utils.slugify); nil stays nil.

    `mode` is raw, default, pretty, ascii or latin; any other only lower-cases.
    """
    if text is None:
        return None
    from pyjekyll.ruby.slug import slugify as slugify_text

    return slugify_text(text, mode, cased)


def to_json(value: Any) -> str:
    """Return a value as JSON the way Ruby's generator writes it (Jekyll's jsonify)."""
    from pyjekyll.ruby.json import to_json as json_text

    return json_text(value)


def decoded(data: bytes, codec: str) -> str:
    """Return the content of a file as text, without a byte order mark; bytes that the codec does not know become surrogates."""
    if codec == "utf-8":
        data = data.removeprefix(b"\xef\xbb\xbf")
    return data.decode(codec, "surrogateescape")
