"""The two languages of syzkaller, which fuzzes kernels: one describes system calls, one is of programs that make them."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_NAME = "[a-zA-Z_][a-zA-Z0-9_]*+"  # nothing is gained by stepping back in a word, which costs time where it is an error
_SUFFIX = "[a-zA-Z0-9_]++"
_CALL = rf"({_NAME})(\$)?({_SUFFIX})?(\s++)?(\()"
_CALL_TOKENS = (t.NAME_FUNCTION, t.PUNCTUATION, t.NAME_FUNCTION_MAGIC, t.TEXT, t.PUNCTUATION)
_BLANKS = [rule(r"\s+", t.TEXT), rule("#.*", t.COMMENT)]
_BLANKS_IN_LINE = rule(r"[ \t]+", t.TEXT)
_NUMBERS = [rule(r"(?i)-?0x[\da-f]+", t.NUM_HEX), rule(r"-?\d+", t.NUM_INTEGER)]
_STRINGS = [rule('"[^"]*"', t.STR_DOUBLE), rule("`[^`]*`", t.STR_BACKTICK)]
# Where nothing else fits, a state ends without having moved. Rouge counts such steps, and an error stands for the sixth
# in a row, so the states must be Rouge's one by one.
_END = rule("", None, "#pop")


def _word(lexer: Syzlang, hit: Hit) -> None:
    if hit[0] in lexer.keywords:
        lexer.emit(t.KEYWORD, hit[0])
    else:
        lexer.emit(t.KEYWORD_TYPE if hit[0] in lexer.types else t.NAME, hit[0])


def _word_of_program(lexer: Syzprog, hit: Hit) -> None:
    lexer.emit(t.KEYWORD if hit[0] in lexer.keywords else t.NAME, hit[0])


def _flags(lexer: Syzlang, hit: Hit) -> None:
    lexer.groups(hit, t.KEYWORD if hit[1] == "_" else t.NAME, t.TEXT, t.PUNCTUATION)


class Syzlang(RegexLexer):
    """Lex syzkaller's descriptions of system calls."""

    tag = "syzlang"
    keywords = words("""
        align breaks_returns dec define disabled hex ignore_return in incdir include inet inout oct opt out packed parent
        prog_timeout pseudo resource size syscall timeout type varlen
    """)
    types = words("""
        array bitsize bool16 bool32 bool64 bool8 boolptr buffer bytesize bytesize2 bytesize4 bytesize8 const csum fileoff
        filename flags fmt int16 int16be int32 int32be int64 int64be int8 int8be intptr len offsetof optional proc ptr ptr64
        string stringnoz text vma vma64 void
    """)
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            *_BLANKS,
            rule("include|incdir", t.KEYWORD, ("include", "blanks")),
            rule("define", t.KEYWORD, ("expression", "blanks", "name", "blanks")),
            rule("resource", t.KEYWORD, ("resource values", "blanks in line", "resource type", "blanks in line", "name", "blanks")),
            rule(rf"({_NAME})(\s++)(=)", _flags, ("flags", "blanks")),
            rule(_CALL, _CALL_TOKENS, ("options", "blanks in line", "name", "blanks in line", "parameters", "blanks")),
            rule(
                rf"({_NAME}(?:\${_SUFFIX})?)(\s++)?([{{\[])",
                (t.NAME, t.TEXT, t.PUNCTUATION),
                ("blanks in line", "attributes", "blanks in line", "fields", "blanks"),
            ),
            rule("type", t.KEYWORD, ("type body", "blanks", "type parameters", "name", "blanks")),
        ],
        "blanks": [*_BLANKS, _END],
        "blanks in line": [_BLANKS_IN_LINE, _END],
        "literals": [*_NUMBERS, rule("'[^']?'", t.STR_CHAR), *_STRINGS],
        "names and literals": [rule(_NAME, t.NAME), include("literals")],
        "terms": [
            include("literals"),
            rule(_NAME, _word),
            rule(":", t.PUNCTUATION),
            rule(r"\$", t.NAME),
        ],
        "list of terms": [
            *_BLANKS,
            include("terms"),
            rule(r"\[", t.PUNCTUATION, "#push"),
            rule(",", t.PUNCTUATION),
            rule(r"[\])]", t.PUNCTUATION, "#pop"),
        ],
        "type": [include("terms"), rule(r"\[", t.PUNCTUATION, "list of terms"), _END],
        "include": [rule("(<)([^>]+)(>)", (t.PUNCTUATION, t.STR, t.PUNCTUATION)), _END],
        "name": [rule(_NAME, t.NAME), _END],
        "expression": [
            include("names and literals"),
            rule(r"[~!%^&*+/|<>?:-]", t.OPERATOR),
            rule(r"[(){}\[\];,]", t.PUNCTUATION),
            _BLANKS_IN_LINE,
            _END,
        ],
        "resource type": [rule(r"\[", t.PUNCTUATION, "type"), rule(r"\]", t.PUNCTUATION, "#pop")],
        "resource values": [rule(":", t.PUNCTUATION, ("values", "blanks")), _END],
        "values": [_BLANKS_IN_LINE, include("names and literals"), rule(",", t.PUNCTUATION, "blanks"), _END],
        "flags": [rule(r"\.", t.PUNCTUATION), include("values")],
        "parameters": [
            *_BLANKS,
            rule("[.,]", t.PUNCTUATION),
            rule(_NAME, t.NAME, ("type", "blanks")),
            rule(r"\)", t.PUNCTUATION, "#pop"),
        ],
        "options": [rule(r"\(", t.PUNCTUATION, "list of terms"), _END],
        "fields": [
            rule(_NAME, t.NAME, ("blanks", "options", "blanks in line", "type", "blanks")),
            rule(r"[}\]]", t.PUNCTUATION, "#pop"),
        ],
        "attributes": [rule(r"\[", t.PUNCTUATION, "list of terms"), _END],
        "type parameters": [rule(r"\[", t.PUNCTUATION, "list of names"), _END],
        "list of names": [*_BLANKS, rule(_NAME, t.NAME), rule(",", t.PUNCTUATION), rule(r"\]", t.PUNCTUATION, "#pop")],
        "type body": [
            rule(r"[{\[]", t.PUNCTUATION, ("#pop", "blanks", "attributes", "blanks in line", "fields", "blanks")),
            rule("", None, ("#pop", "type")),
        ],
    }


class Syzprog(RegexLexer):
    """Lex syzkaller's programs."""

    tag = "syzprog"
    keywords = words("""
        ANY ANYBLOB ANYPTR ANYPTR64 ANYPTRS ANYRES16 ANYRES32 ANYRES64 ANYRESDEC ANYRESHEX ANYRESOCT ANYUNION AUTO async
        fail_nth false nil rerun true void
    """)
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            *_BLANKS,
            rule(r"(r[0-9]++)(\s++)(=)", (t.KEYWORD_PSEUDO, t.TEXT, t.PUNCTUATION)),
            rule(_CALL, _CALL_TOKENS, ("options", "blanks in line", "arguments", "blanks")),
        ],
        "blanks": [*_BLANKS, _END],
        "blanks in line": [_BLANKS_IN_LINE, _END],
        "terms": [
            *_NUMBERS,
            *_STRINGS,
            rule("'[^']*'", t.STR_SINGLE),
            rule("r[0-9]+", t.KEYWORD_PSEUDO),
            rule(_NAME, _word_of_program),
        ],
        "options": [rule(r"\(", t.PUNCTUATION, "list of options"), _END],
        "list of options": [
            *_BLANKS,
            include("terms"),
            rule("[,:]", t.PUNCTUATION),
            rule(r"\)", t.PUNCTUATION, "#pop"),
        ],
        "arguments": [
            *_BLANKS,
            include("terms"),
            rule(r"[@&=,<>{}\[\]!$%^*+/|~:;.?-]", t.PUNCTUATION),  # a number sign has begun a comment
            rule(r"\(", t.PUNCTUATION, "#push"),
            rule(r"\)", t.PUNCTUATION, "#pop"),
        ],
    }
