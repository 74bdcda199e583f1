"""`{% tablerow item in collection cols: n limit: n offset: n %} ... {% endtablerow %}`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.body import Compiler
from pyjekyll.liquid.drop import TableRowLoop
from pyjekyll.liquid.errors import LiquidSyntaxError
from pyjekyll.liquid.expression import Getter, compiled
from pyjekyll.liquid.lax import FRAGMENT, attributes
from pyjekyll.liquid.tag import Block
from pyjekyll.liquid.values import PLAIN, lenient_integer, slice_of

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context, Step
    from pyjekyll.liquid.parsing import ParseContext

_SYNTAX = re.compile(rf"(?<!\w)(\w++)\s++in\s++({FRAGMENT}++)", re.ASCII)


class TableRow(Block):
    """Render the body for each item as a table's cell.

    A `break` does not end the table: its body goes on up to the first tag of each cell, and the template ends behind the table.
    """

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        found = _SYNTAX.search(markup)
        if found is None:
            raise LiquidSyntaxError("Syntax Error in 'table_row loop' - Valid syntax: table_row [item] in [collection] cols=3")
        self.variable = found[1]
        self.collection = parse_context.expression(found[2])
        self.attributes = {key: parse_context.expression(value) for key, value in attributes(markup)}

    def expressions(self) -> Iterable[Any]:
        return (self.collection, *self.attributes.values())

    def scope(self) -> Iterable[str]:
        return (self.variable, "tablerowloop")

    def compile(self, compiler: Compiler) -> Step:
        checked = compiler.checked or self.body.may_interrupt
        body = self.body.compile(Compiler(compiler.environment, checked))
        strict = compiler.environment.strict_variables
        getters = {key: compiled(value, strict) for key, value in self.attributes.items()}
        return _table(self.variable, compiled(self.collection, strict), getters, body)


def _table(variable: str, collection: Getter, attribute: dict[str, Getter], body: Step) -> Step:
    def run(context: Context, out: list[str]) -> None:
        source = collection(context)
        if source is None or source is False:
            return
        start = lenient_integer(attribute["offset"](context)) if "offset" in attribute else 0
        stop = start + lenient_integer(attribute["limit"](context)) if "limit" in attribute else None
        items = slice_of(source, start, stop)
        loop = TableRowLoop(len(items), lenient_integer(attribute["cols"](context)) if "cols" in attribute else 0)
        out.append('<tr class="row1">\n')
        with context.scope({"tablerowloop": loop, variable: None}):
            _cells(context, out, variable, items, loop, body)
        out.append("</tr>\n")

    return run


def _cells(context: Context, out: list[str], variable: str, items: list[Any], loop: TableRowLoop, body: Step) -> None:
    for item in items:
        context.visible[variable] = item if item.__class__ in PLAIN else context.item(item)
        out.append(f'<td class="col{loop.col}">')
        body(context, out)
        out.append("</td>")
        if loop.col == loop.cols and loop.index0 != loop.length - 1:
            out.append(f'</tr>\n<tr class="row{loop.row + 1}">')
        loop.advance()
