"""Common Lisp and its kin."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule
from pyjekyll.highlight.lexers._word_lists import read_word_lists
from pyjekyll.highlight.regex import quoted

_MEMBER = r"a-zA-Z0-9!$%&*+-/<=>?@\[\]^_{}~"
_SYMBOL = rf"(?:\|[^|]+\||(?:\\.|[{_MEMBER}])(?:\\.|[{_MEMBER}#.:])*)"
_STRING = quoted('"')
_END = r"""(?=[ "'()\n,;`])"""
_KINDS = {
    "functions": t.NAME_BUILTIN,
    "special forms": t.KEYWORD,
    "macros": t.NAME_BUILTIN,
    "lambda list": t.KEYWORD,
    "declarations": t.KEYWORD,
    "types": t.KEYWORD_TYPE,
    "classes": t.NAME_CLASS,
}


def _symbol(lexer: CommonLisp, hit: Hit) -> None:
    lists = read_word_lists("common_lisp_words.txt")
    lexer.emit(next((token for kind, token in _KINDS.items() if hit[0] in lists[kind]), t.NAME_VARIABLE), hit[0])


def _close(lexer: CommonLisp, hit: Hit) -> None:
    if len(lexer.stack) == 1:
        lexer.emit(t.ERROR, hit[0])
    else:
        lexer.emit(t.PUNCTUATION, hit[0])
        lexer.pop()


class CommonLisp(RegexLexer):
    """Lex Common Lisp."""

    tag = "common_lisp"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule(";.*$", t.COMMENT_SINGLE),
            rule(r"#\|", t.COMMENT_MULTILINE, "comment"),
            rule(r"#\d*Y.*$", t.COMMENT_SPECIAL),
            rule(r'"(?:\\.|[^"\\])*"', t.STR),
            rule(f"[:']{_SYMBOL}", t.STR_SYMBOL),
            rule("['`]", t.OPERATOR),
            rule(rf"[-+]?\d+(?:\.?|/\d+){_END}", t.NUM_INTEGER),
            rule(rf"[-+]?(?:\d*\.\d+(?:[defls][-+]?\d+)?|\d+(?:\.\d*)?[defls][-+]?\d+){_END}", t.NUM_FLOAT),
            rule(rf"#\\.{_END}", t.STR_CHAR),
            rule(rf"#\\{_SYMBOL}", t.STR_CHAR),
            rule(r"#\(", t.OPERATOR, "root"),
            rule(r"#\d*\*[01]*", t.OTHER),
            rule(f"#:{_SYMBOL}", t.STR_SYMBOL),
            rule("#[.,]", t.OPERATOR),
            rule("#'", t.NAME_FUNCTION),
            rule("(?i)#b[+-]?[01]+(?:/[01]+)?", t.NUM),
            rule("(?i)#o[+-]?[0-7]+(?:/[0-7]+)?", t.NUM_OCT),
            rule("(?i)#x[+-]?[0-9a-f]+(?:/[0-9a-f]+)?", t.NUM),
            rule(r"(?i)(#c)(\()", (t.NUM, t.PUNCTUATION), "root"),
            rule(r"(?i)(#(?:\d+a|s))(\()", (t.STR_OTHER, t.PUNCTUATION), "root"),
            rule(rf"(?i)#p?{_STRING}", t.STR_SYMBOL),
            rule(r"#\d+[=#]", t.OPERATOR),
            rule(rf"#+nil{_END}\s*\(", t.COMMENT, "commented form"),
            rule("#[+-]", t.OPERATOR),
            rule(r",@|[,.]", t.OPERATOR),
            rule(f"(?:t|nil){_END}", t.NAME_CONSTANT),
            rule(rf"\*{_SYMBOL}\*", t.NAME_VARIABLE_GLOBAL),
            rule(_SYMBOL, _symbol),
            rule(r"\(", t.PUNCTUATION, "root"),
            rule(r"\)", _close),
        ],
        "comment": [
            rule(r"#\|", t.COMMENT_MULTILINE, "#push"),
            rule(r"\|#", t.COMMENT_MULTILINE, "#pop"),
            rule(r"[^|#]+|[|#]", t.COMMENT_MULTILINE),
        ],
        "commented form": [
            rule(r"\(", t.COMMENT, "#push"),
            rule(r"\)", t.COMMENT, "#pop"),
            rule("[^()]+", t.COMMENT),
        ],
    }
