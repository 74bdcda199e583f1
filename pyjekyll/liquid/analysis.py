"""What a template uses: names, filters, tags, each with the lines where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.body import Node
from pyjekyll.liquid.expression import Lookup, RangeLookup
from pyjekyll.liquid.output import Output
from pyjekyll.liquid.tag import Tag

if TYPE_CHECKING:
    from pyjekyll.liquid.environment import Template

Places = dict[str, list[int]]


class Analysis:
    """Map names to the lines where a template uses them.

    `variables` are whole paths ("page.tags[0]"), `globals` those that the template does not set itself, `locals` the names that
    `assign` and `capture` set; `filters` and `tags` speak for themselves.
    """

    def __init__(self) -> None:
        self.variables: Places = {}
        self.globals: Places = {}
        self.locals: Places = {}
        self.filters: Places = {}
        self.tags: Places = {}


def analyze(template: Template) -> Analysis:
    """Analyze a parsed template; included files are not followed (`template.partials` names them)."""
    analysis = Analysis()
    _visit((node for node in template.body.nodes if isinstance(node, Node)), analysis, frozenset())
    return analysis


def _visit(nodes: Iterable[Any], analysis: Analysis, scope: frozenset[str]) -> None:
    for node in nodes:
        line = node.line or 0
        if isinstance(node, Tag):
            _note(analysis.tags, node.name, line)
        if isinstance(node, Output):
            for each in node.filters:
                _note(analysis.filters, each.name, line)
        for lookup in lookups(node.expressions()):
            path = printed_path(lookup)
            _note(analysis.variables, path, line)
            if str(lookup.name) not in scope and str(lookup.name) not in analysis.locals:
                _note(analysis.globals, path, line)
        _visit(node.children(), analysis, scope | set(node.scope()))
        for name in node.assigns():
            _note(analysis.locals, name, line)


def _note(places: Places, name: str, line: int) -> None:
    places.setdefault(name, []).append(line)


def lookups(expressions: Iterable[Any]) -> Iterator[Lookup]:
    """Yield every look-up in some expressions, those inside keys and ranges too."""
    for expression in expressions:
        if isinstance(expression, Lookup):
            if expression.name is not None:
                yield expression
            yield from lookups(expression.path)
        elif isinstance(expression, RangeLookup):
            yield from lookups((expression.first, expression.last))


def printed_path(lookup: Lookup) -> str:
    """Return a look-up as a template would spell it."""
    text = _bracketed(lookup.name)[1:-1] if isinstance(lookup.name, Lookup) else str(lookup.name)
    for key, _ in lookup.keys:
        text += f".{key}" if isinstance(key, str) and key.replace("-", "_").isidentifier() else _bracketed(key)
    return text


def _bracketed(key: Any) -> str:
    return f"[{printed_path(key)}]" if isinstance(key, Lookup) else f"[{key!r}]"
