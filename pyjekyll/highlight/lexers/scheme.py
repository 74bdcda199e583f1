"""Scheme."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words
from pyjekyll.highlight.regex import quoted

# Numbers that begin with their base, or with whether they are exact.
RADIX = (
    rule("#b[01]+", t.NUM_BIN),
    rule("#o[0-7]+", t.NUM_OCT),
    rule("#d[0-9]+", t.NUM_INTEGER),
    rule("(?i)#x[0-9a-f]+", t.NUM_HEX),
    rule(r"#[ei][\d.]+", t.NUM_OTHER),
)
_NAME = "[a-zA-Z0-9\u017f\u212a!$%&*+,/:<=>?@^_~|-]+"
_KEYWORDS = words("""
    lambda define if else cond and or case let let* letrec begin do delay set! => quote quasiquote unquote unquote-splicing
    define-syntax let-syntax letrec-syntax syntax-rules
""")
_BUILTINS = words("""
    * + - / < <= = > >= abs acos angle append apply asin assoc assq assv atan boolean? caaaar caaadr caaar caadar caaddr caadr
    caar cadaar cadadr cadar caddar cadddr caddr cadr call-with-current-continuation call-with-input-file
    call-with-output-file call-with-values call/cc car cdaaar cdaadr cdaar cdadar cdaddr cdadr cdar cddaar cddadr cddar cdddar
    cddddr cdddr cddr cdr ceiling char->integer char-alphabetic? char-ci<=? char-ci<? char-ci=? char-ci>=? char-ci>?
    char-downcase char-lower-case? char-numeric? char-ready? char-upcase char-upper-case? char-whitespace? char<=? char<?
    char=? char>=? char>? char? close-input-port close-output-port complex? cons cos current-input-port current-output-port
    denominator display dynamic-wind eof-object? eq? equal? eqv? eval even? exact->inexact exact? exp expt floor for-each
    force gcd imag-part inexact->exact inexact? input-port? integer->char integer? interaction-environment lcm length list
    list->string list->vector list-ref list-tail list? load log magnitude make-polar make-rectangular make-string make-vector
    map max member memq memv min modulo negative? newline not null-environment null? number->string number? numerator odd?
    open-input-file open-output-file output-port? pair? peek-char port? positive? procedure? quotient rational? rationalize
    read read-char real-part real? remainder reverse round scheme-report-environment set-car! set-cdr! sin sqrt string
    string->list string->number string->symbol string-append string-ci<=? string-ci<? string-ci=? string-ci>=? string-ci>?
    string-copy string-fill! string-length string-ref string-set! string<=? string<? string=? string>=? string>? string?
    substring symbol->string symbol? tan transcript-off transcript-on truncate values vector vector->list vector-fill!
    vector-length vector-ref vector-set! vector? with-input-from-file with-output-to-file write write-char zero?
""")


def _command(lexer: Scheme, hit: Hit) -> None:
    name = hit[0]
    lexer.emit(t.KEYWORD if name in _KEYWORDS else t.NAME_BUILTIN if name in _BUILTINS else t.NAME_FUNCTION, name)
    lexer.pop()


class Scheme(RegexLexer):
    """Lex Scheme."""

    tag = "scheme"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(";.*$", t.COMMENT_SINGLE),
            rule(r"\s+", t.TEXT),
            rule(r"-?\d+\.\d+", t.NUM_FLOAT),
            rule(r"-?\d+", t.NUM_INTEGER),
            rule("[+-]inf[.][f0]", t.NUM),
            *RADIX,
            rule(quoted('"'), t.STR),
            rule(f"'{_NAME}", t.STR_SYMBOL),
            rule(r"""(?i)#\\(?:[()/'"._!$%& ?=+-]|[a-z0-9]+)""", t.STR_CHAR),
            rule("#[tf]", t.NAME_CONSTANT),
            rule("['#`.]|,@?", t.OPERATOR),
            rule(r"[(\[]", t.PUNCTUATION, "command"),
            rule(r"[)\]]", t.PUNCTUATION),
            rule(_NAME, t.NAME_VARIABLE),
        ],
        "command": [rule(_NAME, _command), rule("", None, "#pop")],
    }
