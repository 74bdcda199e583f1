"""Igor Pro."""

from __future__ import annotations

import re
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_LETTERS = r"a-zA-Z\u017f\u212a"
_NAME = rf"[{_LETTERS}][{_LETTERS}0-9_]*\b"
_BLANKS = r"(?:[ \t]|\\\s*[\r\n])+"
_FLAG = rf"/[{_LETTERS}]+"
_HEX = "0[xX][a-fA-F0-9]+"
_INTEGER = r"\d+(?:_\d+)*"
_DECLARATIONS = words("""
    variable string wave strconstant constant nvar svar dfref funcref struct char uchar int16 uint16 int32 uint32 int64 uint64
    float double
""")
_KEYWORDS = words("""
    structure endstructure threadsafe static macro proc window menu function end if else elseif endif switch strswitch
    endswitch break return continue for endfor do while case default try catch endtry abortonrte
""")
# Of the functions and operations Rouge finds those alone that are written without capitals.
_FUNCTIONS = words("""
    abs acos acosh alog area asin asinh atan atan2 atanh beta betai binomial binomialln cabs ceil cequal char2num chebyshev
    cmplx cmpstr conj cos cosh cot coth cpowi csc csch date date2secs datetime defined deltax digamma dilogarithm ei enoise
    erf erfc erfcw exists exp factorial fakedata faverage floor gamma gammln gammp gammq gcd gnoise hcsr hermite imag interp
    leftx limit ln log magsqr max mean median min mod norm note num2char num2istr num2str numpnts numtype p2rect pcsr pnt2x
    poly qcsr r2polar real rightx round sawtooth sec sech sign sin sinc sinh sqrt str2num stringmatch strlen strsearch sum tan
    tango_close_device tango_command_inout tango_compute_image_proj tango_get_dev_attr_list tango_get_dev_black_box
    tango_get_dev_cmd_list tango_get_dev_status tango_get_dev_timeout tango_get_error_stack tango_open_device
    tango_ping_device tango_read_attribute tango_read_attributes tango_reload_dev_interface tango_resume_attr_monitor
    tango_set_attr_monitor_period tango_set_dev_timeout tango_start_attr_monitor tango_stop_attr_monitor
    tango_suspend_attr_monitor tango_write_attribute tango_write_attributes tanh ticks time trunc vcsr wnoise x2pnt xcsr zcsr
    zeromq_client_connect zeromq_client_recv zeromq_client_send zeromq_handler_start zeromq_handler_stop zeromq_server_bind
    zeromq_server_recv zeromq_server_send zeromq_set zeromq_stop zeromq_test_callfunction zeta
""")
_OPERATIONS = words("cd dir fprintf printf pwd sprintf sscanf wfprintf")
_DIRECTIVES = words("pragma include define ifdef ifndef undef if elif else endif")
_SET_BY_OPERATION = re.compile("[vsw]_[a-z]")


def _name(lexer: IgorPro, hit: Hit) -> None:
    token, state = _kind(hit[0].lower())
    lexer.emit(token, hit[0])
    if state:
        lexer.push(state)


def _kind(name: str) -> tuple[str, str]:
    """Return a name's token and the state to enter after it, if any."""
    if "function" in name:
        return t.KEYWORD_DECLARATION, "function"
    if name in _DECLARATIONS:
        return t.KEYWORD_DECLARATION, "variables"
    if name in _KEYWORDS:
        return t.KEYWORD, ""
    if name in ("nan", "inf"):
        return t.KEYWORD_CONSTANT, ""
    if name in _FUNCTIONS:
        return t.NAME_BUILTIN, ""
    if name in _OPERATIONS:
        return t.KEYWORD_RESERVED, "operation"
    return t.NAME_CONSTANT if _SET_BY_OPERATION.match(name) else t.NAME, ""


def _directive(lexer: IgorPro, hit: Hit) -> None:
    if hit[2].lower() in _DIRECTIVES:
        lexer.emit(t.COMMENT_PREPROC, hit[0])
    else:
        lexer.groups(hit, t.PUNCTUATION, t.NAME)


class IgorPro(RegexLexer):
    """Lex Igor Pro."""

    tag = "igorpro"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("//", t.COMMENT, "comment"),
            rule(_NAME, _name),
            rule(f"(#)({_NAME})", _directive),
            rule(
                rf"(?i)(/(?:wave|X|Y))(\s*)(=)(\s*)({_NAME})",
                (t.KEYWORD_PSEUDO, t.TEXT, t.PUNCTUATION, t.TEXT, t.NAME_VARIABLE),
            ),
            rule(r"\s", t.TEXT),
            rule("[#$~!%^&*+=|?:<>/-]", t.OPERATOR),
            rule(r"[{}()\[\],.;]", t.PUNCTUATION),
            include("strings"),
            rule(_HEX, t.NUM_FLOAT),  # Rouge has the two the wrong way round
            rule(r"\d+\.\d+(?:e[+-]?\d+)?", t.NUM_HEX),
            rule(_INTEGER, t.NUM_INTEGER),
            include("blanks"),
        ],
        "blanks": [rule(_BLANKS, t.TEXT)],
        "strings": [rule('"', t.STR_DOUBLE, "string"), rule("'[^']*'", t.STR_SINGLE)],
        "string": [
            rule(r"%\w\b", t.STR_OTHER),
            rule(r'\\[\\"]?', t.STR_ESCAPE),
            rule('[^"]', t.STR),
            rule('"', t.STR_DOUBLE, "#pop"),
        ],
        "assignment": [
            include("blanks"),
            include("strings"),
            rule(_HEX, t.NUM_FLOAT, "#pop"),
            rule(_INTEGER, t.NUM_INTEGER, "#pop"),
            rule(r"[(\[{][^)\]}]+[)\]}]|[^\s/(]+", t.GENERIC, "#pop"),
            rule("", None, "#pop"),
        ],
        "variables": [
            include("blanks"),
            rule("=", t.PUNCTUATION, "assignment"),
            rule(_NAME, t.NAME_VARIABLE),
            rule(r"[\[\]]", t.PUNCTUATION),
            rule(",", t.PUNCTUATION, "#push"),
            rule(r"\)", t.PUNCTUATION, "#pop"),
            rule(_FLAG, t.KEYWORD_PSEUDO, "#push"),
            rule("", None, "#pop"),
        ],
        "function": [
            rule(_FLAG, t.KEYWORD_PSEUDO),
            include("blanks"),
            rule(_NAME, t.NAME_FUNCTION),
            rule(r"\(", t.PUNCTUATION, "variables"),
            rule("", None, "#pop"),
        ],
        "operation": [
            rule(_BLANKS, t.TEXT),
            rule("=", t.PUNCTUATION, "assignment"),
            rule(_FLAG, t.KEYWORD_PSEUDO, "#push"),
            rule(rf"([aA][sS\u017f])(\s+)({_NAME})", (t.KEYWORD_TYPE, t.TEXT, t.NAME_LABEL)),
            rule("", None, "#pop"),
        ],
        "comment": [
            rule(r"(/\s*)(@[\w\u212a]+\b)", (t.COMMENT, t.COMMENT_SPECIAL)),  # Doxygen's
            rule(r"[^\r\n/]+|/", t.COMMENT),
            rule("", None, "#pop"),
        ],
    }
