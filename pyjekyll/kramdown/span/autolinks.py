"""URLs and addresses in angle brackets; bare URLs are no links in kramdown."""

from __future__ import annotations

from pyjekyll.kramdown.inline_parser import KramdownInlineParser
from pyjekyll.kramdown.patterns import HIGH, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownInlineState


def _exact() -> str:
    from pyjekyll.ruby.unicode_tables import ALNUM

    return rf"<(?P<mail_address>[{ALNUM}_.-]+?@[{ALNUM}_.-]+?)>"


_CHARS = rf"[A-Za-z0-9{HIGH}_.-]"
_EXACT_ADDRESS = Lazy(_exact)


def parse_autolink(parser: KramdownInlineParser, m: Match, state: KramdownInlineState) -> int | None:
    """Take a URL of a known scheme up to the next `>` on the line, or a mail address."""
    if m["mail_address"] is not None:
        if not m.group().isascii() and not _EXACT_ADDRESS.match(state.src, m.start()):
            return None
        return _append(state, "mailto:" + m["mail_address"], m["mail_address"], m.end())
    start = m.start() + 1
    end = state.source.find(">", m.end() + 1)
    if end < 0 or "\n" in state.src[m.end() : end]:
        return None
    url = state.src[start:end]
    return _append(state, url, url.removeprefix("mailto:"), end + 1)


def _append(state: KramdownInlineState, url: str, text: str, end: int) -> int:
    state.append_token({"type": "link", "attrs": {"href": url}, "children": [{"type": "text", "raw": text}]})
    return end


RULE = Rule("autolink", rf"<(?:(?:mailto|https?|ftps?):|(?P<mail_address>{_CHARS}+?@{_CHARS}+?)>)", parse_autolink, "<", "<")
