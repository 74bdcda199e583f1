"""Zig."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_NAME = r"[a-zA-Z\u017f\u212a_]\w*"
_ESCAPE = r"""\\(?:[nrt'"\\0]|x\h{2}|u\h{4}|U\h{8})"""
_EXPONENT = "e[-+]?[0-9_]+"
_KEYWORDS = words("""
    align linksection threadlocal struct enum union error break return anyframe fn c_longlong c_ulonglong c_longdouble c_void
    comptime_float c_short c_ushort c_int c_uint c_long c_ulong continue asm defer errdefer const var extern packed export pub
    if else switch and or orelse while for bool unreachable try catch async suspend nosuspend await resume undefined
    usingnamespace test void noreturn type anyerror usize noalias inline noinline comptime callconv volatile allowzero
""")
_BUILTINS = words("""
    @addWithOverflow @as @atomicLoad @atomicStore @bitCast @breakpoint @alignCast @alignOf @cDefine @cImport @cInclude
    @bitOffsetOf @atomicRmw @bytesToSlice @byteOffsetOf @OpaqueType @panic @ptrCast @bitReverse @Vector @sin @cUndef
    @canImplicitCast @clz @cmpxchgWeak @cmpxchgStrong @compileError @compileLog @ctz @popCount @divExact @divFloor @cos
    @divTrunc @embedFile @export @tagName @TagType @errorName @call @errorReturnTrace @fence @fieldParentPtr @field @unionInit
    @errorToInt @intToEnum @enumToInt @setAlignStack @frame @Frame @exp @exp2 @log @log2 @log10 @fabs @floor @ceil @trunc
    @round @floatCast @intToFloat @floatToInt @boolToInt @errSetCast @intToError @frameAddress @import @newStackCall
    @asyncCall @intToPtr @intCast @frameSize @memcpy @memset @mod @mulWithOverflow @splat @ptrToInt @rem @returnAddress
    @setCold @Type @shuffle @setGlobalLinkage @setGlobalSection @shlExact @This @hasDecl @hasField @setRuntimeSafety
    @setEvalBranchQuota @setFloatMode @shlWithOverflow @shrExact @sizeOf @bitSizeOf @sqrt @byteSwap @subWithOverflow
    @sliceToBytes comptime_int @truncate @typeInfo @typeName @TypeOf
""")


def _name(lexer: Zig, hit: Hit) -> None:
    name = hit[3]
    if name in _KEYWORDS:
        token = t.KEYWORD
    elif name in _BUILTINS:
        token = t.NAME_BUILTIN
    elif hit[1]:
        token = t.NAME_FUNCTION if hit[5] else t.NAME_PROPERTY
    else:
        token = t.NAME
    lexer.groups(hit, t.PUNCTUATION, t.TEXT, token, t.TEXT, t.PUNCTUATION)


class Zig(RegexLexer):
    """Lex Zig."""

    tag = "zig"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\n", t.TEXT, "line start"),
            include("blanks"),
            rule(r"(?:[iu][0-9]+|f(?:16|32|64|128)|[iu]size)\b", t.KEYWORD_TYPE),
            rule(r"(?:true|false|null)\b", t.KEYWORD_CONSTANT),
            rule(rf"'(?:{_ESCAPE}|[^\\])'", t.STR_CHAR),
            rule('"', t.STR, "string"),
            rule(r'(?s)r(#*)".*?"\1', t.STR),
            rule(rf"[0-9]+(?:\.[0-9_]+(?:{_EXPONENT})?|{_EXPONENT})", t.NUM_FLOAT),
            rule("0b[10_]+|0x[0-9a-fA-F_]+|[0-9_]+", t.NUM_INTEGER),  # also the underscore that begins a name
            rule(f"'{_NAME}", t.NAME_VARIABLE),
            rule(rf"(\.?)(\s*)(@?{_NAME})(\s*)(\(?)", _name),
            rule(r"[()\[\]{}|,:;]", t.PUNCTUATION),
            rule(r"[*/!@~&+%^<>=?-]|\.{1,3}", t.OPERATOR),
        ],
        "line start": [include("blanks"), rule(r"#\s[^\n]*", t.COMMENT_SPECIAL), rule("", None, "#pop")],
        "blanks": [rule(r"\s+", t.TEXT), rule(r"//[^\n]*", t.COMMENT)],
        "string": [rule('"', t.STR, "#pop"), rule(_ESCAPE, t.STR_ESCAPE), rule(r'[^"\\]+', t.STR)],
    }
