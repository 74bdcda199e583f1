"""BBC BASIC."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, include, rule

_LETTER = r"[a-zA-Z\u017f\u212a_`]"  # Ruby folds two letters beyond ASCII
# Words need no blanks around them: of two that match, the first wins.
_FUNCTIONS = any_of("""
    ABS ACS ADVAL ASC ASN ATN BEATS BEAT BGET# CHR$ COS COUNT DEG DIM EOF# ERL ERR EVAL EXP EXT# FN GET$# GET$ GET HIMEM INKEY$
    INKEY INSTR INT LEFT$ LEN LN LOG LOMEM MID$ OPENIN OPENOUT OPENUP PAGE POINT POS PTR# RAD REPORT$ RIGHT$ RND SGN SIN SQR
    STR$ STRING$ SUM TAN TEMPO TIME$ TIME TOP USR VAL VPOS
""")
_STATEMENTS = any_of("""
    BEATS BPUT# CALL CASE CHAIN CLEAR CLG CLOSE# CLS COLOR COLOUR DATA ELSE ENDCASE ENDIF ENDPROC ENDWHILE END ENVELOPE FOR
    GCOL GOSUB GOTO IF INSTALL LET LIBRARY MODE NEXT OFF OF ON ORIGIN OSCI OTHERWISE OVERLAY PLOT PRINT# PRINT PROC QUIT READ
    REPEAT REPORT RETURN SOUND STEP STEREO STOP SWAP SYS THEN TINT TO VDU VOICES VOICE UNTIL WAIT WHEN WHILE WIDTH
""")
_PHRASES = (
    r"(?:CIRCLE|ELLIPSE|RECTANGE)(?: *FILL)?|(?:DRAW|FILL|MOVE)(?: *BY)?|DEF *(?:FN|PROC)|DIM(?!\()|ERROR(?: *EXT)?"
    r"|INPUT(?:#| *LINE)?|LINE(?: *INPUT)?|(?:LOCAL|RESTORE)(?: *(?:DATA|ERROR))?|POINT(?: *BY)?(?!\()"
    "|MOUSE(?: *(?:COLOUR|OFF|ON|RECTANGLE|STEP|TO))?|TRACE(?: *(?:CLOSE|ENDPROC|OFF|STEP(?: *(?:FN|ON|PROC))?|TO))?"
)
_COMMENT = r"(?:REM|;)[^:\n]*"


class BbcBasic(RegexLexer):
    """Lex BBC BASIC and the assembler in its square brackets."""

    tag = "bbcbasic"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            # A star passes the line to the operating system.
            rule(r"(:+)( *)(\*)(.*)", (t.PUNCTUATION, t.TEXT, t.KEYWORD, t.TEXT)),
            rule(r"(\n+ *)(\*)(.*)", (t.TEXT, t.KEYWORD, t.TEXT)),
            rule(r"(ELSE|OTHERWISE|REPEAT|THEN)( *)(\*)(.*)", (t.KEYWORD, t.TEXT, t.KEYWORD, t.TEXT)),
            rule(r"[ \n]+", t.TEXT),
            rule(":+", t.PUNCTUATION),
            rule(r"\[", t.KEYWORD, "assembler"),
            rule("REM *>.*", t.COMMENT_SPECIAL),
            rule("REM.*", t.COMMENT),
            rule(f"{_STATEMENTS}|{_PHRASES}", t.KEYWORD),
            include("expression"),
            rule("[,;'~]", t.PUNCTUATION),
        ],
        "expression": [
            rule(_FUNCTIONS, t.NAME_BUILTIN),
            rule(r"[-!$()*+/<=>?^|]|AND|DIV|EOR|MOD|NOT|OR", t.OPERATOR),
            rule("FALSE|TRUE", t.NAME_CONSTANT),
            rule('"[^"]*"', t.STR),
            rule(rf"{_LETTER}[\w`]*[$%]?|@%", t.NAME_VARIABLE),
            rule(r"[\d.]+", t.NUM),
            rule("%[01]+", t.NUM_BIN),
            rule(r"&\h+", t.NUM_HEX),
        ],
        "assembler": [
            rule(" +", t.TEXT),
            rule(r"\]", t.KEYWORD, "#pop"),
            rule(r"[:\n]", t.PUNCTUATION),
            rule(rf"\.{_LETTER}[\w`]*%? *", t.NAME_LABEL),
            rule(_COMMENT, t.COMMENT),
            rule(r"[^ :\n]+", t.KEYWORD, "operands"),
        ],
        "operands": [
            rule(" +", t.TEXT),
            rule(r"[:\n]", t.PUNCTUATION, "#pop"),
            rule(_COMMENT, t.COMMENT, "#pop"),
            include("expression"),
            rule(r"[#,@\[\]{}]", t.PUNCTUATION),
        ],
    }
