"""Rust."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, any_of, include, rule, words

_NAME = r"[\p{XID_Start}_]\p{XID_Continue}*"
_KEYWORDS = any_of("""
    as async await break const continue crate dyn else enum extern false fn for if impl in let log loop match mod move mut pub
    ref return self Self static struct super trait true type unsafe use where while abstract become box do final macro override
    priv typeof unsized virtual yield try union
""")
_ESCAPE = r"""\\(?:[nrt'"\\0]|x[0-9a-fA-F]{2}|u\{(?:[0-9a-fA-F]_*){1,6}\})"""
_CLOSERS = {"[": "]", "(": ")", "{": "}"}
_EXPONENT = "[eE][-+]?[0-9_]+"
_FRACTION = "[.][0-9][0-9_]*"
_SIZE = "(?:8|16|32|64|128|size)"
_FLOAT_TYPE = "(?:f32|f64)"


def _name(lexer: Rust, hit: Hit) -> None:
    lexer.emit(t.NAME_BUILTIN if hit[0] in lexer.builtins else t.NAME, hit[0])


def _open(lexer: Rust, hit: Hit) -> None:
    lexer.open_brackets[_CLOSERS[hit[0]]] += 1
    lexer.emit(t.PUNCTUATION, hit[0])


def _close(lexer: Rust, hit: Hit) -> None:
    lexer.open_brackets[hit[0]] -= 1
    if not any(lexer.open_brackets.values()):
        lexer.pop(1)
    lexer.emit(t.PUNCTUATION, hit[0])


def _nested(token: str, name: str) -> Rules:
    """Return the inside of a block comment: comments within it are of the outermost's kind."""
    return [rule(r"\*/", token, "#pop"), rule(r"/\*", token, name), rule("[^*/]+|[*/]", token)]


class Rust(RegexLexer):
    """Lex Rust. What stands in a macro's brackets is never an error; they are counted, those of macros within it too."""

    tag = "rust"
    open_brackets: dict[str, int]
    builtins = words("""
        Add BitAnd BitOr BitXor bool c_char c_double c_float char c_int clock_t c_long c_longlong Cons Const Copy c_schar
        c_short c_uchar c_uint c_ulong c_ulonglong c_ushort c_void dev_t DIR dirent Div Either Eq Err f32 f64 Failure FILE
        float fpos_t i16 i32 i64 i8 isize Index ino_t int intptr_t Left mode_t Modulo Mul Neg Nil None Num off_t Ok Option
        Ord Owned pid_t Ptr ptrdiff_t Right Send Shl Shr size_t Some ssize_t str Sub Success time_t u16 u32 u64 u8 usize
        uint uintptr_t Box Vec String Gc Rc Arc u128 i128 Result Sync Pin Unpin Sized Drop drop Fn FnMut FnOnce Clone
        PartialEq PartialOrd AsMut AsRef From Into Default DoubleEndedIterator ExactSizeIterator Extend IntoIterator
        Iterator
    """)
    states: ClassVar[dict[str, Rules]] = {
        # rustdoc hides lines that begin with `# `.
        "line start": [include("blanks"), rule(r"#\s[^\n]*", t.COMMENT_SPECIAL), rule("", None, "#pop")],
        "attribute": [
            include("blanks"),
            include("literals"),
            rule("[(,)=:]", t.NAME_DECORATOR),
            rule(r"\]", t.NAME_DECORATOR, "#pop"),
            rule(_NAME, t.NAME_DECORATOR),
        ],
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule(r"////+[^\n]*", t.COMMENT_SINGLE),
            rule(r"//[/!][^\n]*", t.COMMENT_DOC),
            rule(r"//[^\n]*", t.COMMENT_SINGLE),
            rule(r"/\*\*\*?/", t.COMMENT_MULTILINE),
            rule(r"/\*\*\*+", t.COMMENT_MULTILINE, "comment"),
            rule("/[*][*!]", t.COMMENT_DOC, "documentation"),
            rule("/[*]", t.COMMENT_MULTILINE, "comment"),
        ],
        "comment": _nested(t.COMMENT_MULTILINE, "comment"),
        "documentation": _nested(t.COMMENT_DOC, "documentation"),
        "root": [
            rule(r"\n", t.TEXT, "line start"),
            include("blanks"),
            rule(r"#!?\[", t.NAME_DECORATOR, "attribute"),
            rule(rf"\b{_KEYWORDS}\b", t.KEYWORD),
            include("literals"),
            rule("[=-]>|<->", t.KEYWORD),
            rule(r"[()\[\]{}|,:;]", t.PUNCTUATION),
            rule(r"[*/!@~&+%^<>=?-]|\.{2,3}", t.OPERATOR),
            rule(rf"(?:[.]\s*)?{_NAME}(?=\s*[(])", t.NAME_FUNCTION),
            rule(r"[.]\s*await\b", t.KEYWORD),
            rule(rf"[.]\s*{_NAME}", t.NAME_PROPERTY),
            rule(r"[.]\s*\d+", t.NAME_ATTRIBUTE),
            rule(rf"({_NAME})(::)", (t.NAME_NAMESPACE, t.PUNCTUATION)),
            rule(r"\bmacro_rules!", t.NAME_DECORATOR, "macro rules"),
            rule(f"{_NAME}!", t.NAME_DECORATOR, "macro"),
            rule(r"'static\b", t.KEYWORD),
            rule(f"'{_NAME}", t.NAME_VARIABLE),
            rule(_NAME, _name),
        ],
        "macro": [
            include("literals"),
            rule(r"[\[{(]", _open),
            rule(r"[\]})]", _close),
            rule(f"{_NAME}!", t.NAME_DECORATOR),
            include("root"),
            rule(".", t.TEXT),
        ],
        "macro rules": [rule(rf"[$]{_NAME}(?::{_NAME})?", t.NAME_VARIABLE), rule("[$]", t.NAME_VARIABLE), include("macro")],
        "literals": [
            rule(r"\b(?:true|false)\b", t.KEYWORD_CONSTANT),
            rule(rf"b?'(?:{_ESCAPE}|[^\\])'", t.STR_CHAR),
            rule('b?"', t.STR, "string"),
            rule(r'(?s)b?r(#*)".*?"\1', t.STR),
            rule(
                rf"[0-9][0-9_]*(?:{_FRACTION}(?:{_EXPONENT})?{_FLOAT_TYPE}?|(?:{_FRACTION})?{_EXPONENT}{_FLOAT_TYPE}?"
                rf"|(?:{_FRACTION})?(?:{_EXPONENT})?{_FLOAT_TYPE}|[.](?![._\p{{XID_Start}}]))",
                t.NUM_FLOAT,
            ),
            rule(rf"(?:0b[10_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*)(?:u{_SIZE}?|i{_SIZE})?", t.NUM_INTEGER),
        ],
        "string": [rule('"', t.STR, "#pop"), rule(_ESCAPE, t.STR_ESCAPE), rule(r'[^"\\]+', t.STR)],
    }

    def start(self) -> None:
        self.open_brackets = {"]": 0, ")": 0, "}": 0}
        self.push("line start")
