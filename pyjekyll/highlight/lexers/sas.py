"""SAS."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule
from pyjekyll.highlight.lexers._word_lists import read_word_lists


def _is(word: str, *kinds: str) -> bool:
    lists = read_word_lists("sas_words.txt")
    return any(word.upper() in lists.get(kind, ()) for kind in kinds)


def _macro(lexer: Sas, hit: Hit) -> None:
    lexer.emit(t.KEYWORD if _is(hit[0], "macro statements", "macro functions") else t.NAME, hit[0])


def _procedure(lexer: Sas, hit: Hit) -> None:
    lexer.procedure = hit[3].upper()
    lexer.groups(hit, t.KEYWORD, t.TEXT, t.KEYWORD if _is(hit[3], "procedures") else t.NAME)
    lexer.push("procedure")


def _word(lexer: Sas, hit: Hit) -> None:
    lexer.emit(t.KEYWORD if _is(hit[0], "statements", "functions") else t.NAME, hit[0])


def _word_in_procedure(lexer: Sas, hit: Hit) -> None:
    known = _is(hit[0], "statements", "functions", f"procedure {lexer.procedure}")
    lexer.emit(t.KEYWORD if known else t.NAME, hit[0])


class Sas(RegexLexer):
    """Lex SAS."""

    tag = "sas"
    procedure = ""
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("first"),
            rule(r"(?i)(proc)(\s+)(\w+)", _procedure),
            rule(r"(?i)(data)(\s+)([\w.]+)", (t.KEYWORD, t.TEXT, t.NAME_VARIABLE)),
            rule(r"(?i)(libname)(\s+)(\w+)", (t.KEYWORD, t.TEXT, t.NAME_VARIABLE)),
            rule(r"\w+", _word),
            include("last"),
        ],
        "first": [
            rule(r"\s+", t.TEXT),
            rule(r"^\s*%?\*[^;]*;", t.COMMENT_SINGLE),
            rule(r"(;)(\s*)(%?\*[^;]*;)", (t.PUNCTUATION, t.TEXT, t.COMMENT_SINGLE)),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
            rule("(?i)'[0-9a-z]+?'d|'.+?'dt|'[0-9:]+?(?:[a|p]m)?'t", t.LITERAL_DATE),
            rule("'", t.STR_SINGLE, "single quotes"),
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule("(?i)&[a-z0-9_&.]+", t.NAME_VARIABLE),
            rule(r"(?i)\d[0-9a-f]*x", t.NUM_HEX),
            rule(r"(?i)\d[0-9e\-.]+", t.NUM),
            rule(r"(?i)_(?:n|error|file|infile|msg|iorc|cmd)_\b", t.NAME_BUILTIN_PSEUDO),
            rule(r"(?i)_(?:character|numeric|all)_\b", t.NAME_BUILTIN),
            # Rouge stops the build at the 4: its state for such data cannot be made.
            rule(r"(?i)(datalines4?|cards4?)(\s*)(;)", (t.KEYWORD, t.TEXT, t.PUNCTUATION), "data"),
            rule(r"\*\*|[*/+-]", t.OPERATOR),
            rule("[^¬~]?=:?|[<>]=?:?", t.OPERATOR),  # with what stands before the equals sign
            rule(r"(?i)(?:eq|ne|gt|lt|ge|le|in)\b", t.OPERATOR_WORD),
            rule("[&|!¦¬∘~]", t.OPERATOR),
            rule(r"(?i)(?:and|or|not|of|like)\b", t.OPERATOR_WORD),
            rule(r"\d+", t.NUM_INTEGER),
            rule(r"\$", t.KEYWORD_TYPE),
            rule(r"(?i)(%macro|%mend)(\s*)(\w+)", (t.KEYWORD, t.TEXT, t.NAME_FUNCTION)),
            rule("%mend", t.KEYWORD),
            rule(r"%\w+", _macro),
        ],
        "last": [rule(r"[(),;:{}\[\]\\.]", t.PUNCTUATION), rule("[@?]", t.STR_SYMBOL), rule(r"\S+", t.TEXT)],
        "single quotes": [rule("''", t.STR_ESCAPE), rule("'", t.STR_SINGLE, "#pop"), rule("[^']+", t.STR_SINGLE)],
        "double quotes": [
            rule(r"(?i)&[a-z0-9_&]+\.?", t.STR_INTERPOL),
            rule('""', t.STR_ESCAPE),
            rule('"', t.STR_DOUBLE, "#pop"),
            rule('[^&"]+|&', t.STR_DOUBLE),
        ],
        "data": [rule("[^;]", t.STR_HEREDOC), rule(";", t.PUNCTUATION, "#pop")],
        "procedure": [
            rule("(?i)quit|run", t.KEYWORD, "#pop"),
            include("first"),
            rule(r"\w+", _word_in_procedure),
            include("last"),
        ],
    }
