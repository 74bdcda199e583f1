"""Haskell."""

from __future__ import annotations

import re
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

SYMBOL = r"[-:!#$%&*+./<=>?@^|~\\]"
MODULE = r"[A-Z][\w.]*"
_CONTROL = """
    NUL SOH [SE]TX EOT ENQ ACK BEL BS HT LF VT FF CR S[OI] DLE DC[1-4] NAK SYN ETB CAN EM SUB ESC [FGRU]S SP DEL
"""
_TYPE = re.compile("'?[A-Z]")


def _word(lexer: Haskell, hit: Hit) -> None:
    word = hit[0]
    if word in lexer.reserved:
        lexer.emit(t.KEYWORD_RESERVED, word)
        if word in ("import", "module"):
            lexer.push(word)
    else:
        lexer.emit(t.KEYWORD_TYPE if _TYPE.match(word) else t.NAME, word)


class Haskell(RegexLexer):
    """Lex Haskell."""

    tag = "haskell"
    reserved = words("""
        _ case class data default deriving do else if import in infix infixl infixr instance let module newtype of then type
        where
    """)
    states: ClassVar[dict[str, Rules]] = {
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule(r"\{-#", t.COMMENT_PREPROC, "pragma"),
            rule(r"\{-", t.COMMENT_MULTILINE, "comment"),
            rule(r"^--\s+\|.*?$", t.COMMENT_DOC),
            # Dashes before another symbol are an operator, such as -->.
            rule(r"--(?![!#$%&*+./<=>?@^|_~]).*?$", t.COMMENT_SINGLE),
        ],
        "comment": [
            rule(r"-\}", t.COMMENT_MULTILINE, "#pop"),
            rule(r"\{-", t.COMMENT_MULTILINE, "#push"),
            rule("[^-{}]+|[-{}]", t.COMMENT_MULTILINE),
        ],
        "pragma": [
            rule(r"-\}", t.COMMENT_PREPROC, "#pop"),
            rule(r"\{-", t.COMMENT_PREPROC, "comment"),
            rule("[^-{}]+|[-{}]", t.COMMENT_PREPROC),
        ],
        "root": [
            include("blanks"),
            rule(r"'(?=(?:.|\\\S+)')", t.STR_CHAR, "character"),
            rule('"', t.STR, "string"),
            rule(r"\d+(?:\.\d+)?[eE][+-]?\d+|\d+\.\d+", t.NUM_FLOAT),
            rule("0[oO][0-7]+", t.NUM_OCT),
            rule(r"0[xX]\h+", t.NUM_HEX),
            rule(r"\d+", t.NUM_INTEGER),
            rule(r"[\w']+", _word),
            rule(rf"\\(?!{SYMBOL})", t.NAME_FUNCTION),
            rule(f"{SYMBOL}+", t.OPERATOR),
            rule(r"\[\s*\]", t.KEYWORD_TYPE),
            rule(r"\(\s*\)", t.NAME_BUILTIN),
            rule(r"(\[)([_a-z][\w']*)(\|)", (t.OPERATOR, t.NAME, t.OPERATOR), "quasiquotation"),
            rule(r"[\[\](),;`{}]", t.PUNCTUATION),
        ],
        "import": [
            rule(r"\s+", t.TEXT),
            rule('"', t.STR, "string"),
            rule(r"\bqualified\b", t.KEYWORD),
            rule(
                rf"({MODULE})(\s+)(as)(\s+)({MODULE})",
                (t.NAME_NAMESPACE, t.TEXT, t.KEYWORD, t.TEXT, t.NAME),
                "#pop",
            ),
            rule(
                rf"({MODULE})(\s+)(hiding)(\s+)(\()",
                (t.NAME_NAMESPACE, t.TEXT, t.KEYWORD, t.TEXT, t.PUNCTUATION),
                "#goto:list",
            ),
            rule(rf"({MODULE})(\s+)(\()", (t.NAME_NAMESPACE, t.TEXT, t.PUNCTUATION), "#goto:list"),
            rule(r"[\w.]+", t.NAME_NAMESPACE, "#pop"),
        ],
        "module": [
            rule(r"\s+", t.TEXT),
            rule(rf"({MODULE})(\s+)(\()", (t.NAME_NAMESPACE, t.TEXT, t.PUNCTUATION), "list"),
            rule(r"\bwhere\b", t.KEYWORD_RESERVED, "#pop"),
            rule(MODULE, t.NAME_NAMESPACE, "#pop"),
        ],
        "list": [
            include("blanks"),
            rule(r"[A-Z]\w*", t.KEYWORD_TYPE),
            rule(r"_[\w']+|[a-z][\w']*", t.NAME_FUNCTION),
            rule(",", t.PUNCTUATION),
            rule(f"{SYMBOL}+", t.OPERATOR),
            rule(r"\(", t.PUNCTUATION, "#push"),
            rule(r"\)", t.PUNCTUATION, "#pop"),
        ],
        "character": [
            rule(r"\\", t.STR_ESCAPE, ("#goto:end of character", "escape")),
            rule(".", t.STR_CHAR, "#goto:end of character"),
        ],
        "end of character": [rule("'", t.STR_CHAR, "#pop"), rule(".", t.ERROR, "#pop")],
        "quasiquotation": [rule(r"\|\]", t.OPERATOR, "#pop"), rule(r"[^|]+|\|", t.TEXT)],
        "string": [
            rule('"', t.STR, "#pop"),
            rule(r"\\", t.STR_ESCAPE, "escape"),
            rule(r'[^\\"]+', t.STR),
        ],
        "escape": [
            rule(
                rf"""[abfnrtv"'&\\]|\^[\]\[A-Z@^_]|{"|".join(_CONTROL.split())}|[oO][0-7]+|[xX]\h+|\d+|\s+\\""",
                t.STR_ESCAPE,
                "#pop",
            )
        ],
    }
