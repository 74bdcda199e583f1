"""Cmm, the last intermediate language of the Haskell compiler GHC: C with less, and with tables."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Callback, Hit, RegexLexer, Rules, include, rule
from pyjekyll.highlight.lexers.ghc_core import HEADINGS

_BLANK = r"(?:\s|/\*(?:[^*]|\*[^/])*\*+/)"
_COMMENT = r"//[\s\S]*?\n"
# A comment may end with any later line, if what has to follow is there only; so one takes the place of several.
_BLANKS = rf"{_BLANK}*(?:{_COMMENT}{_BLANK}*)?"
_SPACE = rf"(?:{_BLANK}+(?:{_COMMENT}{_BLANK}*)?|{_COMMENT}{_BLANK}*)"
_NAME = r"(?:(?!#[a-zA-Z])[\w#$%']+)"
_OPERATOR_NAME = r"(?:(?:\(,?\)|\[\])*[\w#$%'])+"  # with empty brackets inside


def _each(*tokens: str | None) -> Callback:
    """Return a function that emits the match's groups with these tokens, and lexes those without one."""

    def act(lexer: GhcCmm, hit: Hit) -> None:
        for number, token in enumerate(tokens, 1):
            if token is not None:
                lexer.emit(token, hit[number])
            elif hit[number]:
                lexer.recurse(hit[number])

    return act


class GhcCmm(RegexLexer):
    """Lex GHC's Cmm."""

    tag = "ghc-cmm"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            *HEADINGS,
            rule(r"(section)(\s+)", (t.KEYWORD, t.TEXT), "section"),
            rule("#(?:include|endif|else|if)", t.COMMENT_PREPROC),
            rule(rf"(#define)({_BLANKS})({_NAME})", _each(t.COMMENT_PREPROC, None, t.NAME_LABEL)),
            rule(r"(\{ )(info_tbls)(:)", (t.PUNCTUATION, t.NAME_ENTITY, t.PUNCTUATION), "tables"),
            include("comments"),
            include("literals"),
            include("keywords"),
            include("types"),
            include("properties"),
            include("names"),
            include("operators"),
            rule(r"\\\n|.", t.TEXT),
        ],
        "section": [
            rule('"(?:data|cstring|text|rodata|relrodata|bss)"', t.NAME_BUILTIN),
            rule(r"\{", t.PUNCTUATION, "#pop"),
            include("names"),
            include("operators"),
            include("keywords"),
            rule(r"\s+", t.TEXT),
        ],
        "tables": [
            rule(r"\}", t.PUNCTUATION, "#pop"),
            rule(r"\{", t.PUNCTUATION, "#push"),
            rule("(?=label:)", None, "label"),
            rule(rf"(\()({_OPERATOR_NAME})(,)", (t.PUNCTUATION, t.NAME_LABEL, t.PUNCTUATION)),
            include("literals"),
            include("properties"),
            include("keywords"),
            include("operators"),
            rule(rf"{_NAME}|\s+", t.TEXT),
        ],
        "label": [
            include("properties"),
            include("names"),
            include("keywords"),
            include("operators"),
            rule(r"[^\S\n]+", t.TEXT),
            rule(r"\n", t.TEXT, "#pop"),
        ],
        "comments": [
            rule("//.*", t.COMMENT_SINGLE),
            rule(r"\(likely.*?\)", t.COMMENT),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
        ],
        "literals": [
            rule(r"-?[0-9]+\.[0-9]+", t.NUM_FLOAT),
            rule("-?[0-9]+", t.NUM_INTEGER),
            rule('"', t.STR_DELIMITER, "string"),
        ],
        "string": [
            rule(r"\\.", t.STR_ESCAPE),
            rule("%.", t.STR_SYMBOL),
            rule('"', t.STR_DELIMITER, "#pop"),
            rule(r'[^"%\\\n]+|[%\\]', t.STR),
        ],
        "operators": [rule(r"\.\.|[+\-*/<>=!&|~]", t.OPERATOR), rule(r"[\[\].{}:;,()]", t.PUNCTUATION)],
        "keywords": [
            rule(r"(const)(\s+)", (t.KEYWORD_CONSTANT, t.TEXT)),
            rule('"', t.STR_DOUBLE),
            rule(r"(switch)([^{]*)(\{)", _each(t.KEYWORD, None, t.PUNCTUATION)),
            rule(f"(arg|result)({_SPACE})(hints)(:)", _each(t.NAME_PROPERTY, None, t.NAME_PROPERTY, t.PUNCTUATION)),
            rule(rf"(returns)({_BLANKS})(to)", _each(t.KEYWORD, None, t.KEYWORD)),
            rule(rf"(never)({_BLANKS})(returns)", _each(t.KEYWORD, None, t.KEYWORD)),
            rule(rf"(return)({_BLANKS})(\()", _each(t.KEYWORD, None, t.PUNCTUATION)),
            rule(
                f"(if|else|goto|call|offset|import|jump|ccall|foreign|prim|case|unwind|export|reserve|push)({_BLANK}|{_COMMENT})",
                _each(t.KEYWORD, None),
            ),
            rule(rf"(default)({_BLANKS})(:)", _each(t.KEYWORD, None, t.PUNCTUATION)),
        ],
        "types": [
            rule(rf"{_NAME}(?:(?=\[[^\]])|\[\])", t.KEYWORD_TYPE),
            rule(
                rf"({_NAME})({_SPACE})({_NAME})({_BLANKS})(\()",
                _each(t.NAME_LABEL, None, t.NAME_FUNCTION, None, t.PUNCTUATION),
            ),
            rule(f"({_NAME})({_SPACE})({_NAME})", _each(t.KEYWORD_TYPE, None, t.NAME_LABEL)),
        ],
        "properties": [
            rule("(args|res|upd|label|rep|srt|arity|fun_type|arg_space|updfr_space)(:)", (t.NAME_PROPERTY, t.PUNCTUATION)),
            rule("(stack_info)(:)", (t.NAME_ENTITY, t.PUNCTUATION)),
        ],
        "names": [
            rule(rf"(::)({_BLANKS})([A-Z]\w+)", _each(t.OPERATOR, None, t.KEYWORD_TYPE)),
            rule(f"<{_NAME}>", t.NAME_BUILTIN),
            rule(
                rf"(?:Sp|SpLim|Hp|HpLim|HpAlloc|BaseReg|CurrentNursery|CurrentTSO|R\d{{1,2}}|gcptr)(?!{_NAME})",
                t.NAME_VARIABLE_GLOBAL,
            ),
            rule(rf"([A-Z]{_NAME})(\.)", (t.NAME_NAMESPACE, t.PUNCTUATION), "name in namespace"),
            rule(f"(`)({_NAME})(`)", (t.PUNCTUATION, t.NAME_FUNCTION, t.PUNCTUATION)),
            rule(rf"(?={_OPERATOR_NAME}{_BLANKS}[{{(])", None, "function"),
            rule("CLOSURE", t.KEYWORD_TYPE),
            rule(_OPERATOR_NAME, t.NAME_LABEL),
        ],
        "name in namespace": [
            rule(rf"([A-Z]{_NAME})(\.)", (t.NAME_NAMESPACE, t.PUNCTUATION)),
            rule(rf"({_OPERATOR_NAME})({_BLANKS})([{{(])", _each(t.NAME_FUNCTION, None, t.PUNCTUATION), "#pop"),
            rule(_OPERATOR_NAME, t.NAME_LABEL, "#pop"),
            rule("", None, "#pop"),
        ],
        "function": [
            rule("INFO_TABLE(?:_(?:FUN|CONSTR|SELECTOR|RET))?", t.NAME_BUILTIN),
            rule(f"%{_NAME}", t.NAME_BUILTIN),
            rule(_OPERATOR_NAME, t.NAME_FUNCTION),
            rule(r"\s+", t.TEXT),
            rule("[({]", t.PUNCTUATION, "#pop"),
            include("comments"),
        ],
    }
