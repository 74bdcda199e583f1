"""Templates of Jinja, Django and Twig."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, include, rule, words
from pyjekyll.highlight.lexers._template import TemplateLexer, parent
from pyjekyll.highlight.regex import quoted

_VERBATIM = (t.COMMENT_PREPROC, t.TEXT, t.KEYWORD, t.TEXT, t.COMMENT_PREPROC)


def _word(lexer: Jinja, hit: Hit) -> None:
    word = hit[0]
    if word in lexer.keywords:
        lexer.emit(t.KEYWORD, word)
    elif word in lexer.pseudo:
        lexer.emit(t.KEYWORD_PSEUDO, word)
    elif word in lexer.operators:
        lexer.emit(t.OPERATOR_WORD, word)
    else:
        lexer.emit(t.NAME_BUILTIN if word in lexer.tests else t.NAME_VARIABLE, word)


def _begin(word: str) -> Rules:
    return [rule(rf"(\{{%-?)(\s*)({word})(\s*)(-?%\}})", _VERBATIM, word)]


def _until(word: str) -> Rules:
    return [rule(rf"(\{{%-?)(\s*)({word})(\s*)(-?%\}})", _VERBATIM, "#pop"), rule(r"[^{]+|\{", t.TEXT)]


class Jinja(TemplateLexer):
    """Lex Jinja's templates and Django's."""

    tag = "jinja"
    keywords = words("""
        as context do else extends from ignore missing import include reversed recursive scoped autoescape endautoescape block
        endblock call endcall filter endfilter for endfor if endif macro endmacro set endset trans endtrans with endwith without
    """)
    tests = words("""
        callable defined divisibleby equalto escaped even iterable lower mapping none number odd sameas sequence string undefined
        upper
    """)
    pseudo = words("true false none True False None")
    operators = words("is in and or not")
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\{#", t.COMMENT, "comment"),
            rule("##.*", t.COMMENT),
            *_begin("raw"),
            *_begin("verbatim"),
            rule(r"\{%", t.COMMENT_PREPROC, "statement"),
            rule(r"\{\{", t.COMMENT_PREPROC, "expression"),
            rule(r"(?s).+?(?=\\|\{[{%#]|##)", parent),
            rule("(?s).+", parent),
        ],
        "comment": [rule("[^#]+", t.COMMENT), rule(r"#\}", t.COMMENT, "#pop"), rule("#", t.COMMENT)],
        "expression": [
            rule(r"\w+\.?", t.NAME_VARIABLE),
            include("operators"),
            rule(r"%\}|\}\}", t.COMMENT_PREPROC, "#pop"),
        ],
        "statement": [rule(r"\w+\.?", _word), include("operators"), rule(r"%\}", t.COMMENT_PREPROC, "#pop")],
        "operators": [
            rule(r"(\|\s*)(\w+)", (t.OPERATOR, t.NAME_FUNCTION)),
            rule(quoted('"', inside="."), t.STR_DOUBLE),
            rule(quoted("'", inside="."), t.STR_SINGLE),
            rule(r"[-+*/=]|[<>]=?|!=", t.OPERATOR),
            rule(r"[,\[\]()]", t.PUNCTUATION),
            rule(r"\s+", t.TEXT),
        ],
        "raw": _until("endraw"),
        "verbatim": _until("endverbatim"),
    }


class Twig(Jinja):
    """Lex Twig's templates. (Rouge takes Jinja's words once a text in Jinja has been lexed.)"""

    tag = "twig"
    keywords = words("""
        as do extends flush from import include use else starts ends with without autoescape endautoescape block endblock embed
        endembed filter endfilter for endfor if endif macro endmacro sandbox endsandbox set endset spaceless endspaceless
    """)
    tests = words("constant defined divisibleby empty even iterable null odd sameas")
    pseudo = words("true false none")
    operators = words("b-and b-or b-xor is in and or not")
