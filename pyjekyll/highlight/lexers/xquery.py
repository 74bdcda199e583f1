"""XQuery."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, any_of, include, rule
from pyjekyll.highlight.lexers.xpath import NAME, PREFIXED, UNPREFIXED, XPath

_KEYWORDS = any_of("""
    let for some every if then else return in satisfies xquery encoding version declare module namespace copy-namespaces
    boundary-space construction default collation base-uri preserve strip ordering ordered unordered order empty greatest least
    no-preserve inherit no-inherit decimal-format decimal-separator grouping-separator infinity minus-sign NaN percent per-mille
    zero-digit digit pattern-separator exponent-separator import schema at element option function external context item
    typeswitch switch case try catch validate lax strict type document attribute text comment processing-instruction where group
    by allowing tumbling stable sliding window start end only when previous next count ascending descending
""")


def _closing_brace(lexer: XQuery, hit: Hit) -> None:
    lexer.emit(t.PUNCTUATION, hit[0])
    if len(lexer.stack) > 1:
        lexer.pop()


def _attribute(quote: str) -> Rules:
    return [
        rule(quote, t.STR, "#pop"),
        rule(r"\{\{", t.STR),
        rule(r"\{", t.PUNCTUATION, "root"),
        rule(rf"[^{quote}{{>]+", t.STR),
    ]


class XQuery(XPath):
    """Lex XQuery, with the XML that it makes."""

    tag = "xquery"
    states: ClassVar[dict[str, Rules]] = {
        **XPath.states,
        "root": [
            include("markup"),
            rule(r"\{", t.PUNCTUATION),
            rule(r"\}`?", _closing_brace),
            rule(rf"(namespace)(\s+)({UNPREFIXED})", (t.KEYWORD, t.WHITESPACE, t.NAME_NAMESPACE)),
            rule(rf"{_KEYWORDS}\b", t.KEYWORD),
            rule(";", t.PUNCTUATION),
            rule("%", t.KEYWORD_DECLARATION, "annotation"),
            rule(rf"(\(#)(\s*)({NAME})", (t.COMMENT_PREPROC, t.WHITESPACE, t.NAME_TAG), "pragma"),
            rule(r"``\[", t.STR, "string constructor"),
            *XPath.states["root"],
        ],
        "markup": [
            rule(f"<{PREFIXED}", t.NAME_TAG, "tag"),
            rule("<!--", t.COMMENT, "markup comment"),
            rule(r"<\?.*?\?>|<!\[CDATA\[.*?\]\]>", t.COMMENT_PREPROC),
            rule(r"&\S*?;", t.NAME_ENTITY),
        ],
        "annotation": [include("blanks"), rule(NAME, t.KEYWORD_DECLARATION, "#pop")],
        "pragma": [include("blanks"), rule(r"#\)", t.COMMENT_PREPROC, "#pop"), rule(".", t.COMMENT_PREPROC)],
        "string constructor": [
            rule(r"`\{", t.PUNCTUATION, "root"),
            rule(r"\]``", t.STR, "#pop"),
            rule(r"[^`\]]+|[`\]]", t.STR),
        ],
        "markup comment": [rule("[^-]+", t.COMMENT), rule("-->", t.COMMENT, "#pop"), rule("-", t.COMMENT)],
        "tag": [
            rule(r"\s+", t.WHITESPACE),
            rule(r'([\w.:-]+\s*=)(")', (t.NAME_ATTRIBUTE, t.STR), "double quotes"),
            rule(r"([\w.:-]+\s*=)(')", (t.NAME_ATTRIBUTE, t.STR), "single quotes"),
            rule(">", t.NAME_TAG, "content"),
            rule("/>", t.NAME_TAG, "#pop"),
        ],
        "double quotes": _attribute('"'),
        "single quotes": _attribute("'"),
        "content": [
            rule(r"\s+", t.WHITESPACE),
            include("markup"),
            rule(r"\{\{|\}\}", t.TEXT),
            rule(r"\{", t.PUNCTUATION, "root"),
            rule("[^{}<&]", t.TEXT),
            rule(rf"</{PREFIXED}\s*>", t.NAME_TAG, "#pop:2"),
        ],
    }
