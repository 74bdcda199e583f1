"""The input behind the smartify filter: quotes, dashes and ellipses, and nothing else of Markdown."""

from __future__ import annotations

from pyjekyll.kramdown.block import html_blocks
from pyjekyll.kramdown.span import entities, html_spans, smart_quotes, typography

# No rule takes a line of text: it stays bare text, without a paragraph around it.
BLOCK_RULES = (html_blocks.RULE,)
SPAN_RULES = (smart_quotes.RULE, entities.RULE, typography.RULE, html_spans.RULE)
