"""Mason's components: HTML, or another language, with Perl."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, include, rule
from pyjekyll.highlight.lexers._template import TemplateLexer, parent
from pyjekyll.highlight.lexers.perl import Perl

_TEXTS = "(?i:text|doc)"
_CODES = r"(?i:arg[s\u017f]|flag[s\u017f]|attr|init|once|[s\u017f]hared|perl|cleanup|filter)"
_COMPONENTS = "(?i:def|method)"


def _perl(lexer: Mason, hit: Hit) -> None:
    lexer.delegate(lexer.perl, hit[0])


def _perl_line(lexer: Mason, hit: Hit) -> None:
    lexer.emit(t.COMMENT_PREPROC, "%")
    lexer.delegate(lexer.perl, hit[1])


def _block(names: str) -> Rules:
    return [rule(f"</%{names}>", t.COMMENT_PREPROC, "#pop"), rule(r"\s+", t.WHITESPACE), rule("^#.*$", t.COMMENT)]


def _code_before(closer: str) -> Rules:
    return [rule(closer, t.COMMENT_PREPROC, "#pop"), rule(f"(?s).*?(?={closer})", _perl), rule("(?s).+", t.ERROR)]


class Mason(TemplateLexer):
    """Lex Mason's components; all pieces of Perl are one text, across components too."""

    tag = "mason"
    perl: Perl
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.WHITESPACE),
            rule(f"<%{_TEXTS}>", t.COMMENT_PREPROC, "text"),
            rule(f"<%{_CODES}>", t.COMMENT_PREPROC, "code"),
            rule(f"(<%{_COMPONENTS})([^>]*)(>)", (t.COMMENT_PREPROC, t.NAME, t.COMMENT_PREPROC), "component"),
            rule("^%(.*)$", _perl_line),
            rule("<%", t.COMMENT_PREPROC, "expression"),
            rule(r"<&\|", t.COMMENT_PREPROC, ("call with content", "call")),
            rule("<&", t.COMMENT_PREPROC, "call"),
            rule("(?s).+?(?=</?&|</?%|^%|^#)|.+", parent),
        ],
        "text": [*_block(_TEXTS), rule('(?s).*?[^"](?=</%)', t.COMMENT)],
        "code": [*_block(_CODES), rule('(?s).*?[^"](?=</%)', _perl)],
        "component": [*_block(_COMPONENTS), include("root")],
        "call with content": [rule("</&>", t.COMMENT_PREPROC, "#pop"), include("root")],
        "call": _code_before("&>"),
        "expression": _code_before("%>"),
    }

    def configure(self) -> None:
        super().configure()
        self.perl = Perl()
