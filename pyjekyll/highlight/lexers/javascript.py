"""JavaScript."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

NAME = r"[\p{L}\p{Nl}$_]\p{Word}*"


def _name(lexer: Javascript, hit: Hit) -> None:
    name = hit[0]
    if name in lexer.keywords:
        lexer.emit(t.KEYWORD, name)
        lexer.push("expression")
    elif name in lexer.declarations:
        lexer.emit(t.KEYWORD_DECLARATION, name)
        lexer.push("expression")
    elif name in lexer.reserved:
        lexer.emit(t.KEYWORD_RESERVED, name)
    elif name in lexer.constants:
        lexer.emit(t.KEYWORD_CONSTANT, name)
    else:
        lexer.emit(t.NAME_BUILTIN if name in lexer.builtins else t.NAME_OTHER, name)


class Javascript(RegexLexer):
    """Lex JavaScript. Whether a slash begins a regex depends on the state `expression`, entered where an operand may come."""

    tag = "javascript"
    keywords = words("""
        as async await break case catch continue debugger default delete do else export finally from for if import in
        instanceof new of return super switch this throw try typeof void while yield
    """)
    declarations = words("var let const with function class extends constructor get set static")
    reserved = words("enum implements interface package private protected public")
    constants = words("true false null NaN Infinity undefined")
    builtins = words("""
        Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun decodeURI
        decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window
        navigator self global Promise Set Map WeakSet WeakMap Symbol Proxy Reflect Int8Array Uint8Array
        Uint8ClampedArray Int16Array Uint16Array Uint16ClampedArray Int32Array Uint32Array Uint32ClampedArray
        Float32Array Float64Array DataView ArrayBuffer
    """)
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"(?s)\A\s*#!.*?\n", t.COMMENT_PREPROC, "statement"),
            include("blanks"),
            rule(r"\+\+|--|~|\?\?=?|&&|\|\||\\(?=\n)|<<|>>>?|===|!==|[-<>+*%&|^/!=]=?", t.OPERATOR, "expression"),
            rule(r"[(\[,]", t.PUNCTUATION, "expression"),
            rule("[;{}]", t.PUNCTUATION, "statement"),
            rule(r"[)\].]|\?\.", t.PUNCTUATION),
            rule("`", t.STR_DOUBLE, "template"),
            rule(r"\?", t.PUNCTUATION, ("ternary", "expression")),
            rule(r"(@)(\w+)?", (t.PUNCTUATION, t.NAME_DECORATOR), "expression"),
            rule(NAME, _name),
            rule(r"[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?", t.NUM_FLOAT),
            rule("0[xX][0-9a-fA-F]+", t.NUM_HEX),
            rule("0[oO][0-7][0-7_]*", t.NUM_OCT),
            rule("0[bB][01][01_]*", t.NUM_BIN),
            rule("[0-9]+", t.NUM_INTEGER),
            rule('"', t.STR_DELIMITER, "double quotes"),
            rule("'", t.STR_DELIMITER, "single quotes"),
            rule(":", t.PUNCTUATION),
        ],
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule("<!--", t.COMMENT),
            rule("//.*?$", t.COMMENT_SINGLE),
            rule(r"/\*", t.COMMENT_MULTILINE, "comment"),
        ],
        "comment": [rule(r"\*/", t.COMMENT_MULTILINE, "#pop"), rule("[^*/]+|[*/]", t.COMMENT_MULTILINE)],
        "expression": [
            include("blanks"),
            rule("/", t.STR_REGEX, "#goto:regex"),
            rule(r"\{", t.PUNCTUATION, "#goto:object"),
            rule("", t.TEXT, "#pop"),
        ],
        "statement": [
            rule(r"case\b", t.KEYWORD, "#goto:expression"),
            rule(rf"({NAME})(\s*)(:)", (t.NAME_LABEL, t.TEXT, t.PUNCTUATION)),
            include("expression"),
        ],
        "object": [
            include("blanks"),
            rule(r"\{", t.PUNCTUATION, "#push"),
            rule(r"\}", t.PUNCTUATION, "#goto:statement"),
            rule(rf"({NAME})(\s*)(:)", (t.NAME_ATTRIBUTE, t.TEXT, t.PUNCTUATION), "expression"),
            rule(":", t.PUNCTUATION),
            include("root"),
        ],
        # Here a name before a colon is no label.
        "ternary": [rule(":", t.PUNCTUATION, "#goto:expression"), include("root")],
        "regex": [
            rule("/", t.STR_REGEX, "#goto:regex flags"),
            rule(r"[^/]\n|\n", t.ERROR, "#pop"),
            rule(r"\[\^?", t.STR_ESCAPE, "regex set"),
            rule(r"\\.|\(\?[:=<!]|\{[\d,]+\}|[()?]", t.STR_ESCAPE),
            rule(".", t.STR_REGEX),
        ],
        "regex flags": [rule("[gimuy]*", t.STR_REGEX, "#pop")],
        "regex set": [
            rule("/", t.STR_ESCAPE),
            rule(r"[^/]\n", t.ERROR, "#pop:2"),
            rule(r"\]", t.STR_ESCAPE, "#pop"),
            rule(r"\\.", t.STR_ESCAPE),
            rule(".", t.STR_REGEX),
        ],
        "double quotes": [
            rule(r'\\[\\nrt"]?', t.STR_ESCAPE),
            rule(r'[^\\"]+', t.STR_DOUBLE),
            rule('"', t.STR_DELIMITER, "#pop"),
        ],
        "single quotes": [
            rule(r"\\[\\nrt']?", t.STR_ESCAPE),
            rule(r"[^\\']+", t.STR_SINGLE),
            rule("'", t.STR_DELIMITER, "#pop"),
        ],
        "template": [
            rule(r"\$\{", t.PUNCTUATION, "template expression"),
            rule("`", t.STR_DOUBLE, "#pop"),
            rule(r"\\[$`]", t.STR_ESCAPE),
            rule(r"[^$`\\]+|[\\$]", t.STR_DOUBLE),
        ],
        "template expression": [rule(r"\}", t.PUNCTUATION, "#pop"), include("root")],
    }
