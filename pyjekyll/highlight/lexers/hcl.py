"""HashiCorp's configuration language, and Terraform's, which is more of it."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_CONSTANTS = words("true false null")


def _name(lexer: Hcl, hit: Hit) -> None:
    name = hit[0]
    if name in _CONSTANTS:
        lexer.emit(t.KEYWORD_CONSTANT, name)
        return
    lexer.emit(lexer.kind(name), name)
    lexer.push("block")


def _open_heredoc(lexer: Hcl, hit: Hit) -> None:
    lexer.groups(hit, t.OPERATOR, t.TEXT, t.STR_HEREDOC, t.STR_HEREDOC, t.NAME_CONSTANT, t.STR_HEREDOC)
    lexer.heredoc_end = hit[5]
    lexer.push("heredoc")


def _heredoc_word(lexer: Hcl, hit: Hit) -> None:
    if hit[1] == lexer.heredoc_end:
        lexer.emit(t.NAME_CONSTANT, hit[0])
        lexer.pop(2)
    else:
        lexer.emit(t.STR_HEREDOC, hit[0])


class Hcl(RegexLexer):
    """Lex HashiCorp's configuration language."""

    tag = "hcl"
    heredoc_end = ""
    keywords = words("")
    declarations = words("")
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            include("literals"),
            rule(r"\{", t.PUNCTUATION, "braces"),
            rule(r"\[", t.PUNCTUATION, "list"),
            rule("(?i)[$a-z_][a-z0-9_]*", _name),
        ],
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule("(?://|#).*?$", t.COMMENT_SINGLE),
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
        ],
        "comment": [rule(r"\*/", t.COMMENT_MULTILINE, "#pop"), rule("[^*/]+|[*/]", t.COMMENT_MULTILINE)],
        "literals": [
            rule(r"[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?(?:[kKmMgG]b?)?", t.NUM_FLOAT),
            rule("[0-9]+(?:[kKmMgG]b?)?", t.NUM_INTEGER),
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule("'", t.STR_SINGLE, "single quotes"),
            rule(r"(<<-?)(\s*)('?)(\\?)(\w+)(\3)", _open_heredoc),
        ],
        # What follows a name: labels, then a body.
        "block": [
            include("blanks"),
            rule(r"\{", t.PUNCTUATION, "#goto:braces"),
            rule(r"\[", t.PUNCTUATION, "#goto:list"),
            include("root"),
            rule("", None, "#pop"),
        ],
        "braces": [
            include("blanks"),
            rule("=", t.PUNCTUATION),
            rule(r"\}", t.PUNCTUATION, "#pop"),
            include("root"),
        ],
        "list": [
            include("blanks"),
            rule(",", t.PUNCTUATION),
            rule(r"\]", t.PUNCTUATION, "#pop"),
            include("root"),
        ],
        "double quotes": [
            rule(r'[^\\"]+', t.STR_DOUBLE),
            rule(r'\\"', t.STR_ESCAPE),
            rule('"', t.STR_DOUBLE, "#pop"),
        ],
        "single quotes": [
            rule(r"[^\\']+", t.STR_SINGLE),
            rule(r"\\'", t.STR_ESCAPE),
            rule("'", t.STR_SINGLE, "#pop"),
        ],
        "heredoc": [rule(r"\n", t.STR_HEREDOC, "heredoc line"), rule(r"[^$\n]+|\$", t.STR_HEREDOC)],
        "heredoc line": [rule(r"\s*(\w+)\s*\n", _heredoc_word), rule("", None, "#pop")],
    }

    def kind(self, name: str) -> str:
        """Return the token for a name that is no constant."""
        if name in self.keywords:
            return t.KEYWORD
        return t.KEYWORD_DECLARATION if name in self.declarations else t.NAME_OTHER


def _name_in_expression(lexer: Terraform, hit: Hit) -> None:
    lexer.emit(t.KEYWORD_CONSTANT if hit[0] in _CONSTANTS else lexer.kind(hit[0]), hit[0])


class Terraform(Hcl):
    """Lex Terraform's configuration."""

    tag = "terraform"
    keywords = words("terraform module provider variable resource data provisioner output")
    declarations = words("var local")
    states: ClassVar[dict[str, Rules]] = {
        **Hcl.states,
        "braces": [rule("[.,()*]", t.PUNCTUATION), *Hcl.states["braces"]],
        "list": [rule("[.,()*]", t.PUNCTUATION), *Hcl.states["list"]],
        "double quotes": [
            rule(r'[^\\"$]+', t.STR_DOUBLE),
            include("interpolation"),
            rule('"', t.STR_DOUBLE, "#pop"),
        ],
        "single quotes": [
            rule(r"[^\\'$]+", t.STR_SINGLE),
            include("interpolation"),
            rule("'", t.STR_SINGLE, "#pop"),
        ],
        "interpolation": [rule(r"\\.", t.STR_ESCAPE), rule(r"\$\{", t.KEYWORD, "expression")],
        "expression": [
            rule(r"\}", t.KEYWORD, "#pop"),
            rule('"/', t.STR_DELIMITER, "#goto:regex"),  # whose end ends the interpolation
            include("literals"),
            rule(r"\s+", t.TEXT),
            rule(r"\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|==|!=", t.OPERATOR),
            rule(r"[-<>+*%&|^/!=?:]=?", t.OPERATOR),
            rule(r"[(\[,)\].]", t.PUNCTUATION),
            rule("(?i)[$a-z_-][a-z0-9_-]*", _name_in_expression),
        ],
        "regex": [
            rule(r'[^"/\\]+|\\.', t.STR_REGEX),
            rule('/"', t.STR_DELIMITER, "#pop"),
            rule('["/]', t.STR_REGEX),
        ],
    }
