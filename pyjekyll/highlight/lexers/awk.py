"""AWK."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words
from pyjekyll.highlight.regex import quoted

_KEYWORDS = words("if else while for do break continue return next nextfile delete exit print printf getline")
_CONSTANTS = words("CONVFMT FS NF NR FNR FILENAME RS OFS ORS OFMT SUBSEP ARGC ARGV ENVIRON")
_BUILTINS = words("exp log sqrt sin cos atan2 length rand srand int substr index match split sub gsub sprintf system tolower toupper")


def _name(lexer: Awk, hit: Hit) -> None:
    name = hit[0]
    if name in _KEYWORDS or name == "function":
        lexer.emit(t.KEYWORD if name in _KEYWORDS else t.KEYWORD_DECLARATION, name)
        lexer.push("operand")
    elif name in ("BEGIN", "END"):
        lexer.emit(t.KEYWORD_RESERVED, name)
    elif name in _CONSTANTS:
        lexer.emit(t.KEYWORD_CONSTANT, name)
    elif name in _BUILTINS:
        lexer.emit(t.NAME_BUILTIN, name)
    else:
        lexer.emit(t.NAME_VARIABLE if name.startswith("$") else t.NAME_OTHER, name)


class Awk(RegexLexer):
    """Lex AWK. A slash begins a regex where an operand may come, but not at the beginning of the text or of a line."""

    tag = "awk"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            rule(r"[-<>+*/%^!=]=?|in\b|\||&&|~!?", t.OPERATOR, "operand"),
            rule(r"[(\[,]", t.PUNCTUATION, "operand"),
            rule("[;{}]", t.PUNCTUATION, "statement"),
            rule(r"[)\].]", t.PUNCTUATION),
            rule(r"\?", t.PUNCTUATION, ("ternary", "operand")),
            rule("[$a-zA-Z_][a-zA-Z0-9_]*", _name),
            rule(r"[0-9]+\.[0-9]+", t.NUM_FLOAT),
            rule("[0-9]+", t.NUM_INTEGER),
            rule(quoted('"'), t.STR_DOUBLE),
            rule(":", t.PUNCTUATION),
        ],
        "blanks": [rule(r"\s+", t.TEXT), rule("#.*?$", t.COMMENT_SINGLE)],
        "operand": [include("blanks"), rule("/", t.STR_REGEX, "#goto:regex"), rule("", None, "#pop")],
        "regex": [
            rule("/", t.STR_REGEX, "#goto:end of regex"),
            rule(r"[^/]?\n", t.ERROR, "#pop"),
            rule(r"\[\^?", t.STR_ESCAPE, "regex set"),
            rule(r"\\.|\(\?[:=<!]|\{[\d,]+\}|[()?]", t.STR_ESCAPE),
            rule(".", t.STR_REGEX),
        ],
        "end of regex": [rule("", None, "#pop")],
        "regex set": [
            rule("/", t.STR_ESCAPE),
            rule(r"[^/]\n", t.ERROR, "#pop:2"),
            rule(r"\]", t.STR_ESCAPE, "#pop"),
            rule(r"\\.", t.STR_ESCAPE),
            rule(".", t.STR_REGEX),
        ],
        "statement": [rule("[{}]", t.PUNCTUATION), include("operand")],
        "ternary": [rule(":", t.PUNCTUATION, "#goto:operand"), include("root")],
    }
