"""BPF's bytecode, as disassemblers write it."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, rule

_REGISTER = r"[rw]\d+"
_CONDITION = rf"(?i)(if)(\s+)({_REGISTER})(\s*)([s\u017f!=<>]+)(\s*)"  # Ruby folds two letters beyond ASCII
_JUMP = r"(goto)(\s*)(\+\d+)?(\s*)(<?\w+>?)"
_JUMP_TOKENS = (t.KEYWORD, t.WHITESPACE, t.NUM_INTEGER, t.WHITESPACE, t.NAME_LABEL)


def _condition_tokens(operand: str) -> tuple[str, ...]:
    compared = (t.NAME, t.WHITESPACE, t.OPERATOR, t.WHITESPACE, operand)
    return (t.KEYWORD, t.WHITESPACE, *compared, t.WHITESPACE, *_JUMP_TOKENS)


class Bpf(RegexLexer):
    """Lex BPF's bytecode."""

    tag = "bpf"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"(\d+)(:)(\s+)(\(\h{2}\)|(?:\h{2} ){8})?", (t.GENERIC_LINENO, t.PUNCTUATION, t.WHITESPACE, t.GENERIC)),
            rule(r"(?i)(call)(\s+)(\d+)", (t.KEYWORD, t.WHITESPACE, t.NUM_INTEGER)),
            rule(r"(?i)(call)(\s+)(\w+)(#)(\d+)", (t.KEYWORD, t.WHITESPACE, t.NAME_BUILTIN, t.PUNCTUATION, t.NUM_INTEGER)),
            rule(f"(?i){_JUMP}", _JUMP_TOKENS),
            rule(rf"{_CONDITION}(0x\h+|-?\d+)(\s*){_JUMP}", _condition_tokens(t.NUM)),
            rule(rf"{_CONDITION}({_REGISTER})(\s*){_JUMP}", _condition_tokens(t.NAME)),
            rule(
                r"(?i)(\*)(\s*)(\()(u8|u16|u32|u64|ll)(\s*)(\*)(\))",
                (t.OPERATOR, t.WHITESPACE, t.PUNCTUATION, t.KEYWORD_TYPE, t.WHITESPACE, t.OPERATOR, t.PUNCTUATION),
                "address",
            ),
            rule(r"(?i)[-+,./*&|<>^s\u017f]{0,3}=", t.OPERATOR),
            rule(rf"(?i)([+-]?)({_REGISTER})", (t.PUNCTUATION, t.NAME)),
            rule("//", t.COMMENT_SINGLE, "comment to the end of the line"),
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
            rule(r"(?i)be16|be32|be64|exit|loc[k\u212a]|map", t.KEYWORD),
            rule(r"(?i)(0x\h+|-?\d+)(\s*)(ll)?", (t.NUM, t.WHITESPACE, t.KEYWORD_TYPE)),
            # Tried at each letter of a word that has no token, so they must fail soon.
            rule(r"(?i)(\w++)(\s+)(ll)", (t.NAME, t.WHITESPACE, t.KEYWORD_TYPE)),
            rule(r"(?i)(?=\w[^\Wl]*+l)(\w+)(ll)", (t.NAME, t.KEYWORD_TYPE)),
            rule(r"(\w++)(\s*)(:)", (t.NAME_LABEL, t.WHITESPACE, t.PUNCTUATION)),
            rule("(?s).", t.TEXT),
        ],
        "address": [
            rule(
                rf"(?i)(\()({_REGISTER})(\s*)([+-])(\s*)(\d+)(\))",
                (t.PUNCTUATION, t.NAME, t.WHITESPACE, t.OPERATOR, t.WHITESPACE, t.NUM_INTEGER, t.PUNCTUATION),
                "#pop",
            ),
            rule(r"(\w+)(\[)(\d+)(\])", (t.NAME, t.PUNCTUATION, t.NUM_INTEGER, t.PUNCTUATION), "#pop"),
            rule(rf"(?i)(\w+)(\[)({_REGISTER})(\])", (t.NAME, t.PUNCTUATION, t.NAME, t.PUNCTUATION), "#pop"),
        ],
        "comment to the end of the line": [
            rule(r"\n", t.COMMENT_SINGLE, "#pop"),
            rule(".+", t.COMMENT_SINGLE),
        ],
        "comment": [
            rule(r"\*/", t.COMMENT_MULTILINE, "#pop"),
            rule(r"[^*/]+|[*/]", t.COMMENT_MULTILINE),
        ],
    }
