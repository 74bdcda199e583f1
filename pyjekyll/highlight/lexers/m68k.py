"""The assembler of Motorola's 68000."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words
from pyjekyll.highlight.lexers.c import NAME, C

_KEYWORDS = words("""
    abcd add adda addi addq addx and andi asl asr bcc bchg bclr bcs beq bfchg bfclr bfests bfextu bfffo bfins bfset bftst bge
    bgt bhi bhs bkpt ble blo bls blt bmi bne bpl bra bse bsr btst bvc bvs callm cas cas2 chk chk2 clr cmp cmp2 cmpa cmpi cmpm
    dbcc dbcs dbeq dbf dbge dbgt dbhi dbhs dble dblo dbls dblt dbmi dbne dbpl dbra dbt dbvc dbvs divs divsl divu divul eor
    eori exg ext extb illegal jmp jsr lea link lsl lsr move move16 movea movem movep moveq muls mulu nbcd neg negx nop not or
    ori pack pea rol ror roxl roxr rtd rtm rtr rts sbcd scc scs seq sf sge sgt shi shs sle slo sls slt smi sne spl st sub suba
    subi subq subx svc svs swap tas trap trapcc trapv tst unlk unpk
""")
_TYPES = words("dc dcb ds")
_RESERVED = words("""
    cargs cnop else elseif end endc endf endfunc endm endmain endproc endr equ equenv equr even fail fopt format fpu func ifc
    ifd ifeq ifge ifgt ifle iflt ifnc ifnd ifne iif incbin incdir include list listchar llen machine macro main mexit mmu narg
    nolist offset opt opword output page plen proc radix reg rept rsreset rsset section set spc subttl ttl
""")
_BUILTINS = words("a0 a1 a2 a3 a4 a5 a6 a7 ccr d0 d1 d2 d3 d4 d5 d6 d7 pc ssp usp")


def _word(lexer: M68k, hit: Hit) -> None:
    word = hit[0].lower()
    if word in _KEYWORDS:
        token = t.KEYWORD
    elif word in _TYPES:
        token = t.KEYWORD_TYPE
    elif word in _RESERVED:
        token = t.KEYWORD_RESERVED
    elif word in _BUILTINS:
        token = t.NAME_BUILTIN
    else:
        token = t.NAME_VARIABLE if word.strip("_") else t.NAME
    lexer.emit(token, hit[0])


class M68k(RegexLexer):
    """Lex the assembler of Motorola's 68000."""

    tag = "m68k"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"^\*.*", t.COMMENT_SINGLE),
            rule(";.*", t.COMMENT_SINGLE),
            rule(r"\s+", t.TEXT),
            rule('"', t.STR, "string"),
            rule("#", t.NAME_DECORATOR),
            rule("^[.]?[a-zA-Z0-9_]+:?", t.NAME_LABEL),
            rule(r"(?i)\.[bswl\u017f]\s", t.NAME_DECORATOR),
            rule(r"(?i)'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'", t.STR_CHAR),
            rule(r"\$[0-9a-fA-F]+", t.NUM_HEX),
            rule("@[0-8]+", t.NUM_OCT),
            rule("%[01]+", t.NUM_BIN),
            rule(r"\d+", t.NUM_INTEGER),
            rule(r"[*~&+=|?:<>/-]", t.OPERATOR),
            rule(r"\\.", t.COMMENT_PREPROC),
            rule(r"[(),.]|\[[a-zA-Z0-9]*\]", t.PUNCTUATION),
            rule(NAME, _word),
        ],
        "string": C.states["string"],
    }
