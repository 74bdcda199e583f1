"""Tcl."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_KEYWORDS = words("""
    after apply array break catch continue elseif else error eval expr for foreach global if namespace proc rename return set
    switch then trace unset update uplevel upvar variable vwait while
""")
_BUILTINS = words("""
    append bgerror binary cd chan clock close concat dde dict encoding eof exec exit fblocked fconfigure fcopy file fileevent
    flush format gets glob history http incr info interp join lappend lassign lindex linsert list llength load loadTk lrange
    lrepeat lreplace lreverse lsearch lset lsort mathfunc mathop memory msgcat open package pid pkg::create pkg_mkIndex
    platform platform::shell puts pwd re_syntax read refchan regexp registry regsub scan seek socket source split string subst
    tell time tm unknown unload
""")
_END_OF_WORD = r")\]};\n\r\t\v"  # not a blank


def _command(lexer: Tcl, hit: Hit) -> None:
    word = hit[0]
    lexer.emit(t.KEYWORD if word in _KEYWORDS else t.NAME_BUILTIN if word in _BUILTINS else t.TEXT, word)


def _leave_braces(lexer: Tcl, hit: Hit) -> None:
    while not lexer.is_state("braces"):
        lexer.pop()
    lexer.pop()
    lexer.emit(t.PUNCTUATION, hit[0])


def _closing_brace(lexer: Tcl, hit: Hit) -> None:
    if lexer.in_state("braces"):
        _leave_braces(lexer, hit)
    else:
        lexer.emit(t.ERROR, hit[0])


def _open_brace_in_string(lexer: Tcl, hit: Hit) -> None:
    lexer.braces_in_strings += 1
    lexer.emit(t.STR_DOUBLE, hit[0])


def _closing_brace_in_string(lexer: Tcl, hit: Hit) -> None:
    if lexer.in_state("braces") and lexer.braces_in_strings == 0:
        _leave_braces(lexer, hit)
    else:
        lexer.braces_in_strings -= 1
        lexer.emit(t.STR_DOUBLE, hit[0])


def _commands(arguments: str) -> Rules:
    """Return the rules where a command may come, whose arguments are lexed in a state of their own."""
    return [
        include("word"),
        rule(r"#[^)\]};\n]+", t.COMMENT_SINGLE),
        rule(f"(?=[{_END_OF_WORD}])", None, arguments),
        rule(f"[^{_END_OF_WORD}]+", _command),
    ]


def _delimited(name: str, closer: str, other_closer: str) -> dict[str, Rules]:
    return {
        name: [rule(closer, t.PUNCTUATION, "#pop"), *_commands(f"arguments in {name}")],
        f"arguments in {name}": [
            rule(closer, t.PUNCTUATION, "#pop:2"),
            rule(r"[)\]}]", other_closer),
            include("arguments"),
        ],
    }


class Tcl(RegexLexer):
    """Lex Tcl. A closing brace ends whatever was begun since the brace opened."""

    tag = "tcl"
    states: ClassVar[dict[str, Rules]] = {
        "root": _commands("arguments"),
        "word": [
            rule(r"\{\*\}", t.KEYWORD),
            rule(r"\}", _closing_brace),
            include("interpolation"),
            rule(r"\{", t.PUNCTUATION, "braces"),
            rule(r"\(", t.PUNCTUATION, "parentheses"),
            rule('"', t.STR_DOUBLE, "string"),
            rule(rf'[^{_END_OF_WORD}]+?(?=[(\[{{"\\])', t.TEXT),
        ],
        "arguments": [
            rule(";", t.PUNCTUATION, "#pop"),
            rule(r"\n", t.TEXT, "#pop"),
            rule("else|then", t.KEYWORD),
            include("word"),
            rule(r"\s+", t.TEXT),
            rule(f"[^{_END_OF_WORD}]+", t.TEXT),
        ],
        **_delimited("braces", r"\}", t.TEXT),
        **_delimited("parentheses", r"\)", t.ERROR),
        **_delimited("brackets", r"\]", t.ERROR),
        "interpolation": [
            rule(r"\[", t.PUNCTUATION, "brackets"),
            rule(r"\$[a-z0-9.:-]+|(?s:\$\{.*?\})", t.NAME_VARIABLE),
            rule(r"\$", t.TEXT),
            rule(r"(?is)\\(?:[0-7]{3}|x[0-9a-f]{2}|u[0-9a-f]{4}|.)", t.STR_ESCAPE),
        ],
        "string": [
            rule('"', t.STR_DOUBLE, "#pop"),
            include("interpolation"),
            rule(r'[^\\\[$"{}]+', t.STR_DOUBLE),
            rule(r"\{", _open_brace_in_string),
            rule(r"\}", _closing_brace_in_string),
        ],
    }

    def configure(self) -> None:
        """Count the braces in strings from none; nothing resets the count, as in Rouge."""
        self.braces_in_strings = 0
