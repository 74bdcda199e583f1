"""D."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, include, rule
from pyjekyll.highlight.regex import quoted

_KEYWORDS = any_of("""
    abstract alias align asm assert auto body break case cast catch class const continue debug default delegate delete deprecated
    do else enum export extern finally final foreach_reverse foreach for function goto if immutable import interface invariant
    inout in is lazy mixin module new nothrow out override package pragma private protected public pure ref return scope shared
    static struct super switch synchronized template this throw try typedef typeid typeof union unittest version volatile while
    with __gshared __traits __vector __parameters
""")
_TYPES = any_of("""
    bool byte cdouble cent cfloat char creal dchar double float idouble ifloat int ireal long real short ubyte ucent uint ulong
    ushort void wchar
""")
_SPECIAL = any_of("""
    __FILE__ __FILE_FULL_PATH__ __MODULE__ __LINE__ __FUNCTION__ __PRETTY_FUNCTION__ __DATE__ __EOF__ __TIME__ __TIMESTAMP__
    __VENDOR__ __VERSION__
""")
_ESCAPES = r"""(?:['"?\\abfnrtv]|x[0-9a-fA-F]{2}|[0-7]{1,3}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|&\w+;)"""
_FLOAT_SUFFIX = "[fFL]?i?"


def _delimited(name: str, opener: str, closer: str) -> dict[str, Rules]:
    """Return the states of a string between brackets of one kind, which nest."""
    text = rule(rf"[^{opener}{closer}]+", t.STR)
    return {
        name: [text, rule(opener, t.STR, f"inner {name}"), rule(rf'{closer}"', t.STR, "#pop")],
        f"inner {name}": [text, rule(opener, t.STR, "#push"), rule(closer, t.STR, "#pop")],
    }


class D(RegexLexer):
    """Lex D."""

    tag = "d"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"(?s)/(?:\\\n)?\*.*?\*(?:\\\n)?/", t.COMMENT_MULTILINE),
            rule(r"/\+", t.COMMENT_MULTILINE, "comment"),
            rule(rf"{_KEYWORDS}\b", t.KEYWORD),
            rule(rf"{_TYPES}\b", t.KEYWORD_TYPE),
            rule(r"(?:false|true|null)\b", t.KEYWORD_CONSTANT),
            rule(rf"{_SPECIAL}\b", t.KEYWORD_PSEUDO),
            rule(r"macro\b", t.KEYWORD_RESERVED),
            rule(r"(?:string|wstring|dstring|size_t|ptrdiff_t)\b", t.NAME_BUILTIN),
            rule(
                rf"0[xX](?:[0-9a-fA-F_]*\.[0-9a-fA-F_]+|[0-9a-fA-F_]+)[pP][+-]?[0-9_]+{_FLOAT_SUFFIX}",
                t.NUM_FLOAT,
            ),
            rule(
                rf"[0-9_]+(?:\.[0-9_]+[eE][+-]?[0-9_]+|\.[0-9_]*|[eE][+-]?[0-9_]+){_FLOAT_SUFFIX}",
                t.NUM_FLOAT,
            ),
            rule(rf"\.(?:0|[1-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?{_FLOAT_SUFFIX}", t.NUM_FLOAT),
            rule("0[Bb][01_]+", t.NUM_BIN),
            rule("0[0-7_]+", t.NUM_OCT),
            rule("0[xX][0-9a-fA-F_]+", t.NUM_HEX),
            rule("(?:0|[1-9][0-9_]*)(?:[LUu]|Lu|LU|uL|UL)?", t.NUM_INTEGER),
            rule(rf"'(?:\\{_ESCAPES}|.)'", t.STR_CHAR),
            rule('r"[^"]*"[cwd]?', t.STR),
            rule("`[^`]*`[cwd]?", t.STR),
            rule(quoted('"') + "[cwd]?", t.STR),
            rule(rf"\\{_ESCAPES}", t.STR),
            rule(r'x"[0-9a-fA-F_\s]*"[cwd]?', t.STR),
            rule(r'q"\[', t.STR, "square brackets"),
            rule(r'q"\(', t.STR, "parentheses"),
            rule('q"<', t.STR, "angle brackets"),
            rule(r'q"\{', t.STR, "braces"),
            rule(r'q"([a-zA-Z_]\w*)\n.*?\n\1"', t.STR),
            rule(r'q"(.).*?\1"', t.STR),
            rule(r"q\{", t.STR, "token string"),
            rule(r"@(?:[a-zA-Z_]\w*)?", t.NAME_DECORATOR),
            rule(
                r"~=|\^=|%=|\*=|==|!>=|!<=|!<>=|!<>|!<|!>|!=|>>>=|>>>|>>=|>>|>=|<>=|<>|<<=|<<|<=|\+\+|\+=|--|-=|\|\||\|=|&&|&="
                r"|\.\.\.|\.\.|/=|[/.&|\-+<>!()\[\]{}?,;:$=*%^~]",
                t.PUNCTUATION,
            ),
            rule(r"[a-zA-Z_]\w*", t.NAME),
            rule(r"#line\s.*\n", t.COMMENT_SPECIAL),
        ],
        "comment": [
            rule("[^+/]+", t.COMMENT_MULTILINE),
            rule(r"/\+", t.COMMENT_MULTILINE, "#push"),
            rule(r"\+/", t.COMMENT_MULTILINE, "#pop"),
            rule("[+/]", t.COMMENT_MULTILINE),
        ],
        "token string": [
            rule(r"\{", t.PUNCTUATION, "inner token string"),
            rule(r"\}", t.STR, "#pop"),
            include("root"),
        ],
        "inner token string": [rule(r"\{", t.PUNCTUATION, "#push"), rule(r"\}", t.PUNCTUATION, "#pop"), include("root")],
        **_delimited("square brackets", r"\[", r"\]"),
        **_delimited("parentheses", r"\(", r"\)"),
        **_delimited("angle brackets", "<", ">"),
        **_delimited("braces", r"\{", r"\}"),
    }
