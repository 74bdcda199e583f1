"""Liquid's standard filters, as Liquid 5.4.0 has them: a table of names, so that a filter is imported when a template uses it."""

from __future__ import annotations

_FAMILIES = {
    "string": (
        "append capitalize downcase h=escape escape escape_once lstrip newline_to_br prepend remove remove_first remove_last replace "
        "replace_first replace_last rstrip slice split strip strip_html strip_newlines truncate truncatewords upcase"
    ),
    "encode": "base64_decode base64_encode base64_url_safe_decode base64_url_safe_encode url_decode url_encode",
    "array": "compact concat default first join last map reverse size sort sort_natural uniq where",
    "math": "abs at_least at_most ceil divided_by floor minus modulo plus round times",
    "date": "date",
}


def _table() -> dict[str, str]:
    table = {}
    for family, names in _FAMILIES.items():
        for name in names.split():
            alias, _, function = name.partition("=")
            table[alias] = f"pyjekyll.liquid.filters.{family}:{function or alias}"
    return table


FILTERS: dict[str, str] = _table()
