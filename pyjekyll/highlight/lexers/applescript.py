"""AppleScript."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, any_of, rule
from pyjekyll.highlight.lexer import LOST
from pyjekyll.highlight.lexers._word_lists import read_word_lists
from pyjekyll.highlight.regex import quoted

# In the file a phrase's spaces are underscores. What an earlier phrase cuts short in Rouge (`is equal to`) is not in it.
_KINDS = {"operators": t.OPERATOR_WORD, "builtins": t.NAME_BUILTIN, "keywords": t.KEYWORD, "properties": t.NAME_ATTRIBUTE}
_TOKENS = {word.replace("_", " "): _KINDS[kind] for kind, words in read_word_lists("applescript_words.txt").items() for word in words}
_PHRASES = any_of(" ".join(phrase.replace(" ", "_") for phrase in sorted(_TOKENS, key=lambda phrase: (-len(phrase), phrase)))).replace("_", " ")
_TESTED = "application responses|case|diacriticals|hyphens|numeric strings|punctuation|white space"
_CLASSES = """(?:alias|application|boolean|class|constant|date|file|integer|list|number|POSIX file|real|record|reference|RGB color|script|text) \
|unit types|(?:Unicode )?text|string"""


def _phrase(lexer: AppleScript, hit: Hit) -> None:
    lexer.emit(_TOKENS[hit[0]], hit[0])


class AppleScript(RegexLexer):
    """Lex AppleScript, whose names may be phrases. Of a block comment only the opener is one."""

    tag = "applescript"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT_WHITESPACE),
            rule(r"¬\n", t.STR_ESCAPE),
            rule(r"'s\s+", t.TEXT),
            rule(r"(?:--|#).*", t.COMMENT_SINGLE),
            rule(r"\(\*", t.COMMENT_MULTILINE),
            rule(r"[(){}!,.:]", t.PUNCTUATION),
            rule("(«)([^»]+)(»)", (t.TEXT, t.NAME_BUILTIN, t.TEXT)),
            rule(rf"\b((?:considering|ignoring)\s*)({_TESTED})", (t.KEYWORD, t.NAME_BUILTIN)),
            rule("[-*+&≠>=<≥≤/÷^]", t.OPERATOR),
            rule(r"^((?:on|end)\s+)('r')(%s)", (t.KEYWORD, LOST, t.NAME_FUNCTION)),  # a template that was never filled in
            rule(r"^(in|on|script|to)(\s+)", (t.KEYWORD, t.TEXT)),
            rule(rf"\b(as )({_CLASSES})\b", (t.KEYWORD, t.NAME_CLASS)),
            rule(rf"\b{_PHRASES}\b", _phrase),
            rule(r"[0-9]+(?:st|nd|rd|th)\b", t.NAME_BUILTIN),
            rule(quoted('"'), t.STR_DOUBLE),
            rule(r"\b[a-zA-Z]\w*\b", t.NAME_VARIABLE),
            rule(r"\d+\.\d*(?:E[-+][0-9]+)?", t.NUM_FLOAT),
            rule(r"\d+", t.NUM_INTEGER),
        ]
    }
