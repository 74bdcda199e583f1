"""Tables."""

from __future__ import annotations

from pyjekyll.kramdown.block_parser import KramdownBlockParser, before_block_boundary
from pyjekyll.kramdown.characters import STRIPPED
from pyjekyll.kramdown.patterns import SP3, Lazy
from pyjekyll.kramdown.rules import Match, Rule
from pyjekyll.kramdown.states import KramdownBlockState, Place
from pyjekyll.kramdown.tokens import Token

_TABLE_LINE = Lazy(r"\||.*?[^\\\n]\|")
_SEPARATOR = Lazy(r"(?=[+|: \t]*-)[+|: \t-]*\n")
_FOOTER = Lazy(r"(?=[+|: \t]*=)[+|: \t=]*\n")
_ALIGNMENT = Lazy(r"[ \t]?(:?)-+(:?)[ \t]?")
_CODE_ELEMENT = Lazy(r"(<code.*?>.*?</code>)")
_PIPE = Lazy(r"(?<!\\)\|")
_BACKTICKS = Lazy("`+")


class _Table:
    """A table while its lines are read."""

    def __init__(self, leading_pipe: bool) -> None:
        self.leading_pipe = leading_pipe
        self.sections: list[Token] = []
        self.rows: list[Token] = []
        self.alignment: list[str | None] = []
        self.has_footer = False
        self.columns = 0

    def close_section(self, kind: str, force: bool = False) -> None:
        """Make the pending rows a section; once a footer line was seen, a body needs force."""
        if not self.has_footer or kind != "table_body" or force:
            self.sections.append({"type": kind, "children": self.rows})
            self.rows = []

    def separator(self, line: str) -> None:
        if not self.rows:
            return
        if not self.alignment and not self.has_footer:
            self.close_section("table_head")
            self.alignment = [_alignment(found[1], found[2]) for found in _ALIGNMENT.finditer(line)]
        else:
            self.close_section("table_body")

    def footer(self) -> None:
        if self.rows:
            self.close_section("table_body", force=True)
        self.has_footer = True

    def row(self, parser: KramdownBlockParser, line: str, state: KramdownBlockState) -> None:
        cells = _cells(parser, line, state)
        if self.leading_pipe and cells and not cells[0].strip(STRIPPED):
            del cells[0]
        if cells and not cells[-1].strip(STRIPPED):
            cells.pop()
        self.columns = max(self.columns, len(cells))
        self.rows.append({"type": "table_row", "children": [{"type": "table_cell", "text": cell.strip(STRIPPED)} for cell in cells]})

    def pad(self) -> None:
        """Give every row, and the alignments, the width of the widest row."""
        for section in self.sections:
            for row in section["children"]:
                missing = self.columns - len(row["children"])
                row["children"].extend({"type": "table_cell", "children": []} for _ in range(missing))
        self.alignment = (self.alignment + [None] * self.columns)[: self.columns]


def _alignment(left: str, right: str) -> str | None:
    if left and right:
        return "center"
    return "left" if left else "right" if right else None


def parse_table(parser: KramdownBlockParser, m: Match, state: KramdownBlockState) -> int | None:
    """Take a table; what turns out to be none is left to the next rules, but has taken the pending attribute list."""
    if not state.after_block_boundary():
        return None
    ial, state.block_ial = state.block_ial, None
    src = state.src
    table = _Table(leading_pipe=src[m.end("table_indent")] == "|")
    end = _read_lines(parser, state, table)
    if not before_block_boundary(src, end) or not _every_line_has_a_pipe(parser, state, end):
        return None
    if table.rows:
        table.close_section("table_foot" if table.has_footer else "table_body")
    if not any(section["type"] == "table_body" for section in table.sections):
        state.document.warn(f"Found table without body on line {state.line(state.cursor)} - ignoring it")
        return None
    table.pad()
    token: Token = {"type": "table", "children": table.sections, "alignment": table.alignment}
    if ial is not None:
        token["ial"] = ial
    state.tokens.append(token)
    return end


def _read_lines(parser: KramdownBlockParser, state: KramdownBlockState, table: _Table) -> int:
    """Read all lines with a pipe; return where they end."""
    src, position = state.src, state.cursor
    if first := _SEPARATOR.match(src, position):
        position = first.end()
    while position < state.cursor_max and _TABLE_LINE.match(src, position):
        end = src.index("\n", position) + 1
        if _SEPARATOR.match(src, position):
            table.separator(src[position:end])
        elif _FOOTER.match(src, position):
            table.footer()
        else:
            table.row(parser, src[position : end - 1].rstrip(" \t"), state)
        position = end
    return position


def _cells(parser: KramdownBlockParser, line: str, state: KramdownBlockState) -> list[str]:
    """Split a row at its pipes, but not inside code."""
    cells: list[str] = []

    def extend_last(text: str) -> None:
        if cells:
            cells[-1] += text
        else:
            cells.append(text)

    at = state.place()
    pieces = _CODE_ELEMENT.split(line) if "<code" in line else [line]
    for number, piece in enumerate(pieces):
        if number % 2:
            extend_last(piece)
            continue
        for text, is_code in parser.inline.split_code(piece, state.document, at):
            if is_code:
                extend_last(_rewrite_code(text))
            else:
                first, *others = [part.replace("\\|", "|") for part in _PIPE.split(text)]
                extend_last(first)
                cells.extend(others)
    return cells


def _rewrite_code(code: str) -> str:
    """Write a code span anew, with a fence longer than any run of backticks in it."""
    longest = max((len(run.group()) for run in _BACKTICKS.finditer(code)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest else ""
    return f"{fence}{space}{code}{space}{fence}"


def _every_line_has_a_pipe(parser: KramdownBlockParser, state: KramdownBlockState, end: int) -> bool:
    """Tell whether each line has a pipe outside of code and tags; a code span over two lines carries one over.

    `values` are what kramdown's tokens hold: for a tag it is the element's name, whatever stands in it.
    """
    text = state.src[state.cursor : end - 1]
    if "`" not in text and "<" not in text:
        return _pipes_in_text(text.split("\n"))
    pipe_on_line = False
    for value, is_code in parser.inline.split_code_and_html(text, state.document, Place(state, end)):
        lines = value.split("\n")
        while lines and not lines[-1]:
            lines.pop()
        if is_code:
            if len(lines) > 2 or (len(lines) == 2 and not pipe_on_line):
                break
            if len(lines) == 2:
                pipe_on_line = False
        else:
            if len(lines) > 1 and not pipe_on_line and not _TABLE_LINE.match(lines[0]):
                break
            pipe_on_line = (len(lines) <= 1 and pipe_on_line) or (bool(lines) and _TABLE_LINE.match(lines[-1]) is not None)
    return pipe_on_line


def _pipes_in_text(lines: list[str]) -> bool:
    return (len(lines) == 1 or _TABLE_LINE.match(lines[0]) is not None) and _TABLE_LINE.match(lines[-1]) is not None


RULE = Rule("table", rf"(?=[^|\n]*\|)(?P<table_indent>{SP3})(?=[^ \t\n\v\f\r])(?:\||.*?[^\\\n]\|)", parse_table)
