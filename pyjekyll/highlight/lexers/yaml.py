"""YAML."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule

_PLAIN_START = r"""[^ \t\n\r\f\v?:,\[\]{}#&*!|>'"%@`]"""
_ANCHOR_NAME = r"[\p{L}\p{Nl}\p{Nd}_-]+"
_MARK = t.PUNCTUATION_INDICATOR


def _directive(lexer: Yaml, hit: Hit) -> None:
    lexer.emit(t.NAME_TAG, hit[0])
    lexer.reset_indent()


def _document_mark(lexer: Yaml, hit: Hit) -> None:
    lexer.emit(t.NAME_NAMESPACE, hit[0])
    lexer.reset_indent()


def _line_start(lexer: Yaml, hit: Hit) -> None:
    inside, beyond = lexer.save_indent(hit[0])
    lexer.emit(t.TEXT, inside)
    lexer.emit(t.ERROR, beyond)


def _more_indent(lexer: Yaml, hit: Hit) -> None:
    lexer.emit(t.TEXT, hit[0])
    lexer.next_indent += len(hit[0])


def _block_mark(lexer: Yaml, hit: Hit) -> None:
    lexer.enter_indent()
    lexer.next_indent += len(hit[0])
    lexer.emit(_MARK, hit[0])


def _implicit_key(lexer: Yaml, hit: Hit) -> None:
    lexer.groups(hit, t.NAME_ATTRIBUTE, _MARK)
    lexer.enter_indent()


def _blank_scalar_line(lexer: Yaml, hit: Hit) -> None:
    """Lex a line of blanks: what is beyond the scalar's indentation belongs to the scalar."""
    width = len(hit[0]) if lexer.scalar_indent is None else lexer.scalar_indent
    lexer.emit(t.TEXT, hit[0][:width])
    lexer.emit(t.NAME_CONSTANT, hit[0][width:])


def _scalar_line_start(lexer: Yaml, hit: Hit) -> None:
    lexer.emit(t.TEXT, hit[0])
    width = len(hit[0])
    least = lexer.indent if lexer.scalar_indent is None else lexer.scalar_indent
    if lexer.scalar_indent is None:
        lexer.scalar_indent = width
    if width < least:
        lexer.save_indent(hit[0])
        lexer.goto("indentation")


def _scalar_header(lexer: Yaml, hit: Hit) -> None:
    lexer.scalar_indent = None
    if hit[0]:
        # Ruby's to_i of all of it: the sign counts, and no digit is 0.
        digits = hit[0].strip("+-")
        increment = int(digits or 0)
        lexer.scalar_indent = lexer.indent + (-increment if hit[0].startswith("-") else increment)
        lexer.emit(_MARK, hit[0])


def _plain_line_start(lexer: Yaml, hit: Hit) -> None:
    """End a plain scalar at a line that is not indented more than its parent."""
    lexer.emit(t.TEXT, hit[0])
    lexer.pop()
    if len(hit[0]) <= lexer.indent:
        lexer.save_indent(hit[0])
        lexer.goto("indentation")


class Yaml(RegexLexer):
    """Lex YAML, keeping the columns at which block collections begin."""

    tag = "yaml"
    indents: list[int]
    next_indent: int  # the column reached in this line's indentation
    scalar_indent: int | None  # that of a literal or folded scalar's first line, once known

    def start(self) -> None:
        self.reset_indent()

    def reset_indent(self) -> None:
        """Begin a document."""
        self.indents = [0]
        self.next_indent = 0
        self.scalar_indent = None

    @property
    def indent(self) -> int:
        """The column of the innermost collection."""
        return self.indents[-1]

    def save_indent(self, blanks: str) -> tuple[str, str]:
        """Leave the collections that a line's indentation ends; return it cut where it goes beyond the one it is in."""
        self.next_indent = len(blanks)
        if self.next_indent >= self.indent:
            return blanks, ""
        while self.next_indent < self.indent:
            self.indents.pop()
        return blanks[: self.indent], blanks[self.indent :]

    def enter_indent(self) -> None:
        """Begin a collection at the present column, if it is further right."""
        if self.indent < self.next_indent:
            self.indents.append(self.next_indent)

    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("#.*$", t.COMMENT_SINGLE),
            rule(r"\n+", t.TEXT),
            rule(r" +(?=#|$)", t.TEXT),
            rule(r"^%YAML\b", _directive, "version"),
            rule(r"^%TAG\b", _directive, "tag handle"),
            rule(r"^(?:---|\.\.\.)(?= |$)", _document_mark, "line"),
            rule(r" *(?!\s|$)", _line_start, ("line", "indentation")),
        ],
        "indentation": [
            rule(r"\s*?\n", t.TEXT, "#pop:2"),
            rule(" +(?=[-:?](?: |$))", _more_indent),
            rule("[?:-](?= |$)", _block_mark),
            rule(" *", _more_indent, "#pop"),
        ],
        "line": [
            rule(" *(?=#|$)", t.TEXT, "#pop"),
            rule(" +", t.TEXT),
            include("properties"),
            rule(r"""([^#,:?\[\]{}"'\n]+)(:)(?=\s|$)""", _implicit_key),
            rule("[|>][+-]?", _MARK, ("block scalar", "block scalar header")),
            include("flow nodes"),
            rule(rf"(?={_PLAIN_START}|[?:-][^ \t\n\r\f\v])", t.TEXT, "plain in block"),
        ],
        "properties": [
            rule(r"!<[0-9A-Za-z;/?:@&=+$,_.!~*'()\[\]%-]+>", t.KEYWORD_TYPE),
            rule(r"(?:![\w-]+)?![\w;/?:@&=+$,.!~*'()\[\]%-]*", t.KEYWORD_TYPE),
            rule(f"&{_ANCHOR_NAME}", t.NAME_LABEL),
            rule(rf"\*{_ANCHOR_NAME}", t.NAME_VARIABLE),
        ],
        "flow nodes": [
            rule(r"\[", _MARK, "sequence"),
            rule(r"\{", _MARK, "mapping"),
            rule("'", t.STR_SINGLE, "single quotes"),
            rule('"', t.STR_DOUBLE, "double quotes"),
        ],
        "sequence": [rule(r"\]", _MARK, "#pop"), include("flow")],
        "mapping": [rule(r"\}", _MARK, "#pop"), include("flow")],
        "flow": [
            rule(r"\s+", t.TEXT),
            rule("#.*$", t.COMMENT_SINGLE),
            rule("[?:,]", _MARK),
            include("properties"),
            include("flow nodes"),
            rule(f"(?={_PLAIN_START})", t.TEXT, "plain in flow"),
        ],
        "block scalar header": [rule("(?:[1-9][+-]?|[+-]?[1-9]?)(?= |$)", _scalar_header, "#goto:rest of line")],
        "block scalar": [
            rule(r"\n+", t.TEXT),
            rule("^ +$", _blank_scalar_line),
            rule("^ *", _scalar_line_start),
            rule(r"[^\n\r\f\v]+", t.STR),
        ],
        "rest of line": [
            rule("#.*$", t.COMMENT_SINGLE),
            rule(" +", t.TEXT),
            rule(r"\n", t.TEXT, "#pop"),
        ],
        "blanks in quotes": [
            rule("^ +", t.TEXT),
            rule(r" +$|\n+", t.TEXT),
            rule(" +", t.NAME_VARIABLE),
        ],
        "single quotes": [
            include("blanks in quotes"),
            rule(r"\\'", t.STR_ESCAPE),
            rule("'", t.STR, "#pop"),
            rule(r"[^\s']+", t.STR),
        ],
        "double quotes": [
            rule('"', t.STR, "#pop"),
            include("blanks in quotes"),
            rule(r'\\[0abt\tn\nvfre "\\N_LP]', t.STR_ESCAPE),
            rule(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})", t.STR_ESCAPE),
            rule(r'[^ \t\n\r\f\v"\\]+', t.STR),
        ],
        "plain in block": [
            rule(r" *(?=:[ \n]|:$)", t.TEXT, "#pop"),
            rule(r" *:\S+", t.STR),
            rule(" +(?=#)", t.TEXT, "#pop"),
            rule(" +$", t.TEXT),
            rule(r"\n+", t.TEXT, "plain in block, next line"),
            rule(" +", t.STR),
            rule("true|false|null", t.NAME_CONSTANT),
            rule(r"\d+(?:\.\d+)?(?=\r?\n| +#)", t.NUM, "#pop"),
            rule(r"[^\s:]+", t.STR),
        ],
        "plain in block, next line": [
            rule(r"^ +\n", t.TEXT),
            rule(r"\n+", t.TEXT),
            rule(r"^(?=---|\.\.\.)", t.TEXT, "#pop:3"),
            rule("^ *", _plain_line_start),
        ],
        "plain in flow": [
            rule(r" *(?=[,:?\[\]{}])| +(?=#)", t.TEXT, "#pop"),
            rule("^ +", t.TEXT),
            rule(r" +$|\n+", t.TEXT),
            rule(r" +|[^\s,:?\[\]{}]+", t.NAME_VARIABLE),
        ],
        "version": [rule(r"( +)(\d+\.\d+)", (t.TEXT, t.NUM), "#goto:rest of line")],
        "tag handle": [
            rule(
                r"( +)(!|![\w-]*!)( +)(!|!?[\w;/?:@&=+$,.!~*'()\[\]%-]+)",
                (t.TEXT, t.KEYWORD_TYPE, t.TEXT, t.KEYWORD_TYPE),
                "#goto:rest of line",
            )
        ],
    }
