"""Liquid's filters that encode strings for URLs and base64."""

from __future__ import annotations

import base64
import re
from typing import Any

from pyjekyll.liquid.errors import LiquidArgumentError
from pyjekyll.ruby import text as ruby
from pyjekyll.ruby.inspect import to_s


def url_encode(value: Any, /) -> str | None:
    """Percent-encode for a query, spaces as `+`; nil stays nil."""
    return None if value is None else ruby.cgi_escape(to_s(value))


def url_decode(value: Any, /) -> str | None:
    """Decode percent-encoding and `+`; nil stays nil. Raises LiquidArgumentError for bytes that are not UTF-8."""
    if value is None:
        return None
    text = ruby.url_decode(to_s(value))
    try:
        text.encode()
    except UnicodeEncodeError:
        raise LiquidArgumentError("invalid byte sequence in UTF-8") from None
    return text


def base64_encode(value: Any, /) -> str:
    """Encode in base64."""
    return base64.b64encode(ruby.to_bytes(to_s(value))).decode("ascii")


def base64_url_safe_encode(value: Any, /) -> str:
    """Encode in base64 with `-` and `_` instead of `+` and `/`."""
    return base64.urlsafe_b64encode(ruby.to_bytes(to_s(value))).decode("ascii")


def base64_decode(value: Any, /) -> str:
    """Decode base64, strictly: LiquidArgumentError for anything else, missing padding included."""
    return _decode(to_s(value), "base64_decode")


def base64_url_safe_decode(value: Any, /) -> str:
    """Decode URL-safe base64; padding may be missing altogether."""
    text = to_s(value)
    if not text.endswith("=") and len(text) % 4:
        text += "=" * (-len(text) % 4)
    return _decode(text.replace("-", "+").replace("_", "/"), "base64_url_safe_decode")


_BASE64 = re.compile("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?")


def _decode(text: str, name: str) -> str:
    if not _BASE64.fullmatch(text):
        raise LiquidArgumentError(f"invalid base64 provided to {name}")
    return base64.b64decode(text).decode("utf-8", "surrogateescape")
