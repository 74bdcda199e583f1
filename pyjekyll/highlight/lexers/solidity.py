"""Solidity."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_KEYWORDS = words("""
    abstract anonymous as assembly break catch calldata constant constructor continue contract do delete else emit enum event
    external fallback for function hex if indexed interface internal import is library mapping memory modifier new override
    payable public pure pragma private receive return returns storage struct throw try type using var view virtual while
""")
_BUILTINS = words("""
    now false true balance selector super this blockhash gasleft assert require revert selfdestruct suicide call callcode
    delegatecall send transfer addmod ecrecover keccak256 mulmod sha256 sha3 ripemd160
""")
_CONSTANTS = words("wei finney szabo ether seconds minutes hours days weeks years")
_TYPES = words("address bool byte bytes int string uint")
_RESERVED = words("""
    alias after apply auto case copyof default define final fixed immutable implements in inline let macro match mutable null
    of partial promise reference relocatable sealed sizeof static supports switch typedef typeof ufixed unchecked
""")
_KINDS = (
    (_KEYWORDS, t.KEYWORD),
    (_BUILTINS, t.NAME_BUILTIN),
    (_CONSTANTS, t.KEYWORD_CONSTANT),
    (_TYPES, t.KEYWORD_TYPE),
    (_RESERVED, t.KEYWORD_RESERVED),
)


def _name(lexer: Solidity, hit: Hit) -> None:
    lexer.emit(next((token for known, token in _KINDS if hit[0] in known), t.NAME), hit[0])


def _string(quote: str, other: str) -> Rules:
    return [
        rule(r"\\(?:u[a-fA-F0-9]{4}|x..|[^x])", t.STR_ESCAPE),
        rule(r"[^\\\"'\n]+|\\", t.STR),
        rule(quote, t.STR, "#pop"),
        rule(other, t.STR),
    ]


class Solidity(RegexLexer):
    """Lex Solidity."""

    tag = "solidity"
    states: ClassVar[dict[str, Rules]] = {
        "root": [include("blanks"), rule("", None, "statement")],
        "line start": [include("blanks in line"), rule("", None, "#pop")],
        "blanks in line": [rule(r"[ \t\r]+|\\\n", t.TEXT), rule(r"/\*", t.COMMENT_MULTILINE, "comment")],
        "blanks": [
            rule(r"\n+", t.TEXT, "line start"),
            rule(r"//.*\n", t.COMMENT_SINGLE, "line start"),
            include("blanks in line"),
        ],
        "statement": [
            rule(";", t.PUNCTUATION, "#pop"),
            include("blanks"),
            rule('(?:hex)?"', t.STR, "double quotes"),
            rule("(?:hex)?'", t.STR, "single quotes"),
            rule(r"\d+\.\d+(?:[eE]\d+)?", t.NUM_FLOAT),
            rule("(?i)0x[0-9a-f]+", t.NUM_HEX),
            rule(r"\d+(?:[eE]\d+)?", t.NUM_INTEGER),
            rule(r"\*/", t.ERROR),
            rule(r"[~!%^&*+=|?:<>/-]", t.OPERATOR),
            rule(r"[()\[\],.]", t.PUNCTUATION),
            rule(r"u?fixed\d+x\d+", t.KEYWORD_RESERVED),
            rule(r"bytes\d+|u?int\d+", t.KEYWORD_TYPE),
            rule(r"[a-zA-Z$_][\w$]*", _name),
            rule("[{}]", t.PUNCTUATION),
        ],
        "double quotes": _string('"', "'"),
        "single quotes": _string("'", '"'),
        "comment": [rule(r"\*/", t.COMMENT_MULTILINE, "#pop"), rule("[^*/]+|[*/]", t.COMMENT_MULTILINE)],
    }

    def start(self) -> None:
        self.push("line start")
