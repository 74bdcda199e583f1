"""MoonScript."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, any_of, include, rule
from pyjekyll.highlight.lexers.lua import Lua

_NAME = "[A-Za-z_][A-Za-z0-9_]*"
_KEYWORDS = any_of("""
    break class continue do else elseif end extends for if import in repeat return switch super then unless until using when
    with while
""")


def _name(lexer: Moonscript, hit: Hit) -> None:
    if hit[0] in lexer.builtins:
        lexer.emit(t.NAME_BUILTIN, hit[0])
        return
    table, dot, field = hit[0].partition(".")
    lexer.emit(t.NAME, table)
    lexer.emit(t.PUNCTUATION, dot)
    lexer.emit(t.NAME, field)


def _module(function: str) -> str:
    """Return the name under which a function of Lua's can be disabled."""
    table, dot, _ = function.partition(".")
    return "modules" if table in ("require", "package") else table if dot else "basic"


class Moonscript(RegexLexer):
    """Lex MoonScript.

    Options: `function_highlighting` (whether Lua's own functions have a colour), `disabled_modules` (modules whose functions have
    none).
    """

    tag = "moonscript"
    builtins: frozenset[str]
    states: ClassVar[dict[str, Rules]] = {
        "root": [rule("#!.*?$", t.COMMENT_PREPROC), rule("", None, "main")],
        "main": [
            rule("--.*$", t.COMMENT_SINGLE),
            rule(r"(?s)\[(=*)\[.*?\]\1\]", t.STR_HEREDOC),
            include("base"),
            rule("'", t.STR_SINGLE, "single quotes"),
            rule('"', t.STR_DOUBLE, "double quotes"),
        ],
        "base": [
            rule(r"(?i)(?:\d*\.\d+|\d+\.\d*)(?:e[+-]?\d+)?'", t.NUM_FLOAT),  # Rouge has this quote by mistake, as in Lua
            rule(r"(?i)\d+e[+-]?\d+", t.NUM_FLOAT),
            rule("(?i)0x[0-9a-f]*", t.NUM_HEX),
            rule(r"\d+", t.NUM_INTEGER),
            rule(r"@\w*", t.NAME_VARIABLE_INSTANCE),
            rule(r"[A-Z]\w*", t.NAME_CLASS),
            rule('"?(?>[^"]+)":', t.STR_SYMBOL),  # from wherever it stands to a quote before a colon
            rule(r"\w+:|:\w+", t.STR_SYMBOL),
            rule(r"\s+", t.TEXT_WHITESPACE),
            rule(r"[=~!<>]=|\.{2,3}|[-=]>|[-=+*/%^<>#!\\]", t.OPERATOR),
            rule(r"[\[\]{}().,:;]", t.PUNCTUATION),
            rule(r"(?:and|or|not)\b", t.OPERATOR_WORD),
            rule(rf"{_KEYWORDS}\b", t.KEYWORD),
            rule(r"(?:local|export)\b", t.KEYWORD_DECLARATION),
            rule(r"(?:true|false|nil)\b", t.KEYWORD_CONSTANT),
            rule(rf"{_NAME}(?:\.{_NAME})?", _name),
        ],
        "single quotes": [rule("'", t.STR_SINGLE, "#pop"), rule("[^']+", t.STR_SINGLE)],
        "double quotes": [
            rule(r"#\{", t.STR_INTERPOL, "interpolation"),
            rule('"', t.STR_DOUBLE, "#pop"),
            rule('#[^{]|[^"#]+', t.STR_DOUBLE),
        ],
        "interpolation": [rule(r"\}", t.STR_INTERPOL, "#pop"), include("base")],
    }

    def configure(self) -> None:
        colours_functions = self.bool_option("function_highlighting", True)
        disabled = self.list_option("disabled_modules")
        self.builtins = frozenset(name for name in Lua.builtins if colours_functions and _module(name) not in disabled)
