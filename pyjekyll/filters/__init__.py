"""Jekyll's Liquid filters: a table of names, so that a filter is imported when a template uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyjekyll.liquid.environment import Environment

_FAMILIES = {
    "text": (
        "array_to_sentence_string cgi_escape inspect jsonify normalize_whitespace number_of_words slugify to_integer uri_escape xml_escape"
    ),
    "convert": "markdownify sassify scssify smartify",
    "urls": "absolute_url relative_url strip_index",
    "dates": "date_to_long_string date_to_rfc822 date_to_string date_to_xmlschema",
    "select": "find find_exp where where_exp",
    "arrays": "group_by group_by_exp pop push sample shift sort unshift",
}
FILTERS: dict[str, str] = {name: f"pyjekyll.filters.{family}:{name}" for family, names in _FAMILIES.items() for name in names.split()}


def register(environment: Environment) -> None:
    """Add Jekyll's filters to an environment, over Liquid's of the same names."""
    for name, place in FILTERS.items():
        environment.add_filter(name, place)
