"""Smarty's templates."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, include, rule, words
from pyjekyll.highlight.lexers._template import TemplateLexer, parent
from pyjekyll.highlight.regex import quoted

_BUILTINS = words("""
    append assign block call capture config_load debug extends for foreach foreachelse break continue function if elseif else
    include include_php insert ldelim rdelim literal nocache php section sectionelse setfilter strip while counter cycle eval
    fetch html_checkboxes html_image html_options html_radios html_select_date html_select_time html_table mailto math
    textformat capitalize cat count_characters count_paragraphs count_sentences count_words date_format default escape
    from_charset indent lower nl2br regex_replace replace spacify string_format strip_tags to_charset truncate unescape upper
    wordwrap
""")


def _word(lexer: Smarty, hit: Hit) -> None:
    lexer.emit(t.NAME_BUILTIN if hit[0] in _BUILTINS else t.NAME_ATTRIBUTE, hit[0])


class Smarty(TemplateLexer):
    """Lex Smarty's templates."""

    tag = "smarty"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\{\s+", parent),
            rule(r"(?s)\{\*.*?\*\}", t.COMMENT),
            include("opening"),
            rule(r"""(?s).+?(?=\{[/a-zA-Z0-9$#*"'])""", parent),
            rule("(?s).+", parent),
        ],
        "opening": [rule(r"\{/?(?![\s*])", t.KEYWORD, "tag")],
        "tag": [
            include("opening"),
            rule(r"\}", t.KEYWORD, "#pop"),
            rule(r"\s+", t.TEXT),
            rule(r"[~!%^&*()+=|\[\]:;,.<>/@?-]", t.OPERATOR),
            rule(r"#[a-zA-Z_]\w*#|\$[a-zA-Z_]\w*(?:\.\w+)*", t.NAME_VARIABLE),
            rule(r"(?:true|false|null)\b", t.KEYWORD_CONSTANT),
            rule(r"[0-9](?:\.[0-9]*)?(?:eE[+-][0-9])?[flFLdD]?", t.NUM),
            rule(quoted('"', inside="."), t.STR_DOUBLE),
            rule(quoted("'", inside="."), t.STR_SINGLE),
            rule(r"[a-zA-Z_]\w*", _word),
        ],
    }
