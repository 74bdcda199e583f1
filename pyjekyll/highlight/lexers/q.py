"""Q, the language of kdb+."""

from __future__ import annotations

import re
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_LETTERS = r"a-zA-Z\u017f\u212a"
_KEYWORDS = words("do if while select update delete exec from by")
_OPERATORS = words("""
    and or except inter like each cross vs sv within where in asof bin binr cor cov cut ej fby div ij insert lj ljf mavg mcount
    mdev mmax mmin mmu mod msum over prior peach pj scan scov setenv ss sublist uj union upsert wavg wsum xasc xbar xcol xcols
    xdesc xexp xgroup xkey xlog xprev xrank
""")
_BUILTINS = words("""
    first enlist value type get set count string key max min sum prd last flip distinct raze neg desc differ dsave dev eval exit
    exp fills fkeys floor getenv group gtime hclose hcount hdel hopen hsym iasc idesc inv keys load log lsq ltime ltrim maxs md5
    med meta mins next parse plist prds prev rand rank ratios read0 read1 reciprocal reverse rload rotate rsave rtrim save sdev
    show signum sin sqrt ssr sums svar system tables tan til trim txf ungroup var view views wj wj1 ww
""")
_SYSTEM_NAME = re.compile(r"\.[zQqho]\.")


def _name(lexer: Q, hit: Hit) -> None:
    name = hit[0]
    if name in _KEYWORDS:
        lexer.emit(t.KEYWORD, name)
    elif name in _OPERATORS:
        lexer.emit(t.OPERATOR_WORD, name)
    elif name in _BUILTINS:
        lexer.emit(t.NAME_BUILTIN, name)
    else:
        lexer.emit(t.NAME_CONSTANT if _SYSTEM_NAME.match(name) else t.NAME, name)


class Q(RegexLexer):
    """Lex Q. Indented lines are ignored only at the top, as in Rouge."""

    tag = "q"
    states: ClassVar[dict[str, Rules]] = {
        "root": [rule("#!.*?$", t.COMMENT_PREPROC, "top"), rule("", None, "top")],
        "top": [rule(r"^[ \t\r]+.*$", t.COMMENT_SPECIAL), rule(r"\n+", t.TEXT), rule("", None, "base")],
        "base": [
            rule(r"\n+", t.TEXT),
            rule(r"^.\)", t.KEYWORD_DECLARATION),
            rule(rf"\.?[{_LETTERS}][{_LETTERS}0-9_.]*", _name),
            rule(r"\s+/.*", t.COMMENT_SINGLE),
            rule(r"[ \t\r]+", t.TEXT_WHITESPACE),
            rule(r"(?s)^/$.*?^\\$", t.COMMENT_MULTILINE),
            rule(r"^/[^\n]*$(?:\n[^\S\n]+.*$)*", t.COMMENT_MULTILINE),
            rule(r"^\\$", t.COMMENT, "bottom"),
            rule(r"^\\\\\s+", t.KEYWORD, "bottom"),
            rule('"', t.STR, "string"),
            rule(
                r"(?:\d+D|\d{4}\.[01]\d\.[0123]\d[DT])(?:[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|(?:[012]\d)?)[zpn]?\b",
                t.LITERAL_DATE,
            ),
            rule(r"[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?[uvtpn]?\b", t.LITERAL_DATE),
            rule(r"\d{4}\.[01]\d\.[0-3]\d[dpnzm]?\b", t.LITERAL_DATE),
            rule("0[nNwW][hijefcpmdznuvt]?", t.KEYWORD_CONSTANT),
            rule(r"'|/:|\\:|\\|/|[012]:", t.OPERATOR),  # before the numbers
            rule(r"(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+)?[ef]?|\d+e[+-]?\d+[ef]?|\d+[ef]", t.NUM_FLOAT),
            rule("(?i)0x[0-9a-f]+", t.NUM_HEX),
            rule("[01]+b", t.NUM_BIN),
            rule("[0-9]+[hij]?", t.NUM_INTEGER),
            rule(rf"`:[:{_LETTERS}0-9._/]*|`(?:[{_LETTERS}0-9.][:{_LETTERS}0-9._]*)?", t.STR_SYMBOL),
            rule(r"<=|>=|<>|::|[?:$%&|@._#*^\-+~,!><=]:?", t.OPERATOR),
            rule(r"[{}\[\]();]", t.PUNCTUATION),
        ],
        "string": [
            rule(r'\\"', t.STR),
            rule('"', t.STR, "#pop"),
            rule(r"\\(?:[\\nr]|[01][0-7]{2})", t.STR_ESCAPE),
            rule(r'[^\\"\n]+|\\', t.STR),
        ],
        "bottom": [rule(r"(?s).+\z", t.COMMENT_MULTILINE)],
    }
