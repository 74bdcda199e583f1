"""XML."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, rule

_NAME = r"[\p{L}:_][\p{Word}\p{Cf}:.·-]*"


class Xml(RegexLexer):
    """Lex XML."""

    tag = "xml"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("[^<&]+", t.TEXT),
            rule(r"&\S*?;", t.NAME_ENTITY),
            rule("<!--", t.COMMENT, "comment"),
            # A section or an instruction over several lines is none; `<!` is tried next.
            rule(r"<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<![^>]*>", t.COMMENT_PREPROC),
            rule(rf"<\s*{_NAME}", t.NAME_TAG, "tag"),
            rule(rf"<\s*/\s*{_NAME}\s*>", t.NAME_TAG),
        ],
        "comment": [rule("-->", t.COMMENT, "#pop"), rule("[^-]+|-", t.COMMENT)],
        "tag": [
            rule(r"\s+", t.TEXT),
            rule(rf"{_NAME}\s*=", t.NAME_ATTRIBUTE, "attribute value"),
            rule(r"/?\s*>", t.NAME_TAG, "#pop"),
        ],
        "attribute value": [
            rule(r"\s+", t.TEXT),
            rule(r"""(?s)".*?"|'.*?'|[^\s>]+""", t.STR, "#pop"),
        ],
    }
