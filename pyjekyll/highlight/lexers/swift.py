"""Swift."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_NAME = r"(?:_|(?!\p{Mc})\p{Alpha}|[^\x00-\uffff])(?:[\p{Alnum}_]|[^\x00-\uffff])*"


def _name(lexer: Swift, hit: Hit) -> None:
    name = hit[0]
    if name in lexer.keywords:
        token = t.KEYWORD
    elif name in lexer.declarations:
        token = t.KEYWORD_DECLARATION
    elif name in lexer.constants:
        token = t.KEYWORD_CONSTANT
    else:
        token = t.KEYWORD_TYPE if name[0].isupper() else t.NAME
    lexer.emit(token, name)


def _call(lexer: Swift, hit: Hit) -> None:
    lexer.emit(t.KEYWORD_TYPE if hit[0][0].isupper() else t.NAME_FUNCTION, hit[0])


def _accessor(lexer: Swift, hit: Hit) -> None:
    lexer.groups(hit, *([t.KEYWORD_DECLARATION] * 2), t.KEYWORD_DECLARATION if hit[3] == "set" else t.ERROR, t.KEYWORD_DECLARATION)


def _unowned(lexer: Swift, hit: Hit) -> None:
    known = hit[2] in ("safe", "unsafe")
    lexer.groups(hit, t.KEYWORD_DECLARATION, t.KEYWORD_DECLARATION if known else t.ERROR, t.KEYWORD_DECLARATION)


class Swift(RegexLexer):
    """Lex Swift."""

    tag = "swift"
    keywords = words("""
        await break case continue default do else fallthrough if in for return switch where while try catch throw guard defer
        repeat as dynamicType is new super self Self Type __COLUMN__ __FILE__ __FUNCTION__ __LINE__
        associativity async didSet get infix inout isolated mutating none nonmutating operator override postfix precedence prefix
        set unowned weak willSet throws rethrows precedencegroup
    """)
    declarations = words("""
        actor class deinit enum convenience extension final func import init internal lazy let nonisolated optional private
        protocol public required static struct subscript typealias var dynamic indirect associatedtype open fileprivate some
    """)
    constants = words("true false nil")
    states: ClassVar[dict[str, Rules]] = {
        "line start": [rule("#.*", t.COMMENT_PREPROC), include("blanks in line"), rule("", None, "#pop")],
        "blanks in line": [rule(r"\s+", t.TEXT), include("comments")],
        "blanks": [
            rule(r"\n+", t.TEXT, "line start"),
            rule("//.*", t.COMMENT_SINGLE, "line start"),
            include("blanks in line"),
        ],
        "comments": [rule("/[*]", t.COMMENT_MULTILINE, "comment")],
        "comment": [
            include("comments"),
            rule("[*]/", t.COMMENT_MULTILINE, "#pop"),
            rule("[^*/]+|.", t.COMMENT_MULTILINE),
        ],
        "root": [
            include("blanks"),
            rule(r"\$(?:[1-9]\d*)?\d", t.NAME_VARIABLE),
            rule(r"[()\[\]{}:;,?\\]", t.PUNCTUATION),
            rule("[-/=+*%<>!&|^.~]+", t.OPERATOR),
            rule('@?"', t.STR, "string"),
            rule(r"'(?:\\.|.)'", t.STR_CHAR),
            # Rouge takes a star that follows a number for its decimal point.
            rule(r"(?i)(?:\d+(?:_\d+)*\*|(?:\d+(?:_\d+)*)?\.\d+(?:_\d)*)(?:e[+-]?\d+(?:_\d)*)?", t.NUM_FLOAT),
            rule(r"(?i)\d+e[+-]?[0-9]+", t.NUM_FLOAT),
            rule("0o?[0-7]+(?:_[0-7]+)*", t.NUM_OCT),
            rule(r"0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*(?:(?:\.[0-9A-F]+(?:_[0-9A-F]+)*)?p[+-]?\d+)?", t.NUM_HEX),
            rule("0b[01]+(?:_[01]+)*", t.NUM_BIN),
            rule(r"\d+(?:_\d+)*", t.NUM_INTEGER),
            rule(f"@{_NAME}", t.KEYWORD_DECLARATION),
            rule(r"(private|internal)(\([ ]*)(\w+)([ ]*\))", _accessor),
            rule(r"(unowned\([ ]*)(\w+)([ ]*\))", _unowned),
            rule(r"#available\([^)]+\)", t.KEYWORD_DECLARATION),
            rule(
                r"(#(?:selector|keyPath)\()([^)]+?(?:[(].*?[)])?)(\))",
                (t.KEYWORD_DECLARATION, t.NAME_FUNCTION, t.KEYWORD_DECLARATION),
            ),
            rule("#(?:line|file|column|function|dsohandle)", t.KEYWORD_DECLARATION),
            rule(rf"(let|var)\b(\s*)({_NAME})", (t.KEYWORD, t.TEXT, t.NAME_VARIABLE)),
            rule(r"(let|var)\b(\s*)([(])", (t.KEYWORD, t.TEXT, t.PUNCTUATION), "tuple"),
            rule(rf"\b(?!(?:if|while|for|private|internal|unowned|switch|case)\b){_NAME}(?=[?!]?\s*[(])", _call),
            rule(r"as[?!]?(?=\s)|try!?(?=\s)", t.KEYWORD),
            rule(rf"(#?(?!default)(?![[:upper:]]){_NAME})(\s*)(:)", (t.NAME_VARIABLE, t.TEXT, t.PUNCTUATION)),
            rule(_NAME, _name),
            rule(f"(`)({_NAME})(`)", (t.PUNCTUATION, t.NAME_VARIABLE, t.PUNCTUATION)),
        ],
        "tuple": [
            rule(_NAME, t.NAME_VARIABLE),
            rule(f"(`)({_NAME})(`)", (t.PUNCTUATION, t.NAME_VARIABLE, t.PUNCTUATION)),
            rule(",", t.PUNCTUATION),
            rule("[(]", t.PUNCTUATION, "#push"),
            rule("[)]", t.PUNCTUATION, "#pop"),
            include("blanks in line"),
        ],
        "string": [
            rule(r"""\\[\\0tnr'"]""", t.STR_ESCAPE),
            rule(r"\\[(]", t.STR_ESCAPE, "interpolation"),
            rule(r"\\u\{\h{1,8}\}", t.STR_ESCAPE),
            rule(r'[^\\"]+', t.STR),
            rule('"(?:"")?', t.STR, "#pop"),
        ],
        "interpolation": [
            rule("[(]", t.PUNCTUATION, "parentheses"),
            rule("[)]", t.STR_ESCAPE, "#pop"),
            include("root"),
        ],
        "parentheses": [rule("[(]", t.PUNCTUATION, "#push"), rule("[)]", t.PUNCTUATION, "#pop"), include("root")],
    }

    def start(self) -> None:
        self.push("line start")
