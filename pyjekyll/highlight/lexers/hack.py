"""Hack."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Rules, rule, words
from pyjekyll.highlight.lexers.php import Php

_PHP = Php.states


class Hack(Php):
    """Lex Hack: PHP with types. The options are PHP's."""

    tag = "hack"
    keywords = Php.keywords | words("""
        type newtype enum as super async await vec dict keyset void int string bool float double arraykey num
    """)
    states: ClassVar[dict[str, Rules]] = {
        **_PHP,
        "root": [rule(r"<\?hh(?:\s*//\s*(?:strict|decl|partial))?$", t.COMMENT_PREPROC, "php"), *_PHP["root"]],
        "php": [
            rule(
                r"(/\*\s*)(HH_(?:IGNORE_ERROR|FIXME)\[\d+\])([^*]*)(\*/)",
                (t.COMMENT_PREPROC, t.COMMENT_PREPROC, t.COMMENT_MULTILINE, t.COMMENT_PREPROC),
            ),
            rule(r"// UNSAFE(?:_EXPR|_BLOCK)?|/\*\s*UNSAFE_EXPR\s*\*/", t.COMMENT_PREPROC),
            *_PHP["php"],
        ],
    }
