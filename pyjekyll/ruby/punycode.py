"""Host names in ASCII, as Addressable's pure Ruby IDNA makes them."""

from __future__ import annotations


def to_ascii(host: str) -> str:
    """Return a host name with every label outside ASCII in punycode."""
    if host.isascii() or any("\ud800" <= char < "\ue000" for char in host):  # the latter: bytes that are not UTF-8
        return host
    from pyjekyll.ruby.unicode_tables import downcase
    from pyjekyll.ruby.url import compose

    labels = downcase(host).split(".")
    while labels and not labels[-1]:
        labels.pop()
    return ".".join([label if label.isascii() else "xn--" + compose(label).encode("punycode").decode("ascii") for label in labels])
