"""TTCN-3, the language of tests for telecommunication."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words
from pyjekyll.highlight.lexers.c import C

_NAME = r"[a-zA-Z_]\w*"
_KEYWORDS = words("""
    altstep any2unistr bit2hex bit2int bit2oct bit2str break case char2int char2oct component const decvalue decvalue_o
    decvalue_unichar do else encvalue encvalue_o encvalue_unichar enum2int execute external float2int for function
    get_stringencoding goto group hex2bit hex2int hex2oct hex2str hostid if import int2bit int2char int2enum int2float int2hex
    int2oct int2str int2unichar isbound ischosen ispresent istemplatekind isvalue label lengthof module oct2bit oct2char
    oct2hex oct2int oct2str oct2unichar port receive regexp remove_bom replace return rnd select send setverdict signature
    sizeof start stop str2float str2hex str2int str2oct substr template testcase timer type unichar2int unichar2oct var while
""")
_TYPES = words("""
    address anytype bitstring boolean charstring enumerated float hexstring integer octetstring of record set union universal
""")
_RESERVED = words("""
    all alt apply assert at configuration conjunct control delta deterministic disjunct duration fail finished from fuzzy
    history implies inconc inv lazy mod mode notinv now omit onentry onexit par pass prev realtime seq setstate static
    stepsize stream timestamp until values wait
""")


def _number(digit: str) -> str:
    """Return a regex for digits; between two of them there may be lines, but not on both sides of one."""
    return f"(?:{digit}_+{digit}|{digit})+"


_DECIMAL = _number(r"\d")


def _word(lexer: Ttcn3, hit: Hit) -> None:
    word = hit[0]
    if word in _KEYWORDS:
        lexer.emit(t.KEYWORD, word)
    elif word in _TYPES:
        lexer.emit(t.KEYWORD_TYPE, word)
    else:
        lexer.emit(t.KEYWORD_RESERVED if word in _RESERVED else t.NAME, word)


class Ttcn3(RegexLexer):
    """Lex TTCN-3."""

    tag = "ttcn3"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"module\b", t.KEYWORD_DECLARATION, "module"),
            rule(r"import\b", t.KEYWORD_NAMESPACE, "import"),
            rule(r"[ \t\r\n]+|\\\n", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"(?s)/(?:\\\n)?[*].*?[*](?:\\\n)?/", t.COMMENT_MULTILINE),
            rule('"', t.STR, "string"),
            rule(r"'(?:\\.|[^\\]|\\u[0-9a-f]{4})'", t.STR_CHAR),
            rule(rf"(?i){_DECIMAL}\.{_DECIMAL}(?:e{_DECIMAL})?[fd]?", t.NUM_FLOAT),
            rule(f"'{_number('[01]')}'[bB]", t.NUM_BIN),
            rule(f"'{_number('[0-9a-fA-F]')}'[hH]", t.NUM_HEX),
            rule(f"'{_number('[0-7]')}'[oO]", t.NUM_OCT),
            rule(_DECIMAL, t.NUM_INTEGER),
            rule("[~!%^&*+:=|?<>/-]", t.OPERATOR),
            rule(r"[()\[\]{},.;]", t.PUNCTUATION),
            rule(r"(?:true|false|null)\b", t.NAME_BUILTIN),
            rule(_NAME, _word),
        ],
        "string": C.states["string"],
        "module": [rule(r"\s+", t.TEXT), rule(_NAME, t.NAME_CLASS, "#pop")],
        "import": [rule(r"\s+", t.TEXT), rule(r"[\w.]+\*?", t.NAME_NAMESPACE, "#pop")],
    }
