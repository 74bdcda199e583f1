"""Crystal."""

from __future__ import annotations

import functools
import re
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, State, any_of, include, make_state, rule
from pyjekyll.highlight.lexer import LOST
from pyjekyll.highlight.lexers.ruby import Ruby, sigil_state
from pyjekyll.highlight.regex import quoted

_KEYWORDS = any_of("""
    BEGIN END alias begin break case defined? do else elsif end ensure for if ifdef in next redo rescue raise retry return super
    then undef unless until when while yield lib fun type of as
""")
# Rouge's list has `getter?` and `property?` in a regex, where the question mark makes the last letter optional.
_PSEUDO = any_of("""
    initialize new loop include extend raise attr_reader attr_writer attr_accessor alias_method attr catch throw private
    module_function public protected true false nil __FILE__ __LINE__ getter gette property propert struct record
""")
_BUILTINS = any_of("""
    abort ancestors at_exit caller catch chomp chop clone constants display dup eval exec exit extend fail fork format freeze
    getc gets global_variables gsub hash id included_modules inspect instance_eval instance_method instance_methods lambda
    loop method method_missing methods module_eval name object_id open p print printf proc putc puts raise rand readline
    readlines require scan select self send sleep split sprintf srand sub syscall system test throw to_a to_s trap warn
""")
_QUESTIONS = any_of("eql equal include is_a iterator kind_of nil")
_LETTER = r"[a-zA-Z_\u017f\u212a]"
_ESCAPE = r"\\u[a-fA-F0-9]{4}|\\u\{[a-fA-F0-9]{1,6}\}|\\[abefnrtv]"
_QUOTED = quoted("'")
_CHARACTER = re.compile(r"\\[\\']|[^']")


def _sigil(lexer: Crystal, hit: Hit) -> None:
    kind, opener = hit[1] or "", hit[2] or ""
    if kind == "r":
        lexer.push("regex flags")
    lexer.emit(t.STR_REGEX if kind == "r" else t.STR_OTHER, hit[0])
    interpolates = bool(kind) and kind in "rQWxI"
    if opener == "&":
        lexer.push(_ampersand_state(kind == "r", interpolates))
    else:
        lexer.push(sigil_state(Crystal, kind == "r", opener, interpolates))


@functools.cache
def _ampersand_state(is_regex: bool, interpolates: bool) -> State:
    """Return the state inside `%&...&`: in Rouge's sets of characters two ampersands say that all others are in them."""
    token = t.STR_REGEX if is_regex else t.STR_OTHER
    inside = [include("interpolation and escapes"), rule("#", token)] if interpolates else [rule(r"[\\#]", token)]
    return make_state(Crystal, f"ampersands {is_regex} {interpolates}", [rule("&", token, "#pop"), *inside, rule("(?s).+", token)])


def _character(lexer: Crystal, hit: Hit) -> None:
    """Emit a character's literal; of more than one character only the last is shown."""
    lexer.groups(hit, t.STR_SINGLE, t.STR_ESCAPE)
    last = _CHARACTER.findall(hit[3])[-1:]
    lexer.emit(LOST, hit[3][: len(hit[3]) - len("".join(last))])
    lexer.emit(t.STR_SINGLE, "".join(last) + hit[4])


class Crystal(Ruby):
    """Lex Crystal, in which much is as in Ruby."""

    tag = "crystal"
    states: ClassVar[dict[str, Rules]] = {
        **Ruby.states,
        "symbols": [
            rule(rf":@{{0,2}}{_LETTER}\w*[!?]?", t.STR_SYMBOL),
            rule(
                r":(?:===|=?~|\[\][=?]?|\*\*=?|//=?|[=^*/+-]=?|&[&*+-]?=?|\|\|?=?|![=~]?|%=?|<=>|<<?=?|>>?=?|\.\.\.?)",
                t.STR_SYMBOL,
            ),
            rule(f":{_QUOTED}", t.STR_SYMBOL),
            rule(':"', t.STR_SYMBOL, "quoted symbol"),
        ],
        "sigils": [rule(r"%([rqswQWxiI])?([^\w\s}])", _sigil)],
        "strings": [
            include("symbols"),
            rule(r"\b[a-z_]\w*?[?!]?:\s+", t.STR_SYMBOL, "operand"),
            rule('"', t.STR_DOUBLE, "quoted string"),
            rule("`", t.STR_BACKTICK, "backtick string"),
            # One that is not closed ends at its last escaped quote, if it has one.
            rule(rf"(')({_ESCAPE})?((?>(?:\\[\\']|[^'])*)|[\s\S]*)(')", _character),
        ],
        "root": [
            include("blanks"),
            rule("__END__", t.COMMENT_PREPROC, "after the end"),
            rule("0o[0-7]+(?:_[0-7]+)*", t.NUM_OCT),
            rule("0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*", t.NUM_HEX),
            rule("0b[01]+(?:_[01]+)*", t.NUM_BIN),
            rule(r"(?i)\d+\.\d+(?:e[+-]?\d+)?(?:_f32)?|\d+e[+-]?\d+|\d+_f32", t.NUM_FLOAT),
            rule(r"\d+(?:_\d+)*(?:_[iu]\d+)?", t.NUM_INTEGER),
            rule(r"@\[[^\]]+\]", t.NAME_DECORATOR),
            rule(rf"@@{_LETTER}\w*", t.NAME_VARIABLE_CLASS),
            rule(rf"@{_LETTER}\w*", t.NAME_VARIABLE_INSTANCE),
            rule(r"\$\w+|\$[!@&`'+~=/\\,;.<>_*\$?:\"]|\$-[0adFiIlpvw]", t.NAME_VARIABLE_GLOBAL),
            rule("::", t.OPERATOR),
            include("strings"),
            rule(rf"{_KEYWORDS}\b", t.KEYWORD, "operand"),
            rule(rf"(?:{_PSEUDO}|getter!|property!)\b", t.KEYWORD_PSEUDO, "operand"),
            rule(r"(module)(\s+)([a-zA-Z_][a-zA-Z0-9_]*(?:::[a-zA-Z_][a-zA-Z0-9_]*)*)", (t.KEYWORD, t.TEXT, t.NAME_NAMESPACE)),
            rule(r"(def|macro\b)(\s*)", (t.KEYWORD, t.TEXT), "function name"),
            rule(r"(class\b)(\s*)", (t.KEYWORD, t.TEXT), "class name"),
            rule(rf"{_QUESTIONS}\?", t.NAME_BUILTIN, "operand"),
            rule("(?:chomp|chop|exit|gsub|sub)!", t.NAME_BUILTIN, "operand"),
            rule(rf"{_BUILTINS}\b", t.NAME_BUILTIN, "call"),
            include("heredocs"),
            rule(r"\.{2,3}", t.OPERATOR, "operand"),
            rule("[A-Z][a-zA-Z0-9_]*", t.NAME_CONSTANT, "call"),
            rule(r"(\.|::)(\s*)([a-z_]\w*[!?]?|[*%&^`~+-/\[<>=])", (t.PUNCTUATION, t.TEXT, t.NAME_FUNCTION), "call"),
            rule(r"[a-zA-Z_]\w*[?!]", t.NAME, "operand"),
            rule(r"[a-zA-Z_]\w*", t.NAME, "call"),
            rule(r"\*\*|//|>=|<=|<=>|<<?|>>?|=~|={3}|!~|&&?|\|\||\.", t.OPERATOR, "operand"),
            rule(r"\{%|%\}", t.PUNCTUATION),
            rule(r"[-+/*%=<>&!^|~]=?", t.OPERATOR, "operand"),
            rule(r"\?", t.PUNCTUATION, ("ternary", "operand")),
            rule(r"[\[({,:\\;/]", t.PUNCTUATION, "operand"),
            rule(r"[\])}]", t.PUNCTUATION),
        ],
        "class name": [
            rule(r"\s+", t.TEXT),
            rule(r"\(", t.PUNCTUATION, ("parameters", "operand")),
            rule("<<", t.OPERATOR, "#goto:operand"),
            rule(r"[A-Z_]\w*", t.NAME_CLASS, "#pop"),
            rule("", t.TEXT, "#pop"),
        ],
        "ternary": [rule(":(?!:)", t.PUNCTUATION, "#goto:operand"), include("root")],
        "interpolation": [rule(r"#\{", t.STR_INTERPOL, "interpolated"), rule(rf"#(?:@@?|\$){_LETTER}\w*", t.STR_INTERPOL)],
        "interpolation and escapes": [
            include("interpolation"),
            rule(r"\\(?:[\\abefnrstv#\"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3}|u(?:[a-fA-F0-9]{4}|\{[^}]+\})|.)", t.STR_ESCAPE),
        ],
        # After a name: without a blank before it a slash divides, after one it may begin a regex.
        "call": [rule("/", t.OPERATOR, "#goto:operand"), rule(r"(?=\n)", t.TEXT, "#pop"), rule("", t.TEXT, "#goto:call with blank")],
    }
