"""Godot's script language."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, include, rule

_KEYWORDS = any_of("""
    and in not or as breakpoint class class_name extends is func setget signal tool const enum export onready static var break
    continue if elif else for pass return match while remote master puppet remotesync mastersync puppetsync
""")
_BUILTINS = any_of("""
    Color8 ColorN abs acos asin assert atan atan2 bytes2var ceil char clamp convert cos cosh db2linear decimals dectime
    deg2rad dict2inst ease exp floor fmod fposmod funcref hash inst2dict instance_from_id is_inf is_nan lerp linear2db load
    log max min nearest_po2 pow preload print print_stack printerr printraw prints printt rad2deg rand_range rand_seed randf
    randi randomize range round seed sign sin sinh sqrt stepify str str2var tan tanh type_exist typeof var2bytes var2str
    weakref yield
""")
_TYPES = any_of("""
    bool int float String Vector2 Rect2 Transform2D Vector3 AABB Plane Quat Basis Transform Color RID Object NodePath Dictionary
    Array PoolByteArray PoolIntArray PoolRealArray PoolStringArray PoolVector2Array PoolVector3Array PoolColorArray null
""")


def _text(quote: str, other: str, token: str) -> Rules:
    return [
        rule(
            r"%(?:\(\w+\))?[-#0 +]*(?:[0-9]+|[*])?(?:\.(?:[0-9]+|[*]))?[hlL]?[E-GXc-giorsux%]",
            t.STR_INTERPOL,
        ),
        rule(rf"[^\\{quote}%\n]+|[{other}\\%]", token),
    ]


class GDScript(RegexLexer):
    """Lex GDScript."""

    tag = "gdscript"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("#.*", t.COMMENT_SINGLE),
            rule(r"[\[\]{}:(),;]", t.PUNCTUATION),
            rule(r"\\\n", t.TEXT),
            rule(r"(?:in|and|or|not)\b", t.OPERATOR_WORD),
            rule("[-~+/*%=<>&^.!|$]", t.OPERATOR),
            rule(r"(func)((?:\s|\\)+)", (t.KEYWORD, t.TEXT), "function name"),
            rule(r"(class)((?:\s|\\)+)", (t.KEYWORD, t.TEXT), "class name"),
            rule(rf"{_KEYWORDS}\b", t.KEYWORD),
            rule(r"(?:do|switch|case)\b", t.KEYWORD_RESERVED),
            rule(rf"{_BUILTINS}\b", t.NAME_BUILTIN),
            rule(r"(?:self|false|true|PI|TAU|NAN|INF)\b", t.NAME_BUILTIN_PSEUDO),
            rule(rf"{_TYPES}\b", t.KEYWORD_TYPE),
            rule('"""', t.STR_DOUBLE, "long double quotes"),
            rule("'''", t.STR_DOUBLE, "long single quotes"),
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule("'", t.STR_DOUBLE, "single quotes"),
            rule(r"[a-zA-Z_]\w*", t.NAME),
            rule(r"\d+\.\d*(?:[eE][+-]?[0-9]+)?j?", t.NUM_FLOAT),
            rule(r"\d+[eE][+-]?[0-9]+j?", t.NUM_FLOAT),
            rule("0[xX][a-fA-F0-9]+", t.NUM_HEX),
            rule(r"\d+j?", t.NUM_INTEGER),
        ],
        "function name": [rule(r"[a-zA-Z_]\w*", t.NAME_FUNCTION, "#pop")],
        "class name": [rule(r"[a-zA-Z_]\w*", t.NAME_CLASS, "#pop")],
        "escapes": [
            rule(
                r"\\(?:[\\abfnrtv\"']|\n|N\{.*?\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})",
                t.STR_ESCAPE,
            )
        ],
        "double quotes": [include("escapes"), rule('"', t.STR_DOUBLE, "#pop"), *_text('"', "'", t.STR_DOUBLE)],
        "single quotes": [include("escapes"), rule("'", t.STR_SINGLE, "#pop"), *_text("'", '"', t.STR_SINGLE)],
        "long double quotes": [
            include("escapes"),
            rule('"""', t.STR_DOUBLE, "#pop"),
            *_text('"', "'", t.STR_DOUBLE),
            rule(r"\n", t.STR_DOUBLE),
        ],
        "long single quotes": [
            include("escapes"),
            rule("'''", t.STR_SINGLE, "#pop"),
            *_text("'", '"', t.STR_SINGLE),
            rule(r"\n", t.STR_SINGLE),
        ],
    }
