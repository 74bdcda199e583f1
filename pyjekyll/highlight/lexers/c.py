"""C."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

NAME = "[a-zA-Z_][a-zA-Z0-9_]*"
BLANKS = r"(?:\s|//.*?\n|/[*].*?[*]/)+"


def emit_name(lexer: C, name: str, other: str = t.NAME) -> None:
    """Emit a name as what the language knows it to be, else as another."""
    if name in lexer.keywords:
        token = t.KEYWORD
    elif name in lexer.types:
        token = t.KEYWORD_TYPE
    elif name in lexer.reserved:
        token = t.KEYWORD_RESERVED
    else:
        token = t.NAME_BUILTIN if name in lexer.builtins else other
    lexer.emit(token, name)


def _name(lexer: C, hit: Hit) -> None:
    emit_name(lexer, hit[0])


def function(lexer: C, hit: Hit) -> None:
    """Emit the head of a function, and enter its body if there is one."""
    lexer.recurse(hit[1])
    lexer.emit(t.NAME_FUNCTION, hit[2])
    lexer.recurse(hit[3])
    lexer.recurse(hit[4])
    lexer.emit(t.PUNCTUATION, hit[5])
    if hit[5] == "{":
        lexer.push("function")


class C(RegexLexer):
    """Lex C. A function's head is known by what follows it: `{` or `;`."""

    tag = "c"
    keywords = words("""
        auto break case const continue default do else enum extern for goto if register restricted return sizeof static struct
        switch typedef union volatile virtual while
        _Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn _Static_assert _Thread_local
    """)
    types = words("""
        int long float short double char unsigned signed void

        jmp_buf FILE DIR div_t ldiv_t mbstate_t sig_atomic_t fpos_t clock_t time_t va_list size_t ssize_t off_t wchar_t
        ptrdiff_t wctrans_t wint_t wctype_t

        _Bool _Complex int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t
        int_least8_t int_least16_t int_least32_t int_least64_t uint_least8_t uint_least16_t uint_least32_t uint_least64_t
        int_fast8_t int_fast16_t int_fast32_t int_fast64_t uint_fast8_t uint_fast16_t uint_fast32_t uint_fast64_t
        intptr_t uintptr_t intmax_t uintmax_t char16_t char32_t
    """)
    reserved = words("""
        __asm __int8 __based __except __int16 __stdcall __cdecl __fastcall __int32 __declspec __finally __int61 __try __leave
        inline _inline __inline naked _naked __naked restrict _restrict __restrict thread _thread __thread
        typename _typename __typename
    """)
    builtins: ClassVar[frozenset[str]] = frozenset()
    states: ClassVar[dict[str, Rules]] = {
        "line start": [rule(rf"{NAME}:(?!:)", t.NAME_LABEL), include("line start in expression")],
        "line start in expression": [
            include("blanks in line"),
            rule(r"#if\s0", t.COMMENT, "if 0"),
            rule("#", t.COMMENT_PREPROC, "macro"),
            rule("", None, "#pop"),
        ],
        "blanks in line": [
            rule(r"[ \t\r]+", t.TEXT),
            rule(r"\\\n", t.TEXT),
            rule(r"(?s)/(?:\\\n)?[*].*?[*](?:\\\n)?/", t.COMMENT_MULTILINE),
        ],
        "blanks": [
            rule(r"\n+", t.TEXT, "line start"),
            rule("//.*", t.COMMENT_SINGLE, "line start"),
            include("blanks in line"),
        ],
        "blanks in expression": [rule(r"\n+", t.TEXT, "line start in expression"), include("blanks")],
        "statements": [
            include("blanks"),
            rule('(?:u8|u|U|L)?"', t.STR, "string"),
            rule(r"(?i)(?:u8|u|U|L)?'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'", t.STR_CHAR),
            rule(r"(?i)(?:\d+[.]\d*|[.]?\d+)e[+-]?\d+[lu]*", t.NUM_FLOAT),
            rule(r"(?i)0x[0-9a-f]+[lu]*", t.NUM_HEX),
            rule(r"(?i)0[0-7]+[lu]*", t.NUM_OCT),
            rule(r"(?i)\d+[lu]*", t.NUM_INTEGER),
            rule(r"\*/", t.ERROR),
            rule(r"[~!%^&*+=\|?:<>/-]", t.OPERATOR),
            rule(r"[()\[\],.;]", t.PUNCTUATION),
            rule(r"\bcase\b", t.KEYWORD, "case"),
            rule(r"(?:true|false|NULL)\b", t.NAME_BUILTIN),
            rule(NAME, _name),
        ],
        "case": [rule(":", t.PUNCTUATION, "#pop"), include("statements")],
        "root": [
            include("blanks in expression"),
            # What the function returns, its name, its parameters. Looking for the parenthesis first spares most attempts.
            rule(rf"(?s)(?=[\w*\s]++\()([\w*\s]+?[\s*])({NAME})(\s*\([^;]*?\))((?-s:{BLANKS})?)(\{{|;)", function),
            rule(r"\{", t.PUNCTUATION, "function"),
            include("statements"),
        ],
        "function": [
            include("blanks"),
            include("statements"),
            rule(r"\{", t.PUNCTUATION, "function"),
            rule(r"\}", t.PUNCTUATION, "#pop"),
        ],
        "string": [
            rule('"', t.STR, "#pop"),
            rule(r"\\(?:[\\abfnrtv\"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})", t.STR_ESCAPE),
            rule(r'[^\\"\n]+|\\\n?', t.STR),
        ],
        "macro": [
            include("include"),
            rule(r"[^/\n\\]+", t.COMMENT_PREPROC),
            rule(r"(?s)\\.", t.COMMENT_PREPROC),
            include("blanks in line"),
            rule("/", t.COMMENT_PREPROC),
            rule(r"\n", t.COMMENT_PREPROC, "#pop"),
        ],
        "include": [
            rule(r'(include)(\s*)(<[^>]+>|"[^"]+")([^\n]*)', (t.COMMENT_PREPROC, t.TEXT, t.COMMENT_PREPROC_FILE, t.COMMENT_SINGLE)),
        ],
        "if 0": [
            rule(r"^\s*#if", t.COMMENT, "if 0"),  # also #ifdef and #ifndef
            rule(r"^\s*#\s*el(?:se|if)", t.COMMENT, "#pop"),
            rule(r"^\s*#\s*endif\b(?:[^\n\\]|\\(?!\n)|\\\n)*\n", t.COMMENT, "#pop"),
            rule(r".*?\n", t.COMMENT),
        ],
    }

    def start(self) -> None:
        self.push("line start")
