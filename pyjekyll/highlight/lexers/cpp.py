"""C++."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Rules, include, rule, words
from pyjekyll.highlight.lexers.c import NAME, C

_DIGITS = r"\d(?:'?\d)*"
_RAW_DELIMITER = r"""[a-zA-Z0-9_{}\[\]#<>%:;.?*+\-/^&|~!=,"']{0,16}"""


class Cpp(C):
    """Lex C++. Braces are plain punctuation, so a function's state is never left."""

    tag = "cpp"
    keywords = C.keywords | words("""
        asm auto catch char8_t concept consteval constexpr constinit const_cast co_await co_return co_yield delete
        dynamic_cast explicit export friend mutable namespace new operator private protected public reinterpret_cast requires
        restrict size_of static_cast this throw throws typeid typename using virtual final override
        alignas alignof decltype noexcept static_assert thread_local try
    """)
    types = C.types | {"bool"}
    reserved = C.reserved | words("""
        __virtual_inheritance __uuidof __super __single_inheritance __multiple_inheritance __interface __event
    """)
    states: ClassVar[dict[str, Rules]] = {
        **C.states,
        "root": [rule(r"(?:__offload|__blockingoffload|__outer)\b", t.KEYWORD_PSEUDO), *C.states["root"]],
        "statements": [
            rule(r"(?:class|struct)\b", t.KEYWORD, "class name"),
            rule(r"template\b", t.KEYWORD, "template"),
            rule(rf"{_DIGITS}(?:\.{_DIGITS})?(?:y|d|h|min|s|ms|us|ns|i|if|il)\b", t.NUM_OTHER),
            rule(rf"(?i)(?:{_DIGITS}[.](?:{_DIGITS})?|[.]{_DIGITS})(?:e[+-]?{_DIGITS}[lu]*)?", t.NUM_FLOAT),
            rule(rf"(?i){_DIGITS}e[+-]?{_DIGITS}[lu]*", t.NUM_FLOAT),
            rule(r"(?i)0x\h(?:'?\h)*[lu]*", t.NUM_HEX),
            rule("0b[01]+(?:'[01]+)*", t.NUM_BIN),
            rule("(?i)0[0-7](?:'?[0-7])*[lu]*", t.NUM_OCT),
            rule(rf"(?i){_DIGITS}[lu]*", t.NUM_INTEGER),
            rule(r"\bnullptr\b", t.NAME_BUILTIN),
            rule(rf'(?s)(?:u8|u|U|L)?R"({_RAW_DELIMITER})\(.*?\)\1"', t.STR),
            rule("::|<=>", t.OPERATOR),
            rule("[{}]", t.PUNCTUATION),
            *C.states["statements"],
        ],
        "case": [rule(":(?!:)", t.PUNCTUATION, "#pop"), include("statements")],
        "class name": [
            rule(NAME, t.NAME_CLASS, "#pop"),
            include("blanks"),
            rule("[.]{3}", t.OPERATOR),
            rule(",", t.PUNCTUATION, "#pop"),
            rule("", None, "#pop"),
        ],
        "template": [
            rule("[>;]", t.PUNCTUATION, "#pop"),
            rule(r"typename\b", t.KEYWORD, "class name"),
            include("statements"),
        ],
    }
