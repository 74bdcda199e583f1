"""BIML, in which C# makes XML."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, rule
from pyjekyll.highlight.lexers.csharp import CSharp
from pyjekyll.highlight.lexers.xml import Xml


def _code(lexer: Biml, hit: Hit) -> None:
    lexer.delegate(CSharp, hit[0])


class Biml(Xml):
    """Lex BIML."""

    tag = "biml"
    states: ClassVar[dict[str, Rules]] = {
        **Xml.states,
        "root": [
            rule(r"<#@\s*", t.NAME_TAG, "directive"),
            rule(r"<#=?\s*", t.NAME_TAG, "code"),
            *Xml.states["root"],
        ],
        "code": [rule(r"\s*#>\s*", t.NAME_TAG, "#pop"), rule(r"(?s).*?(?=\s*#>\s*)", _code)],
        "directive": [
            rule(r"\s+", t.TEXT),
            rule(r"[\w.:-]+\s*=", t.NAME_ATTRIBUTE, "attribute value"),
            rule(r"\w+\s*", t.NAME_ATTRIBUTE),
            rule(r"/?\s*#>", t.NAME_TAG, "#pop"),
        ],
    }
