"""Idris."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Rules, any_of, include, rule
from pyjekyll.highlight.lexers.haskell import MODULE, SYMBOL, Haskell

_RESERVED = any_of("_ data class instance namespace infix infixl infixr let where of with type do if then else case in")
_CONSTANTS = any_of("Just Nothing Left Right True False LT LTE EQ GT GTE")
_TYPES = any_of("""
    Type Exists World IO IntTy FTy File Mode Dec Bool Ordering Either IsJust List Maybe Nat Stream StrM Not Lazy Inf
""")
_CLASSES = any_of("""
    Eq Ord Num MinBound MaxBound Integral Applicative Alternative Cast Foldable Functor Monad Traversable Uninhabited Semigroup
    Monoid
""")
_FUNCTIONS = any_of("""
    abs acos all and any asin atan atan2 break ceiling compare concat concatMap const cos cosh curry cycle div drop dropWhile
    elem encodeFloat enumFrom enumFromThen enumFromThenTo enumFromTo exp fail filter flip floor foldl foldl1 foldr foldr1
    fromInteger fst gcd getChar getLine head id init iterate last lcm length lines log lookup map max maxBound maximum maybe
    min minBound minimum mod negate not null or pi pred print product putChar putStr putStrLn readFile recip repeat replicate
    return reverse scanl scanl1 sequence sequence_ show sin sinh snd span splitAt sqrt succ sum tail take takeWhile tan tanh
    uncurry unlines unwords unzip unzip3 words writeFile zip zip3 zipWith zipWith3
""")


class Idris(Haskell):
    """Lex Idris, which has Haskell's comments and texts. Any number is a floating one."""

    tag = "idris"
    states: ClassVar[dict[str, Rules]] = {
        **Haskell.states,
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule(r"\{-#", t.COMMENT_PREPROC, "pragma"),
            rule(r"\{-", t.COMMENT_MULTILINE, "comment"),
            rule(r"^\|\|\|.*", t.COMMENT_DOC),
            rule(r"--(?![!#$%&*+./<=>?@^|_~]).*", t.COMMENT_SINGLE),
        ],
        "root": [
            include("blanks"),
            rule(r"%default\s+(?:total|partial)|%access\s+(?:public|abstract|private|export)", t.KEYWORD),
            rule(r"%language\s+.*|%provide\s+.*\s+with\s+", t.KEYWORD),
            rule(r"\bimport\b", t.KEYWORD_RESERVED, "import"),
            rule(r"\bmodule\b", t.KEYWORD_RESERVED, "module"),
            rule(rf"\b{_RESERVED}\b", t.KEYWORD_RESERVED),
            rule(rf"\b{_CONSTANTS}\b", t.KEYWORD_CONSTANT),
            rule(r"^[\w']+\s*:", t.NAME_FUNCTION),
            rule(rf"{_TYPES}\s", t.KEYWORD_TYPE),
            rule(rf"{_CLASSES}\s", t.NAME_CLASS),
            rule(rf"{_FUNCTIONS} +(?![=:-])", t.NAME_BUILTIN),
            rule(r"[_a-z][\w']*", t.NAME),
            rule(r"[A-Z][\w']*", t.KEYWORD_TYPE),
            rule(rf"\\(?!{SYMBOL})", t.NAME_FUNCTION),
            rule(f"{SYMBOL}+", t.OPERATOR),
            rule(r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", t.NUM_FLOAT),
            rule("'", t.STR_CHAR, "character"),
            rule('"', t.STR, "string"),
            rule(r"\[\s*\]", t.KEYWORD_TYPE),
            rule(r"\(\s*\)", t.NAME_BUILTIN),
            rule(r"(\[)([_a-z][\w']*)(\|)", (t.OPERATOR, t.NAME, t.OPERATOR), "quasiquotation"),
            rule(r"[\[\](),;`{}]", t.PUNCTUATION),
        ],
        "import": [
            rule(r"\s+", t.TEXT),
            rule('"', t.STR, "string"),
            rule(
                rf"({MODULE})(\s+)(as)(\s+)({MODULE})",
                (t.NAME_NAMESPACE, t.TEXT, t.KEYWORD, t.TEXT, t.NAME),
                "#pop",
            ),
            rule(rf"({MODULE})(\s+)(\()", (t.NAME_NAMESPACE, t.TEXT, t.PUNCTUATION), "#goto:list"),
            rule(r"[\w.]+", t.NAME_NAMESPACE, "#pop"),
        ],
        "module": [rule(r"\s+", t.TEXT), rule(MODULE, t.NAME_NAMESPACE, "#pop")],
    }
