"""Liquid's own tags, one a file, imported when a template first uses them.

Liquid's `include` is missing: Jekyll replaces it by its own.
"""

STANDARD_TAGS: dict[str, str] = {
    "#": "pyjekyll.liquid.tags.inline_comment:InlineComment",
    "assign": "pyjekyll.liquid.tags.assign:Assign",
    "break": "pyjekyll.liquid.tags.interrupts:Break",
    "capture": "pyjekyll.liquid.tags.capture:Capture",
    "case": "pyjekyll.liquid.tags.case:Case",
    "comment": "pyjekyll.liquid.tags.comment:Comment",
    "continue": "pyjekyll.liquid.tags.interrupts:Continue",
    "cycle": "pyjekyll.liquid.tags.cycle:Cycle",
    "decrement": "pyjekyll.liquid.tags.increment:Decrement",
    "echo": "pyjekyll.liquid.tags.echo:Echo",
    "for": "pyjekyll.liquid.tags.for_loop:For",
    "if": "pyjekyll.liquid.tags.if_else:If",
    "ifchanged": "pyjekyll.liquid.tags.ifchanged:IfChanged",
    "increment": "pyjekyll.liquid.tags.increment:Increment",
    "raw": "pyjekyll.liquid.tags.raw:Raw",
    "render": "pyjekyll.liquid.tags.render:Render",
    "tablerow": "pyjekyll.liquid.tags.tablerow:TableRow",
    "unless": "pyjekyll.liquid.tags.if_else:Unless",
}
