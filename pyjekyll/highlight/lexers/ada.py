"""Ada."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_NAME = r"[[:alpha:]](?:_?[[:alnum:]])*\b"
_DIGITS = r"\d(?:_?\d)*"
_HEX_DIGITS = r"\h(?:_?\h)*"
_EXPONENT = rf"(?:[eE][-+]?{_DIGITS})?"
_KEYWORDS = words("""
    abort abstract accept access aliased all array at begin body case constant declare delay delta digits do else elsif end
    exception exit for generic goto if interface in is limited loop new null of others out overriding pragma private protected
    raise range record renames requeue return reverse select separate some synchronized tagged task terminate then until use
    when while with
""")
_OPERATORS = words("abs and mod not or rem xor")
_DECLARATIONS = words("entry function package procedure subtype type")
_BUILTINS = words("""
    boolean character constraint_error duration float integer natural positive long_float long_integer long_long_float
    long_long_integer program_error short_float short_integer short_short_integer storage_error string tasking_error
    wide_character wide_string wide_wide_character wide_wide_string
""")


def _kind(name: str) -> str:
    name = name.lower()
    if name in _KEYWORDS:
        return t.KEYWORD
    if name in _OPERATORS:
        return t.OPERATOR_WORD
    if name in _DECLARATIONS:
        return t.KEYWORD_DECLARATION
    return t.NAME_BUILTIN if name in _BUILTINS else t.NAME


def _word(lexer: Ada, hit: Hit) -> None:
    token = _kind(hit[0])
    lexer.emit(token, hit[0])
    if token == t.KEYWORD_DECLARATION:
        lexer.push("declared name")


def _unit(lexer: Ada, hit: Hit) -> None:
    token = _kind(hit[0])
    if token in (t.NAME, t.NAME_BUILTIN):
        lexer.emit(t.NAME_NAMESPACE, hit[0])
        return
    lexer.emit(token, hit[0])
    if token == t.KEYWORD_DECLARATION:
        lexer.goto("declared name")
    else:
        lexer.pop()


class Ada(RegexLexer):
    """Lex Ada."""

    tag = "ada"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            rule("'.'", t.STR_CHAR),
            rule(r'"[^"\n]*', t.STR_DOUBLE, "string"),
            rule(rf"{_DIGITS}\.{_DIGITS}{_EXPONENT}", t.NUM_FLOAT),
            rule(rf"{_DIGITS}#{_HEX_DIGITS}\.{_HEX_DIGITS}#{_EXPONENT}", t.NUM_FLOAT),
            rule(f"2#[01](?:_?[01])*#{_EXPONENT}", t.NUM_BIN),
            rule(f"8#[0-7](?:_?[0-7])*#{_EXPONENT}", t.NUM_OCT),
            rule(f"16#(?:{_HEX_DIGITS})?#{_EXPONENT}", t.NUM_HEX),
            rule(f"{_DIGITS}#{_HEX_DIGITS}#{_EXPONENT}", t.NUM_INTEGER),
            rule(rf"{_DIGITS}#\w+#", t.ERROR),
            rule(f"{_DIGITS}{_EXPONENT}", t.NUM_INTEGER),
            rule("'", t.PUNCTUATION, "attribute"),
            rule(f"<<{_NAME}>>", t.NAME_LABEL),
            rule(
                r"(?i)^(?:(limited)(\s+))?(?:(private)(\s+))?(with)\b",
                (t.KEYWORD_NAMESPACE, t.TEXT, t.KEYWORD_NAMESPACE, t.TEXT, t.KEYWORD_NAMESPACE),
                "library units",
            ),
            rule(r"[+*/&<=>|-]|\.\.|:=", t.OPERATOR),
            rule("[.,:;()]", t.PUNCTUATION),
            rule(_NAME, _word),
            rule(r"[_alph]\p{Word}*", t.ERROR),  # Rouge means any letter
        ],
        "blanks": [rule(r"\s+", t.TEXT), rule("--.*$", t.COMMENT_SINGLE)],
        "string": [
            rule(r'[^"\n]+', t.STR_DOUBLE),
            rule('""', t.STR_ESCAPE),
            rule('"', t.STR_DOUBLE, "#pop"),
            rule(r"\n", t.ERROR, "#pop"),
        ],
        "attribute": [include("blanks"), rule(_NAME, t.NAME_ATTRIBUTE, "#pop"), rule("", None, "#pop")],
        "declared name": [
            include("blanks"),
            rule(r"(?i)body\b", t.KEYWORD_DECLARATION),
            rule(rf"({_NAME})(\.)", (t.NAME_NAMESPACE, t.PUNCTUATION)),
            rule(rf'{_NAME}|"(?:and|or|xor|/?=|<=?|>=?|\+|–|&\|/|mod|rem|\*?\*|abs|not)"', t.NAME_FUNCTION, "#pop"),
            rule("", None, "#pop"),
        ],
        "library units": [
            include("blanks"),
            rule(_NAME, _unit),
            rule("[.,]", t.PUNCTUATION),
            rule("", None, "#pop"),
        ],
    }
