"""VHDL."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_NAME = "[a-zA-Z][a-zA-Z0-9_]*"
_KEYWORDS = words("""
    access after alias all architecture array assert assume assume_guarantee attribute begin block body buffer bus case
    component configuration constant context cover default disconnect downto else elsif end entity exit fairness file for
    force function generate generic group guarded if impure in inertial inout is label library linkage literal loop map new
    next null of on open others out package parameter port postponed procedure process property protected pure range record
    register reject release report return select sequence severity shared signal strong subtype then to transport type
    unaffected units until use variable vmode vprop vunit wait when while with
""")
_TYPES = words("""
    bit bit_vector boolean boolean_vector character integer integer_vector natural positive real real_vector severity_level
    signed std_logic std_logic_vector std_ulogic std_ulogic_vector string unsigned time time_vector
""")
_OPERATORS = words("abs and mod nand nor not or rem rol ror sla sll sra srl xnor xor")


def _name(lexer: Vhdl, hit: Hit) -> None:
    name = hit[0].lower()
    if name in _KEYWORDS:
        lexer.emit(t.KEYWORD, hit[0])
    elif name in _TYPES:
        lexer.emit(t.KEYWORD_TYPE, hit[0])
    else:
        lexer.emit(t.OPERATOR_WORD if name in _OPERATORS else t.NAME, hit[0])


class Vhdl(RegexLexer):
    """Lex VHDL."""

    tag = "vhdl"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("--.*$", t.COMMENT_SINGLE),
            rule(r"-?\d+", t.NUM_INTEGER),
            rule('(?i)[box]?"[^"]*"', t.STR_SINGLE),
            rule("'[^']?'", t.STR_CHAR),
            rule(f"'{_NAME}", t.NAME_ATTRIBUTE),
            rule("[(),:;]", t.PUNCTUATION),
            rule(r"(?i)(?:true|false|null)\b", t.NAME_BUILTIN),
            rule(_NAME, _name),
            rule(r"[#&'*+-./<=>?@^]", t.OPERATOR),
        ]
    }
