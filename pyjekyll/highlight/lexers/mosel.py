"""Mosel."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_CONSTANTS = words("true false")
_KEYWORDS = words("""
    and array as boolean break case count counter declarations div do dynamic elif else end evaluation exit false forall forward
    from function if imports in include initialisations initializations integer inter is_binary is_continuous is_free is_integer
    is_partint is_semcont is_semint is_sos1 is_sos2 linctr list max min mod model mpvar next not of options or package parameters
    procedure public prod range real record repeat requirements set string sum then to true union until uses version while with
""")
_FUNCTIONS = words("""
    abs arctan assert bitflip bitneg bitset bitshift bittest bitval ceil cos create currentdate currenttime cuthead cuttail
    delcell exists exit exp exportprob fclose fflush finalize findfirst findlast floor fopen fselect fskipline getact getcoeff
    getcoeffs getdual getfid getfirst gethead getfname getlast getobjval getparam getrcost getreadcnt getreverse getsize getslack
    getsol gettail gettype getvars iseof ishidden isodd ln log makesos1 makesos2 maxlist minlist publish random read readln reset
    reverse round setcoeff sethidden setioerr setname setparam setrandseed settype sin splithead splittail sqrt strfmt substr
    timestamp unpublish write writeln
""")
_OPTIMIZER_FUNCTIONS = words("""
    addmipsol basisstability calcsolinfo clearmipdir clearmodcut command copysoltoinit defdelayedrows defsecurevecs
    estimatemarginals fixglobal getbstat getdualray getiis getiissense getiistype getinfcause getinfeas getlb getloadedlinctrs
    getloadedmpvars getname getprimalray getprobstat getrange getsensrng getub implies indicator isiisvalid isintegral loadbasis
    loadmipsol loadprob maximize minimize postsolve readbasis readdirs readsol refinemipsol rejectintsol repairinfeas resetbasis
    resetiis resetsol savebasis savemipsol savesol savestate selectsol setbstat setcallback setcbcutoff setgndata setlb setmipdir
    setmodcut setsol setub setucbdata stopoptimize unloadprob writebasis writedirs writeprob writesol xor
""")
_OPTIMIZER_CONSTANTS = words("XPRS_OPT XPRS_UNF XPRS_INF XPRS_UNB XPRS_OTH")
_OPTIMIZER_PARAMETERS = words("""
    xprs_colorder xprs_enumduplpol xprs_enummaxsol xprs_enumsols xprs_fullversion xprs_loadnames xprs_problem xprs_probname
    xprs_verbose
""")
# Those of the modules for the system and for jobs.
_MODULE_FUNCTIONS = words("""
    addmonths copytext cuttext deltext endswith expandpath fcopy fdelete findfiles findtext fmove getasnumber getchar getcwd
    getdate getday getdaynum getdays getdirsep getendparse setendparse getenv getfsize getfstat getftime gethour getminute
    getmonth getmsec getpathsep getqtype setqtype getsecond getsepchar setsepchar getsize getstart setstart getsucc setsucc
    getsysinfo getsysstat gettime gettmpdir gettrim settrim getweekday getyear inserttext isvalid makedir makepath newtar newzip
    nextfield openpipe parseextn parseint parsereal parsetext pastetext pathmatch pathsplit qsort quote readtextline regmatch
    regreplace removedir removefiles setchar setdate setday setenv sethour setminute setmonth setmsec setsecond settime setyear
    sleep startswith system tarlist textfmt tolower toupper trim untar unzip ziplist

    clearaliases connect disconnect findxsrvs getaliases getbanner gethostalias sethostalias compile detach getannidents
    getannotations getexitcode getgid getid getnode getrmtid getstatus getuid load reset resetmodpar run setcontrol setdefstream
    setmodpar setworkdir stop unload dropnextevent getclass getfromgid getfromid getfromuid getnextevent getvalue isqueueempty
    nullevent peeknextevent send setgid setuid wait waitfor
""")
_MODULE_PARAMETERS = words("""
    datefmt datetimefmt monthnames sys_endparse sys_fillchar sys_pid sys_qtype sys_regcache sys_sepchar conntmpl defaultnode
    fsrvdelay fsrvnbiter fsrvport jobid keepalive nodenumber parentnumber
""")
# In the order of precedence, and whether they are looked up in lower case.
_TOKENS = (
    (_CONSTANTS, True, t.NAME_BUILTIN),
    (_KEYWORDS, True, t.KEYWORD),
    (_FUNCTIONS, False, t.NAME_BUILTIN),
    (_OPTIMIZER_FUNCTIONS, False, t.NAME_FUNCTION),
    (_OPTIMIZER_CONSTANTS, False, t.NAME_CONSTANT),
    (_OPTIMIZER_PARAMETERS, True, t.NAME_PROPERTY),
    (_MODULE_FUNCTIONS, True, t.NAME_FUNCTION),
    (_MODULE_PARAMETERS, False, t.NAME_PROPERTY),
)


def _word(lexer: Mosel, hit: Hit) -> None:
    word, lower = hit[0], hit[0].lower()
    lexer.emit(next((token for known, any_case, token in _TOKENS if (lower if any_case else word) in known), t.NAME), word)


class Mosel(RegexLexer):
    """Lex Mosel, the language of FICO's optimizer."""

    tag = "mosel"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(r"!.*$\n?", t.COMMENT_SINGLE),
            rule(r"(?s)\(!.*?!\)", t.COMMENT_MULTILINE),
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule("'", t.STR_SINGLE, "single quotes"),
            # Of a longer suffix only the first letter counts.
            rule(
                r"(?:0[xX][0-9a-fA-F]*|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)(?:UL|ul|[LluUFf])?",
                t.NUM,
            ),
            rule(r"[~@#$%^&*()+`={}\[\]:;<>?,./|\\-]", t.PUNCTUATION),
            rule(r"[a-zA-Z_]\w*\b", _word),
            rule(r"[a-zA-Z_]\w*", t.NAME),  # before a letter that no name has
        ],
        "single quotes": [rule("'", t.STR_SINGLE, "#pop"), rule("[^']+", t.STR_SINGLE)],
        "double quotes": [
            rule('"', t.STR_DOUBLE, "#pop"),
            rule(r'\\(?:["\\abfnrtv]|[0-7]{1,3}\D)', t.STR_ESCAPE),  # a number with the character after it
            rule(r'[^"\\]+|\\', t.STR_DOUBLE),
        ],
    }
