"""Core, an intermediate language of the Haskell compiler GHC."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule

# What stands alone on a line of a dump, above what was compiled.
HEADINGS = [
    rule("^=====.*=====$", t.GENERIC_HEADING),
    rule(r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ UTC$", t.COMMENT_SINGLE),
]


def _module(lexer: GhcCore, hit: Hit) -> None:
    lexer.emit(t.NAME_NAMESPACE, hit[0])
    lexer.emit(t.PUNCTUATION, hit[1])  # Rouge writes the name again instead of the dot


class GhcCore(RegexLexer):
    """Lex GHC's Core."""

    tag = "ghc-core"
    stand_ins = False  # no rule needs them, and what is written twice would shift them
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            *HEADINGS,
            rule(r"^Result size of .+\n.+\{[^}]*\}", t.COMMENT_MULTILINE),
            rule("--.*", t.COMMENT_SINGLE),
            rule(r"\[", t.COMMENT_SPECIAL, "annotation"),
            rule(r"(Rec)(\s*)(\{)", (t.KEYWORD, t.TEXT, t.PUNCTUATION)),
            rule(r"^(end)(\s*)(Rec)(\s*)(\})", (t.KEYWORD, t.TEXT, t.KEYWORD, t.TEXT, t.PUNCTUATION)),
            rule('^"[^"]*"', t.NAME_LABEL, "expression"),
            rule(r"(?s)^\S+(?=.*?(?:=|::))", t.NAME_FUNCTION, "expression"),
            rule(r"\s+|.", t.TEXT),
        ],
        "annotation": [
            rule(r"\]", t.COMMENT_SPECIAL, "#pop"),
            rule(r"\[", t.COMMENT_SPECIAL, "#push"),
            rule(r"[^\[\]]+", t.COMMENT_SPECIAL),
        ],
        "expression": [
            rule(r"\n+", t.TEXT),
            rule(r"(?=\S)", None, "#pop"),
            rule(r"\s+", t.TEXT, "line of expression"),
        ],
        "line of expression": [
            rule(" ", t.TEXT),
            rule(r"\[[^=]*\]", t.KEYWORD_TYPE),
            rule(r"\[", t.COMMENT_SPECIAL, "annotation"),
            rule(r"\d+\.\d+#{0,2}", t.NUM_FLOAT),
            rule(r"\d+#{0,2}", t.NUM_INTEGER),
            rule('".*"#', t.STR),
            rule("'.'#", t.STR_CHAR),
            rule("__DEFAULT", t.NAME_CONSTANT),
            rule("[.,(){};]", t.PUNCTUATION),
            rule(r"=>|->|::|[=@\\]", t.OPERATOR),
            rule("forall|case|of|letrec|let|join", t.KEYWORD),
            rule(r"^([A-Z]\w*)\.", _module),
            rule(r"[A-Z][^\s.,(){}]*", t.KEYWORD_TYPE),
            rule(r"([a-z].*?\d+\.\d+\.\d+)(:)(?=\S)", (t.NAME_NAMESPACE, t.PUNCTUATION)),
            rule(r"\S*\(,\)\S*|\S[^\s.,(){}]*", t.NAME_VARIABLE),
            rule(r"\n", t.TEXT, "#pop"),
        ],
    }
