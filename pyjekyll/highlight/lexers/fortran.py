"""Fortran in free form."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_NAME = "[A-Z][_A-Z0-9]*"
_KIND = rf"(?:\d+|{_NAME})"
_EXPONENT = r"[ED][+-]?\d+"
_KEYWORDS = words("""
    abstract allocatable allocate assign assignment associate asynchronous backspace bind block blockdata call case class
    close codimension common concurrent contains contiguous continue critical cycle data deallocate deferred dimension do
    elemental else elseif elsewhere end endassociate endblock endblockdata enddo endenum endfile endforall endfunction endif
    endinterface endmodule endprogram endselect endsubmodule endsubroutine endtype endwhere endwhile entry enum enumerator
    equivalence exit extends external final flush forall format function generic goto if implicit import in include inout
    inquire intent interface intrinsic is lock module namelist non_overridable none nopass nullify only open operator optional
    out parameter pass pause pointer print private procedure program protected public pure read recursive result return rewind
    save select selectcase sequence stop submodule subroutine target then type unlock use value volatile wait where while
    write
""")
_TYPES = words("character complex doubleprecision integer logical real")
_INTRINSICS = words("""
    abs achar acos acosh adjustl adjustr aimag aint all allocated anint any asin asinh associated atan atan2 atanh
    atomic_define atomic_ref bessel_j0 bessel_j1 bessel_jn bessel_y0 bessel_y1 bessel_yn bge bgt bit_size ble blt btest
    c_associated c_f_pointer c_f_procpointer c_funloc c_loc c_sizeof ceiling char cmplx command_argument_count
    compiler_options compiler_version conjg cos cosh count cpu_time cshift date_and_time dble digits dim dot_product dprod
    dshiftl dshiftr eoshift epsilon erf erfc_scaled erfc execute_command_line exp exponent extends_type_of findloc floor
    fraction gamma get_command_argument get_command get_environment_variable huge hypot iachar iall iand iany ibclr ibits
    ibset ichar ieee_class ieee_copy_sign ieee_get_flag ieee_get_halting_mode ieee_get_rounding_mode ieee_get_status
    ieee_get_underflow_mode ieee_is_finite ieee_is_nan ieee_is_normal ieee_logb ieee_next_after ieee_rem ieee_rint ieee_scalb
    ieee_selected_real_kind ieee_set_flag ieee_set_halting_mode ieee_set_rounding_mode ieee_set_status ieee_set_underflow_mode
    ieee_support_datatype ieee_support_denormal ieee_support_divide ieee_support_flag ieee_support_halting ieee_support_inf
    ieee_support_io ieee_support_nan ieee_support_rounding ieee_support_sqrt ieee_support_standard
    ieee_support_underflow_control ieee_unordered ieee_value ieor image_index index int ior iparity is_contiguous
    is_iostat_end is_iostat_eor ishft ishftc kind lbound lcobound leadz len_trim len lge lgt lle llt log_gamma log log10
    logical maskl maskr matmul max maxexponent maxloc maxval merge_bits merge min minexponent minloc minval mod modulo
    move_alloc mvbits nearest new_line nint norm2 not null num_images pack parity popcnt poppar present product radix
    random_number random_seed range real repeat reshape rrspacing same_type_as scale scan selected_char_kind selected_int_kind
    selected_real_kind set_exponent shape shifta shiftl shiftr sign sin sinh size spacing spread sqrt storage_size sum
    system_clock tan tanh this_image tiny trailz transfer transpose trim ubound ucobound unpack verify
""")


def _name(lexer: Fortran, hit: Hit) -> None:
    name = hit[0].lower()
    if name in _KEYWORDS:
        lexer.emit(t.KEYWORD, hit[0])
    elif name in _TYPES:
        lexer.emit(t.KEYWORD_TYPE, hit[0])
    else:
        lexer.emit(t.NAME_BUILTIN if name in _INTRINSICS else t.NAME, hit[0])


def _string(quote: str, token: str) -> Rules:
    return [rule(f"[^{quote}]+", token), rule(quote * 2, t.STR_ESCAPE), rule(quote, token, "#pop")]


class Fortran(RegexLexer):
    """Lex Fortran."""

    tag = "fortran"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.WHITESPACE),
            rule("!.*$", t.COMMENT_SINGLE),
            rule("^#.*$", t.COMMENT_PREPROC),
            rule(r"::|[()/;,:&\[\]]", t.PUNCTUATION),
            rule(r"^(\s*)([0-9]+)\b", (t.WHITESPACE, t.NAME_LABEL)),
            rule(r"(?i)(FORMAT)(\s*)(\()", (t.KEYWORD, t.WHITESPACE, t.PUNCTUATION), "format"),
            rule(rf"(?i)[+-]?(?:(?:\d+\.\d*|\.\d+)(?:{_EXPONENT})?|\d+{_EXPONENT})(?:_{_KIND})?", t.NUM_FLOAT),
            rule(rf"(?i)[+-]?\d+(?:_{_KIND})?", t.NUM_INTEGER),
            rule("""(?i)B(?:'[01]+'|"[01]+")""", t.NUM_BIN),
            rule("""(?i)O(?:'[0-7]+'|"[0-7]+")""", t.NUM_OCT),
            rule("""(?i)Z(?:'[0-9A-F]+'|"[0-9A-F]+")""", t.NUM_HEX),
            rule(f"(?i)(?:{_KIND}_)?'", t.STR_SINGLE, "single quotes"),
            rule(f'(?i)(?:{_KIND}_)?"', t.STR_DOUBLE, "double quotes"),
            rule(rf"(?i)\.(?:TRUE|FALSE)\.(?:_{_KIND})?", t.KEYWORD_CONSTANT),
            rule(r"[-+*<>=%]", t.OPERATOR),
            rule(r"(?i)\.[A-Z]+\.", t.OPERATOR_WORD),
            rule(r"(?i)double\s+precision\b", t.KEYWORD_TYPE),
            rule(r"(?i)(?:go\s+to|sync\s+(?:all|images|memory)|error\s+stop)\b", t.KEYWORD),
            rule(f"(?i){_NAME}", _name),
        ],
        "single quotes": _string("'", t.STR_SINGLE),
        "double quotes": _string('"', t.STR_DOUBLE),
        "format": [
            rule("'", t.STR_SINGLE, "single quotes"),
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule(r"\(", t.PUNCTUATION, "#push"),
            rule(r"\)", t.PUNCTUATION, "#pop"),
            rule(",", t.PUNCTUATION),
            rule(r"\s+", t.WHITESPACE),
            rule(r"[^\s'\"(),]+", t.LITERAL),
        ],
    }
