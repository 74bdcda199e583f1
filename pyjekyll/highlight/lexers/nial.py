"""Nial, the Nested Interactive Array Language."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_UNQUOTED = r"[^\s()\[\]{}#,;]*"
_KEYWORDS = words("""
    begin case do else elseif end endcase endfor endif endrepeat endwhile for from gets if is op repeat then tr until while
    with
""")
_TRANSFORMERS = words("""
    accumulate across bycols bykey byrows converse down each eachall eachboth eachleft eachright filter fold fork grade inner
    iterate leaf no_tr outer partition rank recur reduce reducecols reducerows sort team timeit twig
""")
_FUNCTIONS = words("""
    abs allbools allchars allin allints allnumeric allreals and append appendfile apply arccos arcsin arctan assign atomic
    atversion axes blend break breakin breaklist bye callstack cart catenate ceiling char charrep check_socket choose
    clearprofile clearws close cols content continue copyright cos cosh count cull cut cutall deepplace deepupdate deparse
    depth descan diagram display div diverse divide drop dropright edit empty equal erase eraserecord eval except execute exit
    exp expression exprs external falsehood fault filelength filepath filestatus filetally find findall first flip floor
    fromraw front fuse gage getcommandline getdef getenv getfile getname getsyms gradeup grid gt gte hitch host in
    innerproduct inv inverse ip isboolean ischar isfault isinteger isphrase isreal isstring istruthvalue laminate last libpath
    library like link list ln load loaddefs log lower lt lte match mate max maxlength min minus mix mod mold nialroot no_expr
    no_op nonlocal not notin numeric open operation operators opp opposite or pack pair parse pass paste phrase pick picture
    place placeall plus positions post power prod product profile profiletable profiletree putfile quiet_fault quotient raise
    random reach read readarray readchar readfield readfile readrecord readscreen recip reciprocal reshape rest restart
    return_status reverse rotate rows save scan second see seed seek seeprimcalls seeusercalls separator set setdeftrace
    setformat setinterrupts setlogname setmessages setprofile setprompt settrigger setwidth shape simple sin single sinh
    sketch sleep socket_accept socket_bind socket_close socket_connect socket_getline socket_listen socket_peek socket_read
    socket_receive socket_send socket_write solitary solve sortup split sqrt status string sublist sum symbols system take
    takeright tally tan tanh tell third time times timestamp tolower tonumber toplevel toraw toupper transformer transpose
    trs truth type unequal up update updateall vacate valence value variable vars version void watch watchlist write
    writearray writechars writefield writefile writerecord writescreen
""")
_CONSTANTS = words("false null pi true")


def _word(lexer: Nial, hit: Hit) -> None:
    word = hit[0].lower()
    if word in _KEYWORDS:
        token = t.KEYWORD
    elif word in _FUNCTIONS:
        token = t.KEYWORD_PSEUDO
    elif word in _TRANSFORMERS:
        token = t.NAME_BUILTIN
    else:
        token = t.KEYWORD_CONSTANT if word in _CONSTANTS else t.NAME_VARIABLE
    lexer.emit(token, hit[0])


class Nial(RegexLexer):
    """Lex Nial."""

    tag = "nial"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("'", t.STR_SINGLE, "string"),
            rule(r"[lo]+\b", t.NUM_BIN),
            rule(r"-?\d+(?:(?:\.\d*)?[eE][+-]?\d|\.)\d*", t.NUM_FLOAT),
            rule(r"-?\d+", t.NUM_INTEGER),
            rule("`.", t.STR_CHAR),
            rule(f'"{_UNQUOTED}', t.STR_SYMBOL),
            rule(rf"\?{_UNQUOTED}", t.GENERIC_ERROR),
            rule("%[^;]+;", t.COMMENT_MULTILINE),
            rule(r"^#(?:.+\n)+\n", t.COMMENT_MULTILINE),
            rule(r":=|[{}\[\](),:;]", t.PUNCTUATION),
            rule(r"~=|[.!#+*=></|@-]", t.OPERATOR),
            rule(r"[_A-Za-z]\w*\b", _word),
            rule(r"\s+", t.TEXT),
        ],
        "string": [
            rule("''", t.STR_ESCAPE),
            rule("[^']+", t.STR_SINGLE),
            rule("'", t.STR_SINGLE, "#pop"),
        ],
    }
