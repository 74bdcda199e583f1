"""The script language of the editor Vim."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule
from pyjekyll.highlight.lexers._word_lists import read_word_lists
from pyjekyll.highlight.regex import quoted


def _word(lexer: VimL, hit: Hit) -> None:
    lists = read_word_lists("viml_words.txt")
    if hit[0] in lists["commands"]:
        lexer.emit(t.KEYWORD, hit[0])
    else:
        known = any(hit[0] in lists[name] for name in ("functions", "options", "events"))
        lexer.emit(t.NAME_BUILTIN if known else t.TEXT, hit[0])


class VimL(RegexLexer):
    """Lex Vim's script language."""

    tag = "viml"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r'^(\s*)(".*?)$', (t.TEXT, t.COMMENT)),
            rule(r"^\s*\\", t.STR_ESCAPE),
            rule(r"[ \t]+", t.TEXT),
            rule(quoted("/", inside="."), t.STR_REGEX),
            rule(quoted('"', inside="."), t.STR_DOUBLE),
            rule(quoted("'", inside="."), t.STR_SINGLE),
            rule(r"-?\d+", t.NUM),
            rule("(?i)#[0-9a-f]{6}", t.NUM_HEX),
            rule(r"[():<>+=!\[\]{}|,~.-]", t.PUNCTUATION),
            rule(r"(?:let|if|else|endif|elseif|fun|function|endfunction)\b", t.KEYWORD),
            rule(r"(?:NONE|bold|italic|underline|dark|light)\b", t.NAME_BUILTIN),
            rule(r"[absg]:\w+\b", t.NAME_VARIABLE),
            rule(r"\w+\b", _word),
            rule(r"[\s\S]", t.TEXT),
        ]
    }
