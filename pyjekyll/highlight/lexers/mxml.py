"""MXML, with the ActionScript in it."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule
from pyjekyll.highlight.lexers.actionscript import Actionscript

_NAME = r"[\w:.-]+"


def _actionscript(lexer: Mxml, hit: Hit) -> None:
    lexer.delegate(Actionscript, hit[0])


class Mxml(RegexLexer):
    """Lex MXML. As in Rouge no element or attribute is ever left: what follows one is a state further in."""

    tag = "mxml"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("[^<&]+", t.TEXT),
            rule(r"&\S*?;", t.NAME_ENTITY),
            rule(r"<!\[CDATA\[", t.COMMENT_PREPROC, "script"),
            rule("<!--", t.COMMENT, "comment"),
            rule(r"<\?.*?\?>|<![^>]*>", t.COMMENT_PREPROC),
            rule(rf"<\s*{_NAME}", t.NAME_TAG, "tag"),
            rule(rf"<\s*/\s*{_NAME}\s*>", t.NAME_TAG),
        ],
        "comment": [rule("-->", t.COMMENT, "#pop"), rule("[^-]+|-", t.COMMENT)],
        "tag": [
            rule(r"\s+", t.TEXT),
            rule(rf"{_NAME}\s*=", t.NAME_ATTRIBUTE, "attribute value"),
            rule(r"/?\s*>", t.NAME_TAG, "root"),
        ],
        "attribute value": [
            rule(r"\s+", t.TEXT),
            rule(r'(")(@?\{)', (t.STR, t.PUNCTUATION), "script in attribute"),
            rule(r"""".*?"|'.*?'|[^\s>]+""", t.STR, "tag"),
        ],
        # Where nothing closes a script, all that is left is an error.
        "script": [
            rule(r"\]\]>", t.COMMENT_PREPROC, "#pop"),
            rule(r"(?s).*?(?=\]\]>)", _actionscript),
            rule("(?s).+", t.ERROR),
        ],
        "script in attribute": [
            rule(r'(\})(")', (t.PUNCTUATION, t.STR), "tag"),
            rule(r'(?s).*?(?=\}")', _actionscript),
            rule("(?s).+", t.ERROR),
        ],
    }
