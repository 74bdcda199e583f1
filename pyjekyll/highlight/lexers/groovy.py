"""Groovy."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words


def _delimited(by: str) -> str:
    r"""Return Ruby's `Q(\\.|\\\n|.)*?Q` without its exponential time for an open string.

    Where no bare delimiter ends it, an even row of backslashes may escape a line's end, and the last delimiter counts.
    """
    return rf"{by}(?>(?:\\\\\n|\\[\s\S]|[^{by}\\\n])*){by}|{by}(?:[^\n\\]|\\\n?)*{by}"


def _method(lexer: Groovy, hit: Hit) -> None:
    lexer.delegate(lexer, hit[1])  # not a fresh lexer: a state entered there stays
    lexer.emit(t.NAME_FUNCTION, hit[2])
    lexer.emit(t.TEXT, hit[3])
    lexer.emit(t.OPERATOR, hit[4])


def _name(lexer: Groovy, hit: Hit) -> None:
    name = hit[0]
    if name in lexer.keywords:
        token = t.KEYWORD
    elif name in lexer.declarations:
        token = t.KEYWORD_DECLARATION
    elif name in lexer.types:
        token = t.KEYWORD_TYPE
    else:
        token = t.KEYWORD_CONSTANT if name in lexer.constants else t.NAME
    lexer.emit(token, name)


class Groovy(RegexLexer):
    """Lex Groovy."""

    tag = "groovy"
    keywords = words("""
        assert break case catch continue default do else finally for if goto instanceof new return switch this throw try while
        in as
    """)
    declarations = words("""
        abstract const enum extends final implements native private protected public static strictfp super synchronized throws
        transient volatile
    """)
    types = words("def boolean byte char double float int long short void")
    constants = words("true false null")
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            # Looking for the parenthesis first spares most attempts.
            rule(r"^(?=[\w.\[\]\s]++\()(\s*(?:\w[\w.\[\]]*\s+)+?)(\w+)(\s*)(\()", _method),
            rule(r"[^\S\n]+", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule("(?s)/[*].*?[*]/", t.COMMENT_MULTILINE),
            rule(r"@\w[\w.]*", t.NAME_DECORATOR),
            rule(r"(?:class|interface|trait)\b", t.KEYWORD_DECLARATION, "class name"),
            rule(r"(?:package|import)\b", t.KEYWORD_NAMESPACE, "package name"),
            rule('(?s)""".*?"""', t.STR_DOUBLE),
            rule("(?s)'''.*?'''", t.STR_SINGLE),
            rule(_delimited('"'), t.STR_DOUBLE),
            rule(_delimited("'"), t.STR_SINGLE),
            rule(r"(?s)\$/(?>(?:(?!/\$)(?:\$.|[^$]))*)/\$|\$/.*/\$", t.STR),  # Ruby's `\$/(\$.|.)*?/\$` in linear time
            rule(_delimited("/"), t.STR),
            rule(r"'\n'", t.STR_CHAR),  # what the strings leave of Rouge's characters
            rule(r"(\.)([a-zA-Z_][a-zA-Z0-9_]*)", (t.OPERATOR, t.NAME_ATTRIBUTE)),
            rule("[a-zA-Z_][a-zA-Z0-9_]*:", t.NAME_LABEL),
            rule(r"[a-zA-Z_\$][a-zA-Z0-9_]*", _name),
            rule(r"[~^*!%&\[\](){}<>\|+=:;,./?-]", t.OPERATOR),
            rule(r"\d+\.\d+(?:[eE]\d+)?[fd]?", t.NUM_FLOAT),
            rule("0x[0-9a-f]+", t.NUM_HEX),
            rule("[0-9]+L?", t.NUM_INTEGER),
            rule(r"\n", t.TEXT),
        ],
        "class name": [rule(r"\s+", t.TEXT), rule(r"\w+", t.NAME_CLASS, "#pop")],
        "package name": [rule(r"\s+", t.TEXT), rule(r"[\w.]+[*]?", t.NAME_NAMESPACE, "#pop")],
    }
