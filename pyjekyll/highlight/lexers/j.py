"""J."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_KINDS = {
    "n": t.KEYWORD_CONSTANT,  # a noun
    "v": t.NAME_FUNCTION,  # a verb
    "m": t.OPERATOR,  # a modifier
    "a": t.NAME,
    "p": t.NAME_BUILTIN_PSEUDO,  # a parameter
    "o": t.PUNCTUATION,
    "-": t.ERROR,  # no such primitive
}
_INFLECTIONS = ("", ".", ":", "..", ".:", ":.", "::")
# What a character is with each of the inflections, as far as it takes them.
_PRIMITIVES = {
    character: kinds
    for characters, kinds in (
        ("()", "o"),
        ("=", "voo"),
        ("<>+-*%$|,#", "vvv"),
        ("^", "vvm"),
        ('~"', "mvv"),
        (".:@", "mmm"),
        (";", "vmv"),
        ("!", "vmm"),
        ("/\\", "mmv"),
        ("[", "v-v"),
        ("]", "v"),
        ("{", "vvv---v"),
        ("}", "mvv---m"),
        ("`", "m-m"),
        ("&", "mmm-m"),
        ("?", "vv"),
        ("a", "ann"),
        ("ACeEIjor", "av"),
        ("bdfHMT", "am"),
        ("Dt", "amm"),
        ("F", "ammmmmm"),
        ("i", "avv"),
        ("L", "avm"),
        ("mny", "p"),
        ("p", "avvv"),
        ("qsZ", "a-v"),
        ("S", "a-m"),
        ("u", "pvv"),
        ("v", "pv"),
        ("x", "p-v"),
    )
    for character in characters
}
_CONTROL_WORDS = words("""
    assert break case catch catchd catcht continue do else elseif end fcase for if return select throw try while whilst
""")
_LABELLED = words("for goto label")


def _primitive(lexer: J, hit: Hit) -> None:
    kinds = _PRIMITIVES.get(hit[1], "a")
    index = _INFLECTIONS.index(hit[2]) if hit[2] in _INFLECTIONS else len(kinds)
    lexer.emit(_KINDS[kinds[index]] if index < len(kinds) else t.ERROR, hit[0])


def _constant_verb(lexer: J, hit: Hit) -> None:
    lexer.emit(t.ERROR if hit[1] else t.NAME_FUNCTION, hit[0])


def _number(lexer: J, hit: Hit) -> None:
    lexer.emit(t.ERROR if hit[1] else t.NUM, hit[0])


def _word(lexer: J, hit: Hit) -> None:
    if hit[2] != ".":
        lexer.emit(t.ERROR if hit[2] else t.NAME, hit[0])
        return
    word, underline, label = hit[1].partition("_")
    if word not in (_LABELLED if label else () if underline else _CONTROL_WORDS):
        lexer.emit(t.ERROR, hit[0])
        return
    lexer.emit(t.KEYWORD, word + underline)
    lexer.emit(t.NAME if word == "for" else t.NAME_LABEL, label)
    lexer.emit(t.KEYWORD, hit[2])


def _newline(lexer: J, hit: Hit) -> None:
    lexer.emit(t.TEXT, hit[0])
    if lexer.note_follows:
        lexer.push("note")
        lexer.note_follows = False


def _definition(lexer: J, hit: Hit) -> None:
    lexer.groups(hit, t.KEYWORD_PSEUDO, t.TEXT, t.KEYWORD_PSEUDO, t.TEXT)
    lexer.body = "noun" if hit[1] in ("0", "noun") else "code"
    if hit[3] != "define":
        lexer.push("definition")
        return
    if len(lexer.stack) > 1:
        lexer.pop()
    lexer.push(lexer.body)
    lexer.push("line before body")


def _body(lexer: J, hit: Hit) -> None:
    lexer.emit(t.KEYWORD_PSEUDO, hit[0])
    if len(lexer.stack) > 2:
        lexer.pop()
    lexer.goto(lexer.body)
    lexer.push("line before body")


def _quoted_body(lexer: J, hit: Hit) -> None:
    lexer.emit(t.STR_SINGLE if lexer.body == "noun" else t.PUNCTUATION, hit[0])
    lexer.goto("string" if lexer.body == "noun" else "quoted code")


def _note(lexer: J, hit: Hit) -> None:
    lexer.groups(hit, t.TEXT, t.NAME, t.TEXT)
    lexer.note_follows = True


class J(RegexLexer):
    """Lex J. The body of a definition follows its line, or stands quoted in it."""

    tag = "j"
    note_follows = False
    body = "code"
    states: ClassVar[dict[str, Rules]] = {
        "expression": [
            rule(r"\s+", t.TEXT),
            rule(r"([!-&(-/:-@\[-^`{-~]|[A-Za-z]\b)([.:]*)", _primitive),
            rule(r"(?:\d|_\d?):([.:]*)", _constant_verb),
            rule(r"[\d_][\w.]*([.:]*)", _number),
            rule("'", t.STR_SINGLE, "string"),
            rule("NB[.](?![.:]).*", t.COMMENT_SINGLE),
            rule(r"([A-Za-z]\w*)([.:]*)", _word),
        ],
        "string": [
            rule("''", t.STR_ESCAPE),
            rule(r"[^'\n]+", t.STR_SINGLE),
            rule("'|$", t.STR_SINGLE, "#pop"),
        ],
        "root": [
            rule(r"\n", _newline),
            rule(
                r"([0-4]|13|adverb|conjunction|dyad|monad|noun|verb)([ \t]+)(def(?:ine)?\b|:)(?![.:])([ \t]*)",
                _definition,
            ),
            rule(r"^([ \t]*)(Note\b(?![.:]))([ \t\r]*)(?!=[.:]|$)", _note),
            rule(r"[mnuvxy]\b(?![.:])", t.NAME),
            include("expression"),
        ],
        "line before body": [rule(r"\n", t.TEXT, "#pop"), include("root")],
        "definition": [rule(r"0\b(?![.:])", _body), rule("'", _quoted_body), rule("", None, "#pop")],
        "quoted code": [
            rule("''", t.STR_SINGLE, "string in quoted code"),
            rule("'|$", t.PUNCTUATION, "#pop"),
            rule(r"NB[.](?![.:])(?:[^'\n]|'')*", t.COMMENT_SINGLE),
            include("expression"),
        ],
        "string in quoted code": [
            rule("''''", t.STR_ESCAPE),
            rule(r"[^'\n]+", t.STR_SINGLE),
            rule("''", t.STR_SINGLE, "#pop"),
            rule("'|$", t.PUNCTUATION, "#pop:2"),
        ],
        "note": [include("end"), rule(r".+\n?", t.COMMENT_MULTILINE)],
        "noun": [include("end"), rule(r".+\n?", t.STR_HEREDOC)],
        "code": [
            include("end"),
            rule(r"^([ \t]*)(:)([ \t\r]*)$", (t.TEXT, t.PUNCTUATION, t.TEXT)),
            include("expression"),
        ],
        "end": [rule(r"^([ \t]*)(\))([ \t\r]*$\n?)", (t.TEXT, t.PUNCTUATION, t.TEXT), "#pop")],
    }

    def start(self) -> None:
        self.note_follows = False
