"""Clojure."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_NAME = r"[\w!$%*+,<=>?/.-]+"
_SYMBOL = r"[\w!#$%*+,<=>?/.-]+"


def _known(lexer: Clojure, name: str) -> str | None:
    if name in lexer.keywords:
        return t.KEYWORD
    return t.NAME_BUILTIN if name in lexer.builtins else None


def _call(lexer: Clojure, hit: Hit) -> None:
    lexer.groups(hit, t.PUNCTUATION, t.WHITESPACE, _known(lexer, hit[3]) or t.NAME_FUNCTION)


def _name(lexer: Clojure, hit: Hit) -> None:
    lexer.emit(_known(lexer, hit[0]) or t.NAME, hit[0])


class Clojure(RegexLexer):
    """Lex Clojure."""

    tag = "clojure"
    keywords = words("fn def defn defmacro defmethod defmulti defn- defstruct if cond let for")
    builtins = words("""
        * + - -> . .. / < <= = == > >= accessor agent agent-errors aget alength all-ns alter and append-child apply array-map
        aset aset-boolean aset-byte aset-char aset-double aset-float aset-int aset-long aset-short assert assoc await await-for
        bean binding bit-and bit-not bit-or bit-shift-left bit-shift-right bit-xor boolean branch? butlast byte cast char
        children class clear-agent-errors comment commute comp comparator complement concat conj cons constantly construct-proxy
        contains? count create-ns create-struct cycle dec deref difference disj dissoc distinct doall doc dorun doseq dosync
        dotimes doto double down drop drop-while edit end? ensure eval every? false? ffirst file-seq filter find find-doc
        find-ns find-var first float flush fnseq frest gensym get get-proxy-class hash-map hash-set identical? identity if-let
        import in-ns inc index insert-child insert-left insert-right inspect-table inspect-tree instance? int interleave
        intersection into into-array iterate join key keys keyword keyword? last lazy-cat lazy-cons left lefts line-seq list
        list* load load-file locking long loop macroexpand macroexpand-1 make-array make-node map map-invert map? mapcat max
        max-key memfn merge merge-with meta min min-key name namespace neg? new newline next nil? node not not-any? not-every?
        not= ns-imports ns-interns ns-map ns-name ns-publics ns-refers ns-resolve ns-unmap nth nthrest or parse partial path
        peek pop pos? pr pr-str print print-str println println-str prn prn-str project proxy proxy-mappings quot rand rand-int
        range re-find re-groups re-matcher re-matches re-pattern re-seq read read-line reduce ref ref-set refer rem remove
        remove-method remove-ns rename rename-keys repeat replace replicate resolve rest resultset-seq reverse rfirst right
        rights root rrest rseq second select select-keys send send-off seq seq-zip seq? set short slurp some sort sort-by
        sorted-map sorted-map-by sorted-set special-symbol? split-at split-with str string? struct struct-map subs subvec symbol
        symbol? sync take take-nth take-while test time to-array to-array-2d tree-seq true? union up update-proxy val vals
        var-get var-set var? vector vector-zip vector? when when-first when-let when-not with-local-vars with-meta with-open
        with-out-str xml-seq xml-zip zero? zipmap
    """)
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(";.*?$", t.COMMENT_SINGLE),
            rule(r"\s+", t.WHITESPACE),
            rule(r"-?\d+\.\d+", t.NUM_FLOAT),
            rule(r"-?\d+", t.NUM_INTEGER),  # and so what looks hexadecimal is 0 and a name
            # A string that is not closed ends at its last escaped quote, if it has one.
            rule(r'"(?>(?:\\.|[^"])*)"|(?s:".*")', t.STR),
            rule(f"'{_SYMBOL}", t.STR_SYMBOL),
            rule(f"::?{_SYMBOL}", t.NAME_CONSTANT),
            rule(r"\\.", t.STR_CHAR),
            rule("~@|[`'#^~&@]", t.OPERATOR),
            rule(rf"(\()(\s*)({_NAME})", _call),
            rule(_NAME, _name),
            rule(r"[\[\]{}()]", t.PUNCTUATION),
        ],
    }
