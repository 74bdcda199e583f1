"""ARM's assembler."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, rule

_LETTER = r"[a-zA-Z_\u017f\u212a]"  # Ruby folds two letters beyond ASCII
_ARGUMENT = rule(r"\$[a-zA-Z\u017f\u212a]\w*\.?", t.NAME_NAMESPACE)
_PREPROCESSOR = any_of("define elif else endif error ifdef ifndef if include line pragma undef warning")
_FILE_DIRECTIVES = any_of("BIN GET INCBIN INCLUDE LNK")
_DIRECTIVES = any_of("""
    ALIAS ALIGN AOF AOUT AREA ARM ASSERT ATTR CN CODE16 CODE32 COMMON CP DATA DCB DCD DCDO DCDU DCFD DCFDU DCFH DCFHU DCFS
    DCFSU DCI DCQ DCQU DCW DCWU DN ELIF ELSE END ENDFUNC ENDIF ENDP ENTRY EQU EXPORT EXPORTAS EXTERN FIELD FILL FN FRAME
    FUNCTION GBLA GBLL GBLS GLOBAL IF IMPORT INFO KEEP LCLA LCLL LCLS LEADR LEAF LTORG MACRO MAP MEND MEXIT NOFP OPT ORG
    PRESERVE8 PROC QN RELOC REQUIRE REQUIRE8 RLIST RN ROUT SETA SETL SETS SN SPACE STRONG SUBT THUMB THUMBX TTL WEND WHILE
""")
_SHIFTS_AND_CONDITIONS = """
    ASR LSL LSR ROR RRX AL CC CS EQ GE GT HI HS LE LO LS LT MI NE PL VC VS
"""
_BUILTINS = any_of("""
    ARCHITECTURE AREANAME ARMASM_VERSION CODESIZE COMMANDLINE CONFIG CPU ENDIAN FALSE FPIC FPU INPUTFILE INTER LINENUM
    LINENUMUP LINENUMUPPER OBJASM_VERSION OPT PC PCSTOREOFFSET REENTRANT ROPI RWPI TRUE VAR
""")
_OPERATORS = any_of("""
    AND BASE CC CC_ENCODING CHR DEF EOR FATTR FEXEC FLOAD FSIZE INDEX LAND LEFT LEN LEOR LNOT LOR LOWERCASE MOD NOT OR RCONST
    REVERSE_CC RIGHT ROL ROR SHL SHR STR UAL UPPERCASE
""")
# A number after its base, of digits below that; a dot among them makes it a fraction.
_BASED = "|".join(f"{base}_[0-{base - 1}]+" for base in range(2, 10))
_BASED_FRACTION = _BASED.replace("[", "[.")


def _quoted(quote: str, token: str) -> Rules:
    return [
        rule(r"\n", t.TEXT, "#pop"),
        rule(r"\$\$", token),
        _ARGUMENT,
        rule(quote, token, "#goto:arguments"),
        rule(rf"[^${quote}\n]+", token),
    ]


class ArmAsm(RegexLexer):
    """Lex ARM's assembler: a label at the start of a line, after blanks a command, after more blanks its arguments."""

    tag = "armasm"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\n", t.TEXT),
            rule(rf"^([ \t]*)(#[ \t]*(?:{_PREPROCESSOR}(?:[ \t].*)?)?)(\n)", (t.TEXT, t.COMMENT_PREPROC, t.TEXT)),
            rule(r"[ \t]+", t.TEXT, "command"),
            rule(";.*", t.COMMENT),
            rule(rf"\${_LETTER}\w*\.?", t.NAME_NAMESPACE),
            rule(r"\w+|\|[^|\n]+\|", t.NAME_LABEL),
        ],
        "command": [
            rule(r"\n", t.TEXT, "#pop"),
            rule(r"[ \t]+", t.TEXT, "#goto:arguments"),
            rule(";.*", t.COMMENT, "#pop"),
            rule(rf"{_FILE_DIRECTIVES}\b", t.KEYWORD, "#goto:file name"),
            rule(rf"(?:{_DIRECTIVES}|DCI.[NW]|[\[\]|!#*=%&^])(?=[; \t\n])", t.KEYWORD),
            # An instruction is written in one case; other words are macros.
            rule(r"(?:[A-Z][\dA-Z]*|[a-z][\da-z]*)(?:\.[NWnw])?(?:\.[DFIPSUdfipsu]?(?:8|16|32|64)?){0,3}\b", t.NAME_BUILTIN),
            rule(rf"{_LETTER}\w*|\|[^|\n]+\|", t.NAME_FUNCTION),
            _ARGUMENT,
        ],
        "arguments": [
            rule(r"\n", t.TEXT, "#pop"),
            rule(r"[ \t]+", t.TEXT),
            rule(";.*", t.COMMENT, "#pop"),
            rule(rf"{any_of(_SHIFTS_AND_CONDITIONS + _SHIFTS_AND_CONDITIONS.lower())}\b", t.NAME_BUILTIN),
            rule(rf"{_LETTER}\w*|\|[^|\n]+\|", t.NAME_VARIABLE),
            rule(rf"(?i)%[bf]?[at]?\d+(?:{_LETTER}\w*)?", t.NAME_LABEL),
            rule(r"(?i)(?:&|0x)\h+(?!p)", t.NUM_HEX),
            rule(r"(?i)(?:&|0x)[.\h]+(?:p[-+]?\d+)?", t.NUM_FLOAT),
            rule(r"(?i)0f_\h{8}|0d_\h{16}", t.NUM_FLOAT),
            rule(rf"(?i)(?:{_BASED}|\d+)(?!e)", t.NUM_INTEGER),
            rule(rf"(?i)(?:{_BASED_FRACTION}|[.\d]+)(?:e[-+]?\d+)?", t.NUM_FLOAT),
            rule(r"[@:](?=[ \t]*(?:8|16|32|64|128|256)[^\d])", t.OPERATOR),
            rule(rf"[.@]|\{{{_BUILTINS}\}}", t.NAME_CONSTANT),
            rule(
                rf"[-!#%&()*+,/<=>?^{{|}}\[\]]"
                rf"|:(?:{_OPERATORS}|TARGET_(?:ARCH|FEATURE)_[0-9A-Z_]+|TARGET_FPU_[A-Z_]|TARGET_PROFILE_[ARM]):",
                t.OPERATOR,
            ),
            _ARGUMENT,
            rule("'", t.STR_CHAR, "#goto:single quotes"),
            rule('"', t.STR_DOUBLE, "#goto:double quotes"),
        ],
        "single quotes": _quoted("'", t.STR_CHAR),
        "double quotes": _quoted('"', t.STR_DOUBLE),
        "file name": [
            rule(r"\n", t.TEXT, "#pop"),
            rule(r"\$\$", t.STR_OTHER),
            _ARGUMENT,
            rule(r"[^$\n]+", t.STR_OTHER),
        ],
    }
