"""NESASM, an assembler for the 6502 of Nintendo's console."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_KEYWORDS = words("""
    ADC AND ASL BCC BCS BEQ BIT BMI BNE BPL BRK BVC BVS CLC CLD CLI CLV CMP CPX CPY DEC DEX DEY EOR INC INX INY JMP JSR LDA
    LDX LDY LSR NOP ORA PHA PHP PLA PLP ROL ROR RTI RTS SBC SEC SED SEI STA STX STY TAX TAY TSX TXA TXS TYA
""")
_TYPES = words("BYTE DB DW WORD")
_RESERVED = words("""
    BANK BSS CODE DATA DEFCHR DS ELSE ENDIF ENDM ENDP ENDPROCGROUP FAIL FUNC IF IFDEF IFNDEF INCBIN INCCHR INCLUDE INESCHR
    INESMAP INESMIR INESPRG MACRO ORG PROC PROCGROUP RS RSSET ZP
""")


def _word(lexer: NesAsm, hit: Hit) -> None:
    word = hit[0].upper()
    if word in _KEYWORDS:
        token = t.KEYWORD
    elif word in _TYPES:
        token = t.KEYWORD_TYPE
    else:
        token = t.KEYWORD_RESERVED if word in _RESERVED else t.NAME_FUNCTION
    lexer.emit(token, hit[0])


class NesAsm(RegexLexer):
    """Lex NESASM. LOW(...) and HIGH(...) have a rule in Rouge, which that of words leaves nothing to."""

    tag = "nesasm"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(";.*", t.COMMENT_SINGLE),
            rule(r"[(),.\[\]]|#\(", t.PUNCTUATION),
            rule("#?%[01]+", t.NUM_BIN),
            rule(r"#?\$\h+", t.NUM_HEX),
            rule(r"#?\d+", t.NUM),
            rule("[~&*+=|?:<>/-]", t.OPERATOR),
            rule(r"#?\w+:?", _word),
            rule('"', t.STR, "string"),
            rule(r"'\w'", t.STR_CHAR),
            rule(r"\\\??[\d@#]", t.NAME_BUILTIN),
        ],
        "string": [
            rule('"', t.STR, "#pop"),
            rule(r'\\"?', t.STR_ESCAPE),
            rule(r'[^"\\]+', t.STR),
        ],
    }
