"""Elixir, by itself and in templates."""

from __future__ import annotations

import functools
import re
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rule, Rules, State, any_of, include, make_state, rule
from pyjekyll.highlight.lexers._template import EmbeddingLexer, embedding

_KEYWORDS = any_of("""
    case cond end bc lc if unless try loop receive fn defmodule defp def defprotocol defimpl defrecord defmacrop defmacro
    defdelegate defexception defguardp defguard defstruct exit raise throw after rescue catch else
""")
_CLOSERS = {"{": "}", "[": "]", "(": ")", "<": ">"}


def _sigil(lexer: Elixir, hit: Hit) -> None:
    # Rouge stops the build where the letter is missing.
    kind, opener = hit[1] or "s", hit[2]
    token = t.STR_OTHER
    if kind in "Rr":
        token = t.STR_REGEX
        lexer.push("regex flags")
    if kind in "Ww":
        lexer.push("list flag")
    lexer.emit(token, hit[0])
    lexer.push(_sigil_state(token, opener, kind in "SRCW"))


@functools.cache
def _sigil_state(token: str, opener: str, interpolates: bool) -> State:
    """Return the state inside `~s(...)` and its like. An opener that is no closer is an error there, as nothing nests."""
    closer = _CLOSERS.get(opener, opener)
    rules: list[Rule | include] = [rule(re.escape(closer), token, "#pop")]
    rules += [include("interpolation"), rule("#", token)] if interpolates else [rule(r"[\\#]", token)]
    rules.append(rule(rf"[^#{re.escape(opener)}{re.escape(closer)}\\]+", token))
    return make_state(Elixir, f"sigil {token} {opener} {interpolates}", rules)


def _quoted(quote: str, token: str) -> Rules:
    return [
        include("escapes"),
        include("interpolation"),
        rule(rf"[^#{quote}\\]+", token),
        rule(quote, token, "#pop"),
        rule(r"[#\\]", token),
    ]


class Elixir(RegexLexer):
    """Lex Elixir."""

    tag = "elixir"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("#.*$", t.COMMENT_SINGLE),
            rule(rf"{_KEYWORDS}\b(?![?!])|do\b", t.KEYWORD),
            rule(r"(?:import|require|use|recur|quote|unquote|super|refer)\b(?![?!])", t.KEYWORD_NAMESPACE),
            rule(r"(?:and|not|or|when|xor|in)\b", t.OPERATOR_WORD),
            rule(
                r"%=|\*\*?=|[-+^]=|\|\|=|<=>|<(?![<=])|>(?![<=>])|[<>]=|===?|=~|![=~]|&(?:&&?|(?!\d))|\|\||[-^*+/|]"
                r"|<<|>>|=|\.|~~~",
                t.OPERATOR,
            ),
            # The blanks are a slip of Rouge's: it takes no `:*` for a symbol.
            rule(
                r":(?:[a-zA-Z_]\w*(?:[?!]|=(?![>=]))?|<>|===?|[<>]=?|&&?|%\(\)|%\[\]|%\{\}|\+\+?|--?|\|\|?|!|//|[%&`/|]|\n {13}(?:<=>|\*\*?)|=?~)"
                r"|[a-zA-Z_]\w*[?!]?:(?!:)",
                t.STR_SYMBOL,
            ),
            rule(':"', t.STR_SYMBOL, "quoted symbol"),
            rule(r"(?:nil|true|false)\b(?![?!])|[A-Z]\w*\b", t.NAME_CONSTANT),
            rule(r"__(?:FILE|LINE|MODULE|MAIN|FUNCTION)__\b(?![?!])", t.NAME_BUILTIN_PSEUDO),
            rule(r"[a-zA-Z_!]\w*[!?]?", t.NAME),
            rule(r"::|[%(){};,/|:\\\[\]]", t.PUNCTUATION),
            rule(r"@[a-zA-Z_]\w*|&\d", t.NAME_VARIABLE),
            rule(r"\d(?:_?\d)*\.(?![^\d\s])(?:_?\d)+(?:[eE][-+]?\d(?:_?\d)*)?\b", t.NUM_FLOAT),
            rule(r"0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*\b", t.NUM_HEX),
            rule(r"0o[0-7](?:_?[0-7])*\b", t.NUM_OCT),
            rule(r"0b[01](?:_?[01])*\b", t.NUM_BIN),
            rule(r"\d(?:_?\d)*\b", t.NUM_INTEGER),
            rule(r'(?s)(?:%[A-Ba-z])?""".*?"""', t.STR_DOC),
            rule("(?s)'''.*?'''", t.STR_DOC),
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule("'", t.STR_SINGLE, "single quotes"),
            rule(
                r"\?(?:\\(?:x\d{1,2}|\h{1,2}(?!\h)\b|0[0-7]{0,2}(?![0-7])\b[^x0MC])|(?:\\[MC]-)+\w|[^\s\\])",
                t.STR_OTHER,
            ),
            rule(r"""~([A-Za-z])?([{\[(<|/'"])""", _sigil),
        ],
        "double quotes": _quoted('"', t.STR_DOUBLE),
        "single quotes": _quoted("'", t.STR_SINGLE),
        "interpolation": [rule(r"#\{", t.STR_INTERPOL, "interpolated")],
        "interpolated": [rule(r"\}", t.STR_INTERPOL, "#pop"), include("root")],
        "escapes": [rule(r"""\\x\h{2}|\\u\{?\d+\}?|\\[\\abdefnrstv0"']""", t.STR_ESCAPE)],
        "quoted symbol": [rule('"', t.STR_SYMBOL, "#pop"), include("interpolation"), rule('[^#"]+', t.STR_SYMBOL)],
        "regex flags": [rule("[fgimrsux]*", t.STR_REGEX, "#pop")],
        "list flag": [rule("[csa]?", t.STR_OTHER, "#pop")],
    }


class Eex(EmbeddingLexer):
    """Lex Elixir in templates."""

    tag = "eex"
    embedded = Elixir
    states: ClassVar[dict[str, Rules]] = embedding("<%[%=#]?", "%%?>")
