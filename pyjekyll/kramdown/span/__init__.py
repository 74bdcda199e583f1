"""The span constructs, one a module, and the order in which they are tried."""

from __future__ import annotations

from pyjekyll.kramdown.span import (
    autolinks,
    code_spans,
    emphasis,
    entities,
    escapes,
    extensions,
    footnote_markers,
    html_spans,
    line_breaks,
    links,
    math_spans,
    smart_quotes,
    typography,
)

RULES = (
    emphasis.RULE,
    code_spans.RULE,
    autolinks.RULE,
    html_spans.RULE,
    footnote_markers.RULE,
    links.RULE,
    smart_quotes.RULE,
    math_spans.RULE,
    extensions.RULE,
    entities.RULE,
    typography.RULE,
    line_breaks.RULE,
    escapes.RULE,
)
