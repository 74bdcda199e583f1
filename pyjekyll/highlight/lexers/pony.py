"""Pony."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_CAPABILITIES = words("box iso ref tag trn val")
_KEYWORDS = words("""
    actor addressof and as be break class compiler_intrinsic consume continue do else elseif embed end error for fun if ifdef
    in interface is isnt lambda let match new not object primitive recover repeat return struct then this trait try type until
    use var where while with
""")


def _word(lexer: Pony, hit: Hit) -> None:
    word = hit[0]
    lexer.emit(t.KEYWORD_DECLARATION if word in _CAPABILITIES else t.KEYWORD_RESERVED if word in _KEYWORDS else t.NAME, word)


class Pony(RegexLexer):
    """Lex Pony. All types are plain class names, the numeric ones too."""

    tag = "pony"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule('"""', t.STR_DOC, "documentation"),
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"(?s)/(?:\\\n)?[*].*?[*](?:\\\n)?/", t.COMMENT_MULTILINE),
            rule('"', t.STR, "string"),
            rule("[~!%^&*+=|?:<>/-]", t.OPERATOR),
            rule(r"(?:true|false|NULL)\b", t.NAME_CONSTANT),
            rule("[A-Z_][a-zA-Z0-9_]*", t.NAME_CLASS),
            rule(r"[()\[\],.';]", t.PUNCTUATION),
            rule(r"0[xX](?:[\h_]*\.[\h_]+|[\h_]+)[pP][+-]?[0-9_]+[fFL]?i?", t.NUM_FLOAT),
            rule(r"[0-9_]+(?:\.[0-9_]+[eE][+-]?[0-9_]+|\.[0-9_]*|[eE][+-]?[0-9_]+)[fFL]?i?", t.NUM_FLOAT),
            rule(r"0[xX][\h_]+", t.NUM_HEX),
            rule("(?:0|[1-9][0-9_]*)[LUu]?", t.NUM_INTEGER),
            rule("[a-z\u017f\u212a][a-zA-Z\u017f\u212a0-9_]*", _word),  # with what Ruby folds to one of the letters
        ],
        "string": [
            rule('"', t.STR, "#pop"),
            rule(r"\\(?:[\\abfnrtv\"']|x\h{2,4}|[0-7]{1,3})", t.STR_ESCAPE),
            rule(r'[^\\"\n]+|\\\n?', t.STR),
        ],
        "documentation": [rule('"""', t.STR_DOC, "#pop"), rule(r"\n|.", t.STR_DOC)],
    }
