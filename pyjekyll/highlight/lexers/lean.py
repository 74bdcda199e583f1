"""Lean 3."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words


def _word(lexer: Lean, hit: Hit) -> None:
    if hit[0] in lexer.keywords:
        lexer.emit(t.KEYWORD, hit[0])
    else:
        lexer.emit(t.KEYWORD_TYPE if hit[0] in lexer.types else t.NAME, hit[0])


class Lean(RegexLexer):
    """Lex Lean 3."""

    tag = "lean"
    stand_ins = False
    keywords = words("""
        abbreviation add_rewrite alias assume axiom begin by calc calc_refl calc_subst calc_trans #check coercion conjecture
        constant constants context corollary def definition end #eval example export expose exposing exit extends from fun have
        help hiding hott hypothesis import include including inductive infix infixl infixr inline instance irreducible lemma
        match namespace notation opaque opaque_hint open options parameter parameters postfix precedence prefix #print private
        protected #reduce reducible renaming repeat section set_option show tactic_hint theorem universe universes using
        variable variables with
    """)
    types = words("Sort Prop Type")
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s*--+\s+.*?$", t.COMMENT_DOC),
            rule('"', t.STR, "string"),
            rule(r"\d+", t.NUM_INTEGER),
            rule(r"#?\w+", _word),
            rule("λ", t.KEYWORD),
            rule(":=?", t.TEXT),
            rule(r"\.[0-9]*", t.OPERATOR),
            # Longer operators are rows of these, which comes to the same; a colon is text, so `::` and `:>` are none.
            rule("⁻¹|[#&*+/@!`>;<=_|~∀Π↔∧∨≠≤≥⊎¬⬝▸→∃ℕℤ≈×⌞⌟≡⟨⟩-]", t.OPERATOR),
            rule(r"[\s(),\[\]αβ‹›]+", t.TEXT),
            rule(".", t.ERROR),
        ],
        "string": [rule('"', t.STR, "#pop"), rule(r"\\", t.STR_ESCAPE, "escape"), rule(r'[^\\"]+', t.STR)],
        "escape": [rule(r"""[nrt"'\\]|[xX][\da-fA-F]+""", t.STR_ESCAPE, "#pop")],
    }
