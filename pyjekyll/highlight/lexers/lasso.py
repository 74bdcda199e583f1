"""Lasso, and the HTML that it stands in."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, include, rule
from pyjekyll.highlight.lexers._template import TemplateLexer, parent
from pyjekyll.highlight.lexers._word_lists import read_word_lists

_NAME = r"[a-zA-Z_\u017f\u212a][\w.\u212a]*"
_SIGN = r"[-+*/%]"
_MARK = r"\?(?:lasso(?:script)?|=)"
# A comment of HTML's, a script or a style sheet, or else a sign that opens nothing of Lasso's.
_HTML = rf"<!--.*?-->|<(?:script.*?script|style.*?style)>|<(?!{_MARK})"
_KINDS = {
    "exceptions": t.NAME_EXCEPTION,
    "types": t.KEYWORD_TYPE,
    "traits": t.NAME_DECORATOR,
    "keywords": t.KEYWORD,
    "builtins": t.NAME_BUILTIN,
}


def _word(lexer: Lasso, hit: Hit) -> None:
    lexer.groups(hit, t.PUNCTUATION, _kind(hit[2].lower()))


def _kind(name: str) -> str:
    if name == "namespace_using":
        return t.KEYWORD_NAMESPACE
    return next((_KINDS[kind] for kind, names in read_word_lists("lasso_words.txt").items() if name in names), t.NAME_OTHER)


class Lasso(TemplateLexer):
    """Lex Lasso. Option: `start_inline`, whether the text begins as Lasso."""

    tag = "lasso"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"^#![ \S]+lasso9\b", t.COMMENT_PREPROC, "lasso"),
            rule(r"(?=\[|<)", None, "delimiters"),
            rule(r"\s+", t.TEXT_WHITESPACE),
            rule("", None, ("delimiters", "file")),
        ],
        "delimiters": [
            rule(r"\[no_square_brackets\]", t.COMMENT_PREPROC, "no brackets"),
            rule(r"\[noprocess\]", t.COMMENT_PREPROC, "no processing"),
            rule(r"\[", t.COMMENT_PREPROC, "brackets"),
            rule(f"(?i)<{_MARK}", t.COMMENT_PREPROC, "instruction"),
            rule(rf"(?is)(?:[^\[<]+|{_HTML})+", parent),
        ],
        "no brackets": [
            rule(r"\[noprocess\]", t.COMMENT_PREPROC, "no processing"),
            rule(f"(?i)<{_MARK}", t.COMMENT_PREPROC, "instruction"),
            rule(rf"(?is)(?:[^\[<]+|{_HTML}|\[(?!noprocess))+", parent),
        ],
        "no processing": [
            rule(r"\[/noprocess\]", t.COMMENT_PREPROC, "#pop"),
            rule(r"(?i)(?:[^\[]+|\[(?!/noprocess))+", parent),
        ],
        "brackets": [rule(r"\]", t.COMMENT_PREPROC, "#pop"), include("lasso")],
        "instruction": [rule(r"\?>", t.COMMENT_PREPROC, "#pop"), include("lasso")],
        "file": [rule(r"\]|\?>", t.COMMENT_PREPROC, "#pop"), include("lasso")],
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule(r"//.*?\n", t.COMMENT_SINGLE),
            rule(r"(?s)/\*\*!.*?\*/", t.COMMENT_DOC),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
        ],
        "lasso": [
            include("blanks"),
            rule(r"(?i)\d*\.\d+(?:e[+-]?\d+)?", t.NUM_FLOAT),
            rule(r"(?i)0x[\da-f]+", t.NUM_HEX),
            rule(r"\d+", t.NUM_INTEGER),
            rule(r"(?i)(?:infinity|NaN)\b", t.NUM),
            rule(r"(?s)'[^'\\]*(?:\\.[^'\\]*)*'", t.STR_SINGLE),
            rule(r'(?s)"[^"\\]*(?:\\.[^"\\]*)*"', t.STR_DOUBLE),
            rule("`[^`]*`", t.STR_BACKTICK),
            rule(rf"\${_NAME}", t.NAME_VARIABLE),
            rule(rf"#(?:{_NAME}|\d+\b)", t.NAME_VARIABLE_INSTANCE),
            rule(rf"(\.\s*)('{_NAME}')", (t.NAME_BUILTIN_PSEUDO, t.NAME_VARIABLE_CLASS)),
            rule(rf"(?i)(self)(\s*->\s*)('{_NAME}')", (t.NAME_BUILTIN_PSEUDO, t.OPERATOR, t.NAME_VARIABLE_CLASS)),
            rule(rf"(\.\.?\s*)({_NAME}(?:=(?!=))?)", (t.NAME_BUILTIN_PSEUDO, t.NAME_OTHER)),
            rule(rf"(->\\?\s*|&\s*)({_NAME}(?:=(?!=))?)", (t.OPERATOR, t.NAME_OTHER)),
            rule(r"(?i)(?:self|inherited|currentcapture|givenblock)\b", t.NAME_BUILTIN_PSEUDO),
            rule(rf"(?i)-(?!infinity){_NAME}", t.NAME_ATTRIBUTE),
            rule(rf"::\s*{_NAME}", t.NAME_LABEL),
            include("definitions"),
            rule(r"(?i)(?:true|false|none|minimal|full|all|void)\b", t.KEYWORD_CONSTANT),
            rule(r"(?i)(?:local|var|variable|global|data(?=\s))\b", t.KEYWORD_DECLARATION),
            rule(rf"(?i)({_NAME})(\s+)(in)\b", (t.NAME, t.TEXT, t.KEYWORD)),
            rule(rf"(?i)(let|into)(\s+)({_NAME})", (t.KEYWORD, t.TEXT, t.NAME)),
            rule(",", t.PUNCTUATION, "after comma"),
            rule(r"(?i)(?:and|or|not)\b", t.OPERATOR_WORD),
            rule(rf"({_NAME})(\s*::\s*{_NAME})?(\s*=(?!=|>))", (t.NAME, t.NAME_LABEL, t.OPERATOR)),
            rule(r"(/?)([\w.]+)", _word),
            rule(r"(?i)(=)(n?bw|n?ew|n?cn|lte?|gte?|n?eq|n?rx|ft)\b", (t.OPERATOR, t.OPERATOR_WORD)),
            rule(r":=|[-+*/%=<>&|!?\\]+", t.OPERATOR),
            rule("[{}():;,@^]", t.PUNCTUATION),
        ],
        "definitions": [
            rule(
                rf"(?i)(define)(\s+)({_NAME})(\s*=>\s*)(type|trait|thread)\b",
                (t.KEYWORD_DECLARATION, t.TEXT, t.NAME_CLASS, t.OPERATOR, t.KEYWORD),
            ),
            rule(
                rf"(?i)(define)(\s+)({_NAME})(\s*->\s*)({_NAME}=?|{_SIGN})",
                (t.KEYWORD_DECLARATION, t.TEXT, t.NAME_CLASS, t.OPERATOR, t.NAME_FUNCTION),
                "signature",
            ),
            rule(rf"(?i)(define)(\s+)({_NAME})", (t.KEYWORD_DECLARATION, t.TEXT, t.NAME_FUNCTION), "signature"),
            rule(
                rf"(?i)(public|protected|private|provide)(\s+)({_NAME}=?|{_SIGN})(?=\s*\()",
                (t.KEYWORD, t.TEXT, t.NAME_FUNCTION),
                "signature",
            ),
            rule(rf"(?i)(public|protected|private|provide)(\s+)({_NAME})", (t.KEYWORD, t.TEXT, t.NAME_FUNCTION)),
        ],
        "signature": [
            rule("=>", t.OPERATOR, "#pop"),
            rule(r"\)", t.PUNCTUATION, "#pop"),
            rule("[(,]", t.PUNCTUATION, "parameter"),
            include("lasso"),
        ],
        "parameter": [
            rule(r"\)", t.PUNCTUATION, "#pop"),
            rule(rf"-?{_NAME}", t.NAME_ATTRIBUTE, "#pop"),
            rule(r"\.\.\.", t.NAME_BUILTIN_PSEUDO),
            include("lasso"),
        ],
        # A method's name, if a signature follows it.
        "after comma": [
            rule(
                rf"({_NAME}=?|{_SIGN})(?=\s*(?:\((?:[^()]*\([^()]*\))*[^)]*\)\s*)?(?:::[\w.\s]+)?=>)",
                t.NAME_FUNCTION,
                "signature",
            ),
            include("blanks"),
            rule("", None, "#pop"),
        ],
    }

    def start(self) -> None:
        super().start()
        if self.bool_option("start_inline"):
            self.push("lasso")
