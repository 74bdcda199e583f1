"""Visual Basic."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_NAME = r"[a-zA-Z\u017f\u212a_]\w*"
_KEYWORDS = words("""
    AddHandler Alias ByRef ByVal CBool CByte CChar CDate CDbl CDec CInt CLng CObj CSByte CShort CSng CStr CType CUInt CULng
    CUShort Call Case Catch Class Const Continue Declare Default Delegate Dim DirectCast Do Each Else ElseIf End EndIf Enum
    Erase Error Event Exit False Finally For Friend Function Get Global GoSub GoTo Handles If Implements Imports Inherits
    Interface Let Lib Loop Me Module MustInherit MustOverride MyBase MyClass Namespace Narrowing New Next Not NotInheritable
    NotOverridable Nothing Of On Operator Option Optional Overloads Overridable Overrides ParamArray Partial Private Property
    Protected Public RaiseEvent ReDim ReadOnly RemoveHandler Resume Return Select Set Shadows Shared Single Static Step Stop
    Structure Sub SyncLock Then Throw To True Try TryCast Using Wend When While Widening With WithEvents WriteOnly
""")
_TYPES = words("Boolean Byte Char Date Decimal Double Integer Long Object SByte Short Single String Variant UInteger ULong UShort")
_OPERATORS = words("AddressOf And AndAlso As GetType In Is IsNot Like Mod Or OrElse TypeOf Xor")


def _word(lexer: VisualBasic, hit: Hit) -> None:
    word = hit[0]
    if word in _KEYWORDS:
        lexer.emit(t.KEYWORD, word)
    elif word in _TYPES:
        lexer.emit(t.KEYWORD_TYPE, word)
    elif word in _OPERATORS:
        lexer.emit(t.OPERATOR_WORD, word)
    else:
        lexer.emit(t.NAME_BUILTIN if word in ("Console", "ConsoleColor") else t.NAME, word)


class VisualBasic(RegexLexer):
    """Lex Visual Basic."""

    tag = "vb"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            rule(
                r"#If\b.*?\bThen|#ElseIf\b.*?\bThen|#End\s+If|#Const|#ExternalSource.*?\n|#End\s+ExternalSource|#Region.*?\n"
                r"|#End\s+Region|#ExternalChecksum",
                t.COMMENT_PREPROC,
            ),
            rule(r"\.", t.PUNCTUATION, "member"),
            rule("[(){}!#,:]", t.PUNCTUATION),
            rule(r"Option\s+(?:Strict|Explicit|Compare)\s+(?:On|Off|Binary|Text)", t.KEYWORD_DECLARATION),
            rule(r"End\b", t.KEYWORD, "end"),
            rule(r"(?:Dim|Const)\b", t.KEYWORD, "variable"),
            rule(r"(?:Function|Sub|Property)\b", t.KEYWORD, "function name"),
            rule(r"(?:Class|Structure|Enum)\b", t.KEYWORD, "class name"),
            rule(r"(?:Module|Namespace|Imports)\b", t.KEYWORD, "namespace"),
            rule(r"[A-Z]\w*", _word),
            rule(r"[-&*/\\^+=<>]", t.OPERATOR),
            rule('"', t.STR, "string"),
            rule(rf"{_NAME}[%&@!#$]?", t.NAME),
            rule(r"(?i)\d+\.\d*(?:f[+-]?\d+)?", t.NUM_FLOAT),
            rule(r"\d+(?:[SILDFR]|US|UI|UL)?", t.NUM_INTEGER),
        ],
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule(r"(?i)rem\b.*?$", t.COMMENT_SINGLE),
            rule(r"(?s)%\{.*?%\}", t.COMMENT_MULTILINE),
            rule("'.*$", t.COMMENT_SINGLE),
        ],
        "member": [include("blanks"), rule(_NAME, t.NAME, "#pop")],
        "string": [rule('""', t.STR_ESCAPE), rule('"C?', t.STR, "#pop"), rule('[^"]+', t.STR)],
        "variable": [include("blanks"), rule(_NAME, t.NAME_VARIABLE, "#pop"), rule("", None, "#pop")],
        "function name": [include("blanks"), rule(_NAME, t.NAME_FUNCTION, "#pop")],
        "class name": [include("blanks"), rule(_NAME, t.NAME_CLASS, "#pop")],
        "namespace": [include("blanks"), rule(rf"{_NAME}(?:\.{_NAME})*", t.NAME_NAMESPACE, "#pop")],
        "end": [
            include("blanks"),
            rule(r"(?:Function|Sub|Property|Class|Structure|Enum|Module|Namespace)\b", t.KEYWORD, "#pop"),
            rule("", None, "#pop"),
        ],
    }
