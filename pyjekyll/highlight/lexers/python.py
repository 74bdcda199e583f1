"""Python."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

NAME = "[[:alpha:]_][[:alnum:]_]*"
DOTTED = "[[:alpha:]_.][[:alnum:]_.]*"
DIGITS = "[0-9](?:_?[0-9])*"
EXPONENT = rf"[eE][+-]?{DIGITS}"
QUOTES = r"'''|\"\"\"|['\"]"


def _name(lexer: Python, hit: Hit) -> None:
    name = hit[0]
    if name in lexer.keywords:
        lexer.emit(t.KEYWORD, name)
    elif name in lexer.exceptions or name in lexer.builtins:
        lexer.emit(t.NAME_BUILTIN, name)
    else:
        lexer.emit(t.NAME_BUILTIN_PSEUDO if name in lexer.pseudo else t.NAME, name)


def _open_string(lexer: Python, hit: Hit) -> None:
    lexer.groups(hit, t.STR_AFFIX, t.STR)
    lexer.strings.append(((hit[1] or "").lower(), hit[2] or ""))
    lexer.push("string")


def _close_string(lexer: Python, hit: Hit) -> None:
    lexer.emit(t.STR, hit[0])
    if lexer.strings[-1][1] == hit[0]:
        lexer.strings.pop()
        lexer.pop(1)


def _brace(lexer: Python, hit: Hit) -> None:
    if "f" in lexer.strings[-1][0]:
        lexer.emit(t.STR_INTERPOL, hit[0])
        lexer.push("replacement")
    else:
        lexer.emit(t.STR, hit[0])


def _escape(lexer: Python, hit: Hit) -> None:
    lexer.emit(t.STR if "r" in lexer.strings[-1][0] else t.STR_ESCAPE, hit[0])
    lexer.pop(1)


def _replacement(lexer: Python, hit: Hit) -> None:
    lexer.recurse(hit[0])


class Python(RegexLexer):
    """Lex Python. The open strings outlive a run, as in Rouge: nothing resets them."""

    tag = "python"
    keywords = words("""
        assert break continue del elif else except exec finally for global if lambda pass print raise return try while
        yield as with from import async await nonlocal
    """)
    builtins = words("""
        __import__ abs all any apply ascii basestring bin bool buffer bytearray bytes callable chr classmethod cmp coerce
        compile complex delattr dict dir divmod enumerate eval execfile exit file filter float format frozenset getattr
        globals hasattr hash hex id input int intern isinstance issubclass iter len list locals long map max memoryview min
        next object oct open ord pow property range raw_input reduce reload repr reversed round set setattr slice sorted
        staticmethod str sum super tuple type unichr unicode vars xrange zip
    """)
    pseudo = words("self None Ellipsis NotImplemented False True")
    exceptions = words("""
        ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError BytesWarning
        ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
        DeprecationWarning EOFError EnvironmentError Exception FileExistsError FileNotFoundError FloatingPointError
        FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError
        IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
        NotADirectoryError NotImplemented NotImplementedError OSError OverflowError OverflowWarning
        PendingDeprecationWarning ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError
        RuntimeWarning StandardError StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit
        TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
        UnicodeTranslateError UnicodeWarning UserWarning ValueError VMSError Warning WindowsError ZeroDivisionError
    """)
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\n+", t.TEXT),
            rule(r'(?si)^(:)(\s*)([ru]{0,2}""".*?""")', (t.PUNCTUATION, t.TEXT, t.STR_DOC)),
            rule(r"[^\S\n]+", t.TEXT),
            rule(r"#(?:.*)?\n?", t.COMMENT_SINGLE),
            rule(r"[\[\]{}:(),;.]", t.PUNCTUATION),
            rule(r"\\\n?", t.TEXT),
            rule(r"(?:in|is|and|or|not)\b", t.OPERATOR_WORD),
            rule(r"(?:<<|>>|//|\*\*)=?", t.OPERATOR),
            rule(r"[-~+/*%=<>&^|@]=?|!=", t.OPERATOR),
            rule(
                rf"(from)((?:\\\s|\s)+)({DOTTED})((?:\\\s|\s)+)(import)",
                (t.KEYWORD_NAMESPACE, t.TEXT, t.NAME_NAMESPACE, t.TEXT, t.KEYWORD_NAMESPACE),
            ),
            rule(rf"(import)(\s+)({DOTTED})", (t.KEYWORD_NAMESPACE, t.TEXT, t.NAME_NAMESPACE)),
            rule(r"(def)((?:\s|\\\s)+)", (t.KEYWORD, t.TEXT), "function name"),
            rule(r"(class)((?:\s|\\\s)+)", (t.KEYWORD, t.TEXT), "class name"),
            rule("`.*?`", t.STR_BACKTICK),
            rule(rf"(?i)([rfbu]{{0,2}})({QUOTES})", _open_string),
            rule(NAME, _name),
            rule(rf"(?:(?:{DIGITS})?\.{DIGITS}|{DIGITS}\.)(?:{EXPONENT})?[jJ]?", t.NUM_FLOAT),
            rule(rf"{DIGITS}{EXPONENT}[jJ]?|{DIGITS}[jJ]", t.NUM_FLOAT),
            rule("0[bB](?:_?[01])+", t.NUM_BIN),
            rule("0[oO](?:_?[0-7])+", t.NUM_OCT),
            rule("0[xX](?:_?[a-fA-F0-9])+", t.NUM_HEX),
            rule(r"\d+L", t.NUM_INTEGER_LONG),
            rule("[1-9](?:_?[0-9])*|0(?:_?0)*", t.NUM_INTEGER),
        ],
        "function name": [rule(NAME, t.NAME_FUNCTION, "#pop")],
        "class name": [rule(NAME, t.NAME_CLASS, "#pop")],
        "string": [
            rule(r"[^'\"\\{]+", t.STR),
            rule(r"\{\{", t.STR),
            rule(QUOTES, _close_string),
            rule(r"(?=\\)", t.STR, "escape"),
            rule(r"\{", _brace),
        ],
        "escape": [
            rule(
                r"\\(?:[\\abfnrtv\"']|\n|newline|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})",
                _escape,
            ),
            rule(r"\\.", t.STR, "#pop"),
        ],
        "replacement": [
            rule("[^{}!:]+", _replacement),
            rule("![asr]|:", t.STR_INTERPOL),
            rule(r"\{", t.STR_INTERPOL, "replacement"),
            rule(r"\}", t.STR_INTERPOL, "#pop"),
        ],
    }

    def configure(self) -> None:
        """Begin without open strings."""
        self.strings: list[tuple[str, str]] = []
