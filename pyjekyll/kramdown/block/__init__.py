"""The block constructs, one a module, and the order in which they are tried."""

from __future__ import annotations

from pyjekyll.kramdown.block import (
    abbreviation_definitions,
    blank_lines,
    block_quotes,
    code_blocks,
    definition_lists,
    extensions,
    fences,
    footnote_definitions,
    headings,
    horizontal_rules,
    html_blocks,
    link_definitions,
    lists,
    math_blocks,
    paragraphs,
    tables,
)

RULES = (
    blank_lines.BLANK_LINE,
    code_blocks.RULE,
    fences.RULE,
    block_quotes.RULE,
    headings.ATX,
    horizontal_rules.RULE,
    lists.RULE,
    definition_lists.RULE,
    html_blocks.RULE,
    headings.SETEXT,
    math_blocks.RULE,
    tables.RULE,
    footnote_definitions.RULE,
    link_definitions.RULE,
    abbreviation_definitions.RULE,
    extensions.RULE,
    blank_lines.EOB_MARKER,
    paragraphs.RULE,
)
