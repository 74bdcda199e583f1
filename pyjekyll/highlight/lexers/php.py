"""PHP, and the HTML that it stands in."""

from __future__ import annotations

import re
from functools import cached_property
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, include, rule, words
from pyjekyll.highlight.lexers._template import TemplateLexer, parent
from pyjekyll.highlight.lexers._word_lists import read_word_lists

NAME = r"[\p{L}_][\p{L}\p{N}_]*"
_SPACE = rf"(?:{NAME}\\)+"
_QUALIFIED = rf"(?:{_SPACE})?{NAME}"
_MODULE_CONSTANT = re.compile(r"(?:E|PHP)(?:_[^\W\d_]+)+")
# What a word opens: the state that follows it, and its own token.
_OPENERS = {
    "use": ("import", t.KEYWORD_NAMESPACE),
    "const": ("constant", t.KEYWORD),
    "catch": ("catch", t.KEYWORD),
    "public": ("visibility", t.KEYWORD),
    "protected": ("visibility", t.KEYWORD),
    "private": ("visibility", t.KEYWORD),
}


def _called(lexer: Php, hit: Hit) -> None:
    name = hit[0].lower()
    lexer.emit(t.KEYWORD if name in lexer.keywords else t.NAME_BUILTIN if name in lexer.functions else t.NAME_FUNCTION, hit[0])


def _name(lexer: Php, hit: Hit) -> None:
    name = hit[0]
    state, token = _OPENERS.get(name.lower(), ("", ""))
    if state:
        lexer.push(state)
        lexer.emit(token, name)
    elif name.lower() in lexer.keywords:
        lexer.emit(t.KEYWORD, name)
    elif len(name) > 3 and name.startswith("__") and name.endswith("__"):
        lexer.emit(t.NAME_BUILTIN, name)
    elif _MODULE_CONSTANT.fullmatch(name) and all(map(str.isupper, name.replace("_", ""))):
        lexer.emit(t.KEYWORD_CONSTANT, name)
    else:
        lexer.emit(_kind(name.rpartition("\\")[2]), name)


def _kind(name: str) -> str:
    """Return the token that a name's spelling speaks for."""
    first, rest = name[0], name[1:]
    if not first.isupper():
        return t.NAME
    if rest and all(char.isupper() or char.isdecimal() or char == "_" for char in rest):
        return t.NAME_CONSTANT
    return t.NAME_CLASS if not rest or rest.replace("\xb2", "_").isalnum() else t.NAME


def _text_before(lexer: Php, hit: Hit) -> None:
    parent(lexer, hit)
    lexer.pop()


def _function(lexer: Php, hit: Hit) -> None:
    lexer.emit(t.KEYWORD, hit[0])
    for state in ("function result", "parameters", "function name"):
        lexer.push(state)


_COMMON = (include("end"), include("blanks"))
_RETURN = rule("", None, "#pop")


class Php(TemplateLexer):
    """Lex PHP.

    Options: `start_inline` (whether the text begins as PHP; if not given, it does unless there is a `<`),
    `funcnamehighlighting` (whether PHP's own functions have a colour), `disabledmodules` (modules whose functions have none).
    """

    tag = "php"
    word_lists = "php_functions.txt"
    keywords = words("""
        old_function cfunction __class__ __dir__ __file__ __function__ __halt_compiler __line__ __method__ __namespace__
        __trait__ abstract and array as break case catch clone continue declare default die do echo else elseif empty
        enddeclare endfor endforeach endif endswitch endwhile eval exit extends final finally fn for foreach global goto if
        implements include include_once instanceof insteadof isset list match new or parent print private protected public
        readonly require require_once return self static switch throw try unset var while xor yield
    """)
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"(?i)<\?(?:php|=)?", t.COMMENT_PREPROC, "php"),
            rule(r"(?s).*?(?=<\?)|.*", parent),
        ],
        # Where it is not known whether the text begins as PHP.
        "unknown": [
            rule(r"\s*(?=<)", _text_before),
            rule(r"(?i)[^$]+(?=<\?(?:php|=))", _text_before),
            rule("", None, "#goto:php"),
        ],
        "end": [rule(r"\?>", t.COMMENT_PREPROC, "#reset")],
        "php": [
            *_COMMON,
            include("variables"),
            include("values"),
            rule(rf"(?i)(namespace)(\s+)({_QUALIFIED})", (t.KEYWORD_NAMESPACE, t.TEXT, t.NAME_NAMESPACE)),
            rule(
                rf"(?i)(class|interface|trait|extends|implements)(\s+)({_QUALIFIED})",
                (t.KEYWORD_DECLARATION, t.TEXT, t.NAME_CLASS),
            ),
            include("names"),
            rule(r"[;,(){}\[\]]", t.PUNCTUATION),
            include("operators"),
            rule("[=?]", t.OPERATOR),
        ],
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule("(?:#|//).*?$", t.COMMENT_SINGLE),
            rule(r"(?s)/\*\*(?!/).*?\*/", t.COMMENT_DOC),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
        ],
        "variables": [rule(rf"\$\{{\$+{NAME}\}}|\$+{NAME}", t.NAME_VARIABLE)],
        "names": [rule(rf"{_QUALIFIED}(?=\s*\()", _called), rule(_QUALIFIED, _name)],
        "operators": [rule(r"[~!%^&*+|:.<>/@-]+", t.OPERATOR)],
        "values": [
            rule(rf"""(?is)<<<(["']?)({NAME})\1\n.*?\n\s*\2;?""", t.STR_HEREDOC),
            rule(r"(?i)(?:\d[_\d]*)?\.(?:\d[_\d]*)?(?:e[+-]?\d[_\d]*)?", t.NUM_FLOAT),  # a dot alone, too
            rule("0[0-7][0-7_]*", t.NUM_OCT),
            rule("(?i)0b[01][01_]*", t.NUM_BIN),
            rule("(?i)0x[a-f0-9][a-f0-9_]*", t.NUM_HEX),
            rule(r"\d[_\d]*", t.NUM_INTEGER),
            rule(r"'[^'\\]*(?:\\.[^'\\]*)*'", t.STR_SINGLE),
            rule(r"`[^`\\]*(?:\\.[^`\\]*)*`", t.STR_BACKTICK),
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule(r"(?i)(?:function|fn)\b", _function),
            rule(r"(?i)(?:true|false|null)\b", t.KEYWORD_CONSTANT),
            rule(r"(?i)new\b", t.KEYWORD, "new"),
        ],
        "double quotes": [
            rule('"', t.STR_DOUBLE, "#pop"),
            rule(r'[^\\{$"]+', t.STR_DOUBLE),
            rule(r"\\u\{[0-9a-fA-F]+\}", t.STR_ESCAPE),
            rule(r'\\(?:[efrntv"$\\]|[0-7]{1,3}|[xX][0-9a-fA-F]{1,2})', t.STR_ESCAPE),
            rule(rf"\${NAME}(?:\[\S+\]|->{NAME})?", t.NAME_VARIABLE),
            rule(r"\{\$\{", t.STR_INTERPOL, "double braces"),
            rule(r"\{(?=\$)", t.STR_INTERPOL, "braces"),
            rule(r"(\{)(\S+)(\})", (t.STR_INTERPOL, t.NAME_VARIABLE, t.STR_INTERPOL)),
            rule(r"[${\\]+", t.STR_DOUBLE),
        ],
        "double braces": [rule(r"\}\}", t.STR_INTERPOL, "#pop"), include("php")],
        "braces": [rule(r"\}", t.STR_INTERPOL, "#pop"), include("php")],
        # What follows the equals sign of a constant or a default value, or a type.
        "value": [
            rule(",", t.PUNCTUATION, "#pop"),
            rule(r"[\[\]]", t.PUNCTUATION),
            rule(r"\(", t.PUNCTUATION, "arguments of value"),
            *_COMMON,
            include("values"),
            include("variables"),
            include("names"),
            include("operators"),
            _RETURN,
        ],
        "arguments of value": [rule(r"\)", t.PUNCTUATION, "#pop"), rule(",", t.PUNCTUATION), include("value")],
        "catch": [
            rule(r"\(", t.PUNCTUATION),
            rule(r"\|", t.OPERATOR),
            rule(NAME, t.NAME_CLASS),
            *_COMMON,
            _RETURN,
        ],
        "constant": [rule(NAME, t.NAME_CONSTANT), rule("=", t.OPERATOR, "value"), *_COMMON, _RETURN],
        "function name": [
            rule("&", t.OPERATOR),
            rule(NAME, t.NAME),
            rule(r"\(", t.PUNCTUATION, "#pop"),
            *_COMMON,
            _RETURN,
        ],
        "parameters": [
            rule(r"\)", t.PUNCTUATION, "#pop"),
            rule(r",|\.{3}", t.PUNCTUATION),
            rule("=", t.OPERATOR, "value"),
            rule(r"(?i)\b(?:public|protected|private|readonly)\b", t.KEYWORD),
            rule(rf"\??{NAME}", t.KEYWORD_TYPE, "value"),
            *_COMMON,
            include("variables"),
            _RETURN,
        ],
        "function result": [
            rule(":", t.PUNCTUATION),
            rule(r"(?i)use\b", t.KEYWORD, "captured variables"),
            rule(rf"\??{NAME}", t.KEYWORD_TYPE, "value"),
            rule(r"\{", t.PUNCTUATION, "#goto:function body"),
            *_COMMON,
            _RETURN,
        ],
        "function body": [rule(r"\{", t.PUNCTUATION, "#push"), rule(r"\}", t.PUNCTUATION, "#pop"), include("php")],
        "captured variables": [
            rule(r"[,(]", t.PUNCTUATION),
            rule("&", t.OPERATOR),
            rule(r"\)", t.PUNCTUATION, "#pop"),
            *_COMMON,
            include("variables"),
            _RETURN,
        ],
        "new": [
            rule(r"(?i)class\b", t.KEYWORD_DECLARATION, "#goto:nameless class"),
            rule(_QUALIFIED, t.NAME_CLASS, "#pop"),
            *_COMMON,
            _RETURN,
        ],
        "nameless class": [rule(r"\}", t.PUNCTUATION, "#pop"), rule(r"\{", t.PUNCTUATION), include("php")],
        "import": [
            rule(r"[,}]", t.PUNCTUATION),
            rule(r"(?i)(?:function|const)\b", t.KEYWORD),
            rule(rf"({_SPACE})(\{{)", (t.NAME_NAMESPACE, t.PUNCTUATION)),
            rule(rf"{_QUALIFIED}(?:_{NAME})+", t.NAME_FUNCTION),
            *_COMMON,
            include("names"),
            _RETURN,
        ],
        "visibility": [
            rule(r"(?i)\b(?:readonly|static)\b", t.KEYWORD),
            rule(r"(?i)(?=(?:abstract|const|function)\b)", None, "#pop"),
            rule(rf"\??{NAME}", t.KEYWORD_TYPE, "#pop"),
            *_COMMON,
            _RETURN,
        ],
    }

    def configure(self) -> None:
        super().configure()
        self.begins_as_php = self.bool_option("start_inline") if "start_inline" in self.options else None
        self.colours_functions = self.bool_option("funcnamehighlighting", True)
        self.disabled_modules = self.list_option("disabledmodules")

    @cached_property
    def functions(self) -> frozenset[str]:
        """The functions that have a colour."""
        if not self.colours_functions:
            return frozenset()
        lists = read_word_lists(self.word_lists)
        return frozenset().union(*(names for module, names in lists.items() if module not in self.disabled_modules))

    def start(self) -> None:
        super().start()
        if self.begins_as_php is not False:
            self.push("php" if self.begins_as_php else "unknown")
