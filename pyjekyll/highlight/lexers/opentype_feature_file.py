"""Feature files of OpenType fonts."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_NAME = r"[a-zA-Z\u017f\u212a_][a-zA-Z0-9\u017f\u212a/_.-]*"
_KEYWORDS = words("""
    Ascender Attach AxisValue CapHeight CaretOffset CodePageRange DesignAxis Descender ElidedFallbackName ElidedFallbackNameID
    ElidableAxisValueName FeatUILabelNameID FeatUITooltipTextNameID FontRevision FSType GlyphClassDef HorizAxis.BaseScriptList
    HorizAxis.BaseTagList HorizAxis.MinMax IgnoreBaseGlyphs IgnoreLigatures IgnoreMarks LigatureCaretByDev LigatureCaretByIndex
    LigatureCaretByPos LineGap MarkAttachClass MarkAttachmentType NULL OlderSiblingFontAttribute Panose ParamUILabelNameID
    RightToLeft SampleTextNameID TypoAscender TypoDescender TypoLineGap UnicodeRange UseMarkFilteringSet Vendor VertAdvanceY
    VertAxis.BaseScriptList VertAxis.BaseTagList VertAxis.MinMax VertOriginY VertTypoAscender VertTypoDescender VertTypoLineGap
    WeightClass WidthClass XHeight anchorDef anchor anonymous anon by contour cursive device enumerate enum exclude_dflt
    featureNames feature flag from ignore include_dflt include languagesystem language location lookupflag lookup markClass mark
    nameid name parameters position pos required reversesub rsub script sizemenuname substitute subtable sub table useExtension
    valueRecordDef winAscent winDescent
""")


def _name(lexer: OpenTypeFeatureFile, hit: Hit) -> None:
    lexer.emit(t.KEYWORD if hit[0] in _KEYWORDS else t.NAME, hit[0])


class OpenTypeFeatureFile(RegexLexer):
    """Lex the feature files of OpenType fonts."""

    tag = "opentype_feature_file"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.WHITESPACE),
            rule("#.*$", t.COMMENT),
            rule(r"(anonymous|anon|feature|lookup|table)(\s+)", (t.KEYWORD, t.TEXT), "block name"),
            rule(r"(\})(\s)", (t.PUNCTUATION, t.TEXT), "block name"),
            rule(r"(?i)include\b", t.KEYWORD, "path"),
            rule(r"[-\[\]/(){},.:;=%*<>']", t.PUNCTUATION),
            rule("`", t.STR_BACKTICK),
            rule('"', t.STR, "string"),
            rule(r"\\[^.*\s]+", t.STR_ESCAPE),
            rule(f"@{_NAME}", t.NAME_CLASS),
            rule(_NAME, _name),
            rule("0x[0-9A-Fa-f]+", t.NUM_HEX),
            rule(r"\d+", t.NUM_INTEGER),
        ],
        "block name": [rule(_NAME, t.NAME_FUNCTION, "#pop")],
        "path": [
            rule(r"\s+", t.WHITESPACE),
            rule(r"\)", t.PUNCTUATION, "#pop"),
            rule(r"\(", t.PUNCTUATION),
            rule(r"[^\s()]+", t.STR),
        ],
        "string": [rule('"', t.STR, "#pop"), rule(r'[^"%\n]+', t.STR)],
    }
