"""Factor."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule
from pyjekyll.highlight.lexers._word_lists import read_word_lists
from pyjekyll.highlight.regex import quoted


def _word(lexer: Factor, hit: Hit) -> None:
    lexer.emit(t.NAME_BUILTIN if hit[0] in read_word_lists("factor_words.txt")["builtins"] else t.NAME, hit[0])


class Factor(RegexLexer):
    """Lex Factor."""

    tag = "factor"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(r"(::?|MACRO:|MEMO:|GENERIC:|HELP:)(\s+)(\S+)", (t.KEYWORD, t.TEXT, t.NAME_FUNCTION)),
            rule(r"(M:|HOOK:|GENERIC#)(\s+)(\S+)(\s+)(\S+)", (t.KEYWORD, t.TEXT, t.NAME_CLASS, t.TEXT, t.NAME_FUNCTION)),
            rule(r"\((?=\s)", t.NAME_FUNCTION, "stack effect"),
            rule(r";(?=\s)", t.KEYWORD),
            rule(r"(USING:)((?:\s|\\\s)+)", (t.KEYWORD_NAMESPACE, t.TEXT), "import"),
            rule(
                r"(IN:|USE:|UNUSE:|QUALIFIED:|QUALIFIED-WITH:)(\s+)(\S+)",
                (t.KEYWORD_NAMESPACE, t.TEXT, t.NAME_NAMESPACE),
            ),
            rule(
                r"(FROM:|EXCLUDE:)(\s+)(\S+)(\s+)(=>)",
                (t.KEYWORD_NAMESPACE, t.TEXT, t.NAME_NAMESPACE, t.TEXT, t.PUNCTUATION),
            ),
            rule("(?:ALIAS|DEFER|FORGET|POSTPONE):", t.KEYWORD_NAMESPACE),
            rule(
                r"(TUPLE:)(\s+)(\S+)(\s+)(<)(\s+)(\S+)",
                (t.KEYWORD, t.TEXT, t.NAME_CLASS, t.TEXT, t.PUNCTUATION, t.TEXT, t.NAME_CLASS),
                "slots",
            ),
            rule(r"(TUPLE:)(\s+)(\S+)", (t.KEYWORD, t.TEXT, t.NAME_CLASS), "slots"),
            rule(r"(UNION:|INTERSECTION:)(\s+)(\S+)", (t.KEYWORD, t.TEXT, t.NAME_CLASS)),
            rule(
                r"(PREDICATE:)(\s+)(\S+)(\s+)(<)(\s+)(\S+)",
                (t.KEYWORD, t.TEXT, t.NAME_CLASS, t.TEXT, t.PUNCTUATION, t.TEXT, t.NAME_CLASS),
            ),
            rule(r"(C:)(\s+)(\S+)(\s+)(\S+)", (t.KEYWORD, t.TEXT, t.NAME_FUNCTION, t.TEXT, t.NAME_CLASS)),
            rule(
                "(?:INSTANCE|SLOT|MIXIN|SINGLETONS?|CONSTANT|SYMBOLS?|ERROR|SYNTAX|ALIEN|TYPEDEF|FUNCTION|STRUCT):",
                t.KEYWORD,
            ),
            rule("<PRIVATE|PRIVATE>", t.KEYWORD_NAMESPACE),
            rule(r"(MAIN:)(\s+)(\S+)", (t.KEYWORD_NAMESPACE, t.TEXT, t.NAME_FUNCTION)),
            rule(quoted('"'), t.STR),
            rule(quoted(r'\S+"\s+', '"'), t.STR),  # after a word that reads it
            rule(r"CHAR:\s+(?:\\[\\abfnrstv]*|\S)(?=\s)", t.STR_CHAR),
            rule(r"#?!\s+.*$", t.COMMENT),
            rule(r"[tf](?=\s)", t.NAME_CONSTANT),
            rule(r"-?\d+\.\d+(?=\s)", t.NUM_FLOAT),
            rule(r"-?\d+(?=\s)", t.NUM_INTEGER),
            rule(r"HEX:\s+[a-fA-F\d]+(?=\s)", t.NUM_HEX),
            rule(r"BIN:\s+[01]+(?=\s)", t.NUM_BIN),
            rule(r"OCT:\s+[0-7]+(?=\s)", t.NUM_OCT),
            rule(r"[-+/*=<>^](?=\s)", t.OPERATOR),
            rule(r"(?:deprecated|final|foldable|flushable|inline|recursive)(?=\s)", t.KEYWORD),
            rule(r"\S+", _word),
        ],
        "stack effect": [
            rule(r"\s+", t.TEXT),
            rule(r"\(", t.NAME_FUNCTION, "#push"),
            rule(r"\)", t.NAME_FUNCTION, "#pop"),
            rule("--", t.NAME_FUNCTION),
            rule(r"\S+", t.NAME_VARIABLE),
        ],
        "slots": [
            rule(r"\s+", t.TEXT),
            rule(r";(?=\s)", t.KEYWORD, "#pop"),
            rule(r"\S+", t.NAME_VARIABLE),
        ],
        "import": [
            rule(r";(?=\s)", t.KEYWORD, "#pop"),
            rule(r"\s+", t.TEXT),
            rule(r"\S+", t.NAME_NAMESPACE),
        ],
    }
