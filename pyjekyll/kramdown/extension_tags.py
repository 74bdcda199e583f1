"""Extensions: `{::comment}`, `{::nomarkdown}` and `{::options}`, among blocks as among spans."""

from __future__ import annotations

import re

from pyjekyll.kramdown.attribute_lists import AttributeList
from pyjekyll.kramdown.options import OptionError, is_defined, parse_value
from pyjekyll.kramdown.patterns import ID, SP3, WS
from pyjekyll.kramdown.rules import Match
from pyjekyll.kramdown.states import Document, Source
from pyjekyll.kramdown.tokens import Token

EXTENSION_TAG = (
    rf"(?:\{{::(?P<extension>[A-Za-z0-9_]+)(?:{WS}(?P<ext_attributes>(?:\\\}}|[^}}])*?)|)(?P<ext_closed>/)?\}}"
    rf"|\{{:/(?P<ext_stop>{ID})?\}})"
)


def handle_extension(document: Document, source: Source, tag: Match, line: int, *, block: bool) -> tuple[int, Token | None] | None:
    """Carry out the extension of a start tag: the position after it and the token it makes; None (and a warning) if it is none."""
    name: str | None = tag["extension"]
    # kramdown does not take `{:/}` on a line of its own for a stop tag, but for an extension without a name.
    if tag["ext_stop"] or (name is None and not block):
        stop = f"for '{tag['ext_stop']}' " if tag["ext_stop"] else ""
        document.warn(f"Invalid extension stop tag {stop} found on line {line} - ignoring it")
        return None
    name = name or ""
    attributes = AttributeList()
    document.parse_attribute_list(tag["ext_attributes"] or "", attributes)
    end, body = tag.end(), None
    if not tag["ext_closed"]:
        stop_tag = source.search(_stop_pattern(name, block), end)
        if stop_tag is None:
            document.warn(f"No stop tag for extension '{name}' found on line {line} - ignoring it")
            return None
        body = source.src[end : stop_tag.start()]
        if block:
            body = body.removesuffix("\n")
        end = stop_tag.end()
    if name == "options":
        _set_options(document, attributes)
        return end, None
    if name not in ("comment", "nomarkdown"):
        document.warn(f"Invalid extension with name '{name}' specified on line {line} - ignoring it")
        return None
    return end, None if body is None else _token(name, body, attributes, block)


def _stop_pattern(name: str, block: bool) -> re.Pattern[str]:
    # Among blocks only spaces may follow: kramdown's pattern means white space but loses the backslash.
    return re.compile(rf"(?m:^){SP3}\{{:/(?:{name})?\}} *?\n" if block else rf"\{{:/(?:{name})?\}}")


def _token(name: str, body: str, attributes: AttributeList, block: bool) -> Token:
    category = "block" if block else "span"
    if name == "comment":
        return {"type": "comment", "raw": body, "category": category}
    return {"type": "raw", "raw": body, "category": category, "formats": attributes.attrs.get("type", "").split()}


def _set_options(document: Document, attributes: AttributeList) -> None:
    """Set options from here on; values that do not fit are passed over without a word, as in kramdown."""
    unknown = []
    names = [*attributes.attrs.items(), *([("refs", "")] if attributes.refs else [])]
    for name, value in names:
        if not is_defined(name):
            unknown.append(name)
        elif name in document.options.forbidden_inline_options or name == "forbidden_inline_options":
            document.warn(f"Option {name} may not be set inline")
        else:
            try:
                setattr(document.options, name, parse_value(name, value))
            except OptionError:
                continue
            document.inline_options[name] = getattr(document.options, name)
    for name in unknown:
        document.warn(f"Unknown kramdown option '{name}'")
