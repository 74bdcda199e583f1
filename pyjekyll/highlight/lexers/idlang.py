"""IDL, the Interactive Data Language."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words
from pyjekyll.highlight.lexers._word_lists import read_word_lists

_NAME = r"[a-zA-Z_\u017f\u212a]\w*"  # Ruby folds two letters beyond ASCII
_KIND = rf"(?:\d+|{_NAME})"
_EXPONENT = r"[dDeE][+-]\d+"
_KEYWORDS = words("""
    AND BEGIN BREAK CASE CONTINUE DO ELSE END ENDCASE ENDELSE ENDFOR ENDFOREACH ENDIF ENDREP ENDSWITCH ENDWHILE EQ FOR FOREACH
    GE GOTO GT IF INHERITS LE LT MOD NE NOT OF OR REPEAT RETURN STRUCT SWITCH THEN UNTIL WHILE XOR
""")
_STATEMENTS = words("COMMON FORWARD_FUNCTION")


def _word(lexer: IdLang, hit: Hit) -> None:
    word = hit[0].upper()
    if word in _KEYWORDS:
        token = t.KEYWORD
    elif word == "COMPILE_OPT":
        token = t.NAME_DECORATOR
    elif word in _STATEMENTS:
        token = t.KEYWORD_RESERVED
    else:
        token = t.NAME_BUILTIN if word in read_word_lists("idlang_words.txt")["routines"] else t.NAME
    lexer.emit(token, hit[0])


class IdLang(RegexLexer):
    """Lex IDL."""

    tag = "idlang"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.WHITESPACE),
            rule(";.*", t.COMMENT_SINGLE),
            rule(r",\s*,", t.ERROR),
            rule(f"!{_NAME}", t.NAME_VARIABLE_GLOBAL),
            rule("[(),:&$]", t.PUNCTUATION),
            rule(rf"[+-]?(?:(?:\d+[.]\d*|[.]\d+)(?:{_EXPONENT})?|\d+{_EXPONENT})(?:_{_KIND})?", t.NUM_FLOAT),
            rule(r"(?i)\d+(?:ll|[bslu\u017f])?", t.NUM_INTEGER),
            rule('(?i)"[0-7]+(?:ll|[boul])?', t.NUM_OCT),
            rule(r"(?i)'[0-9a-f]+'x(?:u(?:ll?|[s\u017f])?|ll?|[bs\u017f])?", t.NUM_HEX),
            rule(f"(?:{_KIND}_)?'", t.STR_SINGLE, "single quotes"),
            rule(f'(?:{_KIND}_)?"', t.STR_DOUBLE, "double quotes"),
            rule(r"\|\||>=|->|[-+*/<=~^{}#@?]", t.OPERATOR),
            rule(rf"({_NAME})(\.)([^\s,]*)", (t.NAME, t.OPERATOR, t.NAME)),
            rule(r"(?i)(function|pro)((?:\s|\$\s)+)", (t.KEYWORD, t.WHITESPACE), "routine"),
            rule(_NAME, _word),
        ],
        "routine": [
            rule(_NAME, t.NAME_FUNCTION),
            rule(r"\s+", t.WHITESPACE),
            rule(r":+|\$", t.OPERATOR),
            rule(";.*", t.COMMENT_SINGLE),
            rule(",", t.OPERATOR, "#pop"),  # Rouge would leave at the end of a line too, but blanks are taken first
        ],
        "single quotes": [
            rule("[^']+", t.STR_SINGLE),
            rule("''", t.STR_ESCAPE),
            rule("'", t.STR_SINGLE, "#pop"),
        ],
        "double quotes": [rule('[^"]+', t.STR_DOUBLE), rule('"', t.STR_DOUBLE, "#pop")],
    }
