"""Pascal and Delphi."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, rule

_KEYWORDS = any_of("""
    absolute abstract all and and_then array as asm assembler attribute begin bindable case class const constructor delay
    destructor div do downto else end except exit export exports external far file finalization finally for forward function
    goto if implementation import in inc index inherited initialization inline interface interrupt is label library message
    mod module near nil not object of on only operator or or_else otherwise out overload override packed pascal pow private
    procedure program property protected public published qualified raise read record register repeat resident resourcestring
    restricted safecall segment set shl shr stdcall stored string then threadvar to try type unit until uses value var view
    virtual while with write writeln xor
""")
_TYPES = any_of("""
    ansichar ansistring bool boolean byte bytebool cardinal char comp currency double dword extended int64 integer iunknown
    longbool longint longword pansichar pansistring pbool pboolean pbyte pbytearray pcardinal pchar pcomp pcurrency pdate
    pdatetime pdouble pdword pextended phandle pint64 pinteger plongint plongword pointer ppointer pshortint pshortstring
    psingle psmallint pstring pvariant pwidechar pwidestring pword pwordarray pwordbool real real48 shortint shortstring single
    smallint tclass tdate tdatetime textfile thandle tobject ttime variant widechar widestring word wordbool
""")


class Pascal(RegexLexer):
    """Lex Pascal."""

    tag = "pascal"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(r"(?://|--).*$\n?", t.COMMENT_SINGLE),
            rule(r"(?s)\(\*.*?\*\)|\{.*?\}", t.COMMENT_MULTILINE),
            rule(
                r"(?:0[xX][0-9a-fA-F]*|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)(?:L|l|UL|ul|u|U|F|f|ll|LL|ull|ULL)?",
                t.NUM,
            ),
            rule(r"\$[0-9A-Fa-f]+", t.NUM_HEX),
            rule(r"[~!@#$%^&*()+`\-={}\[\]:;<>?,./|\\]", t.PUNCTUATION),
            rule("'(?:[^']|'')*'", t.STR),
            rule(r"(?i)(?:true|false|nil)\b", t.NAME_BUILTIN),
            rule(rf"(?i){_KEYWORDS}\b", t.KEYWORD),
            rule(rf"(?i){_TYPES}\b", t.KEYWORD_TYPE),
            rule(r"[_a-zA-Z\u017f\u212a]\w*", t.NAME),
        ]
    }
