"""The lenient half of the grammar: what Ruby's regexes make of markup that the strict parser refuses.

Each pattern says what Ruby's says. Possessive quantifiers stand where giving back characters could not lead to a match, which
keeps them linear.
"""

from __future__ import annotations

import re

from pyjekyll.liquid.errors import LiquidSyntaxError
from pyjekyll.liquid.values import STRIPPED

_QUOTED = r"\"[^\"]*\"|'[^']*'"
FRAGMENT = rf"(?:{_QUOTED}|(?>(?:[^\s,|'\"]++|{_QUOTED})+))"
_SPACE = " \t\n\v\f\r"

_WITH_FRAGMENT = re.compile(rf"({FRAGMENT})(.*)", re.ASCII | re.DOTALL)
_FILTER = re.compile(rf"(?>(?:\s++|{FRAGMENT}|,)+)", re.ASCII)
_FILTER_NAME = re.compile(r"\w+", re.ASCII)
_FILTER_ARGUMENT = re.compile(rf"[:,]\s*+((?:\w++\s*+:\s*+)?{FRAGMENT})", re.ASCII)
# Ruby tries the attribute's name at every character; only the first of a word can succeed.
_ATTRIBUTE = re.compile(rf"(?<![\w-])-*+(\w[\w-]*+)\s*+:\s*+({FRAGMENT})", re.ASCII)


def lax_output(markup: str) -> tuple[str | None, list[tuple[str, list[str]]]]:
    """Return an output's expression and filters (name, arguments) as text."""
    found = _WITH_FRAGMENT.search(markup)
    if found is None:
        return None, []
    name, rest = found.groups()
    bar = rest.find("|")
    if bar < 0:
        return name, []
    filters = []
    for part in _FILTER.findall(rest[bar + 1 :].lstrip(_SPACE)):
        filter_name = _FILTER_NAME.search(part)
        if filter_name is not None:
            filters.append((filter_name[0], _FILTER_ARGUMENT.findall(part)))
    return name, filters


def attributes(markup: str) -> list[tuple[str, str]]:
    """Return the `key: value` pairs anywhere in markup."""
    return _ATTRIBUTE.findall(markup)


# --- if ---------------------------------------------------------------------------------------------------------------

# \b knows Unicode in Ruby while \s does not, so white space is spelled out and re.ASCII left away.
_WS = r"[ \t\n\v\f\r]"
_NS = r"[^ \t\n\v\f\r]"
_IF_FRAGMENT = rf"(?:{_QUOTED}|(?>(?:[^ \t\n\v\f\r,|'\"]++|{_QUOTED})+))"
_WORD_OPERATOR = rf"\b(?:{_WS}?and{_WS}?|{_WS}?or{_WS}?)\b"
_PART = re.compile(rf"{_WORD_OPERATOR}|(?>(?:{_WS}*+(?!{_WORD_OPERATOR})(?:{_IF_FRAGMENT}|{_NS}+){_WS}*+)+)")
_COMPARISON = re.compile(rf"({FRAGMENT})\s*+([=!<>a-z_]++)?\s*+({FRAGMENT})?", re.ASCII)
Comparison = tuple[str, str | None, str | None]
IF_SYNTAX = "Syntax Error in tag 'if' - Valid syntax: if [expression]"


def lax_condition(markup: str) -> tuple[list[Comparison], list[str]]:
    """Return the comparisons (left, operator, right) of a condition and the words between them.

    Raises LiquidSyntaxError: nothing to compare, or something else than `and` and `or` between comparisons.
    """
    parts = _parts(markup)
    comparisons = [_comparison(parts.pop() if parts else None)]
    operators: list[str] = []
    while parts:
        operator = parts.pop().strip(STRIPPED)
        comparisons.append(_comparison(parts.pop() if parts else None))
        if operator not in ("and", "or"):
            raise LiquidSyntaxError(IF_SYNTAX)
        operators.append(operator)
    return comparisons[::-1], operators[::-1]


def _parts(markup: str) -> list[str]:
    parts = []
    position, length = 0, len(markup)
    while position < length:
        found = _PART.match(markup, position)
        if found is not None:
            parts.append(found[0])
            position = found.end()
        elif markup[position] in _SPACE:
            # No match starts inside a run of white space if none started at its beginning.
            while position < length and markup[position] in _SPACE:
                position += 1
        else:
            position += 1
    return parts


def _comparison(part: str | None) -> Comparison:
    found = _COMPARISON.search(part) if part is not None else None
    if found is None:
        raise LiquidSyntaxError(IF_SYNTAX)
    return found[1], found[2], found[3]


# --- for --------------------------------------------------------------------------------------------------------------

_FOR = re.compile(rf"([\w-]+)\s+in\s+({FRAGMENT}++)\s*+(reversed)?", re.ASCII)


def lax_for(markup: str) -> tuple[str, str, bool, list[tuple[str, str]]]:
    """Return a loop's variable, collection, direction and attributes.

    Raises LiquidSyntaxError: there is no `NAME in COLLECTION`.
    """
    found = _FOR.match(markup)
    if found is None:
        raise LiquidSyntaxError("Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]")
    return found[1], found[2], found[3] is not None, attributes(markup)
