"""URLs the way Addressable normalises and Jekyll escapes them."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from pyjekyll.ruby.errors import RubyError

_UNRESERVED = r"a-zA-Z0-9\-._~"
_SUB_DELIMS = r"!$&'()*+,;="
_GEN_DELIMS = r":/?#\[\]@"
_PCHAR = _UNRESERVED + _SUB_DELIMS + ":@"

# What must be encoded in each part.
_UNSAFE = {
    "component": f"[^{_GEN_DELIMS}{_SUB_DELIMS}{_UNRESERVED}]",
    "segment": f"[^{_PCHAR}]",
    "path": f"[^{_PCHAR}/]",
    "query": f"[^{_PCHAR}/?]",
    "authority": rf"[^{_PCHAR}\[\]]",
    "host": rf"[^{_UNRESERVED}{_SUB_DELIMS}\[:\]]",
    "user": f"[^{_UNRESERVED}]",
    # One part of a query between ampersands: `;` is encoded, and of the encoded characters only %2B stays as it is.
    "pair": r"[^a-zA-Z0-9\-._~!$'()*+,=:@/?%]|%(?!2B|2b)",
}
_URL = re.compile(r"^(?:([^:/?#\n]+):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.MULTILINE)
_PERCENT = re.compile("%([0-9a-fA-F]{2})")
_PLAIN_PATH = re.compile(r"^[a-zA-Z0-9./-]+$", re.MULTILINE)
_SEGMENT = r"[a-zA-Z0-9_~@$!*'(),+=-][a-zA-Z0-9._~@$!*'(),+=-]*"
# A slash stands between two segments: were it optional there, a URL that is not plain would take exponential time.
_PLAIN_URL = re.compile(rf"/?(?:{_SEGMENT}(?:/{_SEGMENT})*/?)?")
_DEFAULT_PORTS = {
    "http": 80, "https": 443, "ftp": 21, "tftp": 69, "sftp": 22, "ssh": 22, "svn+ssh": 22, "telnet": 23, "nntp": 119, "gopher": 70,
    "wais": 210, "ldap": 389, "prospero": 1525,
}  # fmt: skip


class InvalidUrlError(RubyError):
    """A URL that Addressable refuses."""

    ruby_class = "Addressable::URI::InvalidURIError"


class Url(NamedTuple):
    """A URL in its five parts; None where a part is absent."""

    scheme: str | None
    authority: str | None
    path: str
    query: str | None
    fragment: str | None

    def __str__(self) -> str:
        """Put the parts together again."""
        text = f"{self.scheme}:" if self.scheme is not None else ""
        if self.authority is not None:
            text += f"//{self.authority}"
        text += self.path
        if self.query is not None:
            text += f"?{self.query}"
        return text if self.fragment is None else f"{text}#{self.fragment}"


def parse(text: str) -> Url:
    """Split a URL into its parts (Addressable::URI.parse); raises InvalidUrlError for what Addressable refuses."""
    match = _URL.search(text)
    assert match is not None  # every part is optional
    scheme, authority, path, query, fragment = match.groups()
    return _checked(scheme, authority, path, query, fragment, empty_port=True)


def _checked(
    scheme: str | None, authority: str | None, path: str, query: str | None, fragment: str | None, empty_port: bool = False
) -> Url:
    """Put a URL together, unless Addressable would refuse it; an empty port is none at first, and later a mistake."""
    host = ""
    if scheme is not None and not _SCHEME.fullmatch(scheme):
        raise InvalidUrlError(f"Invalid scheme format: '{scheme}'")
    if authority is not None:
        user, password, host, port = _split_authority(authority, empty_port)
        authority = _join_authority(user, password, host, port)
    url = Url(scheme, authority, path, query, fragment)
    if not path and not host and scheme is not None and scheme.lower() in _DEFAULT_PORTS:
        raise InvalidUrlError(f"Absolute URI missing hierarchical segment: '{url}'")
    if path.startswith("//") and authority is None:
        raise InvalidUrlError(f"Cannot have a path with two leading slashes without an authority set: '{url}'")
    if host and (_BAD_IN_HOST.search(host) or not _literal_address_is_fine(host)):
        raise InvalidUrlError(f"Invalid character in host: '{host}'")
    if scheme is None and ":" in path and _AMBIGUOUS.search(path):
        raise InvalidUrlError(f"Cannot assemble URI string with ambiguous path: '{path}'")
    return url


_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9.+-]*")
_AMBIGUOUS = re.compile(r"^(?!/)[^/:]*:", re.MULTILINE)


def is_absolute(text: str) -> bool:
    """Tell whether a URL has a scheme; `a:b` has one, `//host` has not."""
    return ":" in text and parse(text).scheme is not None


@functools.lru_cache(maxsize=4096)
def normalize(text: str) -> str:
    """Return a URL in its normal form (Addressable::URI.parse(x).normalize.to_s)."""
    if _PLAIN_URL.fullmatch(text):
        return text
    return str(_normalized(parse(text)))


def _normalized(url: Url) -> Url:
    scheme = None if url.scheme is None else url.scheme.lower()
    if scheme == "feed":
        inner = re.match(r"feed:/*(http:/*.*)", str(url))
        if inner:
            return _normalized(parse(inner[1]))
    path = _normalize_path(scheme, url.path)
    authority = None if url.authority is None else _normalize_authority(scheme, url.authority)
    return _checked(scheme, authority, path, _normalize_query(url.query), _normalize_fragment(url.fragment))


def _split_authority(authority: str, empty_port: bool = False) -> tuple[str | None, str | None, str, str | None]:
    """Return user, password, host and port; raises InvalidUrlError for a port that is no number."""
    userinfo = re.search(r"^([^\[\]]*)@", authority, re.MULTILINE)
    host = authority[: userinfo.start()] + authority[userinfo.end() :] if userinfo else authority
    port = re.search(r":([^:@\[\]]*?)$", host, re.MULTILINE)
    if port:
        host = host[: port.start()] + host[port.end() :]
    number = None if port is None or (empty_port and not port[1]) else _port_number(unescape(port[1]))
    if not userinfo:
        return None, None, host, number
    user, colon, password = userinfo[1].strip().partition(":")
    return user, password if colon else None, host, number


_BAD_IN_HOST = re.compile(r'[<>{}/\\?#@"\s]')


def _literal_address_is_fine(host: str) -> bool:
    literal = re.search(r"^\[(.*)\]$", host, re.MULTILINE)
    return literal is None or re.search(f"^[{_UNRESERVED}{_SUB_DELIMS}:]*$", literal[1], re.MULTILINE) is not None


def _port_number(port: str) -> str | None:
    if not _is_utf8(port):
        raise InvalidUrlError("Invalid encoding in port")
    if not re.search(r"^[0-9]+$", port, re.MULTILINE):
        from pyjekyll.ruby.inspect import inspect

        raise InvalidUrlError(f"Invalid port number: {inspect(port)}")
    from pyjekyll.ruby.numbers import to_i

    return str(to_i(port)) if to_i(port) else None


def _join_authority(user: str | None, password: str | None, host: str, port: str | None) -> str:
    userinfo = "" if user is None else f"{user}@" if password is None else f"{user}:{password}@"
    return f"{userinfo}{host}" if port is None else f"{userinfo}{host}:{port}"


def _normalize_authority(scheme: str | None, authority: str) -> str:
    user, password, host, port = _split_authority(authority)
    text = ""
    if user is not None and not (scheme in ("http", "https") and not user.strip() and not (password or "").strip()):
        text = normalize_component(user, "user")
        if password is not None:
            text += ":" + normalize_component(password, "user")
        text += "@"
    text += _normalize_host(host)
    return text if port is None or int(port) == _DEFAULT_PORTS.get(scheme or "") else f"{text}:{port}"


def _normalize_host(host: str) -> str:
    from pyjekyll.ruby.punycode import to_ascii
    from pyjekyll.ruby.text import downcase

    if not host.strip():
        return ""
    name = to_ascii(unescape(downcase(host.strip())))
    if re.search(r"[^.]\.\Z", name):
        name = name[:-1]
    return normalize_component(name, "host")


def _normalize_path(scheme: str | None, path: str) -> str:
    if scheme is None and re.match(r"(?!/)[^/:]*:", path):
        path = path.replace(":", "%2F", 1)
    segments = path.strip(" \t\n\v\f\r\0").split("/")
    result = remove_dots("/".join([normalize_component(segment, "segment") for segment in segments]))
    return "/" if not result and scheme in ("http", "https", "ftp", "tftp") else result


_DOT = re.compile(r"/\./|/\.$")
_PARENT = re.compile(r"/([^/]*)/\.\./|/([^/]*)/\.\.$")
_LEADING_DOTS = re.compile(r"^\.\.?/?")
_ROOT_PARENTS = re.compile(r"^/\.\.?/|^(?:/\.\.?)+/?$")


def remove_dots(path: str) -> str:
    """Resolve `.` and `..` in a path, in Addressable's order of steps."""
    if "/." not in path and not path.startswith("."):
        return path
    while True:
        changed = _remove_dots_once(path)
        if changed is None:
            return path
        path = changed


def _remove_dots_once(path: str) -> str | None:
    result, count = _DOT.subn("/", path)
    if count:
        return result
    pair = _PARENT.search(path)
    if pair:
        parent, current = pair[1] or "", pair[2] or ""
        if pair[1] not in (".", "..") or pair[2] not in (".", ".."):
            return re.sub(rf"/{re.escape(parent)}/\.\./|(/{re.escape(current)}/\.\.$)", "/", path)
    for pattern, replacement in ((_LEADING_DOTS, ""), (_ROOT_PARENTS, "/")):
        result, count = pattern.subn(replacement, path)
        if count:
            return result
    return None


def _normalize_query(query: str | None) -> str | None:
    if not query:
        return None
    pairs = query.split("&")
    return "&".join([normalize_component(pair, "pair", "+") for pair in pairs]) or None


def _normalize_fragment(fragment: str | None) -> str | None:
    return normalize_component(fragment, "query") or None if fragment else None


@functools.cache
def _unsafe(part: str) -> re.Pattern[str]:
    return re.compile(_UNSAFE[part])


def normalize_component(text: str, unsafe: str = "component", leave_encoded: str = "") -> str:
    """Decode a part of a URL, compose it (NFKC) and encode it again (Addressable::URI.normalize_component)."""
    if text.isascii() and "%" not in text and not _unsafe(unsafe).search(text):
        return text
    decoded = unescape(text, leave_encoded) if "%" in text else text
    if not _is_utf8(decoded):
        return _encode(decoded, "component")
    encoded = _encode(compose(decoded), unsafe)
    if leave_encoded:
        encoded = re.sub("%2b", "%2B", encoded)
    return encoded


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def compose(text: str) -> str:
    """Return the text in normal form KC as Addressable makes it (IDNA.unicode_normalize_kc)."""
    if text.isascii():
        return text
    import unicodedata

    if unicodedata.is_normalized("NFKC", text) and not any(map(unicodedata.combining, text)):
        return text
    from pyjekyll.ruby.compose import compose as compose_slowly

    return compose_slowly(text)


def _encode(text: str, unsafe: str) -> str:
    return _unsafe(unsafe).sub(_percent_encode, text)


def _percent_encode(match: re.Match[str]) -> str:
    return "".join([f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogateescape")])


def unescape(text: str, leave_encoded: str = "") -> str:
    """Decode percent-encoding; bytes that do not make UTF-8 become surrogates (Addressable::URI.unencode)."""
    if "%" not in text:
        return text
    raw = text.encode("utf-8", "surrogateescape")
    kept = leave_encoded.encode()

    def decode(match: re.Match[bytes]) -> bytes:
        byte = bytes([int(match[1], 16)])
        return match[0] if kept and byte in kept else byte

    return re.sub(rb"%([0-9a-fA-F]{2})", decode, raw).decode("utf-8", "surrogateescape")


@functools.lru_cache(maxsize=4096)
def escape_path(path: str) -> str:
    """Escape a path for a URL (Jekyll::URL.escape_path): not what is encoded already, and only the first `#`.

    A path that reads like a URL keeps its parts: `a?b` its question mark.
    """
    if not path or _PLAIN_PATH.search(path):
        return path
    url = parse(path)
    encoded = _checked(
        url.scheme,
        None if url.authority is None else _encode(url.authority, "authority"),
        _encode(url.path, "path"),
        None if url.query is None else _encode(url.query, "query"),
        None if url.fragment is None else _encode(url.fragment, "query"),
    )
    return str(encoded).replace("#", "%23", 1)


def unescape_path(path: str) -> str:
    """Decode the percent-encoding of a URL's path (Jekyll::URL.unescape_path)."""
    return unescape(path)
