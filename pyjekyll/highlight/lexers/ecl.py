"""ECL."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_MODULES = words("file date str math metaphone metaphone3 uni audit blas system")
_MEMBERS = words("debug email job log thorlib util workunit")
_TEMPLATE = words("""
    append apply break constant debug declare demangle else elseif end endregion error expand export exportxml for
    forall getdatatype if ifdefined inmodule isdefined isvalid line link loop mangle onwarning option region set
    stored text trace uniquename warning webservice workunit loadxml
""")
_TYPES = words("""
    ascii big_endian boolean data decimal ebcdic grouped integer linkcounted pattern qstring real record rule set of
    streamed string token udecimal unicode utf8 unsigned varstring varunicode
""")
_SIZED = words("data string qstring varstring varunicode unicode utf8")
_KEYWORDS = words("""
    and or in not all any as from atmost before best between case const counter csv descend encrypt end endmacro enum
    except exclusive expire export extend fail few first flat full function functionmacro group heading hole ifblock
    import joined keep keyed last left limit load local locale lookup many maxcount maxlength _token module interface
    named nocase noroot noscan nosort only opt outer overwrite packed partition penalty physicallength pipe quote
    repeat return right rows scan self separator service shared skew skip sql store terminator thor threshold
    transform trim type unicodeorder unsorted validate virtual whole wild within xml xpath after cluster compressed
    compression default encoding escape fileposition forward inner internal literal lzw mofn multiple namespace
    wnotrim noxpath onfail prefetch retry rowset scope smart soapaction stable timelimit timeout unordered unstable
    update use width
""")
_FUNCTIONS = words("""
    abs acos aggregate allnodes apply asin asstring atan ave catch choose choosen choosesets clustersize combine
    correlation cos cosh count covariance cron dataset dedup define denormalize dictionary distribute distributed
    distribution enth error evaluate event eventextra eventname exists exp failcode failmessage fetch fromunicode
    fromxml getenv getisvalid global graph hash hashcrc having httpcall httpheader if iff index intformat isvalid
    iterate join keyunicode length library ln log loop map matched matchlength matchposition matchtext matchunicode
    max merge mergejoin min nofold nolocal nonempty normalize parse power preload process project pull random range
    rank ranked realformat recordof regexfind regexreplace regroup rejected rollup round roundup row rowdiff sample
    sin sinh sizeof soapcall sort sorted sqrt stepped stored sum table tan tanh thisnode topn tounicode toxml transfer
    truncate typeof ungroup variance which workunit xmldecode xmlencode xmltext xmlunicode assert build buildindex
    keydiff keypatch loadxml nothor notify output parallel sequential wait
""")


def _path(lexer: Ecl, hit: Hit) -> None:
    is_known = hit[1] == "std" and hit[2] in _MODULES and hit[3] in _MEMBERS
    lexer.emit(t.NAME_CLASS if is_known else t.NAME_VARIABLE, hit[0])


def _word(lexer: Ecl, hit: Hit) -> None:
    stem, digits = hit[2].lower(), hit[3]
    if hit[1]:
        token = t.KEYWORD_TYPE if stem + digits in _TEMPLATE else t.ERROR
    else:
        token = t.KEYWORD_TYPE if digits and _is_sized_type(stem, int(digits)) else _find_token(stem + digits)
    lexer.emit(token, hit[0])


def _is_sized_type(stem: str, size: int) -> bool:
    return stem in _SIZED or (stem in ("integer", "unsigned") and 1 <= size <= 8) or (stem == "real" and size in (4, 8))


def _find_token(word: str) -> str:
    if word in _TYPES:
        return t.KEYWORD_TYPE
    if word in _KEYWORDS:
        return t.KEYWORD
    return t.NAME_FUNCTION if word in _FUNCTIONS else t.KEYWORD_CONSTANT if word in ("true", "false") else t.NAME_OTHER


class Ecl(RegexLexer):
    """Lex ECL. A minus sign is no operator."""

    tag = "ecl"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\n+", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"[ \t\r]+", t.TEXT),
            rule(r"\\\n", t.TEXT),
            rule(r"(?s)/[*].*?[*]/", t.COMMENT_MULTILINE),
            rule(r"[xDQUV]?'[^'\\]*(?:\\.[^'\\]*)*'", t.STR_SINGLE),
            rule(r"\\(?:x\\hh|[0-2][0-7]{,2}|3[0-6][0-7]?|37[0-7]?|[4-7][0-7]?|.|$)", t.TEXT),
            rule(r"\b(?i:and|not|or|in)\b", t.OPERATOR_WORD),
            rule(r"[:=|<>/+]", t.OPERATOR),
            rule(r"[\[\]{}();,&.%]", t.PUNCTUATION),
            rule(r"(?s)\b(?i:beginc\+\+.*?endc\+\+|embed.*?endembed)", t.STR_SINGLE),
            rule(r"\b(\w+)\.(\w+)\.(\w+)", _path),
            rule(r"\b(?i:u?decimal)\d+(?:_\d+)?\b", t.KEYWORD_TYPE),
            rule(r"(?i)\d+\.\d+(?:e[+-]?\d+)?", t.NUM_FLOAT),
            rule(r"(?i)0?x[0-9a-f]+", t.NUM_HEX),
            rule("(?i)0[0-9a-f]+x", t.NUM_HEX),
            rule("0[bB][01]+|[01]+[bB]", t.NUM_BIN),
            rule(r"\d+", t.NUM_INTEGER),
            rule(r"(#?)([a-zA-Z\u017f\u212a_]\w*?)(\d*)\b", _word),  # with what Ruby folds to one of the letters
        ]
    }
