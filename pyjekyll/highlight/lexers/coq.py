"""Coq."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_NAME = r"(?:[a-zA-Z\u017f\u212a][\w']*|_[\w']+)"
_KINDS = (
    (
        t.KEYWORD,
        words("""
            Definition Theorem Lemma Remark Example Fixpoint CoFixpoint Record Inductive CoInductive Corollary Goal Proof Ltac
            Require Import Export Module Section End Variable Context Polymorphic Monomorphic Universe Universes Variables Class
            Instance Global Local Include Printing Notation Infix Arguments Hint Rewrite Immediate Qed Defined Opaque
            Transparent Existing Compute Eval Print SearchAbout Search About Check
        """),
    ),
    (t.KEYWORD_RESERVED, words("as fun if in let match then else return end Type Set Prop forall")),
    (
        t.KEYWORD_PSEUDO,
        words("""
            apply eapply auto eauto rewrite setoid_rewrite with in as at destruct split inversion injection intro intros unfold
            fold cbv cbn lazy subst clear symmetry transitivity etransitivity erewrite edestruct constructor econstructor eexists
            exists f_equal refine instantiate revert simpl specialize generalize dependent red induction beta iota zeta delta
            exfalso autorewrite compute vm_compute native_compute repeat first try
        """),
    ),
    (t.NAME_EXCEPTION, words("omega solve congruence reflexivity exact assumption eassumption")),
)
_MARKS = frozenset("_;:⇒→↔⇔≔≡∀∃∧∨¬⊤⊥⊢⊨∈")
_OPERATORS = frozenset("[],{}()!$%&*+./<=>?@^|~#-")


def _begin_path(lexer: Coq, hit: Hit) -> None:
    lexer.name, lexer.qualified = hit[0], False


def _qualify(lexer: Coq, hit: Hit) -> None:
    lexer.emit(t.NAME_NAMESPACE, lexer.name)
    lexer.emit(t.PUNCTUATION, ".")
    lexer.name, lexer.qualified = hit[1], True


def _end_path(lexer: Coq, _hit: Hit) -> None:
    kinds = () if lexer.qualified else _KINDS
    lexer.emit(next((token for token, names in kinds if lexer.name in names), t.NAME_CONSTANT), lexer.name)


def _end_sentence(lexer: Coq, hit: Hit) -> None:
    _end_path(lexer, hit)
    lexer.groups(hit, t.PUNCTUATION_INDICATOR, t.WHITESPACE)


def _sign(lexer: Coq, hit: Hit) -> None:
    lexer.emit(t.PUNCTUATION if hit[0] in _MARKS else t.OPERATOR if hit[0] in _OPERATORS else t.ERROR, hit[0])


class Coq(RegexLexer):
    """Lex Coq. What a name is shows only behind it, so that Rouge loses one that ends the text; so does this."""

    tag = "coq"
    stand_ins = False
    name = ""
    qualified = False
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\(\*(?!\))", t.COMMENT, "comment"),
            rule(r"\s+", t.WHITESPACE),
            rule(r"(Module)(\s+)(Type)(\s+)", (t.KEYWORD, t.WHITESPACE, t.KEYWORD, t.WHITESPACE)),
            rule(
                r"(Set|Unset)(\s+)(Universe|Printing|Implicit|Strict)(\s+)"
                r"(Polymorphism|All|Notations|Arguments|Universes|Implicit)(\s*)(\.)",
                (t.KEYWORD, t.WHITESPACE, t.KEYWORD, t.WHITESPACE, t.KEYWORD, t.WHITESPACE, t.PUNCTUATION_INDICATOR),
            ),
            rule(_NAME, _begin_path, "path"),
            rule(r"/\\|\\/", t.OPERATOR),
            rule(r"-?\d[\d_]*(?:.[\d_]*)?[eE][+-]?\d[\d_]*", t.NUM_FLOAT),
            rule(r"\d[\d_]*", t.NUM_INTEGER),
            rule(r"""'\\(?:[\\"'ntbr ]|[0-9]{3}|x\h{2})'""", t.STR_CHAR),
            rule("'", t.KEYWORD),
            rule('"', t.STR_DOUBLE, "string"),
            rule(f"[~?]{_NAME}", t.NAME_VARIABLE),
            rule(".", _sign),
        ],
        "comment": [
            rule(r"\(\*", t.COMMENT, "#push"),
            rule(r"\*\)", t.COMMENT, "#pop"),
            rule("[^(*)]+|[(*)]", t.COMMENT),
        ],
        "string": [rule(r'(?:\\"|[^"])+', t.STR_DOUBLE), rule('"', t.STR_DOUBLE, "#pop")],
        "path": [
            rule(rf"\.({_NAME})", _qualify),
            rule(r"(\.)(\s+)", _end_sentence, "#pop"),
            rule("", _end_path, "#pop"),
        ],
    }
