"""Racket."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule
from pyjekyll.highlight.lexers._word_lists import read_word_lists
from pyjekyll.highlight.lexers.scheme import RADIX
from pyjekyll.highlight.regex import quoted

_NAME = r"[^\s()\[\]{}'`,.]+"


def _command(lexer: Racket, hit: Hit) -> None:
    name = hit[0]
    lists = read_word_lists("racket_words.txt")
    lexer.emit(t.KEYWORD if name in lists["keywords"] else t.NAME_BUILTIN if name in lists["builtins"] else t.NAME_FUNCTION, name)
    lexer.pop()


class Racket(RegexLexer):
    """Lex Racket."""

    tag = "racket"
    stand_ins = False  # a keyword is Greek
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("(?:;|#!).*", t.COMMENT_SINGLE),
            rule(r"#\|", t.COMMENT_MULTILINE, "comment"),
            rule("#;", t.COMMENT_MULTILINE, "commented form"),
            rule(r"\s+", t.TEXT),
            rule(r"[+-]inf\.[f0]|[+-]nan\.0|-min\.0|\+max\.0", t.NUM_FLOAT),
            rule(r"-?\d+\.\d+", t.NUM_FLOAT),
            rule(r"-?\d+", t.NUM_INTEGER),
            rule(f"#:{_NAME}", t.NAME_TAG),
            *RADIX,
            rule(quoted('"'), t.STR),
            rule(f"['`]{_NAME}", t.STR_SYMBOL),
            rule(r"""(?i)#\\(?:[()/'"._!$%& ?=+-]|[a-z0-9]+)""", t.STR_CHAR),
            rule("(?i)#t(?:rue)?|#f(?:alse)?", t.NAME_CONSTANT),
            rule("['#`.]|,@?", t.OPERATOR),
            rule(r"[(\[{]", t.PUNCTUATION, "command"),
            rule(r"[)\]}]", t.PUNCTUATION),
            rule(_NAME, t.NAME_VARIABLE),
        ],
        "comment": [
            rule("[^|#]+", t.COMMENT_MULTILINE),
            rule(r"\|#", t.COMMENT_MULTILINE, "#pop"),
            rule(r"#\|", t.COMMENT_MULTILINE, "#push"),
            rule("[|#]", t.COMMENT_MULTILINE),
        ],
        "commented form": [
            rule(r"[({\[]", t.COMMENT_MULTILINE, "inner commented form"),
            rule(r'"(?:\\"|[^"])*?"', t.COMMENT_MULTILINE, "#pop"),
            rule(r"\S+", t.COMMENT_MULTILINE, "#pop"),
            rule("", None, "#pop"),
        ],
        "inner commented form": [
            rule(r"[^(){}\[\]]+", t.COMMENT_MULTILINE),
            rule(r"[)}\]]", t.COMMENT_MULTILINE, "#pop"),
            rule(r"[({\[]", t.COMMENT_MULTILINE, "#push"),
        ],
        "command": [rule(_NAME, _command), rule("", None, "#pop")],
    }
