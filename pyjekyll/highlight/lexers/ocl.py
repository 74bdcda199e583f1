"""The Object Constraint Language."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_OPERATORS = words("or xor and not implies")
_TYPES = words("""
    Boolean Integer UnlimitedNatural Real String OrderedSet Tuple Bag Set Sequence OclInvalid OclVoid TupleType OclState
    Collection OclMessage
""")
_KEYWORDS = words("context pre post inv init body def derive if then else endif import package endpackage let in")
_BUILTINS = words("self null result true false invalid")
_FUNCTIONS = words("""
    oclAsSet oclIsNew oclIsUndefined oclIsInvalid oclAsType oclIsTypeOf oclIsKindOf oclInState oclType oclLocale hasReturned
    isSignalSent isOperationCallabs floor round max min toString div mod size substring concat toInteger toReal toUpperCase
    toLowerCase indexOf equalsIgnoreCase at characters toBoolean includes excludes count includesAll excludesAll isEmpty
    notEmpty sum product selectByKind selectByType asBag asSequence asOrderedSet asSet flatten union intersection including
    excluding symmetricDifferencecount append prepend insertAt subOrderedSet first last reverse subSequence any closure collect
    collectNested exists forAll isUnique iterate one reject select sortedBy allInstances average conformsTo
""")
_TOKENS = {
    **dict.fromkeys(_FUNCTIONS, t.NAME_FUNCTION),
    **dict.fromkeys(_BUILTINS, t.NAME_BUILTIN),
    **dict.fromkeys(_KEYWORDS, t.KEYWORD),
    **dict.fromkeys(_TYPES, t.KEYWORD_DECLARATION),
    **dict.fromkeys(_OPERATORS, t.OPERATOR),
}


def _word(lexer: Ocl, hit: Hit) -> None:
    lexer.emit(_TOKENS.get(hit[0], t.NAME), hit[0])


class Ocl(RegexLexer):
    """Lex OCL."""

    tag = "ocl"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("--.*", t.COMMENT_SINGLE),
            rule(r"\d+", t.NUM_INTEGER),
            rule("'", t.STR_SINGLE, "text"),
            rule(r"[->|+*/<=~!@#%&?^]", t.OPERATOR),
            rule(r"[;:()\[\],.]", t.PUNCTUATION),
            rule(r"\w+", _word),
        ],
        "text": [
            rule(r"\\.", t.STR_ESCAPE),
            rule("'", t.STR_SINGLE, "#pop"),
            rule(r"[^\\']+", t.STR_SINGLE),
        ],
    }
